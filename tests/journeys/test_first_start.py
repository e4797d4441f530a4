"""The first start in the real widgets, on a new shop file: filled in, left for later, or looked round first."""

from datetime import UTC, datetime
from functools import partial

import pytest
from counter_maker import RESOURCES, open_file
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from counter.desk import gestures as at_the_counter
from counter.desk import people as at_the_door
from counter.desk.till import Till
from counter.gestures import Engine, parse_catalogue
from counter.lanes import LanesInStep
from counter.models import people, shop
from counter.office import shop as settings_kept
from counter.paper.fonts import Fonts
from counter.records.people import PersonForm, Role
from counter.settings import Settings
from counter.slips.wording import read_wording
from counter.ui.first_run.control import FirstRunControl
from counter.ui.first_run.page import FirstRun
from counter.ui.first_run.place import settings_here
from counter.ui.owner.errands import OwnerErrands
from counter.ui.texts import shop as shop_words
from counter.ui.widgets.text import Text

K = Qt.Key
STARTER = (RESOURCES / "gestures" / "catalogue.json").read_text(encoding="utf-8")


def half_past_eight():
    return datetime(2026, 11, 26, 8, 30, tzinfo=UTC)


def two_printers():
    return ("EPSON_TM_m30", "HP_LaserJet")


def counted(count):
    return bytes(range(count))


def wordings():
    read = [read_wording((RESOURCES / "lines" / f"{name}.json").read_text(encoding="utf-8")) for name in ("en", "de")]
    return {wording.language: wording for wording in read}


@pytest.fixture
def till(tmp_path):
    """A shop that was never set up: an empty file with its tables."""
    catalogue = parse_catalogue(STARTER)
    made = Till(
        database=open_file(tmp_path / "shop.counter"), settings=Settings(), clock=half_past_eight,
        random_bytes=counted, catalogue=catalogue, engine=Engine(catalogue), wordings=wordings(),
    )  # fmt: skip
    shop.add_printer("Slips as PDF", "pdf", "", "roll58")
    yield made
    made.database.close()


@pytest.fixture
def page(look, families, qtbot, till):
    lanes = LanesInStep()
    made = FirstRun(settings_kept.at_home(till.settings, ("DE", "Europe/Berlin"), {"en", "de"}))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    errands = OwnerErrands(lanes=lanes, till=till, starter=STARTER, system_printers=two_printers)
    made.control = FirstRunControl(made, errands, Fonts(families[0]))
    made.heard = []
    made.control.done.connect(partial(made.heard.append, "done"))
    made.control.demo_wanted.connect(partial(made.heard.append, "demo"))
    made.show()
    made.activateWindow()
    made.start()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    lanes.close()


@pytest.fixture
def write(page, qtbot):
    def into(name, text):
        editor = page.findChild(object, name)
        editor.setFocus()
        editor.selectAll()
        qtbot.keyClicks(editor, text)

    return into


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def preview(page):
    return page.findChild(object, "slip_picture")


def test_a_few_answers_and_the_counter_is_open(page, till, write, qtbot):
    write("shop_name", "Loewen")
    write("phone", "030 123456")
    write("coffee", "3,40")
    write("hours_6", "8-12")
    write("staff_1", "Ina")
    write("staff_2", "Ole")
    page.printer.set_value("0")
    press(qtbot, K.Key_Return)
    assert page.heard == ["done"]
    kept = settings_kept.load()
    assert (kept.shop_name, kept.phone, kept.country, kept.zone) == ("Loewen", "030 123456", "DE", "Europe/Berlin")
    assert (kept.coffee, kept.language, kept.set_up) == (340, "de", True)
    assert kept.opening_hours[6] == ("08:00", "12:00")
    assert [(one.name, one.role) for one in people.staff()] == [("Ina", Role.OWNER), ("Ole", Role.CASHIER)]
    printer = next(printer for printer in shop.printers() if printer.id == kept.printer_id)
    assert (printer.way, printer.target) == ("system", "EPSON_TM_m30")
    assert till.settings == kept
    assert till.staff_id == people.staff()[0].id


def test_the_counter_goes_by_the_answers_at_once(page, till, write, qtbot):
    before = {gesture.key: gesture.cost for gesture in till.catalogue.gestures}
    write("shop_name", "Loewen")
    write("coffee", "6,00")
    press(qtbot, K.Key_Return)
    assert all(abs(g.cost - 2 * before[g.key]) <= 1 for g in till.catalogue.gestures)
    anna = at_the_door.new(till, "new", PersonForm(name="Anna Kowalska")).customer_id
    at_the_counter.today(till, anna)
    assert at_the_counter.another(till, "another", anna).title


def test_later_leaves_sensible_values_and_keeps_what_was_typed(page, qtbot, write):
    write("phone", "030 123456")
    write("staff_1", "Ina")
    press(qtbot, K.Key_Escape)
    assert page.heard == ["done"]
    kept = settings_kept.load()
    assert (kept.shop_name, kept.country, kept.zone, kept.coffee) == ("Our shop", "DE", "Europe/Berlin", 300)
    assert (kept.phone, kept.set_up, kept.printer_id) == ("030 123456", True, None)
    assert [one.name for one in people.staff()] == ["Ina"]
    assert [printer.way for printer in shop.printers()] == ["pdf"]


def test_each_shop_draws_its_own_lot(page, qtbot):
    press(qtbot, K.Key_Escape)
    assert settings_kept.load().seed == int.from_bytes(bytes(range(4)))


def test_without_a_name_nothing_is_kept(page, qtbot):
    press(qtbot, K.Key_Return)
    assert page.heard == []
    assert page.fields.field("shop_name").problem() == shop_words.NO_NAME
    assert shop.setting("shop") is None


def test_a_cup_for_nothing_is_refused_beside_its_field_and_nothing_is_lost(page, write, qtbot):
    write("shop_name", "Loewen")
    write("staff_1", "Ina")
    write("coffee", "0")
    press(qtbot, K.Key_Return)
    assert page.heard == []
    assert page.fields.field("coffee").problem().startswith("A cup can't cost nothing")
    assert (shop.setting("shop"), people.staff()) == (None, ())
    write("coffee", "2,80")
    press(qtbot, K.Key_Return)
    assert page.heard == ["done"]
    assert [one.name for one in people.staff()] == ["Ina"]


def test_a_name_that_is_too_long_for_a_key_is_said_under_the_buttons(page, write, qtbot):
    write("shop_name", "Loewen")
    page.findChild(object, "staff_1").setText("I" * 300)
    press(qtbot, K.Key_Return)
    assert page.heard == []
    assert any("300 letters" in text.text() for text in page.findChildren(Text))
    assert (shop.setting("shop"), people.staff()) == (None, ())


def test_the_slip_is_drawn_while_the_answers_are_typed(page, write):
    assert "Our shop" in preview(page).accessibleName()
    before = preview(page)._image
    write("shop_name", "Loewen")
    assert preview(page).accessibleName().startswith("Loewen, Ania, ")
    assert preview(page)._image != before
    page.fields.field("language").set_value("en")
    write("phone", "030")
    assert "How was it?" in preview(page).accessibleName()


def test_the_logo_stands_on_the_slip_and_is_kept(page, write, qtbot, tmp_path):
    dark = QImage(200, 100, QImage.Format.Format_RGB32)
    dark.fill(QColor("white"))
    dark.setPixelColor(100, 50, QColor("black"))
    for column in range(60, 140):
        for row in range(30, 70):
            dark.setPixelColor(column, row, QColor("black"))
    assert dark.save(str(tmp_path / "logo.png"))
    before = preview(page)._image.height()
    page.logo.picked.emit(tmp_path / "logo.png")
    assert preview(page)._image.height() > before
    assert shop.logo() is None
    write("shop_name", "Loewen")
    press(qtbot, K.Key_Return)
    assert QImage.fromData(shop.logo()).depth() == 1


def test_a_file_that_is_no_logo_is_told_beside_it(page, tmp_path):
    (tmp_path / "logo.png").write_text("not a picture")
    page.logo.picked.emit(tmp_path / "logo.png")
    assert any("can’t be read as a picture" in text.text() for text in page.logo.findChildren(Text))


def test_the_printers_of_this_pc_are_offered_and_slips_as_pdf_are_usual(page):
    assert page.answers().printer == ""
    page.printer.set_value("1")
    assert page.answers().printer == "HP_LaserJet"


def test_each_trade_says_how_many_gestures_come_with_it(page):
    assert shop_words.gestures_come(47) in page.fields.field("trade").editor.accessibleDescription()
    page.fields.field("trade").set_value("bakery")
    page.fields.field("trade").changed.emit()
    assert shop_words.gestures_come(55) in page.fields.field("trade").editor.accessibleDescription()


def test_left_for_later_only_extras_that_suit_any_shop_are_suggested(page, till, qtbot):
    press(qtbot, K.Key_Escape)
    assert page.heard == ["done"]
    assert till.settings.set_up
    assert till.settings.giving().trade == "*"


@pytest.mark.parametrize(("key", "button"), [(K.Key_L, "look_round"), (K.Key_B, "backup")])
def test_each_button_answers_the_key_that_stands_on_it_from_a_field(page, qtbot, key, button):
    pressed = []
    getattr(page, button).clicked.disconnect()
    getattr(page, button).clicked.connect(lambda: pressed.append(button))
    qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
    assert pressed == [button]


def test_f1_explains_the_first_start_and_goes_again(page, qtbot):
    press(qtbot, K.Key_F1)
    assert page.explained.isVisible()
    press(qtbot, K.Key_Escape)
    assert not page.explained.isVisible()
    assert page.heard == []
    assert QApplication.focusWidget().objectName() == "shop_name"


def test_one_can_look_round_first_and_nothing_is_kept(page):
    page.look_round.click()
    assert page.heard == ["demo"]
    assert shop.setting("shop") is None


def test_where_this_pc_stands_is_a_place_that_can_be_kept(look):
    here = settings_here(Settings())
    settings_kept.check(here)
    assert Settings.from_text(here.to_text()) == here
