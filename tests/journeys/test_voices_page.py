"""What customers say, in the owner's real window on a real shop file: the report read, decided with and printed."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from counter_maker import Clock, Ops, open_till, someone_called
from pdfminer.high_level import extract_text_to_fp
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QLineEdit

from counter import outbox
from counter.app.weekly import Weekly
from counter.desk import complaints, compliments, orders, returns
from counter.lanes import LanesInStep
from counter.models import shop, voices
from counter.office import report, report_decisions, report_file
from counter.office.change import Change
from counter.paper.fonts import Fonts
from counter.paths import folders_in
from counter.records.complaints import ComplaintForm
from counter.records.entries import OrderState, Reason, ReturnOutcome
from counter.records.orders import OrderForm
from counter.records.returns import ReturnForm
from counter.ui.owner.voices_control import VoicesControl
from counter.ui.widgets.chips import Chip
from counter.ui.widgets.entries import EntryRow
from counter.ui.widgets.text import Text

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_network")]
K = Qt.Key
LAST_WEEK = datetime(2026, 11, 17, 10, 0, tzinfo=UTC)  # a Tuesday
NOW = datetime(2026, 11, 26, 18, 5, tzinfo=UTC)
MONDAY = date(2026, 11, 16)
STALE = "The loaf was stale, Ania Kowalska is my name"
RUDE, ALMONDS = "He called me love", "A roll from the almond tray"


@pytest.fixture
def folders(tmp_path):
    made = folders_in(tmp_path / "shop")
    made.make()
    return made


@pytest.fixture
def clock():
    return Clock(LAST_WEEK)


@pytest.fixture
def till(folders, clock):
    """Last week: three complaints of which one was put right, and praise; today is Thursday of the week after."""
    opened, op = open_till(folders.database, clock), Ops()
    ania = someone_called(opened, "Ania Kowalska")
    for words in (STALE, RUDE, ALMONDS):
        saved = complaints.log(opened, op(), ania, ComplaintForm(words=words, theme="Other"))
        clock.go_on(hours=1)
    complaints.put_right(opened, op(), saved.thing_id, "Trays stand apart now")
    compliments.received(opened, op(), ania, "So kind to my mother", None)
    clock.now = NOW
    yield opened
    opened.database.close()


@pytest.fixture
def owner(open_owners_window, families, folders, till):
    window = open_owners_window("voices", till, reports=folders.data / "reports", families=families[0])
    window.voices.findChild(VoicesControl).paper.open_file = lambda path: window.opened.append(path)
    window.opened = []
    return window


@pytest.fixture
def write(owner, qtbot):
    def into(name, text):
        editor = owner.voices.findChild(object, f"field_{name}").editor
        editor.setFocus()
        editor.selectAll()
        qtbot.keyClicks(editor, text)

    return into


def shown(part):
    return [text.text() for text in part.findChildren(Text) if text.isVisible()]


def lines(owner, title):
    """The lines of the section that begins with these words."""
    found = next(panel for panel in owner.voices._sections if panel.heading.text().startswith(title))
    return [row.line for row in found.lines._stacked]


def pdf_text(path):
    out = StringIO()
    extract_text_to_fp(BytesIO(path.read_bytes()), out, laparams=None)
    return out.getvalue()


def test_the_last_week_that_is_over_is_shown_in_the_customers_own_words(owner):
    said = shown(owner.voices)
    assert "Week of 16 November 2026" in said
    assert {STALE, RUDE, ALMONDS, "So kind to my mother"} <= set(said)
    assert "“" not in "".join(said)
    assert [line.words for line in lines(owner, "What went wrong")] == [RUDE, ALMONDS]


def test_under_ten_answers_there_is_no_index(owner):
    assert "–" in shown(owner.voices)
    assert "0 answers in 13 weeks: too few to say" in shown(owner.voices)


def test_a_line_opens_its_record_at_the_counter(owner, qtbot, press, till):
    panel = next(p for p in owner.voices._sections if p.heading.text().startswith("What went wrong"))
    panel.lines.setFocus()
    press(K.Key_Down)
    with qtbot.waitSignal(owner.control.wanted) as wanted:
        press(K.Key_Return)
    (item,) = wanted.args
    assert till.customer(item.customer_id).name == "Ania Kowalska"
    assert item.thing_id == panel.lines._stacked[1].line.thing_id


def test_what_was_taken_back_meanwhile_opens_nothing_and_says_so(owner, till):
    owner.voices.opened.emit("complaint", 99)
    assert owner.message.message() == "This was taken back since, so there is nothing to open."


def test_another_week_is_two_keys_away_and_the_running_one_decides_nothing(owner, press):
    press(K.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "Week of 23 November 2026" in shown(owner.voices)
    assert "This week still runs: these are the voices so far." in shown(owner.voices)
    assert not owner.voices.change.isVisible()
    press(K.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "Week of 23 November 2026" in shown(owner.voices)
    for _ in range(2):
        press(K.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Week of 9 November 2026" in shown(owner.voices)


def test_the_decision_is_kept_printed_and_asked_about_next_week(owner, press, write, folders, till, clock):
    write("change", "we bake rye twice, Tom, from Monday")
    press(K.Key_Return)
    assert "Next week’s report asks about it" in owner.message.message()
    assert "we bake rye twice, Tom, from Monday" in pdf_text(report_file.path_of(folders.data / "reports", MONDAY))
    clock.go_on(days=7)
    next_week = report.weekly(MONDAY + timedelta(days=7), till.settings, till.now)
    assert "we bake rye twice, Tom, from Monday" in next_week.sections[-1].lines[0].note


def test_next_week_it_is_said_whether_it_helped_and_what_is_half_typed_stays(owner, press, write, folders, till, clock):
    write("change", "we bake rye twice")
    press(K.Key_Return)
    clock.go_on(days=7)
    owner.control.start()
    press(K.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "Last week: we bake rye twice Did it help?" in shown(owner.voices)
    write("change", "half a sent")
    helped = owner.voices.change.helped.editor
    next(chip for chip in helped.findChildren(Chip) if chip.choice.key == "no").click()
    assert owner.message.message() == "Kept: it did not help. The report says so."
    assert owner.voices.change.value("change") == "half a sent"
    assert helped.chosen() == ("no",)
    path = report_file.path_of(folders.data / "reports", MONDAY + timedelta(days=7))
    assert "did it help? It did not help." in pdf_text(path)
    write("change", "\b")
    owner.nav.setFocus()
    press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert owner.message.message().startswith("Undone")
    assert helped.chosen() == ()


def test_a_decision_is_taken_back_with_ctrl_z(owner, press, write):
    write("change", "we close on Mondays")
    press(K.Key_Return)
    owner.nav.setFocus()
    press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert owner.message.message().startswith("Undone")
    assert owner.voices.change.value("change") == ""


def test_what_is_half_typed_waits_for_its_week(owner, press, write):
    write("change", "we close")
    owner.voices.wished.emit("earlier")
    assert owner.voices.change.value("change") == ""
    owner.voices.wished.emit("later")
    assert owner.voices.change.value("change") == "we close"


def test_one_of_three_sits_in_the_empty_chair_and_never_again_within_a_year(owner, qtbot, till):
    assert owner.voices.chair.sits._stacked[0].line.words == STALE
    rows = owner.voices.chair.others.findChildren(EntryRow)
    assert len(rows) == 2
    chosen = rows[0].line.key
    rows[0].click()
    assert owner.voices.chair.sits._stacked[0].line.words == chosen
    offered = report.offer_chair(MONDAY + timedelta(days=7), till.settings, till.now)
    assert chosen not in [voice.words for voice in offered]


def test_the_card_of_the_empty_chair_is_printed_without_any_name(owner, families, folders, till):
    owner.voices.chair.print_card.click()
    (printer,) = shop.printers()
    errand = outbox.take_next(printer, till.now)
    outcome = outbox.send(errand, outbox.transport_of(printer, folders.slips), Fonts(families[0]))
    text = " ".join(pdf_text(folders.slips / outcome.place).split())
    assert "The loaf was stale, N. is my name" in text
    assert "Kowalska" not in text
    assert "Ania" not in text


def test_the_report_is_saved_into_the_shops_folder_and_opened(owner, press, folders):
    press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    path = folders.data / "reports" / "What customers say 2026-11-16.pdf"
    assert owner.opened == [path]
    assert str(path) in owner.message.message()
    assert RUDE in pdf_text(path)


def test_a_folder_that_can_not_be_written_is_told_with_what_to_do(owner, press, folders):
    (folders.data / "reports").write_text("a file where the folder should be")
    press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "See that there is room" in owner.message.message()
    assert owner.opened == []


def test_print_asks_for_a_printer_and_hands_both_pages_over(owner, qtbot, press, folders):
    press(K.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = owner.voices.findChild(QPrintDialog, "print_report")
    assert dialog.isVisible()
    dialog.findChild(QLineEdit, "filename").setText(str(folders.data / "printed.pdf"))
    dialog.accept()
    assert owner.message.message() == "The report goes to the printer."
    assert (folders.data / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_the_report_makes_itself_once_the_week_is_over_and_only_once(qtbot, families, folders, till, clock):
    weekly = Weekly(LanesInStep(), till, (folders.slips, Fonts(families[0])))
    made = []
    weekly.made.connect(made.append)
    weekly.look()
    assert [one.week for one in made] == [MONDAY]
    assert RUDE in pdf_text(made[0].path)
    clock.go_on(hours=2)
    weekly.look()
    assert len(made) == 1
    clock.now = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
    weekly.look()
    assert [one.week for one in made] == [MONDAY, MONDAY + timedelta(days=7)]


def test_a_week_decided_about_before_its_report_was_made_gets_its_report_and_keeps_who_sat_there(
    families, folders, till, clock
):
    change = Change(database=till.database, op="decided", at=till.now, day=till.today)
    report_decisions.decide(change, MONDAY, "Trays apart: Ben, Friday")
    weekly = Weekly(LanesInStep(), till, (folders.slips, Fonts(families[0])))
    weekly.look()
    file = report_file.path_of(folders.data / "reports", MONDAY)
    sat = voices.kept(MONDAY)
    assert sat.change == "Trays apart: Ben, Friday"
    assert sat.chair in pdf_text(file)
    assert sat.chair in {STALE, RUDE, ALMONDS}
    assert sat.chair in voices.chairs(MONDAY + timedelta(days=7))


def test_weeks_before_one_that_was_decided_about_get_their_reports_too(families, folders, till, clock):
    clock.now = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
    change = Change(database=till.database, op="decided", at=till.now, day=till.today)
    report_decisions.decide(change, MONDAY + timedelta(days=7), "Trays apart: Ben, Friday")
    Weekly(LanesInStep(), till, (folders.slips, Fonts(families[0]))).look()
    made = [report_file.path_of(folders.data / "reports", MONDAY + timedelta(days=7 * ago)) for ago in (0, 1)]
    assert [file.exists() for file in made] == [True, True]


def test_a_report_that_could_not_be_written_is_made_an_hour_later(families, folders, till, clock, caplog):
    weekly = Weekly(LanesInStep(), till, (folders.slips, Fonts(families[0])))
    (folders.data / "reports").write_text("in the way")
    weekly.look()
    (folders.data / "reports").unlink()
    weekly.look()
    assert not (folders.data / "reports").exists()
    clock.go_on(minutes=61)
    weekly.look()
    assert report_file.path_of(folders.data / "reports", MONDAY).exists()


def test_a_past_week_shows_what_was_open_then_and_what_was_done_since(owner, till):
    rude = next(line for line in lines(owner, "What went wrong") if line.words == RUDE)
    op = Ops()
    complaints.put_right(till, f"later {op()}", rude.thing_id, "Ben said sorry")
    complaints.tell(till, f"later {op()}", rude.thing_id, "by phone")
    owner.show_page("today")
    owner.show_page("voices")
    again = next(line for line in lines(owner, "What went wrong") if line.words == RUDE)
    assert "not put right yet · not told yet · since then put right, told" in again.note


def test_units_sold_make_a_rate_of_what_comes_back(owner, press, write, till):
    form = ReturnForm(items=(("Plum jam", "2"),), reason=Reason.FAULTY, outcome=ReturnOutcome.REFUND, amount="3")
    returns.log(till, "jam back", someone_called(till, "Ben"), form)
    owner.voices.wished.emit("later")
    (line,) = lines(owner, "What came back")
    assert line.note == "Plum jam: 2 faulty – look at it"
    write("product", "Plum jam")
    write("sold", "1OO")
    press(K.Key_Return)
    assert owner.voices.units.fields["sold"].problem() == "Type a whole number, like 120. Empty takes it away."
    write("sold", "100")
    press(K.Key_Return)
    (line,) = lines(owner, "What came back")
    assert line.note == "Plum jam: 2 faulty; 0.2% of about 1,300 sold (0.0 to 0.6) – look at it"


def test_a_promise_that_was_not_kept_leads_to_its_order(owner, till, clock):
    op, ben = Ops(), someone_called(till, "Ben Sharp")
    late = orders.log(till, f"late {op()}", ben, OrderForm(spec="Rye for thirty", price="30", due="today 19:00"))
    kept = orders.log(till, f"kept {op()}", ben, OrderForm(spec="Pear cake", price="24", due="today 19:00"))
    for to in (OrderState.IN_PROGRESS, OrderState.READY):
        orders.move(till, f"kept {op()}", kept.thing_id, to)
    clock.go_on(hours=2)
    orders.collect(till, f"kept {op()}", kept.thing_id)
    owner.voices.wished.emit("later")
    told, not_kept = lines(owner, "Promises")
    assert told.note == "1 of 2 orders ready by the moment first promised. 1 of 1 at the price that was agreed."
    assert not_kept.note == "Not by then: Rye for thirty, for Ben Sharp"
    assert (not_kept.thing, not_kept.thing_id) == ("order_case", late.thing_id)
