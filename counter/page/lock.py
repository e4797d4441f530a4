"""Once it listens, the page's process opens nothing but its own folder: Python asks here before it opens anything."""

import os
import sys
from pathlib import Path
from typing import Any

_NEVER = ("sqlite3.connect", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "socket.connect")
_PATHS = {"open": 1, "os.remove": 1, "os.rename": 2, "os.listdir": 1, "os.scandir": 1, "os.mkdir": 1, "os.rmdir": 1}


def to(folder: Path) -> None:
    """From now on and for good: any other file, program, database or connection outward raises PermissionError."""
    inside = os.path.realpath(folder)
    import encodings.idna  # noqa: F401 - what would be loaded from other files later is loaded now
    import encodings.latin_1  # noqa: F401

    def asked(event: str, args: tuple[Any, ...]) -> None:
        if event in _NEVER:
            raise PermissionError(f"{event} is not for this page")
        for target in args[: _PATHS.get(event, 0)]:
            if isinstance(target, (str, bytes)) and not _within(os.fsdecode(target), inside):
                raise PermissionError("this page has one folder only")

    sys.addaudithook(asked)


def _within(target: str, inside: str) -> bool:
    whole = os.path.realpath(target)
    return whole == inside or whole.startswith(inside + os.sep)
