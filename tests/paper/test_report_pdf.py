"""The weekly report of a real shop file: every voice stands in it once, in the customer's own words."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from counter_maker import Clock, Ops, open_file, open_till, someone_called
from report_pages import printed, squeezed, text_at_a_glance, text_of, wrongly_printed

from counter.demo.make import Plan, Pools, make
from counter.desk import complaints, returns
from counter.models import shop
from counter.office import report as office
from counter.paper.fonts import Fonts
from counter.paper.report import set_report
from counter.records.complaints import ComplaintForm
from counter.records.entries import Reason, ReturnOutcome
from counter.records.returns import ReturnForm
from counter.settings import Settings

RESOURCES = Path(__file__).parents[2] / "resources" / "demo"
TODAY = date(2026, 11, 26)
pytestmark = pytest.mark.usefixtures("no_network")
NOW = datetime(2026, 11, 26, 15, 30, tzinfo=UTC)
WEEKS = [TODAY - timedelta(days=7 * ago) for ago in range(8)]
OTHER_SCRIPTS = (
    "الخبز كان قاسيا جدا", "昨天的面包很硬，服务也慢。", "Το ψωμί ήταν καμένο", "रोटी बासी थी", "הלחם היה שרוף",
    "<b>not bold</b> & 5 < 6",
)  # fmt: skip


@pytest.fixture
def till(tmp_path):
    opened = open_till(tmp_path / "shop.counter", Clock())
    yield opened
    opened.database.close()


@pytest.fixture
def ops():
    return Ops()


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A year of a shop with 300 people."""
    files = (RESOURCES / f"{name}.json" for name in ("names", "people", "shop"))
    pools = Pools(*(json.loads(file.read_text(encoding="utf-8")) for file in files))
    database = open_file(tmp_path_factory.mktemp("year") / "shop.counter")
    make(database, pools, Plan(300, 7, TODAY, now=NOW))
    yield Settings.from_text(shop.setting("shop"))
    database.close()


@pytest.fixture(scope="module")
def fonts(families):
    return Fonts(families[0])


@pytest.mark.slow
@pytest.mark.parametrize("week", WEEKS, ids=str)
def test_each_voice_of_a_week_stands_in_the_pdf_exactly_once(demo, fonts, week):
    said = office.all_voices(week, demo, NOW)
    assert said
    assert wrongly_printed(said, printed(office.weekly(week, demo, NOW), fonts)) == []


def test_the_report_of_a_usual_week_is_two_pages_of_a4_and_under_200_kilobytes(demo, fonts):
    data = printed(office.weekly(WEEKS[1], demo, NOW), fonts)
    assert len(data) < 200_000
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == 2
        assert document.get_page_size(0) == pytest.approx((595.3, 841.9), abs=0.1)


def test_everything_stands_inside_the_page(demo, fonts):
    sheet = set_report(office.weekly(WEEKS[1], demo, NOW), fonts)
    for line in sheet.lines:
        assert all(run.low >= 0 and run.high <= sheet.width for run in line.runs)
    for item in sheet.items:
        for x, y, width, height in item.bars() if hasattr(item, "bars") else ():
            assert x >= 0
            assert x + width <= sheet.width
            assert 0 <= y <= y + height <= sheet.height


def test_every_voice_with_a_record_leads_to_it(demo):
    report = office.weekly(WEEKS[1], demo, NOW)
    lines = [line for section in report.sections for line in section.lines if line.words]
    leads = {(line.thing, line.thing_id) for line in (*lines, report.chair) if line.thing}
    assert leads == {(v.thing, v.thing_id) for v in office.all_voices(WEEKS[1], demo, NOW) if v.thing}


def test_the_index_has_a_number_only_with_ten_answers(demo):
    report = office.weekly(WEEKS[0], demo, NOW)
    assert report.tiles[0].figure != "–"
    for band in report.bands:
        assert 0 <= band.low <= band.value <= band.high <= 100


def test_the_chair_chosen_speaks_and_is_not_offered_again_for_a_year(demo):
    chosen = office.offer_chair(WEEKS[1], demo)[2]
    office.decide(WEEKS[1], "we change the oven", chosen.words, NOW)
    assert office.weekly(WEEKS[1], demo, NOW, chosen.words).chair.words == chosen.words
    assert chosen.words not in [voice.words for voice in office.offer_chair(WEEKS[0], demo)]


def test_next_week_asks_what_became_of_the_decision(demo):
    office.decide(WEEKS[3], "we bake rye twice", "", NOW)
    last = office.weekly(WEEKS[2], demo, NOW).sections[-1]
    assert "we bake rye twice" in last.lines[0].note


@pytest.mark.slow
def test_words_in_any_script_and_of_any_length_are_printed_whole(till, ops, fonts):
    ania = someone_called(till, "Ania Kowalska")
    for words in (*OTHER_SCRIPTS, "The bread was too dark again. " * 60):
        complaints.log(till, ops(), ania, ComplaintForm(words=words, theme="bread"))
    said = office.all_voices(till.today, till.settings)
    assert len(said) == len(OTHER_SCRIPTS) + 1
    text = text_of(printed(office.weekly(till.today, till.settings, till.now), fonts))
    for words in OTHER_SCRIPTS:
        assert text.count(squeezed(words)) == 1, words
    assert text.count("Thebreadwastoodarkagain.") == 60


def test_a_week_in_which_nobody_said_anything_is_a_report_too(till, fonts):
    report = office.weekly(till.today, till.settings, till.now)
    assert report.chair is None
    assert "Nothingwentwrong" in text_at_a_glance(printed(report, fonts))


def test_how_customers_reach_the_shop_stands_on_the_report(till, fonts):
    settings = replace(till.settings, phone="020 7946 0142", whatsapp="+44 7700 900123", mail="hello@bluedoor.example")
    text = text_of(printed(office.weekly(till.today, settings, till.now), fonts))
    assert all(squeezed(way) in text for way in (settings.phone, settings.whatsapp, settings.mail))


@pytest.mark.parametrize(
    ("faulty", "by_hand", "asks"),
    [(1, False, ""), (2, False, " – look at it"), (4, False, " – stop selling it?"), (1, True, " – stopped by hand")],
)
def test_a_product_that_comes_back_faulty_asks_to_be_looked_at_or_stopped(till, ops, faulty, by_hand, asks):
    ania = someone_called(till, "Ania Kowalska")
    for _ in range(faulty):
        form = ReturnForm(
            items=(("Plum jam", "1"),), reason=Reason.FAULTY, outcome=ReturnOutcome.REPLACEMENT, stop_selling=by_hand
        )
        returns.log(till, ops(), ania, form)
    report = office.weekly(till.today, till.settings, till.now)
    came_back = next(section for section in report.sections if section.title.startswith("What came back"))
    assert [line.note for line in came_back.lines] == [f"Plum jam: {faulty} faulty{asks}"]
    assert came_back.lines[0].thing == "return_case"


def test_the_card_of_the_empty_chair_holds_no_customers_name(till, ops):
    ania = someone_called(till, "Ania Kowalska")
    someone_called(till, "Zoë Müller")
    complaints.log(till, ops(), ania, ComplaintForm(words="Mrs Kowalska waited while Zoë was served."))
    (voice,) = office.offer_chair(till.today, till.settings)
    assert office.card_words(voice) == "Mrs N. waited while N. was served."


@pytest.mark.slow
def test_a_third_page_begins_when_the_voices_need_it_and_none_is_cut(till, ops, fonts):
    ania = someone_called(till, "Ania Kowalska")
    for number in range(60):
        complaints.log(till, ops(), ania, ComplaintForm(words=f"Voice {number}: " + "it was too dark. " * 9))
    sheet = set_report(office.weekly(till.today, till.settings, till.now), fonts)
    assert sheet.pages >= 3
    text = text_at_a_glance(printed(office.weekly(till.today, till.settings, till.now), fonts))
    assert text.count("itwastoodark.") == 60 * 9
    assert all(f"Voice{number}:it" in text for number in range(60))
    assert f"page3of{sheet.pages}" in text


def test_a_past_week_shows_what_was_open_then(till, ops):
    clock, ania = till.clock, someone_called(till, "Ania Kowalska")
    saved = complaints.log(till, ops(), ania, ComplaintForm(words="Stale"))
    then = till.today
    clock.go_on(days=7)
    complaints.put_right(till, ops(), saved.thing_id, "Another loaf")
    complaints.tell(till, ops(), saved.thing_id, "at the counter")
    complaints.cause(till, ops(), saved.thing_id, "The oven")
    clock.go_on(days=7)
    first = office.weekly(then, till.settings, till.now)
    assert "not put right yet · not told yet · since then put right, told, cause found" in first.chair.note
    assert first.tiles[3].figure == "1"
    second = office.all_voices(then + timedelta(days=7), till.settings, till.now)
    assert [(voice.words, voice.open, voice.remedy) for voice in second] == [("Stale", False, "Another loaf")]
    assert office.all_voices(then + timedelta(days=14), till.settings, till.now) == ()


def test_a_complaint_that_was_opened_again_was_closed_in_the_week_before(till, ops):
    clock, ania = till.clock, someone_called(till, "Ania Kowalska")
    saved = complaints.log(till, ops(), ania, ComplaintForm(words="Stale", remedy="Another loaf", cause="The oven"))
    complaints.tell(till, ops(), saved.thing_id, "at the counter")
    then = till.today
    clock.go_on(days=7)
    complaints.reopen(till, ops(), saved.thing_id)
    (before,) = office.all_voices(then, till.settings, till.now)
    (now,) = office.all_voices(till.today, till.settings, till.now)
    assert (before.open, before.since, now.open) == (False, "opened again", True)
