"""The owner's evening in the real window, on a real shop file: what is changed holds at the counter."""

import io
from datetime import UTC, datetime
from functools import partial

import pytest
from counter_maker import open_till, someone_called
from pdfminer.high_level import extract_text_to_fp
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from counter import outbox
from counter.desk import complaints, gestures, thank
from counter.desk.composing import SlipWish
from counter.lanes import Lanes, LanesInStep
from counter.models import shop
from counter.office import catalogue
from counter.office.logo import WIDTH
from counter.paper.fonts import Fonts
from counter.paths import folders_in, resource
from counter.records.entries import Severity
from counter.ui.owner.control import OwnerControl
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.window import OwnerWindow
from counter.ui.widgets.text import Text

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
STARTER = resource("gestures", "catalogue.json").read_text(encoding="utf-8")


def six_in_the_evening():
    return datetime(2026, 11, 26, 18, 5, tzinfo=UTC)


def open_file(folders):
    folders.make()
    return open_till(folders.database, six_in_the_evening)


def no_printers():
    return ()


def stand(qtbot, lanes, till):
    """The owner's window over an open shop."""
    window = OwnerWindow()
    window.setFixedSize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    errands = OwnerErrands(lanes=lanes, till=till, starter=STARTER, system_printers=no_printers)
    window.control = OwnerControl(window, errands)
    window.control.start()
    return window


@pytest.fixture
def folders(tmp_path):
    return folders_in(tmp_path / "shop")


@pytest.fixture
def till(folders):
    opened = open_file(folders)
    yield opened
    opened.database.close()


@pytest.fixture
def owner(look, qtbot, till):
    lanes = LanesInStep()
    yield stand(qtbot, lanes, till)
    lanes.close()


@pytest.fixture
def press(owner, qtbot):
    def key(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return key


@pytest.fixture
def write(owner, qtbot):
    """Types into a field of the page at the front, over what stands there."""

    def into(name, text):
        editor = owner.page().findChild(object, f"field_{name}").editor
        editor.setFocus()
        editor.selectAll()
        qtbot.keyClicks(editor, text)

    return into


def go(owner, name):
    owner.show_page(name)
    owner.page().start()
    return owner.page()


def problem(page, name):
    return page.findChild(object, f"field_{name}").problem()


def rows(page):
    model = page.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_the_price_of_a_cup_changes_and_what_extras_cost_follows(owner, till, press, write):
    before = {gesture.key: gesture.cost for gesture in till.catalogue.gestures}
    go(owner, "shop")
    write("coffee", "6.00")
    press(K.Key_Return)
    assert "£6.00" in owner.message.message()
    assert till.settings.coffee == 600
    assert all(abs(g.cost - 2 * before[g.key]) <= 1 for g in till.catalogue.gestures)
    owner.show_page("gestures")
    shown = {row[0]: row[2] for row in rows(owner.gestures)}
    dearest = max(till.catalogue.gestures, key=lambda gesture: gesture.cost)
    assert shown[dearest.title] == f"£{dearest.cost / 100:.2f}"


def test_a_cup_for_nothing_is_refused_beside_its_field_and_what_was_typed_stays(owner, till, press, write):
    page = go(owner, "shop")
    write("shop_name", "Red Door Bakery")
    write("coffee", "0")
    press(K.Key_Return)
    assert problem(page, "coffee").startswith("A cup can't cost nothing")
    assert page.findChild(object, "field_shop_name").value() == "Red Door Bakery"
    assert till.settings.shop_name == "Blue Door Bakery"
    write("coffee", "3.20")
    press(K.Key_Return)
    assert (till.settings.shop_name, till.settings.coffee) == ("Red Door Bakery", 320)
    assert owner.top._shop.text() == "Red Door Bakery"


def test_a_gesture_switched_off_is_suggested_to_nobody(owner, till, press):
    anna = someone_called(till, "Anna Kowalska")
    gestures.today(till, anna)
    first = gestures.another(till, "another", anna)
    page = go(owner, "gestures")
    place = [row[0] for row in rows(page)].index(first.title)
    page.table.selectRow(place)
    press(K.Key_Space)
    assert rows(page)[place][5] == "off"
    key = next(gesture.key for gesture in till.catalogue.gestures if gesture.title == first.title)
    assert gestures.why_not(till, anna, key) == ["It is switched off in the catalogue."]
    everybody = [someone_called(till, f"Number {number}") for number in range(40)]
    titles = {gestures.another(till, f"for {who}", who).title for who in everybody}
    assert titles - {""}
    assert first.title not in titles


def test_a_bad_cost_is_told_in_a_sentence_and_nothing_is_lost(owner, till, press, write):
    page = go(owner, "gestures")
    press(K.Key_N, CTRL)
    write("title", "Tea to the tram")
    write("cost", "0.45")
    rest = {"kind": "free", "family": "help", "minutes": "1", "why": "It is cold.", "say": "Here."}
    for name, value in rest.items():
        page.findChild(object, f"field_{name}").set_value(value)
    press(K.Key_Return)
    assert problem(page, "cost").startswith("It costs something, so it is not free.")
    assert page.form_is_open()
    page.findChild(object, "field_kind").set_value("low_cost")
    press(K.Key_Return)
    assert not page.form_is_open()
    made = till.catalogue.get("tea_to_the_tram")
    assert (made.title, made.cost, made.why) == ("Tea to the tram", 45, "It is cold.")


def test_a_line_of_ones_own_is_offered_on_the_slip(owner, till, press, qtbot):
    page = go(owner, "lines")
    page.occasions.choose(["first_visit"])
    press(K.Key_N, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "The kettle is always on for you.")
    press(K.Key_Return, CTRL)
    assert rows(page)[-1] == ["The kettle is always on for you.", "yours", "on"]
    offered = thank.choices(till, someone_called(till, "Anna Kowalska"), SlipWish())
    assert "The kettle is always on for you." in offered.lines


def test_a_line_of_the_programs_becomes_ones_own_when_it_is_put_in_other_words(owner, till, press, qtbot):
    page = go(owner, "lines")
    theirs = rows(page)[0][0]
    press(K.Key_Return)
    press(K.Key_Return, CTRL)
    assert not page.form_is_open()
    press(K.Key_Return)
    press(K.Key_A, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "In our own words.")
    press(K.Key_Return, CTRL)
    assert [theirs, "came with Counter", "off"] in rows(page)
    assert ["In our own words.", "yours", "on"] in rows(page)


def test_somebody_new_stands_at_the_counter_and_somebody_leaves(owner, till, press, write):
    page = go(owner, "staff")
    press(K.Key_N, CTRL)
    write("name", "Zoe")
    press(K.Key_Return)
    assert rows(page)[-1][0] == "Zoe"
    assert rows(page)[-1][1] == f"Ctrl+{len(rows(page))}"
    me = till.staff_id
    page.table.selectRow(0)
    press(K.Key_Space)
    assert rows(page)[0][3] == "has left"
    assert till.staff_id != me


def test_a_name_taken_is_told_beside_it(owner, press, write):
    page = go(owner, "staff")
    taken = rows(page)[0][0]
    press(K.Key_N, CTRL)
    write("name", taken.upper())
    press(K.Key_Return)
    assert "at the counter already" in problem(page, "name")
    assert page.form_is_open()


def test_ctrl_z_takes_back_what_was_changed_here_and_nothing_of_the_counter(owner, till, press):
    anna = someone_called(till, "Anna Kowalska")
    page = go(owner, "gestures")
    title = rows(page)[0][0]
    press(K.Key_Space)
    assert not till.catalogue.gestures[0].active
    press(K.Key_Z, CTRL)
    assert owner.message.message().startswith("Undone: ")
    assert rows(page)[0][0] == title
    assert till.catalogue.gestures[0].active
    press(K.Key_Z, CTRL)
    assert owner.message.message() == "Nothing was changed here today that can be taken back."
    assert till.customer(anna).name == "Anna Kowalska"


def test_a_form_half_typed_is_there_when_the_page_comes_back(owner, press, write):
    page = go(owner, "staff")
    press(K.Key_N, CTRL)
    write("name", "Zo")
    owner.show_page("today")
    owner.show_page("staff")
    assert page.form_is_open()
    assert page.findChild(object, "field_name").value() == "Zo"


def test_what_waits_for_the_owner_is_on_today_and_opens_at_the_counter(owner, till, press):
    anna = someone_called(till, "Anna Kowalska")
    form = complaints.ComplaintForm(words="The card reader failed twice.", severity=Severity.REAL)
    complaints.log(till, "wrong", anna, form)
    wanted = []
    owner.control.wanted.connect(wanted.append)
    page = go(owner, "today")
    assert "1, went wrong, 1 not put right yet" in [figure.accessibleName() for figure in page._figures]
    while not wanted or wanted[-1].customer_id != anna:
        press(K.Key_Return)
        press(K.Key_Down)
        assert len(wanted) < 100
    assert wanted[-1].sentence == "The card reader failed twice."


def picture(tmp_path, ink="black", size=(600, 300), name="logo.png"):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2, QColor(ink))
    painter.end()
    assert image.save(str(tmp_path / name))
    return tmp_path / name


def sentence(owner):
    return owner.shop.logo._sentence.text()


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_a_logo_is_kept_small_and_in_black_and_white(owner, tmp_path, name):
    changed = []
    owner.control.changed.connect(partial(changed.append, "changed"))
    owner.shop.logo.picked.emit(picture(tmp_path, ink="navy", name=name))
    kept = QImage.fromData(shop.logo())
    assert (kept.depth(), kept.height()) == (1, 209)
    assert kept.width() <= WIDTH
    assert len(shop.logo()) < 2000
    assert (kept.pixelColor(kept.width() // 2, 104), kept.pixelColor(2, 2)) == (QColor("black"), QColor("white"))
    assert owner.message.message() == "The logo stands on slips from now on."
    assert changed == ["changed"]
    owner.shop.logo.removed.emit()
    assert shop.logo() is None


def bomb(tmp_path, width, height):
    """A PNG whose head says more than it should, with nothing behind it."""
    whole = picture(tmp_path).read_bytes()
    (tmp_path / "bomb.png").write_bytes(whole[:16] + width.to_bytes(4) + height.to_bytes(4) + whole[24:])
    return tmp_path / "bomb.png"


def text_file(tmp_path):
    (tmp_path / "logo.png").write_text("<svg onload='x'/>" * 20)
    return tmp_path / "logo.png"


def broken(tmp_path):
    (tmp_path / "broken.png").write_bytes(picture(tmp_path).read_bytes()[:60])
    return tmp_path / "broken.png"


def heavy(tmp_path):
    with (tmp_path / "heavy.png").open("wb") as file:
        file.truncate(10_000_001)
    return tmp_path / "heavy.png"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (text_file, "can’t be read as a picture"),
        (broken, "can't be read as a picture"),
        (partial(bomb, width=30_000, height=30_000), "6,000 are the most"),
        (partial(bomb, width=2**31, height=1), "6,000 are the most"),
        (heavy, "larger than 10 MB"),
        (lambda folder: folder / "gone.png", "can’t be opened"),
        (lambda folder: folder, "can’t be"),
        (partial(picture, ink="white"), "too light"),
    ],
    ids=["text", "broken", "bomb", "wide bomb", "heavy", "gone", "a folder", "white"],
)
def test_a_file_that_is_no_logo_is_told_beside_it_and_the_old_logo_stays(owner, tmp_path, file, said):
    owner.shop.logo.picked.emit(picture(tmp_path, name="before.png"))
    before = shop.logo()
    owner.shop.logo.picked.emit(file(tmp_path))
    assert said in sentence(owner)
    assert shop.logo() == before


def test_the_logo_comes_back_by_undo(owner, tmp_path, press):
    owner.shop.logo.picked.emit(picture(tmp_path))
    before = shop.logo()
    owner.shop.logo.removed.emit()
    go(owner, "today")
    press(K.Key_Z, CTRL)
    assert shop.logo() == before


def words_of(pdf):
    out = io.StringIO()
    with pdf.open("rb") as file:
        extract_text_to_fp(file, out, laparams=None)
    return out.getvalue()


def print_all(till, folders, fonts):
    for printer in shop.printers():
        errand = outbox.take_next(printer, till.now)
        if errand is not None:
            outbox.record(errand, outbox.send(errand, outbox.transport_of(printer, folders.slips), fonts), till.now)


def test_a_folder_is_set_up_made_the_usual_one_and_tried(owner, till, press, write, folders, families, tmp_path):
    owner.control.printing.connect(partial(print_all, till, folders, Fonts(families[0])))
    page = go(owner, "printers")
    assert page.preview.sheet.paper.key == "roll58"
    press(K.Key_N, CTRL)
    write("target", str(tmp_path / "out"))
    write("name", "Out tray")
    page.findChild(object, "field_paper").set_value("a6")
    press(K.Key_Return)
    page.table.selectRow(1)
    press(K.Key_Space)
    assert [row[0] for row in rows(page) if row[4]] == ["Out tray"]
    assert till.settings.printer_id == page.table.chosen_key()
    page.table.selectRow(1)
    press(K.Key_T, CTRL)
    assert owner.message.message() == "A test slip goes to \u2068Out tray\u2069."
    (pdf,) = (tmp_path / "out").glob("*.pdf")
    assert "Blue Door Bakery" in words_of(pdf) and "Both ends of the ruler" in words_of(pdf)
    assert page.preview.sheet.paper.key == "a6"
    press(K.Key_T, CTRL)
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 2


@pytest.mark.parametrize(
    ("way", "target", "said"),
    [("pdf", "slips", "the whole way"), ("network", "host:port", "an address like"), ("system", "", "printer’s name")],
)
def test_a_place_that_names_no_printer_is_told_beside_it(owner, press, write, way, target, said):
    page = go(owner, "printers")
    press(K.Key_N, CTRL)
    page.findChild(object, "field_way").set_value(way)
    write("target", target)
    write("name", "Out tray")
    press(K.Key_Return)
    assert said in problem(page, "target")
    assert len(shop.printers()) == 1


def test_a_file_that_can_not_be_written_is_said_and_what_was_typed_stays(owner, till, press, write):
    page = go(owner, "staff")
    press(K.Key_N, CTRL)
    write("name", "Zoe")
    till.database.execute_sql("PRAGMA query_only=1")
    press(K.Key_Return)
    till.database.execute_sql("PRAGMA query_only=0")
    assert page.form_is_open()
    assert any("can't be written just now" in text.text() for text in page.findChildren(Text))
    assert page.findChild(object, "field_name").value() == "Zoe"
    press(K.Key_Return)
    assert rows(page)[-1][0] == "Zoe"


def test_what_was_changed_is_there_at_the_next_start(owner, till, press, folders):
    page = go(owner, "gestures")
    press(K.Key_Space)
    title = rows(page)[0][0]
    till.database.close()
    again = open_file(folders)
    kept = catalogue.load(STARTER, again.settings.coffee)
    again.database.close()
    till.database.connect()
    assert [gesture.title for gesture in kept.gestures if not gesture.active] == [title]


def test_on_real_lanes_the_window_waits_for_nothing(look, qtbot, folders):
    lanes, opened = Lanes(), []
    lanes.database(partial(open_file, folders), opened.append, opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    till = opened[0]
    window = stand(qtbot, lanes, till)
    page = go(window, "staff")
    qtbot.waitUntil(lambda: bool(rows(page)))
    page.start()
    qtbot.keyClick(QApplication.focusWidget(), K.Key_N, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "Zoe")
    with qtbot.waitSignal(window.control.changed):
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Return)
        assert page.form_is_open()
    qtbot.waitUntil(lambda: not page.form_is_open())
    assert rows(page)[-1][0] == "Zoe"
    lanes.database(till.database.close, opened.append, opened.append)
    lanes.close()
