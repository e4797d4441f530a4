"""Words of backups: their page, the top bar, going back, and a damaged file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.ui.texts import count

BACKUPS: Final = "Backups"
SUB: Final = "Made by themselves: every half hour if something was saved, and at the close"
MAKE_ONE, MAKE_KEY = "Make one now", "Ctrl+N"
OTHER_FILE, OTHER_KEY = "Another file …", "Ctrl+O"
HEADS: Final = ("Made", "People", "Entries", "Rows", "Why", "Where", "Looked through")
NONE_YET: Final = "None yet. The first is made within half an hour, or now by Ctrl+N."
VERIFIED, NOT_WHOLE = "verified", "not whole"
HERE, AWAY = "this PC", "second place"
OLD: Final = "tells nothing of itself"
WHYS: Final[Mapping[str, str]] = {
    "by_itself": "by itself",
    "close": "at the close",
    "update": "before an update",
    "restore": "before going back",
    "import": "before bringing people in",
    "asked": "asked for",
}

# second place
SECOND: Final = "Second place"
NO_PLACE: Final = "None chosen. If this PC fails or is stolen, its backups go with it: a stick or another folder helps."
CHOOSE_PLACE, OTHER_PLACE, NO_MORE = "Choose a folder …", "Another folder …", "No second place"
PLACE_CHOSEN: Final = "From now on each backup goes there too."
PLACE_SILENT: Final = "The second place has not answered yet. Backups go on here; look at the stick or network."
PLACE_OWED: Final = (
    "The last backup did not get to the second place: there was no answer when Counter closed. It is whole on this PC, "
    "and goes there as soon as there is an answer."
)
PLACE_GONE: Final = "There is no second place any more. What lies there stays."


def place_here(folder: str, day: str) -> str:
    """The second place can be reached; `day` is when a backup last got there."""
    return f"{folder}: here now, last written {day}." if day else f"{folder}: here now. The next backup goes there."


def place_away(folder: str, day: str) -> str:
    """It can't be reached."""
    seen = f"last seen {day}" if day else "no backup has got there yet"
    return f"{folder}: not here now, {seen}. Plug it in; the next backup then goes there by itself."


# top bar
NO_BACKUP: Final = "The last backup could not be made. Counter tries again by itself."
NO_BACKUP_TAG: Final = "No backup: see F10, Backups"


def place_late(day: str) -> str:
    """In the top bar: the second place was not seen for too long."""
    return f"Second place for backups last seen {day}" if day else "Second place for backups never seen"


# making and opening
MAKING: Final = "Making a backup"
TYPED_OWED: Final = (
    "What you typed is not on disk yet: the disk doesn't take it. Make room on it, or see that it is plugged in. "
    "Closed once more, Counter lets it go."
)
TYPED_OWED_BACK: Final = (
    "What you typed at the counter is not on disk yet: the disk doesn't take it. "
    "Asked once more, Counter lets it go and goes back."
)
LAST_ONE: Final = "Making the last backup, then Counter closes"
MADE: Final = "The backup is made, and looked through."
LOOKING: Final = "Looking all through the backup"
CHOOSE_FILE: Final = "Choose a backup"
FILES: Final = (
    "Backups, or the counter.json of a folder (*.counter.gz *.counter *.damaged counter.json);;All files (*)"
)

# going back
GO_BACK: Final = "Go back to this backup?"
TAKE_IN: Final = "Take this folder in?"
GO_BACK_SAVE, GO_BACK_KEY = "Go back to it", "Ctrl+Enter"
GO_BACK_FOOT: Final = "Esc leaves all as it is"
KEPT: Final = "The shop’s file as it is now is kept first, as a backup of its own: you can come back the same way."
NOTHING_SINCE: Final = "Nothing was saved since: nothing would be lost."
STRANGE: Final = "This is another shop’s backup, or one from before the first entry here."
KEPT_ASIDE: Final = (
    "The file that is there now can’t be opened, so nobody can say what it holds beyond this backup. "
    "It is kept whole, beside the shop’s new file."
)
AND_CLOSES: Final = "The counter closes for a moment, then opens with it. Save first what is half typed there."
GOING_BACK: Final = "Keeping the present file, then going back"
WENT_BACK: Final = "This is the shop as of the backup. The file from before is kept in the list on F10, Backups."


def holds(when: str, people: int, entries: int) -> str:
    """What a backup that was looked through holds; `when` may be empty."""
    inside = f"{count(people, '{} person', '{} people')}, {count(entries, '{} entry', '{} entries')}"
    return f"{when}: {inside}. Looked all through just now: it is whole." if when else f"{inside}. It is whole."


def since(number: int) -> str:
    """How many entries a backup does not hold."""
    return count(number, "{} entry since then would go", "{} entries since then would go")


def and_more(number: int) -> str:
    """After the newest few."""
    return count(number, "and {} older one", "and {} older ones")


# a damaged file
DAMAGED: Final = "The shop’s file was damaged"
CHECK, CHECK_NOT = "Bring them in to check", "Not needed"
CHECKED_NOT: Final = "The damaged file is kept, should it be needed later."


def rescued(when: str, readable: int) -> str:
    """At the start: what was opened instead of the damaged file, and how many newer entries can be read in it."""
    done = f"The shop’s file was damaged. It is kept, and the newest whole backup was opened: {when}."
    more = count(readable, "{} newer entry can be brought in", "{} newer entries can be brought in")
    return f"{done} {more}: F10, Backups." if readable else done


# a file that is refused at the start
NOT_OPENED: Final = "The shop can’t be opened"
NONE_HERE: Final = "There is no backup on this PC. If there is one on a stick or elsewhere, choose it by Ctrl+O."


def not_opened(sentence: str) -> str:
    """Why, and the way on."""
    return f"{sentence} You can go on with a backup: choose one here."


SALVAGED: Final = "The shop’s file was damaged, and there was no backup. What could be read of it was brought in."
LOG_TORN: Final = (
    "The disk did not keep all of what was saved last before Counter stopped. Look at the newest entries, and enter "
    "again what is missing. What the disk has of it is kept beside the shop’s file."
)
LOST: Final = (
    "The shop’s file was damaged and can’t be read, and there is no backup on this PC. It is kept. "
    "If there is a backup on a stick or elsewhere, choose it with “I have a backup”."
)


def readable(number: int) -> str:
    """How many newer entries can be read in the damaged file."""
    return count(
        number,
        "{} entry newer than the backup can still be read in it. It can be brought in, to be checked.",
        "{} entries newer than the backup can still be read in it. They can be brought in, to be checked.",
    )


def brought(number: int) -> str:
    """After salvage."""
    return count(
        number,
        "{} entry stands on Today to be checked; people, phones, facts and notes are back in their places.",
        "{} entries stand on Today to be checked; people, phones, facts and notes are back in their places.",
    )


# first start
OPEN_BACKUP: Final = "Open this backup"


def looking(done: float) -> str:
    """On the first page, where there is no line for it."""
    return f"{LOOKING}: {done:.0%}"


def first_run_holds(when: str, people: int, entries: int) -> str:
    """On the first page, beside the button that opens it."""
    return f"{holds(when, people, entries)} Press “{OPEN_BACKUP}” to begin with it."
