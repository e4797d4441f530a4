"""Names in 26 scripts: Qt takes the very glyphs that HarfBuzz takes, from the fonts that come along and no others."""

import json
import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import slip_makers as make
import uharfbuzz
from PySide6.QtGui import QRawFont
from reading import words

from counter.paper.fonts import outline
from counter.paper.layout import lay_out
from counter.paper.pdf import About, pdf
from counter.paper.text import Style, Typesetter
from counter.records.slips import PAPERS

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SIZE = 50
NAMES = {
    "Latin": ("Zoë Müller-Łukasiewicz", "Nguyễn Thị Ánh Tuyết", "Åsa Þórðardóttir"),
    "Greek": ("Νίκος Παπαδόπουλος", "Ελένη Ξένου", "Ὀδυσσεύς"),
    "Cyrillic": ("Ольга Щербакова", "Ђорђе Љубић", "Їжакевич Ґалина"),
    "Armenian": ("Անի Հովհաննիսյան", "Արամ", "Շուշան Ղազարյան"),
    "Georgian": ("ნინო ბერიძე", "გიორგი", "ქეთევან ჭავჭავაძე"),
    "Hebrew": ("שרה כהן", "יִצְחָק", "נעמי בן־דוד"),
    "Arabic": ("محمد", "فاطمة الزهراء", "پژمان گیلانی"),
    "Thaana": ("އަހްމަދު", "މަރިޔަމް", "އިބްރާހިމް"),
    "Devanagari": ("श्रीमती त्रिवेदी", "क्षितिजा", "कृष्ण शर्मा"),
    "Bengali": ("রবীন্দ্রনাথ", "সুমিত্রা চক্রবর্তী", "ক্ষুদিরাম"),
    "Gurmukhi": ("ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "ਹਰਜੀਤ", "ਕਿਰਨ"),
    "Gujarati": ("કૃષ્ણા પટેલ", "જ્યોતિ", "દ્રષ્ટિ"),
    "Oriya": ("ସୁଭାଷ", "ପ୍ରିୟଙ୍କା", "ଜଗନ୍ନାଥ"),
    "Tamil": ("லக்ஷ்மி", "முருகன்", "ஸ்ரீதேவி"),
    "Telugu": ("శ్రీనివాస్", "లక్ష్మి", "కృష్ణ"),
    "Kannada": ("ಶ್ರೀನಿವಾಸ", "ಲಕ್ಷ್ಮಿ", "ಕೃಷ್ಣ"),
    "Malayalam": ("ശ്രീകുമാർ", "ലക്ഷ്മി", "കൃഷ്ണൻ"),
    "Sinhala": ("ශ්‍රී", "කුමාරි", "ප්‍රියන්ත"),
    "Thai": ("สมชาย ใจดี", "น้ำฝน", "ศิริพร"),
    "Lao": ("ສົມສັກ", "ຄຳແພງ", "ນ້ຳ"),
    "Khmer": ("សុខា", "ស្រីមុំ", "ច័ន្ទ"),
    "Myanmar": ("အောင်ဆန်း", "မြင့်မြင့်", "ကျော်"),
    "Ethiopic": ("አበበ ቢቂላ", "ሰላም", "ዘውዲቱ"),
    "Han": ("王小明", "歐陽菲菲", "司马相如"),
    "Kana": ("あいこ", "アブドゥル", "さくら"),
    "Hangul": ("김민수", "이서연", "박지훈"),
}
EVERY = [(script, name) for script, names in NAMES.items() for name in names]


@cache
def table():
    return json.loads((FONTS / "families.json").read_text(encoding="utf-8"))


@cache
def face_of(path):
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))


def font_of(name):
    """The bold font that the name is set in: the first family that has all its letters."""
    for family in table()["sans"]:
        files = table()["files"][family]
        path = FONTS / next((file for file in files if "Bold" in file), files[0])
        has = face_of(path).unicodes
        if all(ord(letter) in has or letter in " \u200d" for letter in name):
            return path
    raise AssertionError(f"no font has all of {name}")


def by_harfbuzz(name, path):
    buffer = uharfbuzz.Buffer()
    buffer.add_str(name)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(face_of(path)), buffer)
    return [info.codepoint for info in buffer.glyph_infos]


def test_there_are_names_enough():
    assert len(EVERY) >= 60 and len(NAMES) >= 20


@pytest.mark.parametrize(("script", "name"), EVERY, ids=[f"{s}-{n}" for n, (s, _) in enumerate(EVERY)])
def test_qt_takes_the_glyphs_that_harfbuzz_takes(fonts, script, name):
    path = font_of(name)
    raw = QRawFont(str(path), SIZE)
    wanted = Counter(shape for number in by_harfbuzz(name, path) if (shape := outline(raw, number).operators))
    text = Typesetter(fonts).set(name, Style(SIZE, bold=True), 100_000)
    (line,) = text.lines
    assert Counter(glyph.outline.operators for glyph in line.line.glyphs) == wanted
    assert text.missing == ()


@pytest.mark.parametrize("letter", "रরਰરରரరರരරรຣរရሩر", ids=ascii)
def test_figures_beside_letters_of_any_script_are_those_of_the_text(fonts, letter):
    path = font_of("15")
    figures = {outline(QRawFont(str(path), SIZE), number).operators for number in by_harfbuzz("15", path)}
    (line,) = Typesetter(fonts).set(f"{letter} 15", Style(SIZE, bold=True), 100_000).lines
    assert figures <= {glyph.outline.operators for glyph in line.line.glyphs}


@pytest.mark.parametrize("script", NAMES)
def test_the_pdf_gives_every_word_back(fonts, script):
    names = NAMES[script]
    for name in names:
        sheet = lay_out(make.thank_you(name), PAPERS["roll80"], fonts)
        assert name in words(pdf(sheet, About("Slip", "en")))


ALONE = """
import json, sys
from pathlib import Path
from PySide6.QtGui import QFontDatabase, QGuiApplication
application = QGuiApplication([])
before = QFontDatabase.families()
folder = Path(sys.argv[1])
table = json.loads((folder / "families.json").read_text(encoding="utf-8"))
for file in (file for files in table["files"].values() for file in files):
    QFontDatabase.addApplicationFont(str(folder / file))
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.records.slips import PAPERS
import slip_makers as make
fonts = Fonts(tuple(table["sans"]))
sheets = {name: lay_out(make.thank_you(name), PAPERS["roll58"], fonts) for name in json.loads(sys.stdin.read())}
lost = {name: sheet.missing for name, sheet in sheets.items() if sheet.missing}
print(json.dumps([before, lost]))
"""


@pytest.mark.slow
def test_no_font_of_the_machine_is_needed(tmp_path):
    """A process that finds no font but ours: an empty folder is all that it is shown as the system's."""
    empty = tmp_path / "fonts"
    empty.mkdir()
    nothing = tmp_path / "fonts.conf"
    nothing.write_text(f"<fontconfig><dir>{empty}</dir><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="ascii")
    root = Path(__file__).parents[2]
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QPA_FONTDIR": str(empty), "FONTCONFIG_FILE": str(nothing),
        "QT_DISABLE_EMOJI_SEGMENTER": "1", "PYTHONPATH": os.pathsep.join((str(root), str(root / "tests"))),
        "QT_LOGGING_RULES": "qt.text.font.db*=false",
    }  # fmt: skip
    names = [name for _, name in EVERY] + ["🎉 ❤️ 👩‍👩‍👧‍👦"]
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(FONTS)], input=json.dumps(names), capture_output=True, text=True,
        timeout=120, env=environment, check=True,
    )  # fmt: skip
    before, lost = json.loads(done.stdout)
    assert set(before) <= {"Monospace", "Sans", "Sans Serif", "Serif"}  # names of no font, known to fontconfig
    assert lost == {}
