"""Words of the first start."""

from __future__ import annotations

from typing import Final

FIRST_START: Final = "first start"
GREETING: Final = "Welcome."
INTRO: Final = "A few answers, and the counter is open. Only the first is needed; all can be changed later, on F10."
WHERE: Final = "Where is it?"
REACH: Final = "How can customers reach you?"
HOURS: Final = "When are you open?"
STAFF, STAFF_HINT = "Who stands at the counter?", "First names are enough."
ONE_MORE: Final = "one more"
PRINTER: Final = "Printer"
NO_PRINTER: Final = "None yet: slips as PDF"
PRINTER_FOUND: Final = "Found on this PC. You can try it from F10, Printers."
PRINTER_NONE: Final = "Slips are kept as PDF until there is a printer."
LOGO: Final = "Logo"
OPEN: Final = "Open the counter"
OPEN_KEY: Final = "Enter"
LOOK_ROUND: Final = "Look round with made-up customers"
HAVE_BACKUP: Final = "I have a backup"
STAYS_HERE: Final = "Everything stays on this PC. Nothing is sent anywhere."
SKIP: Final = "Later"
SKIP_KEY: Final = "Esc"
PREVIEW: Final = "What your customers will hold"
PREVIEW_SOON: Final = "Your slip stands here as soon as it is drawn."
