"""Help for the pages of the owner’s window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts.help_page import EVERYWHERE, ITS_KEY, LIST_KEYS, STOP_IT, TAB, HelpPage

PAGES: Final[Mapping[str, HelpPage]] = {
    "owner_today": HelpPage(
        title="Today",
        paragraphs=(
            "What happened since this morning, and what needs you: promises that are late, complaints that nobody "
            "was told about, causes that nobody has found yet.",
        ),
        keys=(("↑ ↓", "choose a page, or a row"), ("Enter", "open that person at the counter"), *EVERYWHERE),
    ),
    "owner_voices": HelpPage(
        title="What customers say",
        paragraphs=(
            "The report of a week: customers’ own words first, every complaint in full. It makes itself as a PDF once "
            "the week is over. A line opens its record at the counter.",
            "Choose who sits in the empty chair and print the card for the meeting; no name stands on it. Write what "
            "changes this week: the next report asks about it.",
        ),
        keys=(
            ("Alt+← Alt+→", "the week before, the week after"), ("Enter", "open the record at the counter"),
            ("Ctrl+S", "save the PDF and open it"), ("Ctrl+P", "print"), ITS_KEY, *EVERYWHERE,
        ),
    ),
    "owner_wrongs": HelpPage(
        title="Put right",
        paragraphs=(
            "What went wrong and isn’t closed: not put right, not told, or told with the cause unknown. “Why?” asks "
            "one person for the cause by a day or a time; it stands on Today until it is answered.",
        ),
        keys=(("Enter", "open it at the counter"), ("Ctrl+Y", "ask why"), *EVERYWHERE),
    ),
    "owner_inbox": HelpPage(
        title="Inbox",
        paragraphs=(
            "What customers answered to slips. One of us reads each and says what it is. A complaint then stands on "
            "Today until it is put right; praise goes to whom it is for. The figures change nothing of this.",
            "Three themes are offered; each choice teaches. Words without a name stay without one.",
        ),
        keys=(
            ("C P I T", "complaint, praise, idea, thanks"), TAB, ("Enter", "keep it, and the next"),
            ("Ctrl+T", "the shop’s themes and their words"), ("Ctrl+N", "a chat, mails or a table from a file"),
            ("Ctrl+R", "those of figures alone are read"), *EVERYWHERE,
        ),
    ),
    "owner_gestures": HelpPage(
        title="Gestures",
        paragraphs=(
            "The small extras that may be suggested. One that is switched off is never suggested, and its history "
            "stays.",
            "Tick what is in it: whoever must not have nuts is then never offered nuts.",
        ),
        keys=(*LIST_KEYS, *EVERYWHERE),
    ),
    "owner_boundaries": HelpPage(
        title="Boundaries",
        paragraphs=(
            "What somebody may never be offered. Whoever notes a “never” on F7 ticks one of these, and every extra "
            "with that in it is then out for that person, whoever is at the counter.",
            "A boundary that you don’t need is not offered any more; cards that have it keep it.",
        ),
        keys=(*LIST_KEYS, *EVERYWHERE),
    ),
    "owner_giving": HelpPage(
        title="Who gets extras",
        paragraphs=(
            "100 % is an even share of the extras given in 13 weeks. Counter evens the groups out by itself; who gives "
            "to whom is yours to talk about.",
            "Last week can be tried out with the catalogue as it is now, and the catalogue goes to a file and comes "
            "in from one. What is new comes in switched off.",
        ),
        keys=(TAB, ITS_KEY, *EVERYWHERE),
    ),
    "owner_lines": HelpPage(
        title="Lines on slips",
        paragraphs=(
            "Each slip carries one line that is true today. Choose a language and an occasion, and write your own "
            "in your own voice: the ones that came with Counter are only a beginning.",
        ),
        keys=(*LIST_KEYS, *EVERYWHERE),
    ),
    "owner_slips": HelpPage(
        title="Slip designs",
        paragraphs=(
            "Each kind of slip has its own design: which parts stand on it, in which order, your own words at its top "
            "and foot. Beside it stands the slip as it will print, as large as on paper.",
            "What a slip can't do without always stands. Amounts stand on receipts only.",
        ),
        keys=(("Space", "on a part: in or out"), ("Ctrl+↑ Ctrl+↓", "on a part: move it"),
              ("Ctrl+Enter", "save this design"), ("Esc", "leave it as it was"), ITS_KEY, *EVERYWHERE),
    ),
    "owner_staff": HelpPage(
        title="Staff",
        paragraphs=(
            "Who can be chosen at the counter by Ctrl+1 to Ctrl+9. Someone who has left stays in the history of "
            "what they did.",
        ),
        keys=(*LIST_KEYS, *EVERYWHERE),
    ),
    "owner_shop": HelpPage(
        title="Shop",
        paragraphs=(
            "All settings. Nothing changes until you save; what is typed and not saved says so beside the button.",
            "A cup of coffee is the measure for small extras: budgets count in cups.",
        ),
        keys=(("Enter", "save"), TAB, *EVERYWHERE),
    ),
    "owner_take_out": HelpPage(
        title="Take everything out",
        paragraphs=(
            "What Counter holds is yours. Everything goes into a folder of CSV files with a page that explains them; "
            "such a folder is taken in again with nothing lost.",
            "Customers go out as CSV, notes with them, or as vCards for a phone, without the notes. Any list of what "
            "happened goes out as CSV. No text in these files is ever a formula.",
        ),
        keys=(("Ctrl+N", "everything, as a folder"), STOP_IT, TAB, ITS_KEY, *EVERYWHERE),
    ),
    "owner_keeping": HelpPage(
        title="How long we keep",
        paragraphs=(
            "Keep what you need, and no longer. For each kind you say for how many years; once a year, look at what is "
            "older and let it go. People then become anonymous and still count; of the rest the words are taken away.",
        ),
        keys=(("↑ ↓", "choose a kind"), TAB, ITS_KEY, *EVERYWHERE),
    ),
    "owner_one_person": HelpPage(
        title="What we keep of one",
        paragraphs=(
            "A customer may ask what you keep about them. Find them, save it as PDF, and give it to nobody else: it "
            "holds nothing about other people, and no colleague’s name but those the customer told you.",
            "What they agree to is noted with its words and today’s date; the newest answer holds.",
            "A customer may ask to be forgotten. Anonymous keeps the counts, of nobody; erased takes those too. "
            "Nothing brings them back, not even a backup. Copies that you gave away are yours to delete.",
        ),
        keys=(("Enter", "open the one found"), ("Ctrl+S", "save as PDF"), ("Ctrl+J", "save as JSON"),
              ("Esc", "somebody else"), ITS_KEY, *EVERYWHERE),
    ),
    "owner_bring": HelpPage(
        title="Bring people in",
        paragraphs=(
            "Choose the file that your till, phone or spreadsheet saved. Counter says what each column means; choose a "
            "column and put it right where it is wrong. A day that can be meant in two ways is asked once.",
            "Then you see what would happen, row by row, before anything is written. Rows of which nobody can say who "
            "they are wait for you. Nobody is merged by name, phone or e-mail alone, and blank cells wipe nothing.",
            "A file can be brought in again: it updates. It can be taken back: what was changed since stays.",
        ),
        keys=(("Ctrl+N", "choose a file"), ("Ctrl+Enter", "on: show what would happen, then bring them in"),
              ("Ctrl+T", "take every “never” as proposed"), ("Ctrl+K", "the notes are what customers told us"),
              ("Ctrl+O", "take in a folder with everything"), ("Ctrl+S", "save what would happen, row by row, as CSV"),
              ("Space", "take the chosen file back"), STOP_IT, ("Esc", "a step back"), *EVERYWHERE),
    ),
    "owner_same_person": HelpPage(
        title="One person twice?",
        paragraphs=(
            "Records that may be one person, the likeliest first. Enter shows both side by side; where they differ you "
            "choose. Everything of both is kept.",
            "What was put together stands below and can be taken apart again at any time. What was added since stays "
            "with the person it was added to.",
        ),
        keys=(("Enter", "both side by side"), ("Ctrl+Enter", "put together"), ("Ctrl+D", "they are two persons"),
              ("Space", "take apart again"), ("Ctrl+N", "look again"), ("Esc", "a step back"), *EVERYWHERE),
    ),
    "owner_printers": HelpPage(
        title="Printers",
        paragraphs=(
            "Slips go to the usual printer. Without one they are kept as PDF, ready to be printed or sent later.",
        ),
        keys=(*LIST_KEYS, ITS_KEY, *EVERYWHERE),
    ),
    "owner_ways_back": HelpPage(
        title="Ways back",
        paragraphs=(
            "Paste what customers wrote to you, or choose a file: a chat, mails, a form’s CSV. You see each answer and "
            "whose it is before anything is kept. The same again adds nothing, and what came in can be taken back.",
            "Choose what a slip’s QR code opens. Under it the same stands in words, so nobody needs a phone for it.",
            "A tablet at the counter can show a page of its own. Without their name, customers leave only their words "
            "and the week.",
        ),
        keys=(("Ctrl+Enter", "look at it, then keep it"), ("Ctrl+N", "a chat, mails or a form’s file"),
              ("Space", "take one back"), STOP_IT, ("Esc", "put it away; what you pasted stays"), ITS_KEY, *EVERYWHERE),
    ),
    "owner_backups": HelpPage(
        title="Backups",
        paragraphs=(
            "Made by themselves, and looked through before they count. Choose one to see what would be lost by going "
            "back to it; the shop’s file as it is now is kept first.",
            "Choose a stick or another folder as second place: if this PC fails, the backups there are still yours.",
        ),
        keys=(("↑ ↓", "choose a backup"), ("Enter", "look through it"), ("Ctrl+Enter", "go back to it"),
              ("Ctrl+N", "make one now"), ("Ctrl+O", "a file from elsewhere"), ("Esc", "stay"), ITS_KEY, *EVERYWHERE),
    ),
    "owner_about": HelpPage(
        title="About",
        paragraphs=(
            "Which version this is, where the shop’s data lies, and the parts that others made, each with the words "
            "of its licence. Nothing here changes anything.",
        ),
        keys=(("↑ ↓", "choose a part"), ("Tab", "to its licence, to read and to copy"), ITS_KEY, *EVERYWHERE),
    ),
}
