"""Reads the slip that a self-test printed the way a phone would, and compares it with the code the report names.

    python tests/installer/decode_slip.py FOLDER     the one given to --self-test-folder
"""
import re
import sys
from pathlib import Path

import pypdfium2
import zxingcpp

SCALE = 4


def codes(pdf: Path) -> list[str]:
    """What the codes on the pages of a PDF say."""
    with pypdfium2.PdfDocument(pdf) as document:
        pictures = [page.render(scale=SCALE, grayscale=True).to_pil() for page in document]
    return [found.text for picture in pictures for found in zxingcpp.read_barcodes(picture)]


def main(folder: Path) -> int:
    """Exit 0 when the one slip says the code that the report names."""
    report = (folder / "self-test.txt").read_text(encoding="utf-8")
    named = re.search(r"QR code of ([0-9A-Z]{4}-[0-9A-Z]{4}) is right", report)
    slips = sorted((folder / "slips").glob("*.pdf"))
    if "The self-test passed." not in report or named is None or len(slips) != 1:
        sys.exit("There is no slip of a self-test that passed.")
    said = codes(slips[0])
    if not any(named[1] in text for text in said):
        sys.exit(f"The slip says {said}, not {named[1]}.")
    sys.stdout.write(f"The printed code, read from outside, says {said[0]!r}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
