"""Two records of one person, in the owner's window of a real shop: found, looked at, put together, taken apart."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter.app import App, Start
from counter.desk import notes
from counter.desk import people as at_the_door
from counter.lanes import LanesInStep
from counter.models import people, things
from counter.office import shop
from counter.office.change import Change
from counter.paths import folders_in
from counter.records.people import ContactKind, PersonForm
from counter.settings import Settings
from counter.ui.texts import same_person as words
from counter.ui.widgets.text import Text

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def half_past_ten():
    return datetime(2026, 11, 26, 10, 30, tzinfo=UTC)


class Evening:
    """The owner's page on a shop with Anna, Ania of the same phone, and somebody else."""

    def __init__(self, app, qtbot):
        self.app, self.qtbot, self.ops = app, qtbot, 0
        stamp = Change(database=self.till.database, op=self.op(), at=self.till.now, day=self.till.today)
        shop.save(stamp, Settings(shop_name="Blue Door Bakery", set_up=True))
        self.anna = self.meet("Anna Kowalska", "07700 900142")
        self.ania = self.meet("Ania Kowalska", "+44 7700 900142")
        self.jonas = self.meet("Jonas Lindqvist", "07700 900155")
        notes.add(self.till, self.op(), self.anna, "Collects on Fridays.")
        notes.add(self.till, self.op(), self.ania, "Came with a pram.")

    @property
    def till(self):
        return self.app._opened.till

    @property
    def page(self):
        return self.app.counter.owners.window.same_person

    def op(self):
        self.ops += 1
        return f"evening {self.ops}"

    def meet(self, name, phone):
        form = PersonForm(name=name, contacts=((ContactKind.PHONE, phone, ""),))
        made = at_the_door.new(self.till, self.op(), form).customer_id
        self.app.counter.control.showing.say(at_the_door.edit(self.till, self.op(), made, 1, form))
        return made

    def open(self):
        owners = self.app.counter.owners
        owners.open()
        owners.window.activateWindow()
        self.qtbot.waitUntil(owners.window.isActiveWindow)
        owners.window.show_page("same_person")
        owners.window.page().start()
        return self.page

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def found(self, text):
        return [match.person_id for match in self.app.counter.finder.search(text)]


@pytest.fixture
def evening(qtbot, tmp_path):
    app = App(folders_in(tmp_path / "shop"), LanesInStep(), Start(clock=half_past_ten))
    qtbot.addWidget(app.main)
    app.window.resize(1366, 768)
    app.main.show()
    yield Evening(app, qtbot)
    app.close()


def rows(table):
    model = table.model()
    return [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]


def shown(widget):
    return " ".join(text.text() for text in widget.findChildren(Text) if text.isVisible())


def test_the_likely_pair_stands_in_the_list_with_why(evening):
    page = evening.open()
    assert rows(page.table) == [["Anna Kowalska", "Ania Kowalska", "same phone, similar names"]]


def test_both_stand_side_by_side_and_what_differs_is_chosen(evening):
    page = evening.open()
    evening.press(Key.Key_Return)
    assert "Anna Kowalska" in shown(page.form) and "+44 7700 900142" in shown(page.form)
    evening.press(Key.Key_Return)
    assert people.customer(evening.ania).id == evening.ania
    page.form.findChild(object, "field_name").set_value("other")
    evening.press(Key.Key_Return, CTRL)
    assert people.customer(evening.ania).id == evening.anna
    assert people.customer(evening.anna).name == "Ania Kowalska"
    assert [note.text for note in things.of_person("note", evening.anna)] == [
        "Collects on Fridays.", "Came with a pram."
    ]
    assert not page.form_is_open() and rows(page.table) == []
    assert evening.found("kowalska") == [evening.anna]


def test_taken_apart_they_are_two_again_and_found_as_two(evening):
    page = evening.open()
    evening.press(Key.Key_Return)
    evening.press(Key.Key_Return, CTRL)
    assert [row[:2] for row in rows(page.before.table)] == [["Anna Kowalska", "Ania Kowalska"]]
    page.before.table.setFocus()
    evening.press(Key.Key_Space)
    assert people.customer(evening.ania).id == evening.ania
    assert set(evening.found("kowalska")) == {evening.anna, evening.ania}
    assert rows(page.before.table) == []
    assert len(rows(page.table)) == 1


def test_said_to_be_two_they_are_not_offered_again(evening):
    page = evening.open()
    evening.press(Key.Key_Return)
    evening.press(Key.Key_D, CTRL)
    assert rows(page.table) == [] and words.NONE in shown(page)
    evening.press(Key.Key_N, CTRL)
    assert rows(page.table) == []


def test_esc_changes_nothing(evening):
    page = evening.open()
    evening.press(Key.Key_Return)
    evening.press(Key.Key_Escape)
    assert not page.form_is_open() and len(rows(page.table)) == 1
    assert people.customer(evening.ania).id == evening.ania
