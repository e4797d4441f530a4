"""What we send is read by a program that none of us wrote: escpos-tools, in PHP. It sees our picture, dot for dot.

It is no package anywhere, so it is asked for by its folder; once, with PHP (cli, intl, mbstring) and Composer:

    git clone https://github.com/receipt-print-hq/escpos-tools && composer install --no-dev -d escpos-tools
    ESCPOS_TOOLS=$PWD/escpos-tools make test
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import slip_makers as make
import zxingcpp
from PIL import Image

from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.paper.paint import raster
from counter.printing.escpos import INIT, slip_bytes
from counter.records.roll import RollOptions
from counter.records.slips import PAPERS

TOOLS = Path(os.environ.get("ESCPOS_TOOLS", "/nowhere"))
READY = bool(shutil.which("php")) and (TOOLS / "vendor" / "autoload.php").exists()
pytestmark = pytest.mark.skipif(not READY, reason="escpos-tools is not here; this file says how to get it")
RESET = b"\x1b@"
NAMES = ("Ania", "عبد الرحمن الهاشمي", "श्रीमती त्रिवेदी", "王小明")


def pictures(data, folder):
    """What escpos-tools sees, in order. It dies at what it does not know, which is `GS a`: left out."""
    assert data.startswith(INIT)
    (folder / "slip.bin").write_bytes(RESET + data.removeprefix(INIT))
    command = ["php", "-d", "error_reporting=E_ERROR", str(TOOLS / "escimages.php"), "-f", str(folder / "slip.bin")]
    subprocess.run([*command, "-o", str(folder), "--pbm"], check=True, capture_output=True, timeout=60)
    return [Image.open(file) for file in sorted(folder.glob("slip-*.pbm"))]


def one_below_the_other(parts):
    whole = Image.new("1", (parts[0].width, sum(part.height for part in parts)), 1)
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


@pytest.mark.parametrize("paper", ["roll58", "roll80"])
@pytest.mark.parametrize("chunk", [100, 48])
@pytest.mark.parametrize("name", NAMES)
def test_another_reader_sees_the_picture_that_we_sent(families, tmp_path, name, chunk, paper):
    bits = raster(lay_out(make.thank_you(name), PAPERS[paper], Fonts(families[0])))
    parts = pictures(slip_bytes(bits, RollOptions(chunk=chunk)), tmp_path)
    seen = one_below_the_other(parts)
    ours = Image.frombytes("1", (bits.width, bits.height), bytes(255 - byte for byte in bits.data))
    assert seen.width == bits.width
    if chunk == 100:
        assert seen.crop((0, 0, *ours.size)).tobytes() == ours.tobytes()
        assert seen.height - bits.height <= 1
    (code,) = zxingcpp.read_barcodes(seen.convert("L"))
    assert code.text == make.QR
