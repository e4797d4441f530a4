"""Why a slip did not come out, in sentences for the cashier, and the same in two or three words for the top bar."""

OUT = "The printer is out of paper. Put in a new roll."
LOW = "The paper is nearly used up."
COVER = "The printer's cover is open."
OFFLINE = "The printer is switched to offline, or something stops it. Look at its lights."
JAM = "There is a paper jam in the printer."
PAUSED = "The printer is paused. Let it go on in the system's printer settings."
MUTE = "The printer does not answer. Switch it off and on."
FOLDER_MUTE = "The folder for slips does not answer. See that its disk or share can be reached."
SILENT = "This printer can't say whether the slip came out."
BROKE = "The printer stopped answering while the slip was printing. Did it come out?"
RAN_OUT = "The paper ended while the slip was printing. Did it come out whole?"
STOPPED = "The program stopped while this slip was printing. Did it come out?"
LASTS = "This slip is not out yet. If nothing moves at the printer, see what it needs."
OLD = "This slip has waited for more than a quarter of an hour. Should it still be printed?"
FAULT = "Something went wrong in the program while this slip was printing. Did it come out?"
UNSET = "Something in this slip can't be set on this paper. Change the line, or choose another paper."

_SHORT = (
    ("not out yet", "slip not out yet"),
    ("Did it come out", "did it come out?"), ("still be printed", "slips from before"),
    ("out of paper", "out of paper"), ("nearly used up", "paper nearly used up"), ("cover is open", "cover open"),
    ("jam", "paper jam"), ("offline", "offline"), ("be reached", "can't be reached"), ("answer", "does not answer"),
    ("paused", "paused"), ("takes no slips", "takes no slips"), ("disk is full", "disk full"),
    ("folder", "folder can't be written"), ("no printer called", "not there"), ("doesn't take", "not this paper"),
    ("may not be used", "no right to use it"), ("busy", "busy"),
)  # fmt: skip


def shortly(sentence: str) -> str:
    """The trouble for the top bar; empty when there is none."""
    if not sentence:
        return ""
    return next((words for part, words in _SHORT if part in sentence), "not printing")
