"""Ctrl+P at the counter: what waits, asks or came out stands there in words, and a key says what becomes of it."""

import io
from datetime import timedelta

import pytest
from counter_commands import CAKE, REFUND
from counter_maker import someone_called
from pdfminer.high_level import extract_text_to_fp
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter import outbox
from counter.desk import orders, print_queue, returns, thank, undo
from counter.desk.composing import SlipWish
from counter.models import shop
from counter.models.tables_shop import PrinterRow
from counter.paper.fonts import Fonts
from counter.printing.job import failed, unknown
from counter.printing.memory import Memory
from counter.printing.words import BROKE, OUT
from counter.records.slips import SlipKind
from counter.ui.counter.queue import QueuePanel
from counter.ui.help import HelpPanel
from counter.ui.texts.help import PAGES
from counter.ui.widgets.bands import WarningBar
from counter.ui.widgets.buttons import ActionButton
from counter.ui.widgets.tag_button import TagButton
from counter.ui.widgets.text import Text

K = Qt.Key


@pytest.fixture
def till(counter, families):
    counter.counter.printing._timer.stop()
    return counter.counter.control._errands.till


@pytest.fixture
def press(counter, qtbot):
    def key(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget() or counter.window, key, modifier)

    return key


@pytest.fixture
def open_queue(counter, press):
    def opened():
        press(K.Key_P, Qt.KeyboardModifier.ControlModifier)
        panel = counter.window.form()
        assert isinstance(panel, QueuePanel)
        return panel

    return opened


@pytest.fixture
def slip(till):
    def made(name, kind=SlipKind.THANK_YOU, customer=None):
        customer = customer or someone_called(till, name)
        return thank.slip(till, f"slip for {name}", customer, SlipWish(kind=kind))

    return made


@pytest.fixture
def pump(till, families):
    """What the printer's lane would do, with a printer that ends each job as told."""

    def printed(*outcomes, number=0):
        way, printer = Memory(outcomes), shop.printers()[number]
        fonts = Fonts(families[0])
        while errand := outbox.take_next(printer, till.now):
            outbox.record(errand, outbox.send(errand, way, fonts), till.now)
        return way.jobs

    return printed


def papers(counter):
    return set(counter.folders.slips.glob("*.pdf"))


def words(data):
    out = io.StringIO()
    extract_text_to_fp(io.BytesIO(data), out, laparams=None)
    return out.getvalue()


def rows(panel):
    model = panel.table.model()
    return [[model.index(row, column).data() for column in (0, 1, 3)] for row in range(model.rowCount())]


def said(panel):
    return " ".join(text.text() for text in panel.findChildren(Text) if not text.isHidden())


def labels(panel):
    return [b.label() for b in panel.findChildren(ActionButton) if not b.isHidden() and b.isEnabled()]


def test_a_slip_that_may_have_come_out_asks_and_space_says_that_it_did(counter, till, slip, pump, open_queue, press):
    slip("Ania Kowalska")
    pump(unknown(BROKE))
    panel = open_queue()
    assert rows(panel)[0] == ["Ania Kowalska", "Thank-you", "asks you"]
    assert "Did it come out?" in said(panel)
    assert {"Print it", "It came out", "Don’t print it"} <= set(labels(panel))
    press(K.Key_Space)
    assert counter.window.message.message() == "Good: the slip is done."
    assert rows(panel)[0][2] == "came out"
    assert print_queue.waiting(till) == ()


def test_enter_is_the_yes_that_prints_it_again_and_nothing_else_does(counter, till, slip, pump, open_queue, press):
    slip("Ania")
    pump(unknown(BROKE))
    assert pump() == []
    open_queue()
    before = papers(counter)
    press(K.Key_Return)
    assert len(papers(counter) - before) == 1
    assert print_queue.waiting(till) == ()


def test_without_paper_it_says_so_at_the_printers_name_and_del_takes_the_slip_out(
    counter, till, slip, pump, open_queue, press
):
    slip("Ania")
    pump(failed(OUT))
    panel = open_queue()
    assert OUT in said(panel) and "waits" in rows(panel)[0]
    assert "Print it once more" not in labels(panel) and "It came out" not in labels(panel)
    press(K.Key_Delete)
    assert counter.window.message.message() == "The slip is not printed."
    assert print_queue.waiting(till) == ()
    assert {row[2] for row in rows(panel)} == {"came out"}


def test_a_slip_goes_to_another_printer(counter, till, slip, pump, open_queue, qtbot):
    shop.add_printer("Back office", "memory", "", "roll80")
    slip("Ania")
    pump(failed(OUT))
    panel = open_queue()
    button = next(b for b in panel.findChildren(ActionButton) if "Back office" in b.label())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    there = shop.printers()[1].id
    assert outbox.recent(1)[0].printer_id == there
    assert outbox.recent(1)[0].name == "Ania"


def test_each_digit_sends_the_slip_to_the_printer_beside_which_it_stands(
    counter, till, slip, pump, open_queue, press
):
    for number in range(2, 11):
        shop.add_printer(f"Printer {number}", "memory", "", "roll80")
    slip("Ania")
    pump(failed(OUT))
    counter.counter.control.printing.disconnect()  # the slip waits wherever it goes
    panel = open_queue()
    here, every = shop.printers()[0].id, [printer.id for printer in shop.printers()]
    for number in range(1, 10):
        beside = next(b for b in panel.findChildren(ActionButton) if b.accessibleName().endswith(f", {number}"))
        expected = [other for other in every if other != here][number - 1]
        press(K(K.Key_0.value + number))
        (job,) = print_queue.waiting(till)
        assert job.printer_id == expected, beside.label()
        here = expected


def test_a_digit_beside_which_no_printer_stands_sends_nothing_anywhere(till, slip, pump, open_queue, press):
    slip("Ania")
    pump(failed(OUT))
    open_queue()
    press(K.Key_1)
    (job,) = print_queue.waiting(till)
    assert job.printer_id == shop.printers()[0].id


def test_f1_over_the_list_tells_its_keys(counter, open_queue, press):
    open_queue()
    press(K.Key_F1)
    told = [text.text() for text in counter.window.findChild(HelpPanel).findChildren(Text) if text.isVisible()]
    assert PAGES["queue"].title in told
    assert {what for _, what in PAGES["queue"].keys} <= set(told)


def test_yesterdays_slip_asks_before_it_prints(counter, till, slip, open_queue):
    slip("Ania")
    till.clock.now += timedelta(hours=20)
    panel = open_queue()
    assert rows(panel)[0][2] == "asks you"
    assert "Should it still be printed?" in said(panel)


def test_a_return_printed_once_more_says_that_it_is_a_copy(counter, till, slip, pump, open_queue, press):
    customer = someone_called(till, "Jonas")
    returns.log(till, "back", customer, REFUND)
    slip("Jonas", SlipKind.RETURN_RECEIPT, customer)
    pump()
    panel = open_queue()
    assert "Print it once more" in labels(panel)
    before = papers(counter)
    press(K.Key_Return)
    (paper,) = papers(counter) - before
    assert words(paper.read_bytes()).startswith("Copy ")
    assert rows(panel)[0][1] == "Return, copy"


def test_an_order_slip_is_for_both_sides_and_each_copy_can_be_printed_once_more(
    counter, till, slip, pump, open_queue, press
):
    before = papers(counter)
    customer = someone_called(till, "Jonas")
    orders.log(till, "order", customer, CAKE)
    saved = slip("Jonas", SlipKind.ORDER_SLIP, customer)
    assert "with a copy for the shop" in saved.sentence
    theirs, ours = pump()
    assert "our copy" in ours.name and "our copy" not in theirs.name
    said_by = [" ".join(run.text for line in job.sheet.lines for run in line.runs) for job in (theirs, ours)]
    assert ["The shop’s copy" in text and "Signature" in text for text in said_by] == [False, True]
    panel = open_queue()
    assert [row[1] for row in rows(panel)[:2]] == ["Order, for the shop", "Order"]
    press(K.Key_Return)
    (paper,) = papers(counter) - before
    assert "The shop’s copy" in words(paper.read_bytes()) and words(paper.read_bytes()).startswith("Copy ")


def test_the_printers_state_at_the_top_is_pressed_and_reached_by_tab_to_see_the_queue(
    counter, till, slip, pump, qtbot, press
):
    slip("Ania")
    pump(failed(OUT))
    counter.counter._show_printers(print_queue.standings(till))
    top = counter.window.top
    qtbot.waitUntil(lambda: all(tag.isVisible() for tag in top.findChildren(TagButton)))
    tags = top.findChildren(TagButton)
    assert [tag.accessibleName() for tag in tags] == ["Slips as PDF: out of paper", "1 slip waits"]
    qtbot.mouseClick(tags[0], Qt.MouseButton.LeftButton)
    assert isinstance(counter.window.form(), QueuePanel)
    press(K.Key_Escape)
    assert counter.window.form() is None
    tags[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is tags[0]
    press(K.Key_Return)
    assert isinstance(counter.window.form(), QueuePanel)


def test_a_slip_that_was_taken_back_while_it_waited_never_prints(till, slip, pump):
    slip("Ania")
    undo.last(till, "undo")
    assert pump() == []
    assert print_queue.waiting(till) == ()


def test_a_printed_slip_that_was_taken_back_is_not_printed_again(counter, till, slip, pump, open_queue, press):
    slip("Ania")
    pump()
    undo.last(till, "undo")
    open_queue()
    press(K.Key_Return)
    assert "its code no longer counts" in counter.window.message.message()


def test_a_printer_that_was_taken_away_is_told_while_slips_wait_for_it(till, slip, open_queue):
    shop.add_printer("Back office", "memory", "", "roll80")
    slip("Ania")
    PrinterRow.update(active=False).where(PrinterRow.id == shop.printers()[0].id).execute()
    panel = open_queue()
    bars = panel.findChildren(WarningBar)
    assert any("no longer set up" in text.text() for bar in bars for text in bar.findChildren(Text))
    assert any("Back office" in label for label in labels(panel))


def test_esc_or_ctrl_p_puts_it_away_and_letters_search_again(counter, open_queue, press):
    open_queue()
    press(K.Key_Escape)
    assert counter.window.form() is None
    open_queue()
    press(K.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert counter.window.form() is None


def test_the_chosen_slip_stays_chosen_while_others_come_and_go(till, slip, pump, open_queue, counter):
    slip("Ania")
    slip("Jonas")
    pump(failed(OUT), failed(OUT))
    panel = open_queue()
    panel.table.selectRow(1)
    chosen = panel.chosen().job_id
    print_queue.cancel(till, print_queue.waiting(till)[0].job_id)
    counter.counter.control.queue.refresh()
    assert panel.chosen().job_id == chosen


def test_the_top_says_whether_slips_become_files_or_go_to_a_printer(counter, till, qtbot):
    def says(words):
        counter.counter._show_printers(print_queue.standings(till))
        tags = counter.window.top.findChildren(TagButton)
        return [tag.accessibleName() for tag in tags if tag.isVisible()] == [words]

    qtbot.waitUntil(lambda: says("Slips as PDF"))
    shop.add_printer("Star at the counter", "network", "192.0.2.7:9100", "roll58")
    qtbot.waitUntil(lambda: says("Printer ready"))
