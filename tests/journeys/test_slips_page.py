"""The owner designs slips in the real window, on a real shop file: what is seen there is what prints."""

from datetime import UTC, datetime

import pytest
from counter_maker import open_till, someone_called
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from slip_makers import wording

from counter.desk import thank
from counter.desk.composing import SlipWish
from counter.lanes import LanesInStep
from counter.office import undo
from counter.office.change import Change
from counter.paths import folders_in, resource
from counter.records.designs import NameSize, Part, Side
from counter.records.slips import Flow, Qr, Rule, Size, SlipKind, Words
from counter.ui.owner.control import OwnerControl
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.window import OwnerWindow

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
STARTER = resource("gestures", "catalogue.json").read_text(encoding="utf-8")


@pytest.fixture
def till(tmp_path):
    folders = folders_in(tmp_path / "shop")
    folders.make()
    opened = open_till(folders.database, lambda: datetime(2026, 11, 26, 18, 5, tzinfo=UTC))
    yield opened
    opened.database.close()


@pytest.fixture
def owner(look, qtbot, till, families):
    window = OwnerWindow()
    window.setFixedSize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    lanes = LanesInStep()
    errands = OwnerErrands(lanes=lanes, till=till, starter=STARTER, system_printers=tuple, families=families[0])
    window.control = OwnerControl(window, errands)
    window.control.start()
    window.show_page("slips")
    window.page().start()
    yield window
    lanes.close()


@pytest.fixture
def page(owner):
    return owner.page()


@pytest.fixture
def press(owner, qtbot):
    def key(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return key


def field(page, name):
    return page.findChild(object, f"field_{name}")


def write(qtbot, page, name, text):
    editor = field(page, name).editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def choose_part(page, part):
    model = page.form.parts.table.model()
    page.form.parts.table.selectRow([row.key for row in model.rows].index(part))
    page.form.parts.table.setFocus()


def in_preview(page):
    return [" ".join("".join(run.text for run in line.runs).split()) for line in page.preview.sheet.lines]


def slip_for(till, name="Ania", kind=SlipKind.THANK_YOU):
    return thank.choices(till, someone_called(till, name), SlipWish(kind=kind)).preview


def said(slip):
    return [block.text for block in slip.blocks if isinstance(block, Words)]


def test_the_slip_as_it_prints_stands_beside_its_design_as_large_as_on_paper(owner, page):
    assert in_preview(page)[:2] == ["Blue Door Bakery", "Ania"]
    assert "As large as on paper: 58 mm" in page.preview.caption()
    assert abs(page.preview.paper.width() / page.preview.pixels_per_mm() - 58) < 0.5


def test_the_preview_follows_while_the_owner_types_and_ctrl_enter_keeps_it(owner, page, till, press, qtbot):
    write(qtbot, page, "header", "Bread since 1921")
    assert "Bread since 1921" in in_preview(page)
    assert "Bread since 1921" not in said(slip_for(till))
    press(K.Key_Return, CTRL)
    assert owner.message.message() == "Thank-you slips look like this from now on."
    assert said(slip_for(till))[1] == "Bread since 1921"
    assert not page.form_is_open()


def test_space_leaves_a_part_out_and_ctrl_arrow_moves_one(owner, page, till, press):
    choose_part(page, Part.DAY)
    press(K.Key_Space)
    choose_part(page, Part.CODE)
    press(K.Key_Up, CTRL)
    press(K.Key_Return, CTRL)
    slip = slip_for(till)
    assert not any("2026" in text for text in said(slip))
    kinds = [type(block) for block in slip.blocks]
    code = next(n for n, block in enumerate(slip.blocks) if isinstance(block, Words) and block.size is Size.CODE)
    assert code < kinds.index(Qr)


def test_what_a_slip_needs_cant_be_left_out(owner, page, press):
    for part in (Part.NAME, Part.LINE, Part.CODE, Part.SHOP):
        choose_part(page, part)
        press(K.Key_Space)
    assert not page.form_is_open()


def test_a_slip_without_a_way_to_tell_us_cant_be_saved(owner, page, till, press):
    before = till.settings.designs
    for part in (Part.QR, Part.REACH):
        choose_part(page, part)
        press(K.Key_Space)
    press(K.Key_Return, CTRL)
    assert "telling you must be easy" in page.form.parts.problem()
    assert page.form_is_open()
    assert till.settings.designs == before


def test_words_that_no_font_can_show_cant_be_saved(owner, page, till, press, qtbot):
    field(page, "header").set_value("Bread \ue000")
    page.form.changed.emit()
    assert "can’t be printed" in page.foot.note()
    page.foot.save.click()
    assert "can’t be printed" in field(page, "header").problem()
    assert till.settings.designs.thank_you.header == ""


def test_words_longer_than_a_slip_has_room_for_are_told_beside_them(owner, page, qtbot):
    write(qtbot, page, "closing", "x" * 170)
    page.foot.save.click()
    assert "160 fit here" in field(page, "closing").problem()


def test_each_kind_has_its_own_name_size_side_language_and_lines(owner, page, till):
    till.wordings = {**till.wordings, "de": wording("de")}
    page.kinds.choose(["order_slip"])
    page.kinds.changed.emit(("order_slip",))
    for name, value in (("name_size", "larger"), ("language", "de"), ("side", "rtl"), ("rules", "no")):
        field(page, name).set_value(value)
    page.form.changed.emit()
    assert wording("de").words["order"] in in_preview(page)
    page.foot.save.click()
    kept = till.settings.designs.order_slip
    assert (kept.name_size, kept.language, kept.side, kept.rules) == (NameSize.LARGER, "de", Side.RTL, False)
    assert till.settings.designs.thank_you.name_size is NameSize.USUAL
    assert slip_for(till).flow is Flow.LTR


def test_another_kind_waits_until_this_one_is_saved_or_left_with_esc(owner, page, press, qtbot):
    write(qtbot, page, "header", "Half")
    page.kinds.changed.emit(("apology",))
    assert "Save this one first" in page.foot.note()
    press(K.Key_Escape)
    assert not page.form_is_open()
    page.kinds.changed.emit(("apology",))
    assert "We are sorry that this went wrong." in " ".join(in_preview(page))


def test_as_it_came_brings_the_programs_design_back(owner, page, till, qtbot, press):
    write(qtbot, page, "header", "Bread since 1921")
    press(K.Key_Return, CTRL)
    page.foot.as_it_came.click()
    assert page.form_is_open()
    page.foot.save.click()
    assert till.settings.designs.thank_you.header == ""


def test_undo_takes_a_design_back(owner, page, till, qtbot, press):
    write(qtbot, page, "header", "Bread since 1921")
    press(K.Key_Return, CTRL)
    undo.last(Change(database=till.database, op="undo", at=till.now, day=till.today))
    owner.control.showing.again("slips")
    assert in_preview(page)[1] == "Ania"


def test_a_design_without_lines_across_prints_none(owner, page, till):
    page.kinds.choose(["return_receipt"])
    page.kinds.changed.emit(("return_receipt",))
    field(page, "rules").set_value("no")
    page.form.changed.emit()
    page.foot.save.click()
    assert till.settings.designs.return_receipt.rules is False
    assert not any(isinstance(block, Rule) for block in slip_for(till).blocks)


@pytest.mark.parametrize("paper", ["roll58", "roll80", "a6", "a4"])
def test_every_paper_can_be_looked_at_and_what_is_larger_than_the_window_says_so(owner, page, paper):
    page.papers.choose([paper])
    page.papers.changed.emit((paper,))
    assert page.preview.sheet.paper.key == paper
    assert ("%" in page.preview.caption()) == (paper in ("a6", "a4"))
