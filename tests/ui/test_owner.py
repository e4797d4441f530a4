"""The owner's window: records in, signals out, by keyboard alone."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))
from owner_scenes import NEEDS, POUNDS, PRINTERS, SETTINGS, STAFF, catalogue, fill  # noqa: E402

from counter.gestures.check import CONTAINS, FAMILIES, TOUCHES, complaint_about  # noqa: E402
from counter.gestures.occasions import OCCASIONS  # noqa: E402
from counter.records.gestures import Kind  # noqa: E402
from counter.records.people import Role, Staff  # noqa: E402
from counter.records.printers import FoundPrinter  # noqa: E402
from counter.records.slips import PrinterWay  # noqa: E402
from counter.slips.lines import Occasion  # noqa: E402
from counter.ui.help import HelpPanel  # noqa: E402
from counter.ui.owner.gesture_form import key_for  # noqa: E402
from counter.ui.owner.lines import OwnerLine
from counter.ui.owner.window import OwnerWindow  # noqa: E402
from counter.ui.texts import gestures as gesture_words  # noqa: E402
from counter.ui.texts import owner as words  # noqa: E402
from counter.ui.texts.help import PAGES  # noqa: E402
from counter.ui.widgets.buttons import ActionButton  # noqa: E402

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def window(qapp):
    """One window for all: building it takes longer than any test."""
    made = OwnerWindow()
    made.resize(1366, 768)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def owner(window, look, qtbot):
    """The window filled anew, on its first page."""
    window.gestures.search.clear()
    window.lines.choose_language("en")
    window.lines.occasions.choose(["plain"])
    fill(window)
    for page in (window.gestures, window.lines, window.staff, window.printers):
        page.table.selectRow(0)
    window.show_page("today")
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.start()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window


@pytest.fixture
def heard(owner):
    """What the pages said, in order: (name, arguments)."""
    said, ties = [], []

    def listen(name, signal):
        ties.append((signal, signal.connect(lambda *args: said.append((name, *args)))))

    listen("back", owner.back)
    listen("undo", owner.undo)
    listen("help", owner.help)
    listen("opened", owner.today.opened)
    listen("settings", owner.shop.changed)
    for name in ("gestures", "lines", "staff", "printers"):
        listen(f"{name} saved", getattr(owner, name).saved)
    for name in ("gestures", "lines", "staff"):
        listen(f"{name} switched", getattr(owner, name).switched)
    listen("usual", owner.printers.made_usual)
    yield said
    for signal, tie in ties:
        signal.disconnect(tie)


@pytest.fixture
def press(owner, qtbot):
    """Presses a key where the focus is."""

    def key(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return key


@pytest.fixture
def go(owner):
    """Brings a page to the front with the focus on it."""

    def to(name):
        owner.show_page(name)
        owner.page().start()
        return owner.page()

    return to



def test_a_page_is_made_when_it_is_first_looked_at(look, qtbot):
    window = OwnerWindow()
    qtbot.addWidget(window)
    assert set(window.made) == {"today"}
    for name, label in words.PAGES:
        window.show_page(name)
        assert name in window.made
        assert [page.name for page in window.made.values() if page.isVisibleTo(window)] == [name], label


def field(page, name):
    return page.findChild(object, f"field_{name}")


def test_arrows_walk_through_the_pages(owner, press):
    seen = []
    owner.page_shown.connect(seen.append)
    others = [name for name, _ in words.PAGES][1:]
    for _ in others:
        press(K.Key_Down)
    owner.page_shown.disconnect(seen.append)
    assert seen == others
    assert owner.page(others[-1]).isVisible()
    assert not owner.today.isVisible()


@pytest.mark.parametrize("page", ["today", "gestures", "shop", "staff"])
def test_f10_goes_back_and_f1_asks_for_this_pages_help(page, go, press, heard):
    go(page)
    press(K.Key_F1)
    press(K.Key_F10)
    assert heard == [("help", f"owner_{page}"), ("back",)]


def test_undo_is_the_windows_until_there_is_typing_to_undo(owner, go, press, heard, qtbot):
    go("shop")
    press(K.Key_Z, CTRL)
    assert heard == [("undo",)]
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    press(K.Key_Z, CTRL)
    assert heard == [("undo",)]
    assert field(owner.shop, "shop_name").value() == "Blue Door Bakery"


def test_what_needs_the_owner_opens_by_enter(go, press, heard):
    go("today")
    press(K.Key_Down)
    press(K.Key_Return)
    assert heard == [("opened", NEEDS[1])]


def test_the_day_says_what_the_figures_mean(owner):
    names = [figure.accessibleName() for figure in owner.today._figures]
    assert names[0] == "64, visits"
    assert names[1] == "41, by name, 23 without a name"
    assert names[2] == "9, extras given, £6.20 of £9.00 for the day"
    assert names[4] == "2, went wrong, 1 not put right yet"


def test_space_switches_a_gesture_on_and_another_off(owner, go, press, heard):
    go("gestures")
    assert owner.gestures.switch_button.label() == words.SWITCH_ON
    press(K.Key_Space)
    press(K.Key_Down)
    assert owner.gestures.switch_button.label() == words.SWITCH_OFF
    press(K.Key_Space)
    keys = [gesture.key for gesture in catalogue()]
    assert heard == [("gestures switched", keys[0], True), ("gestures switched", keys[1], False)]


def test_changing_the_title_of_a_gesture_changes_nothing_else(owner, go, press, heard, qtbot):
    go("gestures")
    press(K.Key_Down)
    press(K.Key_Return)
    QApplication.focusWidget().selectAll()
    qtbot.keyClicks(QApplication.focusWidget(), "Hold the door")
    press(K.Key_Return)
    assert heard == [("gestures saved", replace(catalogue()[1], title="Hold the door"))]


def test_a_gesture_may_be_for_some_trades_only_and_come_on_any_day_too(owner, go, press, heard, qtbot):
    go("gestures")
    press(K.Key_Return)
    field(owner.gestures, "trades").set_value("cafe,wine")
    field(owner.gestures, "when").set_value("rain,*")
    press(K.Key_Return)
    gesture = heard[0][1]
    assert gesture.trades == {"cafe", "wine"}
    assert (set(gesture.occasions), gesture.any_time) == ({"rain"}, True)


@pytest.mark.parametrize("number", range(0, 154, 11))
def test_a_gesture_goes_through_the_form_unchanged(owner, number):
    gesture = catalogue()[number]
    form = owner.gestures._gesture_form
    form.show_gesture(gesture, POUNDS)
    assert form.gesture(gesture) == gesture


def test_a_form_stays_open_until_the_catalogue_comes_back(owner, go, press):
    page = go("gestures")
    press(K.Key_Return)
    press(K.Key_Return)
    assert page.form_is_open()
    page.refuse("The disk is full.")
    assert page.form_is_open()
    page.show_catalogue(catalogue(), POUNDS)
    assert not page.form_is_open()
    assert page.table.hasFocus()


def test_a_new_gesture_of_ones_own_is_one_the_catalogue_takes(owner, go, press, heard, qtbot):
    go("gestures")
    press(K.Key_N, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "Tea to the tram")
    field(owner.gestures, "cost").set_value("0.45")
    field(owner.gestures, "kind").set_value("low_cost")
    field(owner.gestures, "when").set_value("rain,cold")
    field(owner.gestures, "why").set_value("It rains.")
    field(owner.gestures, "say").set_value("Here, for the way.")
    press(K.Key_Return)
    gesture = heard[0][1]
    assert (gesture.key, gesture.kind, gesture.cost) == ("tea_to_the_tram", Kind.LOW_COST, 45)
    assert set(gesture.occasions) == {"rain", "cold"} and not gesture.any_time
    assert gesture.trades == {"*"}
    assert complaint_about(gesture, frozenset()) is None


def test_an_unfit_amount_is_told_beside_its_field_and_nothing_is_saved(owner, go, press, heard):
    go("gestures")
    press(K.Key_Return)
    field(owner.gestures, "cost").set_value("7,8O")
    press(K.Key_Return)
    assert heard == []
    assert "letter O" in field(owner.gestures, "cost").problem()


def test_esc_puts_a_form_away_and_what_was_wrong_is_gone_next_time(owner, go, press):
    page = go("gestures")
    press(K.Key_Return)
    field(page, "minutes").set_value("soon")
    press(K.Key_Return)
    press(K.Key_Escape)
    assert not page.form_is_open()
    press(K.Key_Return)
    assert field(page, "minutes").problem() == ""
    assert field(page, "minutes").value() == "3"


def test_ctrl_n_does_not_empty_a_form_that_is_open(owner, go, press, qtbot):
    page = go("staff")
    press(K.Key_N, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "Zoe")
    press(K.Key_N, CTRL)
    assert field(page, "name").value() == "Zoe"


def test_the_catalogue_is_searched_by_title_and_occasion(owner, go, qtbot):
    page = go("gestures")
    page.search.setText("umbrella rain")
    assert 0 < page.table.model().rowCount() < 10
    page.search.setText("no such thing at all")
    assert page.table.model().rowCount() == 0
    assert page.empty.isVisible()
    assert page.empty.text() == words.NO_FIND


@pytest.mark.parametrize(
    ("title", "taken", "key"),
    [
        ("Carry the bag", (), "carry_the_bag"),
        ("Carry the bag!", ("carry_the_bag",), "carry_the_bag_2"),
        ("Café, à deux", (), "cafe_a_deux"),
        ("送伞", (), "own"),
        ("送伞", ("own", "own_2"), "own_3"),
        ("7 stars", (), "own"),
    ],
)
def test_a_new_gesture_gets_a_key_that_nobody_has(title, taken, key):
    assert key_for(title, taken) == key


def test_every_word_that_rules_know_has_a_label():
    assert set(gesture_words.OCCASIONS) == set(OCCASIONS)
    assert set(gesture_words.CONTAINS) == set(CONTAINS)
    assert set(gesture_words.TOUCHES) == set(TOUCHES)
    assert set(gesture_words.FAMILIES) == set(FAMILIES)
    assert set(gesture_words.KINDS) == set(Kind)
    assert set(words.LINE_OCCASIONS) == set(Occasion)
    assert set(words.ROLES) == set(Role)
    assert set(words.WAYS) == set(PrinterWay)


def test_a_new_line_is_for_the_language_and_occasion_that_are_chosen(owner, go, press, heard, qtbot):
    page = go("lines")
    page.choose_language("de")
    page.occasions.choose(["rain"])
    press(K.Key_N, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "Danke, bei dem Regen")
    press(K.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "und bis bald.")
    press(K.Key_Return, CTRL)
    text = "Danke, bei dem Regen und bis bald."
    assert heard == [("lines saved", OwnerLine(number=0, language="de", occasion="rain", text=text))]


def test_a_starter_line_can_be_switched_off(owner, go, press, heard):
    page = go("lines")
    press(K.Key_Space)
    (name, line, on) = heard[0]
    assert (name, line.starter, line.text, on) == ("lines switched", True, page._lines[0].text, False)


def test_a_language_without_a_line_says_what_happens_then(owner, go):
    page = go("lines")
    page.choose_language("pl")
    assert page.empty.isVisible()
    assert not page.table.isVisible()


def test_someone_is_renamed_leaves_and_comes_back(owner, go, press, heard, qtbot):
    page = go("staff")
    press(K.Key_Return)
    QApplication.focusWidget().selectAll()
    qtbot.keyClicks(QApplication.focusWidget(), "Maya R.")
    press(K.Key_Return)
    page.show_staff(STAFF)
    press(K.Key_Space)
    press(K.Key_Down)
    press(K.Key_Down)
    assert page.switch_button.label() == words.IS_BACK
    press(K.Key_Space)
    renamed = Staff(1, "Maya R.", Role.OWNER, active=True)
    assert heard == [
        ("staff saved", renamed),
        ("staff switched", STAFF[0], False),
        ("staff switched", STAFF[2], True),
    ]


def test_a_name_is_needed(owner, go, press, heard):
    page = go("staff")
    press(K.Key_N, CTRL)
    press(K.Key_Return)
    assert heard == []
    assert field(page, "name").problem() == words.S_EMPTY


def test_a_folder_becomes_a_printer_and_the_second_the_usual_one(owner, go, press, heard, qtbot):
    page = go("printers")
    press(K.Key_Down)
    press(K.Key_Space)
    press(K.Key_N, CTRL)
    field(page, "target").set_value("/home/shop/out")
    field(page, "name").set_value("Folder")
    press(K.Key_Return)
    new = replace(PRINTERS[1], id=0, name="Folder", target="/home/shop/out", paper="roll80")
    assert heard == [("usual", 2), ("printers saved", new)]


def test_what_is_plugged_in_is_offered_and_fills_the_form(owner, go, press):
    page = go("printers")
    usb = FoundPrinter(way=PrinterWay.DEVICE, target="/dev/usb/lp0", name="USB printer /dev/usb/lp0")
    page.printer_form.set_plugged_in([usb])
    press(K.Key_N, CTRL)
    chips = field(page, "plugged_in")
    assert chips.isVisible()
    chips.set_value("/dev/usb/lp0")
    chips.editor.changed.emit(("/dev/usb/lp0",))
    assert (field(page, "way").value(), field(page, "target").value()) == ("device", "/dev/usb/lp0")


@pytest.mark.parametrize(("target", "slow"), [("/dev/ttyUSB0 9600", True), ("/dev/ttyUSB0 115200", False)])
def test_a_slow_serial_line_is_warned_of_but_may_be_saved(owner, go, press, heard, target, slow):
    page = go("printers")
    press(K.Key_N, CTRL)
    field(page, "way").set_value("serial")
    field(page, "target").set_value(target)
    field(page, "name").set_value("Till")
    assert field(page, "target").validate()
    assert ("115200" in field(page, "target").editor.accessibleDescription()) == slow
    press(K.Key_Return)
    assert [name for name, *_ in heard] == ["printers saved"]


def test_the_way_decides_what_is_asked(owner, go, press):
    page = go("printers")
    press(K.Key_N, CTRL)
    assert page.printer_form.choose.isVisible()
    press(K.Key_Right)
    assert not page.printer_form.choose.isVisible()
    press(K.Key_Return)
    assert field(page, "target").problem() == words.TARGET_EMPTY["system"]


def test_settings_come_back_as_they_were_when_nothing_was_typed(owner, go, press, heard):
    go("shop")
    press(K.Key_Return)
    assert heard == [("settings", SETTINGS)]


@pytest.mark.parametrize(
    ("name", "typed", "changed"),
    [
        ("shop_name", "  Löwen  ", {"shop_name": "Löwen"}),
        ("hours_0", "9 – 17:30", {"opening_hours": (("09:00", "17:30"), *SETTINGS.opening_hours[1:])}),
        ("hours_1", "closed", {"opening_hours": (("09:00", "18:00"), None, *SETTINGS.opening_hours[2:])}),
        ("coffee", "3.40", {"coffee": 340}),
        ("window", "90", {"returns": replace(SETTINGS.returns, window_days=90)}),
        ("cups_day", "2,5", {"gestures": replace(SETTINGS.gestures, cups_day=2.5)}),
        ("names", "first", {"first_name_only": True}),
        ("text_scale", "1.5", {"text_scale": 1.5}),
        ("zone", "berlin", {"zone": "Europe/Berlin"}),
        ("way", "mail", {"way": "mail"}),
    ],
)
def test_a_setting_is_read_as_people_type_it(name, typed, changed, owner, go, press, heard):
    go("shop")
    field(owner.shop, name).set_value(typed)
    press(K.Key_Return)
    assert heard == [("settings", replace(SETTINGS, **changed))]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("shop_name", " "), ("country", "Atlantis"), ("zone", "Europe"), ("zone", "../etc/passwd"), ("zone", ""),
        ("coffee", "7,8O"), ("mail", "hello at shop"), ("hours_3", "18-9"), ("hours_3", "soon"), ("hours_3", "9"),
        ("window", "-1"), ("window", "many"), ("cups_day", "nan"), ("cups_week", "inf"), ("count_day", "2.5"),
        ("phone", "1" * 10_000), ("trade", ""),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_told_beside_its_field(name, typed, owner, go, press, heard):
    go("shop")
    field(owner.shop, name).set_value(typed)
    press(K.Key_Return)
    assert heard == []
    sentence = field(owner.shop, name).problem()
    assert sentence.endswith((".", "?"))
    assert field(owner.shop, name).isAncestorOf(QApplication.focusWidget())


def test_typing_says_that_it_is_not_saved_yet(owner, go, press, qtbot):
    page = go("shop")
    qtbot.keyClicks(QApplication.focusWidget(), "!")
    assert page.form_is_open()
    page.show_settings(replace(SETTINGS, shop_name="Blue Door Bakery!"))
    assert not page.form_is_open()


@pytest.mark.parametrize("page", ["gestures", "lines", "staff", "shop", "printers"])
def test_a_page_left_half_typed_is_found_as_it_was(page, owner, go, press, qtbot):
    go(page)
    if page != "shop":
        press(K.Key_N, CTRL)
    owner.show_page("today")
    owner.show_page(page)
    assert owner.page().isVisible()
    assert page == "shop" or owner.page().form_is_open()


def test_help_takes_nothing_away_and_gives_the_focus_back(owner, go, press, qtbot):
    go("shop")
    before = QApplication.focusWidget()
    panel = HelpPanel(owner)
    tie = owner.help.connect(panel.toggle)
    press(K.Key_F1)
    assert panel.isVisible()
    assert panel.accessibleName() == "Help: Shop"
    press(K.Key_F1)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is before
    press(K.Key_F1)
    press(K.Key_Escape)
    assert not panel.isVisible()
    owner.help.disconnect(tie)
    panel.deleteLater()


def test_every_page_of_the_owners_window_has_help():
    assert {f"owner_{name}" for name, _ in words.PAGES} <= set(PAGES)


def test_every_control_says_what_it_is(owner):
    nameless = [button.objectName() for button in owner.findChildren(ActionButton) if not button.accessibleName()]
    assert nameless == []
    assert all(owner.findChild(object, f"{name}_table").accessibleName() for name in ("gestures", "staff", "printers"))
