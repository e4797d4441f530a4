"""What is only passing through: files of strangers while they are read, a copy while it is written out.

It lies in the shop's own folder, goes as soon as it is done with, and after a power cut at the next start.
"""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from counter.errors import Unavailable

FOLDER = "passing"  # beside the shop's file


def place(shop_file: Path) -> Path:
    """A new folder for one thing that passes through; raises Unavailable when it can't be made."""
    try:
        (shop_file.parent / FOLDER).mkdir(exist_ok=True)
        return Path(mkdtemp(dir=shop_file.parent / FOLDER))
    except OSError as fault:
        raise Unavailable(
            "There is no room beside the shop's file to read or write this. Free some, then try again."
        ) from fault


def tidy(shop_file: Path) -> None:
    """At every start, when nothing can be passing through yet."""
    rmtree(shop_file.parent / FOLDER, ignore_errors=True)
