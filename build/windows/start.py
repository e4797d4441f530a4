"""What counter.exe has Python run: tells the program that it is packed, and where, as PyInstaller does on Linux."""
import os
import sys
from pathlib import Path

INSIDE = Path(__file__).resolve().parent
sys.frozen = True  # type: ignore[attr-defined]
sys._MEIPASS = str(INSIDE)  # type: ignore[attr-defined]
found_here = os.add_dll_directory(str(INSIDE))  # type: ignore[attr-defined]

from main import main  # noqa: E402 - the program must know before

sys.exit(main())
