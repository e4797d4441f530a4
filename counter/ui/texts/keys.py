"""The keys at the counter: one table, from which the shortcuts, the caps, the help and the manual's list are made."""

from __future__ import annotations

from typing import Final

# action → key, in the order of the manual; Esc, Enter, Tab and arrows belong to what has the focus.
# Alt goes with what stands beside one thing on the screen, Ctrl and F-keys with what can be done for a person.
KEYS: Final = {
    "new_person": "Ctrl+N",
    "someone": "F11",
    "return": "F2",
    "compliment": "F3",
    "compliment_paid": "Shift+F3",
    "complaint": "F4",
    "order": "F5",
    "tell": "F6",
    "note": "F7",
    "here": "F8",
    "slip": "F9",
    "reprint": "Shift+F9",
    "queue": "Ctrl+P",
    "given": "Ctrl+G",
    "another": "Ctrl+T",
    "not_today": "Ctrl+L",
    "reaction": "Ctrl+R",
    "why_not": "Alt+W",
    "credit": "Ctrl+B",
    "own_idea": "Ctrl+O",
    "edit_person": "Alt+E",
    "what_we_keep": "Alt+K",
    "draft": "Alt+D",
    "drop_draft": "Alt+X",
    "circumstances": "Ctrl+J",
    "undo": "Ctrl+Z",
    "help": "F1",
    "owner": "F10",
    **{f"staff_{number}": f"Ctrl+{number}" for number in range(1, 10)},
}
STAFF_KEYS: Final = "Ctrl+1 … 9"
# beside what is there only now and then; its own button answers
OPEN_SAME_KEYS: Final = ("Alt+1", "Alt+2", "Alt+3")
# beside what lasts: stops it; the names, while they are read at a start, go on by it too
STOP_KEY: Final = "Alt+S"
# of the row or slip on which the keyboard is
DROP_ROW_KEY, CAME_OUT_KEY = "Del", "Space"
PRINTER_KEYS: Final = tuple("123456789")
PRINTERS: Final = "1 … 9"
LOOK_ROUND_KEY, HAVE_BACKUP_KEY = "Alt+L", "Alt+B"
# what customers wrote, from a file: in the inbox, and where it is brought in
VOICES_FILE_KEY = "Ctrl+N"
# of the owner's window, by the names of their buttons; no two that can be in sight together have the same
OWN: Final = {
    "print_card": "Alt+P",
    "voices_csv": "Alt+V",
    "save_web_page": "Alt+W",
    "switch_tablet": "Alt+T",
    "fair": "Alt+G",
    "last_week": "Alt+L",
    "take_out": "Alt+O",
    "bring_in": "Alt+B",
    "take_new": "Alt+N",
    "take_all": "Alt+A",
    "leave": "Alt+X",
    "design_as_it_came": "Alt+A",
    "choose_folder": "Alt+F",
    "take_csv": "Alt+C",
    "take_cards": "Alt+V",
    "take_list": "Alt+L",
    "keep_consent": "Alt+N",
    "forget": "Alt+F",
    "forget_for_good": "Alt+G",
    "let_go": "Alt+L",
    "sure": "Alt+G",
    "looked": "Alt+I",
    "choose_place": "Alt+P",
    "drop_place": "Alt+N",
    "check": "Alt+C",
    "check_not": "Alt+X",
    "report_for_help": "Alt+H",
}
CHOOSE_LOGO_KEY, REMOVE_LOGO_KEY, KEEP_LOGO_KEY = "Alt+C", "Alt+R", "Alt+K"

_DOES: Final = {
    "new_person": "a new person from what you typed",
    "someone": "someone without a name",
    "return": "something comes back",
    "compliment": "they said something kind",
    "compliment_paid": "you say something kind to them",
    "complaint": "something went wrong",
    "order": "an order or a promise",
    "tell": "tell them, and all that is open",
    "note": "a note or a fact",
    "here": "here today, nothing more",
    "slip": "thank-you slip",
    "reprint": "print the last slip again",
    "queue": "printers, and the slips that wait",
    "given": "the extra was given",
    "another": "suggest another, or one all the same",
    "not_today": "not today; once more, and you can say why",
    "reaction": "how it was received",
    "why_not": "why not another extra",
    "credit": "use store credit, also by the code on the note",
    "own_idea": "you gave something of your own idea",
    "edit_person": "correct their name and how to reach them",
    "what_we_keep": "they ask what we keep, agree to something, or wish to be forgotten",
    "draft": "go on with what is half written",
    "drop_draft": "throw away what is half written",
    "circumstances": "today’s weather, a heavy bag and the like",
    "undo": "take back the last thing saved; in a field with something typed, the typing",
    "help": "this help, for what is on screen",
    "owner": "owner’s window and back",
}


def row_key(position: int) -> str:
    """The key of the row that stands at this place among several, from 1; none beyond nine."""
    return f"Alt+{position}" if position <= 9 else ""


def lines(*actions: str) -> tuple[tuple[str, str], ...]:
    """Keys and what they do, for a page of help."""
    return tuple((KEYS[action], _DOES[action]) for action in actions)
