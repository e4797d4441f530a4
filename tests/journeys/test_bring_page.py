"""The owner brings people in through the real window: seen first, put right, taken, found, taken back."""

import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from counter_maker import open_till, someone_called
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from counter.desk import find
from counter.lanes import Lanes, LanesInStep
from counter.lookup import Equivalents, Index
from counter.models import people
from counter.models.tables_people import CustomerRow, FactRow
from counter.office.passing import FOLDER
from counter.paths import folders_in, resource
from counter.records.people import FactKind, Source
from counter.ui.owner.control import OwnerControl
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.window import OwnerWindow

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
STARTER = resource("gestures", "catalogue.json").read_text(encoding="utf-8")
MAIN = (sys.executable, str(Path(__file__).parents[2] / "main.py"))
STRANGE = (
    "Kunde;Geboren;Tel;Was sie mag\n"
    "Anna Ward;03/04/1980;020 7946 0142;allergic to nuts\n"
    "Bob Stone;05/06/1975;020 7946 0143;likes rye\n"
    "Cid Hill;;020 7946 0199;\n"
)


def noon():
    return datetime(2026, 11, 26, 12, tzinfo=UTC)


def no_printers():
    return ()


def stand(qtbot, lanes, till, finder):
    window = OwnerWindow()
    window.setFixedSize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    errands = OwnerErrands(
        lanes=lanes, till=till, starter=STARTER, system_printers=no_printers, program=MAIN, finder=finder
    )
    window.control = OwnerControl(window, errands)
    window.control.start()
    window.show_page("bring")
    window.page().start()
    return window


def index_of(till):
    equivalents = Equivalents(resource("lookup", "equivalents.bin").read_bytes())
    return find.Finder(Index.build(find.everybody(), equivalents, till.today))


@pytest.fixture
def till(tmp_path):
    folders = folders_in(tmp_path / "shop")
    folders.make()
    opened = open_till(folders.database, noon)
    yield opened
    opened.database.close()


@pytest.fixture
def finder(till):
    return index_of(till)


@pytest.fixture
def owner(look, qtbot, till, finder):
    lanes = LanesInStep()
    window = stand(qtbot, lanes, till, finder)
    yield window
    window.control.pages.close()
    lanes.close()


@pytest.fixture
def press(owner, qtbot):
    def key(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return key


@pytest.fixture
def put(tmp_path):
    def write(text, name="Kundenliste.csv"):
        (tmp_path / name).write_bytes(text.encode())
        return tmp_path / name

    return write


def drop(page, path):
    """A file is dragged onto the page and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.start_part.drop.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))


def rows(table):
    model = table.model()
    return [[model.index(y, x).data() for x in range(model.columnCount())] for y in range(model.rowCount())]


def names():
    return {row.name: row.id for row in CustomerRow.live()}


def test_a_strange_file_is_put_right_seen_through_brought_in_found_and_taken_back(owner, till, finder, put, press):
    page = owner.bring
    drop(page, put(STRANGE))
    assert [row[0::2] for row in rows(page.columns.table)] == [
        ["Kunde", "name"], ["Geboren", "birthday"], ["Tel", "phone"], ["Was sie mag", "note"]
    ]  # fmt: skip
    press(K.Key_Return, CTRL)
    assert page.columns.days.problem().startswith("Say which comes first")
    press(K.Key_Right)
    assert page.columns.days.value() == "mdy"
    press(K.Key_Return, CTRL)
    assert page.preview.sentence.text() == "3 rows would come in."
    assert names() == {}
    page.preview.fates.setFocus()
    press(K.Key_M)
    assert rows(page.preview.notes) == [["2", "Was sie mag: allergic to nuts", "a note (proposed: “no nuts”)"]]
    press(K.Key_T, CTRL)
    assert rows(page.preview.notes)[0][2] == "a never: “no nuts”"
    press(K.Key_Return, CTRL)
    assert owner.message.message() == "3 rows of \u2068Kundenliste.csv\u2069 came in, and can be found at the counter."
    anna = names()["Anna Ward"]
    (never,) = people.facts(anna)
    assert (never.kind, never.boundaries, never.source) == (FactKind.NEVER, ("nuts",), Source.NOTICED)
    assert [(day.month, day.day) for day in people.important_dates(anna)] == [(3, 4)]
    assert [match.person_id for match in finder.search("ana ward")][:1] == [anna]
    assert rows(page.start_part.table)[0][0::3] == ["Kundenliste.csv", "here"]
    page.start_part.table.setFocus()
    press(K.Key_Space)
    assert names() == {}
    assert finder.search("ana ward") == []
    assert rows(page.start_part.table)[0][3] == "taken back"


@pytest.mark.slow
def test_with_more_warnings_than_are_listed_all_are_counted_and_taken(owner, put, press):
    page = owner.bring
    drop(page, put("Name;Telefon;Notiz\n" + "".join(f"P{n} Ward;020 7946 {n:04d};no nuts\n" for n in range(2_003))))
    press(K.Key_Return, CTRL)
    page.preview.fates.setFocus()
    press(K.Key_M)
    last = rows(page.preview.notes)[-1][1]
    assert last == "… and 3 more, which stay notes unless Ctrl+T takes all as proposed"
    press(K.Key_T, CTRL)
    assert rows(page.preview.notes)[-1][1] == "… and 3 more, taken as proposed"
    press(K.Key_Return, CTRL)
    assert FactRow.live().where(FactRow.kind == FactKind.NEVER).count() == 2_003


def test_a_row_that_may_be_somebody_waits_until_the_owner_says_who_it_is(owner, till, put, press):
    bob = someone_called(till, "Cid Hill")
    page = owner.bring
    drop(page, put("Name;Telefon\nCid Hill;020 7946 0142\nDee Hill;020 7946 0143\n"))
    press(K.Key_Return, CTRL)
    assert page.preview.sentence.text() == "1 row would come in. 1 is left out until you say who it is."
    page.preview.fates.setFocus()
    press(K.Key_T)
    assert rows(page.preview.rows)[0][1] == "Cid Hill"
    page.preview.who.setFocus()
    press(K.Key_Left)
    press(K.Key_Left)
    assert page.preview.who.value() == str(bob)
    assert page.preview.sentence.text() == "2 rows would come in."
    press(K.Key_Return, CTRL)
    assert names().keys() == {"Cid Hill", "Dee Hill"}
    assert [contact.value for contact in people.contacts(bob)] == ["020 7946 0142"]


def test_a_column_guessed_wrong_is_put_right_with_its_rows_beside(owner, put, press):
    page = owner.bring
    drop(page, put(STRANGE))
    page.columns.table.selectRow(3)
    assert rows(page.columns.table)[3][1] == "allergic to nuts · likes rye"
    page.columns.part.setFocus()
    press(K.Key_L)
    assert rows(page.columns.table)[3][2] in ("left out", "last name", "language")
    page.columns.part.set_value("leave")
    page.columns.part.changed.emit()
    page.columns.days.set_value("dmy")
    press(K.Key_Return, CTRL)
    assert page.preview.fates.isVisible()
    press(K.Key_Return, CTRL)
    assert people.facts(names()["Anna Ward"]) == ()


def test_letters_that_look_wrong_are_read_in_another_way(owner, tmp_path):
    (tmp_path / "a.csv").write_bytes("Name;Telefon\nŁukasz Żak;020 7946 0142\n".encode("cp1250"))
    page = owner.bring
    drop(page, tmp_path / "a.csv")
    page.columns.letters.set_value("cp1250")
    page.columns.letters.changed.emit()
    assert rows(page.columns.table)[0][1] == "Łukasz Żak"
    assert page.columns.letters.value() == "cp1250"


@pytest.mark.parametrize(("data", "said"), [(b"", "nothing in this file"), (b"PK\x03\x04 no", "damaged or locked")])
def test_a_file_that_can_not_be_read_is_told_and_the_page_stays_as_it_was(owner, tmp_path, data, said):
    (tmp_path / "a.csv").write_bytes(data)
    drop(owner.bring, tmp_path / "a.csv")
    assert said in owner.message.message()
    assert owner.bring.start_part.isVisible()
    assert owner.bring.start_part.isEnabled()


def test_what_would_happen_is_saved_row_by_row(owner, put, press, tmp_path):
    drop(owner.bring, put(STRANGE.replace("03/04", "23/04")))
    press(K.Key_Return, CTRL)
    owner.bring.report_wanted.emit(tmp_path / "seen.csv")
    lines = (tmp_path / "seen.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ["line,name,what becomes of it,why", "2,Anna Ward,new,"]
    owner.bring.report_wanted.emit(tmp_path / "no folder" / "seen.csv")
    assert "Choose another place" in owner.message.message()


def test_esc_goes_a_step_back_and_at_last_puts_the_file_away(owner, till, put, press):
    page = owner.bring
    drop(page, put(STRANGE.replace("03/04", "23/04")))
    press(K.Key_Return, CTRL)
    passing = Path(till.database.database).with_name(FOLDER)
    assert not any(passing.rglob("known.jsonl"))
    press(K.Key_Escape)
    assert page.columns.isVisible()
    assert any(passing.rglob("rows.jsonl"))
    press(K.Key_Escape)
    assert page.start_part.isVisible()
    assert names() == {}
    assert not any(passing.iterdir())


def many(count):
    return "Name;Telefon\n" + "".join(f"Person {n};020 7946 {n:04d}\n" for n in range(count))


def test_on_real_lanes_it_goes_in_short_steps_and_can_be_stopped(look, qtbot, tmp_path, put):
    lanes, opened = Lanes(), []
    folders = folders_in(tmp_path / "other")
    folders.make()
    lanes.database(partial(open_till, folders.database, noon), opened.append, opened.append)
    qtbot.waitUntil(partial(bool, opened))
    till = opened[0]
    lanes.database(partial(index_of, till), opened.append, opened.append)
    qtbot.waitUntil(lambda: len(opened) == 2)
    window = stand(qtbot, lanes, till, opened[1])
    page = window.bring
    drop(page, put(many(900)))
    qtbot.waitUntil(page.columns.isVisible)
    qtbot.keyClick(page.columns.table, K.Key_Return, CTRL)
    qtbot.waitUntil(page.preview.isVisible)
    with qtbot.waitSignal(window.control.changed):
        page.preview.fates.setFocus()
        qtbot.keyClick(page.preview.fates, K.Key_Return, CTRL)
        page.stopped.emit()
    assert window.message.message().startswith("Stopped. What came in")
    qtbot.waitUntil(lambda: bool(rows(page.start_part.table)))
    counted = []
    lanes.database(lambda: CustomerRow.live().count(), counted.append, counted.append)
    qtbot.waitUntil(partial(bool, counted))
    assert 0 < counted[0] < 900
    window.control.pages.close()
    lanes.database(till.database.close, opened.append, opened.append)
    lanes.close()


def test_one_key_makes_the_notes_of_a_file_what_customers_said(owner, finder, put, press):
    page = owner.bring
    drop(page, put("Name,Note\nAnna Kowalska,likes rye\n"))
    press(K.Key_Return, CTRL)
    assert page.preview.said.value() == ""
    press(K.Key_K, CTRL)
    assert page.preview.said.value() == "said"
    press(K.Key_K, CTRL)
    assert page.preview.said.value() == ""
    press(K.Key_K, CTRL)
    press(K.Key_Return, CTRL)
    assert [(row.text, row.source) for row in FactRow.live()] == [("likes rye", "said")]
