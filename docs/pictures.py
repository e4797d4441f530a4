"""Copies the manual's pictures from those that the screenshot tests made: `python docs/pictures.py`."""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCREENS = ROOT / "build" / "screens"
# picture of the manual → picture of a test
PICTURES = {
    "first-start.png": "owner/first-run-typical-1366-light.png",
    "counter.png": "counter/card-typical-1366-light.png",
    "return.png": "forms/return-typical-1366-light.png",
    "complaint.png": "forms/complaint-typical-1366-light.png",
    "owner-today.png": "owner/today-typical-1366-light.png",
    "owner-gestures.png": "owner/gestures-typical-1366-light.png",
    "owner-shop.png": "owner/shop-typical-1366-light.png",
}


def missing() -> list[str]:
    """Pictures that no test has made yet."""
    return [source for source in PICTURES.values() if not (SCREENS / source).is_file()]


def copy(into: Path) -> None:
    """Copies all of them."""
    into.mkdir(parents=True, exist_ok=True)
    for picture, source in PICTURES.items():
        shutil.copyfile(SCREENS / source, into / picture)


if __name__ == "__main__":
    if missing():
        sys.exit(f"First run the screenshot tests (pytest -m slow tests/ui): {', '.join(missing())} is not there.")
    copy(ROOT / "docs" / "pictures")
