"""How many printed QR codes a phone still reads after what happens to paper: worn heads, folds, bad light, haste.

Each code is printed as the program prints it on a 58 mm roll, then spoilt by a seeded chain at two levels, and decoded
by zxing-cpp, which none of us wrote. The levels were set so that small modules fare about as in an earlier suite, not
by the size that is printed. `--n N --seed N` for other sizes; `--sides` also shows other modules, for scale.
Ends with 1 when fewer than 95 % (normal) or 65 % (hard) are read, or when any is read wrong.
"""

import argparse
import math
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from random import Random
from statistics import NormalDist

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import zxingcpp  # noqa: E402
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps  # noqa: E402

from counter.paper.qr import QUIET, place_qr  # noqa: E402
from counter.records.slips import DOTS_PER_MM, PAPERS  # noqa: E402

FINE = 3  # pixels a dot while the paper is being spoilt
GOALS = {"normal": 0.95, "hard": 0.65}
_BELL = [NormalDist().inv_cdf((level + 0.5) / 256) for level in range(256)]
Between = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What can happen, each as the least and the most of it. Lengths are dots on paper, or pixels of the camera."""

    gain: Between
    dead: Between
    fade: Between
    band: Between
    crumple: Between
    folds: Between
    worn: Between
    turn: Between
    tilt: Between
    sharpness: Between
    blur: Between
    motion: Between
    light: Between
    noise: Between
    jpeg: Between


NORMAL = Level(
    gain=(-0.3, 0.6), dead=(0, 1), fade=(0, 70), band=(0, 20), crumple=(0, 0.9), folds=(0, 1), worn=(0.4, 1.2),
    turn=(-15, 15), tilt=(0, 0.06), sharpness=(8, 12), blur=(0.3, 0.9), motion=(0, 1.2), light=(0, 0.3),
    noise=(2, 8), jpeg=(60, 90),
)  # fmt: skip
HARD = Level(
    gain=(-0.7, 1.4), dead=(0, 4), fade=(40, 140), band=(10, 50), crumple=(0.4, 2.6), folds=(0, 3), worn=(1, 3),
    turn=(-45, 45), tilt=(0.04, 0.16), sharpness=(6, 10), blur=(0.6, 1.5), motion=(0, 2.5), light=(0.2, 0.6),
    noise=(6, 20), jpeg=(25, 60),
)  # fmt: skip
LEVELS = {"normal": NORMAL, "hard": HARD}


class Spoiler:
    """One slip's fate, by one seed."""

    def __init__(self, level: Level, seed: str) -> None:
        self._level, self._random = level, Random(seed)

    def spoil(self, printed: Image.Image) -> Image.Image:
        """From the print head to the phone's picture."""
        steps: tuple[Callable[[Image.Image], Image.Image], ...] = (
            self._heads, self._ink, self._folds, self._crumple, self._held, self._camera, self._light, self._noise,
            self._jpeg,
        )  # fmt: skip
        for step in steps:
            printed = step(printed)
        return printed

    def _some(self, name: str) -> float:
        low, high = getattr(self._level, name)
        return self._random.uniform(low, high)

    def _heads(self, image: Image.Image) -> Image.Image:
        """Heater lines that are dead leave white lines along the paper."""
        image = image.copy()
        draw = ImageDraw.Draw(image)
        for _ in range(round(self._some("dead"))):
            at = self._random.randrange(image.width // FINE) * FINE
            draw.rectangle((at, 0, at + FINE - 1, image.height), fill=255)
        return image

    def _ink(self, image: Image.Image) -> Image.Image:
        """Dots grow or shrink; black gets grey, in bands where the paper ran unevenly."""
        gain = self._some("gain") * FINE
        image = image.filter(ImageFilter.GaussianBlur(FINE * 0.5))
        image = image.point(_threshold(128 + 45 * gain / FINE))
        fade, band = self._some("fade"), self._some("band")
        step, start = self._random.uniform(20, 60) * FINE, self._random.uniform(0, math.tau)
        rows = bytes(round(fade + band * (1 + math.sin(start + math.tau * y / step)) / 2) for y in range(image.height))
        grey = Image.frombytes("L", (1, image.height), rows).resize(image.size)
        return ImageChops.lighter(image, grey)

    def _folds(self, image: Image.Image) -> Image.Image:
        """Where it was folded the coating is worn off."""
        draw = ImageDraw.Draw(image)
        for _ in range(round(self._some("folds"))):
            ends = [(self._random.choice((0, image.width)), self._random.uniform(0, image.height)) for _ in range(2)]
            ends[1] = (image.width - ends[0][0], ends[1][1])
            draw.line(ends, fill=225, width=max(1, round(self._some("worn") * FINE)))
        return image

    def _crumple(self, image: Image.Image) -> Image.Image:
        """The paper is no plane any more."""
        most, parts = self._some("crumple") * FINE, 5
        grid = [
            [(self._random.uniform(-most, most), self._random.uniform(-most, most)) for _ in range(parts + 1)]
            for _ in range(parts + 1)
        ]
        wide, high = image.width / parts, image.height / parts

        def corner(column: int, row: int) -> tuple[float, float]:
            dx, dy = grid[row][column]
            return column * wide + dx, row * high + dy

        mesh = []
        for row in range(parts):
            for column in range(parts):
                box = tuple(round(v) for v in (column * wide, row * high, (column + 1) * wide, (row + 1) * high))
                around = (corner(column + dx, row + dy) for dx, dy in ((0, 0), (0, 1), (1, 1), (1, 0)))
                mesh.append((box, tuple(value for point in around for value in point)))
        return image.transform(image.size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR, fillcolor=255)

    def _held(self, image: Image.Image) -> Image.Image:
        """Turned, and seen from the side."""
        image = ImageOps.expand(image, image.width // 8, 255)
        image = image.rotate(self._some("turn"), Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        x, y = image.width / 2, image.height / 2
        g, h = (self._some("tilt") * self._random.choice((-1, 1)) / half for half in (x, y))
        far = 1 - g * x - h * y  # the middle stays where it is, and nothing of the code leaves the picture
        shape = (1 + x * g, x * h, x * (far - 1), y * g, 1 + y * h, y * (far - 1), g, h)
        size, how = image.size, Image.Transform.PERSPECTIVE
        return image.transform(size, how, [value / far for value in shape], Image.Resampling.BICUBIC, fillcolor=255)

    def _camera(self, image: Image.Image) -> Image.Image:
        """As many pixels a millimetre as the phone has from there; out of focus, and moved."""
        share = self._some("sharpness") / (DOTS_PER_MM * FINE)
        size = (round(image.width * share), round(image.height * share))
        image = image.resize(size, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(self._some("blur")))
        length, direction = self._some("motion"), self._random.uniform(0, math.tau)
        moved = image
        for part in range(1, 5):
            far = length * part / 4
            shift = (1, 0, far * math.cos(direction), 0, 1, far * math.sin(direction))
            how = Image.Resampling.BILINEAR
            copy = image.transform(image.size, Image.Transform.AFFINE, shift, how, fillcolor=255)
            moved = Image.blend(moved, copy, 1 / (part + 1))
        return moved

    def _light(self, image: Image.Image) -> Image.Image:
        """Brighter on one side."""
        ramp = Image.linear_gradient("L").rotate(self._random.choice((0, 90, 180, 270))).resize(image.size)
        dark = self._some("light")
        shade = ramp.point([round(255 - dark * (255 - level)) for level in range(256)])
        return ImageEnhance.Brightness(ImageChops.multiply(image, shade)).enhance(self._random.uniform(0.8, 1.05))

    def _noise(self, image: Image.Image) -> Image.Image:
        """The sensor's grain."""
        strength = self._some("noise")
        table = bytes(max(0, min(255, round(128 + strength * value))) for value in _BELL)
        grain = self._random.randbytes(image.width * image.height).translate(table)
        return ImageChops.add(image, Image.frombytes("L", image.size, grain), 1, -128)

    def _jpeg(self, image: Image.Image) -> Image.Image:
        """As it is stored."""
        into = BytesIO()
        image.save(into, "JPEG", quality=round(self._some("jpeg")))
        return Image.open(BytesIO(into.getvalue())).convert("L")


def _threshold(at: float) -> list[int]:
    return [0 if level < at else 255 for level in range(256)]


def printed(content: str, side: int = 0) -> Image.Image:
    """The code with its quiet zone as the head prints it, `FINE` pixels a dot; `side` dots a module, or as chosen."""
    cells = place_qr(content, PAPERS["roll58"])
    cells = replace(cells, side=side or cells.side)
    edge = (len(cells.rows) + 2 * QUIET) * cells.side * FINE
    image = Image.new("L", (edge, edge), 255)
    draw = ImageDraw.Draw(image)
    for y, row in enumerate(cells.rows):
        for x, black in enumerate(row):
            if black:
                left, top = ((at + QUIET) * cells.side * FINE for at in (x, y))
                draw.rectangle((left, top, left + cells.side * FINE - 1, top + cells.side * FINE - 1), fill=0)
    return image


def contents(count: int, seed: int) -> Iterator[str]:
    """What slips' codes say, as long as the longest way back makes them, none twice."""
    random = Random(seed)
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    for number in range(count):
        code = "".join(random.choices(letters, k=8))
        yield f"https://wa.me/4420{7946 + number:08d}?text=Slip%20{code[:4]}-{code[4:]}%20{'x' * (number % 14)}"


def read(image: Image.Image) -> str:
    """What zxing-cpp sees in it; empty for nothing."""
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return found[0].text if found else ""


def judge(level: str, count: int, seed: int, side: int = 0) -> tuple[int, int]:
    """How many were read right, and how many wrong."""
    right = wrong = 0
    for number, content in enumerate(contents(count, seed)):
        text = read(Spoiler(LEVELS[level], f"{seed} {level} {number}").spoil(printed(content, side)))
        right += text == content
        wrong += text not in ("", content)
    return right, wrong


def main() -> int:
    """Both levels at the size that is printed."""
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--sides", action="store_true")
    wish = options.parse_args()
    missed = False
    for level, goal in GOALS.items():
        right, wrong = judge(level, wish.n, wish.seed)
        missed |= right < goal * wish.n or wrong > 0
        print(f"{level:7} read {right / wish.n:6.1%}   wrong {wrong}   of {wish.n}   (goal {goal:.0%}, 0)", flush=True)
        for side in (3, 4, 5, 6, 8) if wish.sides else ():
            print(f"        {side} dots a module {judge(level, wish.n, wish.seed, side)[0] / wish.n:6.1%}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
