"""Words of the page on which the owner says how customers can tell us, and brings in what they told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import count, isolate
from counter.ui.texts.keys import VOICES_FILE_KEY

WAYS_BACK: Final = "Ways back"
WAYS_BACK_SUB: Final = "How customers tell you what they think, and where you bring it in"

# what a slip opens
ON_SLIPS: Final = "What the QR code on a slip opens"
WAY: Final = "It opens"
TEMPLATE: Final = "Address of the page or form"
TEMPLATE_HINT: Final = "Put {code} where the slip’s code goes, like https://shop.example/#{code}."
WAY_HINTS: Final[Mapping[str, str]] = {
    "": "A message on the customer’s own phone, code filled in, to the first of your WhatsApp, phone and mail.",
    "whatsapp": "A WhatsApp message on the customer’s own phone, code filled in. You paste or import it.",
    "sms": "A text message on the customer’s own phone, code filled in. You paste it.",
    "mail": "A mail on the customer’s own phone, code filled in. You paste or import it.",
    "form": "A form at a service of your choice. You import its CSV file.",
    "page": "A small page on your own web space. It stores nothing: it sends a message, code filled in.",
    "counter": "Nothing. The code says: tell us at the counter. It needs no phone and no internet.",
}
SAVE_WAY: Final = "Save"
SAVE_WAY_KEY: Final = "Enter"
SAVE_PAGE: Final = "Save the page as a file …"
PAGE_SAVED: Final = "The page is saved. Put it on your web space, then type its address here."
PAGE_NAME: Final = "index.html"
QR_SAYS: Final = "The QR code says"
UNDER_IT: Final = "Under it, in words"
REACH: Final = "You type phone, WhatsApp and mail on the page “Shop”. They stand on slips, pages and reports."

# what was told
TOLD: Final = "What they wrote to you"
PASTED: Final = "Paste messages here"
PASTED_HINT: Final = "One or several: from WhatsApp, a text message or a mail. A chat’s export, saved mails: as a file."
LOOK, LOOK_KEY = "Look at them", "Ctrl+Enter"
CHOOSE, CHOOSE_KEY = "From a file …", VOICES_FILE_KEY
CHOOSE_WORDS: Final = "A chat (.txt, .zip), mails (.eml), a form’s table (.csv)"
FILES: Final = "Chats, mails and tables (*.txt *.zip *.eml *.mbox *.csv *.tsv);;All files (*)"
READING: Final = "Reading …"
US: Final = "Who in this chat is your shop?"
US_HINT: Final = "Your own messages are left out."
NOBODY_IS_US: Final = "none of them"
SAY_WHO: Final = "Say which of these is your shop, so that your own messages are left out."
WHICH: Final = "Which messages"
WHICH_ONES: Final[Mapping[str, str]] = {
    "all": "All",
    "recent": "Of the last 30 days",
    "code": "With a slip’s code",
}
KEEP, KEEP_KEY = "Keep them", "Ctrl+Enter"
AWAY, AWAY_KEY = "Put away", "Esc"
PREVIEW: Final = "What would be kept"
PREVIEW_HEADS: Final = ("From", "Their words", "Figures", "What becomes of it")
SOMEONE: Final = "someone"
COLUMNS: Final = "What each column says"
COLUMN_HEADS: Final = ("Column", "Its first cells", "Says")
THIS_COLUMN: Final = "The chosen column says"
SAYS: Final[Mapping[str, str]] = {
    "code": "The slip’s code",
    "when": "When",
    "score": "A figure, 1 to 10",
    "words": "Their words",
    "contact": "How to reach them",
    "wants an answer": "Wants an answer",
    "leave": "Nothing",
}
FATES: Final[Mapping[str, str]] = {
    "kept": "is kept",
    "kept, too late for the index": "is kept, too late for the index",
    "kept without a slip": "is kept with someone: no slip of yours",
    "here already": "is here already",
    "left out: neither words nor a slip of ours": "is left out: no words, no slip of yours",
}
RUNS: Final = "Brought in before"
RUN_HEADS: Final = ("From", "When", "Answers", "Now")
MESSAGES: Final = "messages"
STANDS, TAKEN_BACK = "here", "taken back"
TAKE_BACK, TAKE_BACK_KEY = "Take it back", "Space"
KEEPING: Final = "Keeping"
KEPT: Final = "Kept. They wait in the inbox."
STOPPED: Final = "Stopped. What came in so far is kept; the list below can take it back."

# the tablet
TABLET: Final = "A page on a tablet at the counter"
TABLET_WORDS: Final = (
    "A tablet in your shop’s own network opens this page. Customers type there; nobody needs an app, and nothing "
    "leaves your network. Use your own network, not the guests’. The page is not encrypted, and it says so."
)
TABLET_ON, TABLET_OFF = "Switch it on", "Switch it off"
TABLET_IS_OFF: Final = "It is off."
TABLET_STARTS: Final = "It is starting …"
TABLET_ADDRESS: Final = "This PC’s address"
OPEN_ON_TABLET: Final = "Open this on the tablet"
TABLET_CANT_LISTEN: Final = "This address can’t be used: another program has it, or this PC has it no longer."
TABLET_ENDED: Final = "The page ended unexpectedly. It is started again."
NO_NETWORK: Final = "This PC is in no network right now."


def what_is_new(new: int, rest: int) -> str:
    """Over the preview."""
    here = count(rest, "{} is not", "{} are not") if rest else ""
    kept = count(new, "{} answer is kept", "{} answers are kept")
    return f"{kept}, {here}." if here else f"{kept}."


def of_file(name: str) -> str:
    """Which file is looked at."""
    return f"From {isolate(name)}"


def kept_so_far(share: float) -> str:
    """How far it is."""
    return f"{KEEPING} … {share:.0%}"


def too_long(number: int) -> str:
    """Messages that are not kept, as long as they are."""
    return count(number, "{} message is too long to keep: paste it in parts.",
                 "{} messages are too long to keep: paste them in parts.") if number else ""
