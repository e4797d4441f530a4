"""The PDF of a slip, opened again."""

import unicodedata
from dataclasses import replace

import pytest
import slip_makers as make
from reading import code_in, likeness, page_sizes, picture_of_bitmap, picture_of_pdf, words

from counter.paper.layout import lay_out
from counter.paper.paint import raster, whole_raster
from counter.paper.pdf import About, pdf
from counter.paper.sheet import Cells
from counter.records.slips import PAPERS

ABOUT = About("Thank you 7K3M-9QX2", "en")
NAMES = {
    "latin": "Zoë Müller-Łukasiewicz",
    "latin, marks apart": unicodedata.normalize("NFD", "Ångström Ğülşen"),
    "vietnamese": "Nguyễn Thị Ánh Tuyết",
    "greek": "Αλέξανδρος Παπαδόπουλος",
    "cyrillic": "Наталія Ґалаґан",
    "armenian": "Արմեն Սարգսյան",
    "georgian": "გიორგი ბერიძე",
    "hebrew": "שרה כהן",
    "arabic": "عبد الرحمن الهاشمي",
    "persian": "گلچهره پژمان\u200cفر",
    "urdu": "ڈاکٹر نگہت چوہدری",
    "devanagari": "श्रीमती क्षितिजा त्रिवेदी",
    "bengali": "শ্রীমতী ঋত্বিকা চক্রবর্তী",
    "gujarati": "કૃષ્ણા પટેલ",
    "gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "tamil": "ஸ்ரீ கௌசல்யா",
    "telugu": "శ్రీనివాస్ రావు",
    "kannada": "ಕೃಷ್ಣಮೂರ್ತಿ",
    "malayalam": "ശ്രീലക്ഷ്മി",
    "sinhala": "ශ්‍රී ලාල්",
    "thai": "ณัฐพงษ์ ศิริวัฒน์",
    "lao": "ສົມຊາຍ",
    "khmer": "សុខា ស្រីមុំ",
    "myanmar": "မြတ်နိုးအောင်",
    "ethiopic": "አበበ ቢቂላ",
    "han": "王小明 歐陽菲菲",
    "kana": "髙橋 さくら カナ",
    "hangul": "김민수",
    "emoji": "Anna 🎉❤️",
    "mixed": "Dr. 김 & Søren Ωmega",
    "right-to-left among left": "Ali محمد 42",
}


def made(slip, fonts, paper="roll58"):
    return lay_out(slip, PAPERS[paper], fonts)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_name_is_drawn_whole_and_can_be_searched(fonts, name):
    sheet = made(make.thank_you(name), fonts)
    found = words(pdf(sheet, ABOUT))
    assert sheet.missing == ()
    assert unicodedata.normalize("NFC", name) in found.replace("  ", " ")


def test_all_words_of_a_slip_stand_in_the_pdf_in_order(fonts):
    found = words(pdf(made(make.thank_you(gesture="Two gingerbread stars from us."), fonts), ABOUT))
    said = [
        "Blue Door Bakery", "Ania", "Thank you for coming by in this rain.", "Two gingerbread stars from us.",
        "How was it? 7K3M-9QX2", "or tell us: +44 20 7946 0142, hello@bluedoor.example", "Thu 26 November 2026",
        "12 Mill Lane",
    ]  # fmt: skip
    places = [found.find(text) for text in said]
    assert -1 not in places
    assert places == sorted(places)


def test_an_arabic_slip_keeps_its_phone_number_in_order(fonts):
    line = "شكرا لقدومك في هذا المطر."
    found = words(pdf(made(make.thank_you("عبد الرحمن", language="ar", line=line), fonts), ABOUT))
    assert line in found
    assert "+44 20 7946 0142" in found


def test_the_same_slip_gives_the_same_bytes(fonts):
    first, second = (pdf(made(make.thank_you(), fonts), ABOUT) for _ in range(2))
    assert first == second
    assert len(first) < 60_000


@pytest.mark.parametrize(
    ("paper", "size"),
    [("a6", (105, 148)), ("a5", (148, 210)), ("a4", (210, 297)), ("letter", (215.9, 279.4))],
)
def test_a_page_is_exactly_as_large_as_its_paper(fonts, paper, size):
    sizes = page_sizes(pdf(made(make.order_slip(), fonts, paper), ABOUT))
    assert sizes == [pytest.approx([side * 72 / 25.4 for side in size], abs=0.01)]


@pytest.mark.parametrize(("paper", "width"), [("roll58", 58), ("roll80", 80)])
def test_a_rolls_page_is_as_long_as_the_slip(fonts, paper, width):
    sheet = made(make.thank_you(), fonts, paper)
    sizes = page_sizes(pdf(sheet, ABOUT))
    assert sizes == [pytest.approx([width * 72 / 25.4, sheet.height * 9 / 25.4], abs=0.01)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("kind", make.EVERY_KIND, ids=lambda kind: kind.__name__)
def test_pdf_and_raster_are_the_same_picture(fonts, kind, paper):
    sheet = made(kind(), fonts, paper)
    dots = picture_of_bitmap(whole_raster(sheet))
    drawn = picture_of_pdf(pdf(sheet, ABOUT), *dots.size)
    assert likeness(dots, drawn) >= 0.98


@pytest.mark.parametrize("paper", PAPERS)
def test_the_qr_code_is_the_same_to_the_dot_and_can_be_read_from_both(fonts, paper):
    sheet = made(make.thank_you(), fonts, paper)
    code = next(item for item in sheet.items if isinstance(item, Cells))
    edge = (code.x, code.y, code.x + len(code.rows) * code.side, code.y + len(code.rows) * code.side)
    dots = picture_of_bitmap(whole_raster(sheet))
    drawn = picture_of_pdf(pdf(sheet, ABOUT), *dots.size)
    assert code.side >= 5
    assert dots.crop(edge).tobytes() == drawn.crop(edge).tobytes()
    assert code_in(dots) == code_in(drawn) == [make.QR]


def test_a_print_head_gets_only_the_column_that_it_reaches(fonts):
    narrow, wide = (raster(made(make.thank_you(), fonts, paper)) for paper in ("roll58", "roll80"))
    assert (narrow.width, narrow.stride) == (384, 48)
    assert (wide.width, wide.stride) == (576, 72)
    assert code_in(picture_of_bitmap(narrow)) == code_in(picture_of_bitmap(wide)) == [make.QR]


def test_a_slip_longer_than_its_page_goes_on_on_the_next_and_loses_nothing(fonts):
    spec = " ".join(f"word{number}" for number in range(400))
    data = pdf(made(make.order_slip(spec=spec), fonts, "a6"), ABOUT)
    assert len(page_sizes(data)) > 1
    assert spec in words(data)


def test_a_viewer_is_told_title_and_language(fonts):
    data = pdf(made(replace(make.thank_you(), language="pl"), fonts), About("Dziękujemy", "pl"))
    assert b"(pl)" in data
    assert b"DisplayDocTitle" in data
