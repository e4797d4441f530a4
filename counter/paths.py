"""Folders of the program and of the shop, and the bytes of `resources/`."""
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from counter.errors import Unavailable

CANT_MAKE = "The folder {folder} can't be written. Counter needs it to keep what you type; allow it, then start again."
PROGRAM = Path(sys.executable).parent if getattr(sys, "frozen", False) else Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Folders:
    """Where one shop lives: its file, its slips as PDF, its logs."""

    data: Path
    slips: Path
    logs: Path

    @property
    def database(self) -> Path:
        """The shop's only file."""
        return self.data / "shop.counter"

    def make(self) -> None:
        """Create what is missing; raises `Unavailable` where that can't be done."""
        for folder in (self.data, self.slips, self.logs):
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as fault:
                raise Unavailable(CANT_MAKE.format(folder=folder)) from fault


def shop_folders() -> Folders:
    """`COUNTER_DATA_DIR`, else `data` beside a `portable.txt`, else the user's data folder of the platform."""
    chosen = os.environ.get("COUNTER_DATA_DIR", "")
    if chosen:
        return folders_in(Path(chosen))
    if (PROGRAM / "portable.txt").exists():
        return folders_in(PROGRAM / "data")
    data = Path(platformdirs.user_data_dir("Counter", appauthor=False, roaming=False))
    return Folders(data, data / "slips", Path(platformdirs.user_log_dir("Counter", appauthor=False)))


def demo_folders() -> Folders:
    """The demo shop's own folder, beside the shop's and never in it."""
    return folders_in(shop_folders().data.with_name("Counter demo"))


def folders_in(data: Path) -> Folders:
    """All of a shop in one folder, as in portable mode, the demo and the tests."""
    return Folders(data, data / "slips", data / "logs")


def resource(*parts: str) -> Path:
    """A file or folder of `resources/`, in the tree or in the packaged program."""
    base = Path(getattr(sys, "_MEIPASS", PROGRAM))
    return base.joinpath("resources", *parts)


def licences() -> Path:
    """The licences and notices of all that is packed with the program; no folder where it runs from its sources."""
    return Path(getattr(sys, "_MEIPASS", PROGRAM)) / "licences"


def this_program(*arguments: str) -> tuple[str, ...]:
    """The command that starts this program once more, in the tree or packaged."""
    own = () if getattr(sys, "frozen", False) else (str(PROGRAM / "main.py"),)
    return (sys.executable, *own, *arguments)
