"""Where things stand on the paper."""

import pytest
import slip_makers as make

from counter.paper.layout import lay_out
from counter.paper.qr import place_qr
from counter.paper.sheet import Cells, TextLine
from counter.records.slips import PAPERS, Flow, Qr, Row, Rows, Size, Slip, SlipKind, Words

ROLL = PAPERS["roll58"]


def slip_of(*blocks, flow=Flow.LTR):
    return Slip(kind=SlipKind.RETURN_RECEIPT, code=make.CODE, language="en", flow=flow, title="", blocks=blocks)


def lines_of(fonts, *blocks, flow=Flow.LTR, paper=ROLL):
    return list(lay_out(slip_of(*blocks, flow=flow), paper, fonts).lines)


def said(line):
    return "".join(run.text for run in line.runs).strip()


def reach(line):
    return min(run.low for run in line.runs), max(run.high for run in line.runs)


def test_the_name_is_the_largest_thing_on_a_thank_you_slip(fonts):
    lines = list(lay_out(make.thank_you("Ania", gesture="Two stars"), ROLL, fonts).lines)
    largest = max(lines, key=lambda line: line.size)
    assert said(largest) == "Ania"
    assert [line for line in lines if line.size == largest.size] == [largest]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize(
    "text", ["x" * 200, "ณ" * 80, "王" * 60, "a-b " * 300, "Wolfeschlegelsteinhausenbergerdorff" * 2, "🎉" * 50]
)
def test_no_text_leaves_its_column(fonts, paper, text):
    sheet = lay_out(slip_of(Words(text, Size.NAME)), paper, fonts)
    for line in sheet.lines:
        low, high = reach(line)
        assert low >= paper.left - 1
        assert max(glyph.x for glyph in line.glyphs) <= paper.left + paper.column
    assert "".join(map(said, sheet.lines)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("value", ["R-2026-001183", "−4.20 €", "1 234 567,00 zł", "Thu 26 November 2026, 16:00"])
def test_a_value_is_never_broken_however_long_its_key(fonts, value):
    lines = lines_of(fonts, Rows((Row("Rye bread, large, sliced, reason: it was not quite as fresh", value),)))
    assert value in map(said, lines)


def test_values_stand_at_the_end_and_keys_at_the_start(fonts):
    lines = lines_of(fonts, Rows((Row("Total", "22.20"), Row("Date", "26"))))
    ends = {round(reach(line)[1]) for line in lines if said(line) in ("22.20", "26")}
    starts = {round(reach(line)[0]) for line in lines if said(line) in ("Total", "Date")}
    assert ends == {ROLL.left + ROLL.column}
    assert starts == {ROLL.left}


def test_an_arabic_slip_is_mirrored(fonts):
    total, value = lines_of(fonts, Rows((Row("المجموع", "22.20"),)), flow=Flow.RTL)
    assert round(reach(total)[1]) == ROLL.left + ROLL.column
    assert round(reach(value)[0]) == ROLL.left


def test_a_phone_number_in_an_arabic_sentence_is_read_from_left_to_right(fonts):
    (line,) = lines_of(fonts, Words("هاتف +44 20 42", Size.SMALL), flow=Flow.RTL)
    number = next(run for run in line.runs if "+44 20 42" in run.text)
    assert not number.rtl


@pytest.mark.parametrize("number", ["+44 20 7946 0142", "7K3M-9QX2", "QXKM-QQXZ", "030/123 45 67", "1,250.00"])
def test_a_number_stays_in_one_piece_at_the_end_of_a_line(fonts, number):
    for length in range(8, 34):
        lines = lines_of(fonts, Words(f"{'n' * length} {number} and so on", Size.LINE))
        assert any(number in said(line) for line in lines)


def test_a_character_that_no_font_has_is_told_once(fonts):
    sheet = lay_out(slip_of(Words("A\ue000B\ue000", Size.NAME)), ROLL, fonts)
    assert sheet.missing == ("\ue000",)


def test_what_has_no_shape_of_its_own_is_not_missing(fonts):
    sheet = lay_out(slip_of(Words("پژمان\u200cفر ❤\ufe0f a\u200db \u2068c\u2069", Size.NAME)), ROLL, fonts)
    assert sheet.missing == ()


def test_a_name_too_long_for_any_line_is_broken_into_halves_of_about_one_length(fonts):
    name = "Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff"
    first, second, third = map(said, lines_of(fonts, Words(name, Size.NAME)))
    assert f"{first} {second}{third}" == name
    assert abs(len(second) - len(third)) < 8


def test_a_short_second_line_is_evened_out(fonts):
    first, second = lines_of(fonts, Words("Thank you for coming by in this rain", Size.LINE))
    assert reach(second)[1] - reach(second)[0] > 0.6 * (reach(first)[1] - reach(first)[0])


@pytest.mark.parametrize("length", [20, 40, 62, 110, 213])
def test_a_qr_code_takes_whole_dots_and_keeps_four_modules_of_white(fonts, length):
    sheet = lay_out(slip_of(Qr("x" * length), Words("under it", Size.CODE)), ROLL, fonts)
    code, line = sheet.items
    side = len(code.rows) * code.side
    assert isinstance(code, Cells) and 5 <= code.side <= 8
    assert code.x - ROLL.left >= 4 * code.side - 1
    assert line.baseline - line.size > code.y + side + 3 * code.side


def test_a_qr_code_that_no_phone_would_read_is_never_printed_small():
    with pytest.raises(ValueError, match="no room on 384 dots"):
        place_qr("x" * 300, ROLL)


def test_a_larger_paper_has_larger_type(fonts):
    sizes = [max(line.size for line in lay_out(make.thank_you(), PAPERS[key], fonts).lines) for key in PAPERS]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_markup_is_only_text(fonts):
    lines = lines_of(fonts, Words("<b>Ania</b> &amp; %s {x}", Size.LINE))
    assert " ".join(map(said, lines)) == "<b>Ania</b> &amp; %s {x}"


def test_lines_typed_apart_stay_apart(fonts):
    assert [said(line) for line in lines_of(fonts, Words("one\ntwo\r\nthree", Size.LINE))] == ["one", "two", "three"]


def test_every_line_has_room_for_its_letters(fonts):
    lines = [item for item in lay_out(make.thank_you("ที่นี่ ญี่ปุ่น\nẤỂ"), ROLL, fonts).items if isinstance(item, TextLine)]
    for line, following in zip(lines, lines[1:], strict=False):
        bottom = max(glyph.y + glyph.outline.path.boundingRect().bottom() for glyph in line.glyphs)
        top = min(glyph.y + glyph.outline.path.boundingRect().top() for glyph in following.glyphs)
        assert bottom <= top
