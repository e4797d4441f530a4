"""What the page About tells, read from beside the program."""
from pathlib import Path

from counter.office.about import parts
from counter.paths import PROGRAM, licences
from counter.records.about import VERSION, About

NOTICES = "THIRD-PARTY-NOTICES.txt"


def about(data: Path) -> About:
    """The version, the shop's folder and the parts inside; none where the program runs from its sources."""
    folder = licences()
    packed = (folder / NOTICES).is_file()
    return About(
        version=VERSION, data=str(data), portable=data == PROGRAM / "data", notices=str(folder) if packed else "",
        parts=parts((folder / NOTICES).read_text(encoding="utf-8")) if packed else (),
    )
