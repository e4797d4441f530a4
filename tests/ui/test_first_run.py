"""The first start: one answer is enough, all others follow or wait."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))
from owner_scenes import first_run, slip_picture  # noqa: E402

from counter.settings import Settings  # noqa: E402
from counter.ui.first_run.answers import Answers  # noqa: E402
from counter.ui.first_run.page import FirstRun  # noqa: E402
from counter.ui.texts import first_run as words  # noqa: E402
from counter.ui.texts import shop as shop_words  # noqa: E402


@pytest.fixture
def page(look, qtbot):
    made = FirstRun(Settings())
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.start()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    made.heard = []
    made.finished.connect(made.heard.append)
    made.skipped.connect(lambda: made.heard.append("skipped"))
    made.demo.connect(lambda: made.heard.append("demo"))
    return made


def type_into(page, qtbot, name, text):
    editor = page.findChild(object, name)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    page.findChild(object, "shop_name").setFocus()


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_name_alone_opens_the_counter(page, qtbot):
    qtbot.keyClicks(QApplication.focusWidget(), "Blue Door")
    press(qtbot, Qt.Key.Key_Return)
    assert page.heard == [Answers(settings=Settings(shop_name="Blue Door", set_up=True))]


def test_without_a_name_it_says_what_is_missing(page, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    assert page.heard == []
    assert page.fields.field("shop_name").problem() == shop_words.NO_NAME


def test_esc_leaves_it_for_later(page, qtbot):
    press(qtbot, Qt.Key.Key_Escape)
    assert page.heard == ["skipped"]


def test_the_country_brings_currency_zone_and_language(page, qtbot):
    type_into(page, qtbot, "country", "Japan")
    settings = page.settings()
    assert (settings.country, settings.zone, settings.coffee) == ("JP", "Asia/Tokyo", 480)
    assert settings.language == "en"
    type_into(page, qtbot, "country", "Germany")
    settings = page.settings()
    assert (settings.zone, settings.language, settings.coffee) == ("Europe/Berlin", "de", 300)
    assert page.fields.field("coffee").value() == "3,00"


def test_what_was_typed_stays_when_the_country_changes(page, qtbot):
    type_into(page, qtbot, "zone", "Europe/Dublin")
    type_into(page, qtbot, "coffee", "4.10")
    type_into(page, qtbot, "country", "Ireland")
    assert (page.settings().zone, page.settings().coffee) == ("Europe/Dublin", 410)


def test_the_slip_is_asked_for_at_each_keystroke(page, qtbot):
    typed = []
    page.typed.connect(typed.append)
    qtbot.keyClicks(QApplication.focusWidget(), "Ab")
    assert [settings.shop_name for settings in typed] == ["A", "Ab"]


def test_a_field_that_makes_no_sense_leaves_the_slip_as_it_was(page, qtbot):
    page.fields.field("mail").set_value("no address")
    assert page.settings().mail == ""


def test_each_name_is_kept_once_and_there_is_always_room_for_one_more(page, qtbot):
    for number, name in enumerate(("Maya", " Ben ", "Maya"), 1):
        qtbot.keyClicks(page.findChild(object, f"staff_{number}"), name)
    qtbot.keyClicks(page.findChild(object, "staff_4"), "Xiaoming")
    assert page.staff.names() == ("Maya", "Ben", "Xiaoming")


def test_the_usual_printer_is_ticked_and_pdf_is_always_there(page):
    page.set_printers(["HP", "EPSON, hall"], "EPSON, hall")
    assert page.answers().printer == "EPSON, hall"
    page.printer.set_value("pdf")
    assert page.answers().printer == ""
    page.set_printers([])
    assert page.answers().printer == ""


def test_the_trade_says_how_many_gestures_come_with_it(page):
    page.set_gesture_counts({"bakery": 55})
    assert page.fields.field("trade").editor.accessibleDescription() == shop_words.gestures_come(55)


def test_a_backup_that_was_looked_through_is_told_and_opened_by_the_same_button(page):
    confirmed = []
    page.backup_confirmed.connect(lambda: confirmed.append("confirmed"))
    page.offer_backup("Thu 26 Nov, 10:42: 3 people, 3 entries.")
    assert (page._note.text(), page.backup.label()) == ("Thu 26 Nov, 10:42: 3 people, 3 entries.", "Open this backup")
    page.backup.click()
    assert confirmed == ["confirmed"]
    page.offer_backup("")
    assert (page._note.text(), page.backup.label()) == (words.STAYS_HERE, words.HAVE_BACKUP)


def test_one_can_look_round_first(page):
    page.look_round.click()
    assert page.heard == ["demo"]


def test_the_paper_takes_the_shape_of_the_slip(page):
    before = page.findChild(object, "slip_picture").height()
    page.set_preview(slip_picture(), "Ania")
    picture = page.findChild(object, "slip_picture")
    assert picture.height() > before
    assert picture.accessibleName() == "Ania"


def test_what_no_field_shows_is_kept(look, qtbot):
    made = first_run()
    qtbot.addWidget(made)
    before = Settings(seed=77, text_scale=1.5)
    made.fields.fill(before)
    assert made.settings() == before
    assert made.answers().settings == replace(before, set_up=True)
