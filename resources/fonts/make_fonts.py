#!/usr/bin/env python3
"""Make the fonts that Counter ships, and the list the app loads them by.

Counter never relies on the machine's fonts: a name must look the same on every
counter, on screen and on paper. This script cuts subsets of the Noto fonts and
writes them beside itself:

    Noto*.ttf, Noto*.otf   the fonts
    families.json          what to load, and in which order to ask for glyphs
    LICENSE-OFL.txt        copyright lines of every font and the licence text

Inputs (versions used for the files in the repository):

    Debian fonts-noto-core     20201225-1
    Debian fonts-noto-ui-core  20201225-1
    Debian fonts-noto-cjk      1:20220127+repack1-1
    npm    @expo-google-fonts/noto-emoji  0.4.7

Tool: Python 3.11 or newer and fontTools 4.68.0, best in a venv of its own.
The same inputs and the same fontTools give the same bytes. Run it like this:

    mkdir /tmp/noto && cd /tmp/noto
    apt-get download fonts-noto-core fonts-noto-ui-core fonts-noto-cjk
    for deb in *.deb; do dpkg-deb -x "$deb" .; done
    npm pack @expo-google-fonts/noto-emoji && tar xzf *.tgz
    python3 -m venv venv && venv/bin/pip install fonttools==4.68.0
    venv/bin/python .../resources/fonts/make_fonts.py /tmp/noto

The argument is the folder that holds `usr/share/fonts` and `package`.
`--only TEXT` makes just the files with TEXT in their name (for a quick try);
families.json and LICENSE-OFL.txt are then left as they are. `--check` makes
everything in a temporary folder and compares it with what is here.

What is changed, compared with the sources:

* Hinting, signatures and vertical layout are dropped, and features nobody can
  ask for. `dlig` goes too: it puts vowel signs on the name Muhammad.
* The UI cuts are taken wherever there is one. Their line is 1.36 em, like that
  of Noto Sans (the text cut of Arabic has 2.11, of Myanmar 2.18), so a name in
  any script leaves the rows of a list where they are.
* Symbols, Symbols2 and Math get the line of Noto Sans for the same reason; a
  tick would otherwise make a line 1.70 em high. Higher than 1.36 em are only CJK
  (1.45) and Thaana (1.49, which its vowels below the line need).
* Thaana gets a GSUB table that names its script and does nothing. For the
  scripts from Syriac to Sinhala, Khmer and N'Ko, Qt takes no font whose GSUB
  doesn't name them, and draws nothing.
* No character is in two families, but for spaces, invisible signs and the digits
  of keycaps (and Noto Serif, which has what Noto Sans has). So the order of the
  families decides little, and no font pulls a letter out of a word.
* Han: the family "Noto Sans CJK SC" has what is common in China, Taiwan, Japan
  or Korea (about 10,700), in Regular and Bold. All the other 19,600 that Noto
  draws are in a family of their own, "Noto Sans CJK SC Rare", in Regular only.
  They can't be in the Regular file alone: Qt picks one face of a family for a
  bold text and doesn't go back to the lighter face for a character that the
  bold one lacks.
* The regional forms of Han (`locl`) and variation sequences are dropped: Han
  has the Simplified Chinese form, on every machine.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import filecmp
import json
import logging
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import fontTools
from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

FONTTOOLS = "4.68.0"
HERE = Path(__file__).resolve().parent
WEIGHTS = ("Regular", "Bold")
TRUETYPE = "usr/share/fonts/truetype/noto/Noto{}-{}.ttf"
CJK = "usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
CJK_FACE = "Noto Sans CJK SC"
EMOJI = "package/400Regular/NotoEmoji_400Regular.ttf"
LICENCE = "package/LICENSE_FONT"

# Fonts of one script each, in the order of the fallback list. Where two fonts
# have the same character (a danda, a Georgian comma), the earlier one keeps it.
SCRIPTS = (
    "SansArmenian",
    "SansGeorgian",
    "SansHebrew",
    "SansArabicUI",
    "SansThaana",
    "SansDevanagariUI",
    "SansBengaliUI",
    "SansGurmukhiUI",
    "SansGujaratiUI",
    "SansOriyaUI",
    "SansTamilUI",
    "SansTeluguUI",
    "SansKannadaUI",
    "SansMalayalamUI",
    "SansSinhalaUI",
    "SansThaiUI",
    "SansLaoUI",
    "SansKhmerUI",
    "SansMyanmarUI",
    "SansEthiopic",
)

# What a font keeps even though Noto Sans has it: a shaper looks for these in
# the font at hand (spaces, joiners, marks of direction, the dotted circle).
SHARED = {
    0x20,
    0xA0,
    0x034F,
    0x061C,
    0x25CC,
    0xFEFF,
    *range(0x200B, 0x2010),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),
    *range(0xFE00, 0xFE10),
}

# Blocks of Noto Sans and Noto Serif: Latin, Greek, Cyrillic, marks,
# punctuation, currency, letterlike signs. Anything else is another font's.
LGC = (
    (0x20, 0x52F),
    (0x1AB0, 0x1AFF),
    (0x1C80, 0x1C8F),
    (0x1D00, 0x1FFF),
    (0x2000, 0x20CF),
    (0x20F0, 0x20F0),
    (0x2100, 0x214F),
    (0x2150, 0x218F),
    (0x25CC, 0x25CC),
    (0x2C60, 0x2C7F),
    (0x2DE0, 0x2E7F),
    (0xA640, 0xA69F),
    (0xA700, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xFB00, 0xFB06),
    (0xFE00, 0xFE2F),
    (0xFEFF, 0xFEFF),
    (0xFFFC, 0xFFFD),
)

# Blocks of the three symbol fonts: arrows, mathematics, technical signs,
# enclosed letters, geometric shapes, dingbats, Braille, pictures that are no
# emoji, and the "fancy" letters of social networks, which people do have in
# their names.
SYMBOLS = (
    (0x20D0, 0x20FF),
    (0x2100, 0x2BFF),
    (0x1D400, 0x1D7FF),
    (0x1F100, 0x1F1FF),
    (0x1F300, 0x1F6FF),
    (0x1F780, 0x1F8FF),
)

# Signs that Noto Emoji has as well, but which are text in a window: arrows,
# triangles, squares, tick and cross. All other emoji come from Noto Emoji.
TEXT_NOT_EMOJI = {
    *range(0x2194, 0x219A),
    0x21A9,
    0x21AA,
    0x25AA,
    0x25AB,
    0x25B6,
    0x25C0,
    0x25FB,
    0x25FC,
    0x2714,
    0x2716,
    0x2934,
    0x2935,
    0x2B05,
    0x2B06,
    0x2B07,
}

# The emoji font joins these with U+20E3 to a keycap.
KEYCAPS = {0x23, 0x2A, *range(0x30, 0x3A)}

# The CJK font without Han: radicals, punctuation, kana, bopomofo, enclosed
# letters and months, Hangul, vertical and wide forms, box drawing.
CJK_OTHER = (
    (0x1100, 0x11FF),
    (0x2500, 0x259F),
    (0x2E80, 0x2FFF),
    (0x3000, 0x33FF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xFE10, 0xFE1F),
    (0xFE30, 0xFE6F),
    (0xFF00, 0xFFEF),
    (0x1B000, 0x1B16F),
    (0x1F200, 0x1F2FF),
)
HAN = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)

# Features no screen and no slip of ours asks for.
DROPPED_FEATURES = {
    "aalt",
    "dlig",
    "hist",
    "ruby",
    "fwid",
    "hwid",
    "pwid",
    "ljmo",
    "vjmo",
    "tjmo",
    "halt",
    "palt",
    "vert",
    "vrt2",
    "vhal",
    "vkrn",
    "vpal",
    "valt",
}
DROPPED_TABLES = ["DSIG", "BASE", "VORG", "vhea", "vmtx", "STAT", "gasp", "VDMX", "meta"]
LINE_FIELDS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": (
        "sTypoAscender",
        "sTypoDescender",
        "sTypoLineGap",
        "usWinAscent",
        "usWinDescent",
    ),
}


@dataclass(frozen=True)
class Job:
    """One font to write."""

    file: str
    source: Path
    characters: frozenset[int]
    family: str = ""  # renamed to this, if given
    face: str = ""  # of a collection
    line_of: Path | None = None  # takes the line height of this font
    script: str = ""  # gets a GSUB table that names this script
    drop_features: frozenset[str] = frozenset()


def spread(blocks: tuple[tuple[int, int], ...]) -> set[int]:
    return {code for first, last in blocks for code in range(first, last + 1)}


def open_font(path: Path, face: str = "") -> TTFont:
    if not face:
        return TTFont(path, recalcTimestamp=False, lazy=True)
    number = 0
    while True:  # ends with an error of TTFont when there is no such face
        font = TTFont(path, fontNumber=number, recalcTimestamp=False, lazy=True)
        if font["name"].getDebugName(1) == face:
            return font
        number += 1


def covered(path: Path, face: str = "") -> set[int]:
    return set(open_font(path, face).getBestCmap())


def encodable(codec: str, first: int = 0, last: int = 0xFFFFFFFF) -> set[int]:
    """The Han of an old national character set, which Python knows by heart."""
    found = set()
    for code in spread(HAN):
        try:
            raw = chr(code).encode(codec)
        except UnicodeEncodeError:
            continue
        if first <= int.from_bytes(raw, "big") <= last:
            found.add(code)
    return found


def common_han() -> set[int]:
    """In daily use in mainland China, Taiwan, Japan or Korea: about 10,700."""
    return (
        encodable("gb2312")
        | encodable("big5", 0xA440, 0xC67E)  # level 1
        | encodable("shift_jis")  # JIS levels 1 and 2
        | encodable("euc_kr")
    )


class Plan:
    """The fonts to write, the files of each family, and the fallback order."""

    def __init__(self, inputs: Path) -> None:
        self.inputs = inputs
        self.jobs: list[Job] = []
        self.files: dict[str, list[str]] = {}
        self.taken: set[int] = set()  # by the fonts so far
        self.sans = self.truetype("Sans", "Regular")
        self.latin_greek_cyrillic()
        self.scripts()
        self.emoji()
        self.symbols()
        self.cjk()
        self.serif()

    def truetype(self, name: str, weight: str) -> Path:
        return self.inputs / TRUETYPE.format(name, weight)

    def free(self, characters: set[int]) -> set[int]:
        """Those that no font has so far; the shared ones are always free."""
        return characters - (self.taken - SHARED)

    def add(self, source: Path, file: str, characters: set[int], **rest) -> None:
        job = Job(file, source, frozenset(characters), **rest)
        self.jobs.append(job)
        name = job.family or job.face or open_font(source)["name"].getDebugName(1)
        self.files.setdefault(name, []).append(file)
        self.taken |= characters

    def latin_greek_cyrillic(self) -> None:
        own = covered(self.sans) & spread(LGC)
        for weight in WEIGHTS:
            self.add(self.truetype("Sans", weight), f"NotoSans-{weight}.ttf", own)

    def scripts(self) -> None:
        for name in SCRIPTS:
            own = self.free(covered(self.truetype(name, "Regular")))
            script = "thaa" if name == "SansThaana" else ""
            for weight in WEIGHTS:
                file = f"Noto{name}-{weight}.ttf"
                self.add(self.truetype(name, weight), file, own, script=script)

    def emoji(self) -> None:
        source = self.inputs / EMOJI
        own = self.free(covered(source)) - TEXT_NOT_EMOJI
        self.add(source, "NotoEmoji-Regular.ttf", own | KEYCAPS)

    def symbols(self) -> None:
        for name in ("SansMath", "SansSymbols", "SansSymbols2"):
            source = self.truetype(name, "Regular")
            own = self.free(covered(source) & (spread(SYMBOLS) | SHARED))
            self.add(source, f"Noto{name}-Regular.ttf", own, line_of=self.sans)

    def cjk(self) -> None:
        how = {"face": CJK_FACE, "drop_features": frozenset({"locl"})}
        source = self.inputs / CJK.format("Regular")
        drawn = covered(source, CJK_FACE)
        common = drawn & self.free(spread(CJK_OTHER) | common_han() | SHARED)
        for weight in WEIGHTS:
            file = f"NotoSansCJKsc-{weight}.otf"
            self.add(self.inputs / CJK.format(weight), file, common, **how)
        rare = drawn & (spread(HAN) - common | {0x20})
        family = CJK_FACE + " Rare"
        self.add(source, "NotoSansCJKscRare-Regular.otf", rare, family=family, **how)

    def serif(self) -> None:
        source = self.truetype("Serif", "Regular")
        self.add(source, "NotoSerif-Regular.ttf", covered(source) & spread(LGC))


def rename(font: TTFont, family: str, file: str) -> None:
    names, name = font["name"], Path(file).stem
    for number, text in ((1, family), (3, name), (4, family), (6, name)):
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    for number in (16, 17, 18, 21, 22):
        names.removeNames(nameID=number)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [name]
        cff.topDictIndex[0].FullName = family
        cff.topDictIndex[0].FamilyName = family


def options_for(font: TTFont, job: Job) -> subset.Options:
    options = subset.Options()
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += DROPPED_TABLES
    found = {
        record.FeatureTag
        for tag in ("GSUB", "GPOS")
        if tag in font
        for record in font[tag].table.FeatureList.FeatureRecord
    }
    options.layout_features = sorted(found - DROPPED_FEATURES - job.drop_features)
    return options


def take_line(font: TTFont, source: Path) -> None:
    model = open_font(source)
    for table, fields in LINE_FIELDS.items():
        for field in fields:
            setattr(font[table], field, getattr(model[table], field))


def make(job: Job, folder: Path) -> str:
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = open_font(job.source, job.face)
    missing = job.characters - set(font.getBestCmap())
    if missing:
        raise SystemExit(f"{job.file}: the source lacks U+{min(missing):04X}")
    if job.face:  # variation sequences would bring thousands of glyphs along
        font["cmap"].tables = [t for t in font["cmap"].tables if t.format != 14]
    cutter = subset.Subsetter(options_for(font, job))
    cutter.populate(unicodes=job.characters)
    cutter.subset(font)
    if job.script:
        nothing = "feature ccmp { sub space by space; } ccmp;"
        text = f"languagesystem {job.script} dflt; {nothing}"
        addOpenTypeFeaturesFromString(font, text, tables={"GSUB"})
    if job.line_of:
        take_line(font, job.line_of)
    if job.family:
        rename(font, job.family, job.file)
    font.save(folder / job.file, reorderTables=True)
    return job.file


def write_families(folder: Path, files: dict[str, list[str]]) -> None:
    """`sans` and `serif` go to QFont.setFamilies as they are.

    Noto Sans stands before the emoji once more: among the letters of India Qt
    passes over the first family and would take the figures of the emoji font.
    """
    sans = [name for name in files if name != "Noto Serif"]
    at = sans.index("Noto Emoji")
    table = {
        "sans": [*sans[:at], "Noto Sans", *sans[at:]],
        "serif": ["Noto Serif", *sans],
        "files": files,
    }
    text = json.dumps(table, indent=2, ensure_ascii=False) + "\n"
    (folder / "families.json").write_text(text, encoding="utf-8", newline="\n")


def write_licence(folder: Path, inputs: Path, jobs: list[Job]) -> None:
    parts = [
        "The fonts in this folder are subsets of the Noto fonts, made by make_fonts.py.",
        "Each is under the SIL Open Font License, Version 1.1, given in full below.",
        "Their copyright lines, as they stand in the fonts:",
        "",
    ]
    for job in jobs:
        names = open_font(job.source, job.face)["name"]
        parts.append(job.file)
        parts.append(f"    {names.getDebugName(4)}, {names.getDebugName(5)}")
        if job.family:
            parts.append(f'    (here with the family name "{job.family}")')
        for number in (0, 7):
            line = names.getDebugName(number)
            if line:
                parts.append("    " + " ".join(line.split()))
    parts += [
        "",
        "Reserved Font Names: none of these fonts declares one. Noto is a trademark of",
        "Google LLC. Noto Sans CJK is made from Source Han Sans, whose Reserved Font",
        "Name is 'Source'; no file here bears that name.",
        "",
    ]
    text = (inputs / LICENCE).read_text(encoding="utf-8")
    parts.append(text[text.index("-----") :].rstrip())
    whole = "\n".join(line.rstrip() for part in parts for line in part.split("\n"))
    (folder / "LICENSE-OFL.txt").write_text(whole + "\n", encoding="utf-8", newline="\n")


def build(inputs: Path, folder: Path, only: str = "") -> list[str]:
    plan = Plan(inputs)
    chosen = [job for job in plan.jobs if only in job.file]
    # The slow ones first: two processes then end at about the same time.
    chosen.sort(key=lambda job: (not job.face, job.file))
    with concurrent.futures.ProcessPoolExecutor(max_workers=2) as pool:
        for file in pool.map(make, chosen, [folder] * len(chosen)):
            print(f"{(folder / file).stat().st_size:>9,}  {file}", flush=True)
    made = [job.file for job in chosen]
    if not only:
        write_families(folder, plan.files)
        write_licence(folder, inputs, plan.jobs)
        made += ["families.json", "LICENSE-OFL.txt"]
    total = sum((folder / file).stat().st_size for file in made)
    print(f"{total:>9,}  in all")
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("inputs", type=Path)
    parser.add_argument("--only", default="", metavar="TEXT")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    if fontTools.version != FONTTOOLS:
        print(f"fontTools is {fontTools.version}, not {FONTTOOLS}: bytes may differ")
    if not given.check:
        build(given.inputs, HERE, given.only)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = build(given.inputs, folder, given.only)
        other = [
            file
            for file in made
            if not (HERE / file).exists() or not filecmp.cmp(folder / file, HERE / file, shallow=False)
        ]
    print("differs: " + ", ".join(other) if other else "the same, byte for byte")
    return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
