"""Where the pages of the weekly report turn: nothing stands alone that belongs to something else."""

from datetime import date

import pytest

from counter.paper.flow import HEAD, NOTE, WHOLE
from counter.paper.report import set_pages, set_report
from counter.records.report import Report, ReportLine, Section

pytestmark = pytest.mark.usefixtures("no_network")
SAID = "昨天的面包很硬，服务也慢。" * 20
LONG = "It was a long story about a cake and a bus. " * 90
OURS = "26 Nov 2026 · Ania Kowalska · Baking"


def report_of(*sections):
    return Report(
        week=date(2026, 11, 23), shop="Blue Door Bakery", reach=(), tiles=(), chair=None, bands=(), themes=(),
        sections=sections,
    )  # fmt: skip


def pages_of(sheet):
    """The lines of each page from the top down as words and size, without the foot."""
    page = sheet.height // sheet.pages
    lines = [(line.baseline, line.size, said(line)) for line in sheet.lines if line.runs]
    found = [sorted(line for line in lines if line[0] // page == number) for number in range(sheet.pages)]
    assert all(" of " in each[-1][2] for each in found)
    return [[(words, size) for _, size, words in each[:-1]] for each in found]


def said(line):
    return "".join(run.text for run in line.runs).strip()


@pytest.mark.parametrize("words", ["Stale", "The bread was stale. " * 12, SAID], ids=["short", "long", "Chinese"])
def test_no_heading_stands_alone_at_the_foot_of_a_page_and_no_note_at_the_top(fonts, words):
    for many in range(20, 45):
        above = Section("Above", tuple(ReportLine("", f"Nothing {number}") for number in range(many)))
        below = Section("What they said", (ReportLine(words, OURS), ReportLine(words, OURS * 4)))
        pages = pages_of(set_report(report_of(above, below), fonts))
        for page in pages:
            assert page[-1][1] != HEAD.size, many
            assert page[0][1] != NOTE.size, many


def test_a_voice_that_is_not_very_long_is_never_split_over_two_pages(fonts):
    for many in range(25, 45):
        above = Section("Above", tuple(ReportLine("", f"Nothing {number}") for number in range(many)))
        pages = pages_of(set_report(report_of(above, Section("They", (ReportLine(SAID, OURS),))), fonts))
        assert sum(any("昨天" in words for words, _ in page) for page in pages) == 1, many


def test_a_very_long_voice_goes_on_over_the_page_and_no_line_of_it_stands_alone(fonts):
    (only,) = pages_of(set_report(report_of(Section("They", (ReportLine(LONG, OURS),))), fonts))
    tall = sum("bus" in words for words, _ in only)
    assert tall * 20 > WHOLE
    for many in range(25, 45):
        above = Section("Above", tuple(ReportLine("", f"Nothing {number}") for number in range(many)))
        pages = pages_of(set_report(report_of(above, Section("They", (ReportLine(LONG, OURS),))), fonts))
        parts = [sum("bus" in words or "cake" in words for words, _ in page) for page in pages]
        assert sum(parts) == tall and 1 not in parts, many
        assert "".join(words + " " for page in pages for words, _ in page).count("cake") == 90


def test_a_list_that_goes_on_over_the_page_is_named_again(fonts):
    lines = tuple(ReportLine("", f"Loaf {number}: 2 faulty") for number in range(150))
    pages = pages_of(set_pages("All", "of it", (Section("What came back", lines),), fonts))
    assert len(pages) == 3
    assert [page[0][0] for page in pages[1:]] == ["What came back, continued"] * 2
    assert [words for page in pages for words, _ in page if "Loaf" in words] == [line.note for line in lines]
