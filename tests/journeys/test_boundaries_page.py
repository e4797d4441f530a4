"""The owner says what a never can forbid; the counter asks and the extras go by it at once."""

import pytest
from counter_maker import someone_called
from PySide6.QtCore import Qt

from counter.desk import facts
from counter.desk.reading import Read
from counter.desk.situation import situation
from counter.models.people import facts as facts_of
from counter.records.here import Here
from counter.records.people import FactForm, FactKind, Source
from counter.ui.forms.note import Noted
from counter.ui.texts import boundaries as words
from counter.ui.widgets.chips import Chip

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def owner(open_owners_window, till):
    return open_owners_window("boundaries", till, came_boundaries=dict(till.boundaries))


@pytest.fixture
def page(owner):
    return owner.page()


def never(till, who, text, *boundaries):
    form = FactForm(kind=FactKind.NEVER, text=text, source=Source.SAID, boundaries=boundaries)
    return facts.add(till, f"never {text}", who, form)


def shown(page):
    model = page.table.model()
    return [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]


def make(page, press, qtbot, label, *tags):
    """A new one, by keyboard."""
    press(K.Key_N, CTRL)
    qtbot.keyClicks(page.window().focusWidget(), label)
    for tag in tags:
        page.form.findChild(object, "field_blocks").editor.choose([tag])
    press(K.Key_Return)


def test_what_came_with_the_program_stands_there_with_what_it_keeps_away(page):
    assert shown(page)[0] == ["no nuts", "Nuts, Peanuts", "yes"]
    assert ["nothing personal", "Something personal", "yes"] in shown(page)


def test_a_new_one_is_ticked_at_the_counter_and_keeps_away_what_it_says(page, owner, till, press, qtbot):
    make(page, press, qtbot, "no celery", "celery")
    assert not page.form_is_open()
    assert owner.message.message() == "“\u2068no celery\u2069” is in the list."
    assert shown(page)[-1] == ["no celery", "Celery", "yes"]
    made = facts.boundaries(till)[-1]
    anna = someone_called(till, "Anna Kowalska")
    never(till, anna, "Celery makes her ill", made.key)
    assert "celery" in situation(till, Read(till, anna)).boundaries


def test_another_wording_holds_and_is_taken_back(page, till, press, qtbot):
    press(K.Key_Return)
    press(K.Key_A, CTRL)
    qtbot.keyClicks(page.window().focusWidget(), "nothing with nuts")
    press(K.Key_Return)
    assert till.boundaries["nuts"].label == "nothing with nuts"
    assert till.boundaries["nuts"].blocks == {"nuts", "peanuts"}
    press(K.Key_Z, CTRL)
    assert till.boundaries["nuts"].label == "no nuts"
    assert shown(page)[0][0] == "no nuts"


@pytest.mark.parametrize(
    ("label", "tags", "field", "sentence"),
    [
        ("", ("celery",), "label", words.LABEL_EMPTY),
        ("no celery", (), "blocks", "What does it rule out? Without that, it would keep nothing away."),
        ("No nuts", ("celery",), "label", "“\u2068No nuts\u2069” stands in the list already."),
    ],
)
def test_one_that_makes_no_sense_is_refused_beside_its_field(page, press, qtbot, label, tags, field, sentence):
    make(page, press, qtbot, label, *tags)
    assert page.form.findChild(object, f"field_{field}").problem() == sentence


def test_what_was_refused_is_saved_once_it_is_put_right(page, press, qtbot):
    make(page, press, qtbot, "no celery")
    assert page.form.findChild(object, "field_blocks").problem()
    chips = page.form.findChild(object, "field_blocks").findChildren(Chip)
    next(chip for chip in chips if chip.choice.key == "celery").click()
    assert not page.form.findChild(object, "field_blocks").problem()
    press(K.Key_Return, CTRL)
    assert not page.form_is_open()
    assert shown(page)[-1] == ["no celery", "Celery", "yes"]


def test_one_that_is_not_offered_any_more_stays_on_the_cards_that_have_it(page, till, press):
    anna = someone_called(till, "Anna Kowalska")
    never(till, anna, "Jan is allergic", "nuts")
    press(K.Key_Space)
    assert shown(page)[0][2] == words.NO
    assert "nuts" in situation(till, Read(till, anna)).boundaries
    new = Noted(Here(till.now, till.here.zone, till.here.country), facts.boundaries(till))
    assert "no nuts" not in labels(new)
    corrected = Noted(Here(till.now, till.here.zone, till.here.country), facts.boundaries(till))
    (kept,) = facts_of(anna)
    corrected.fill(FactForm(kind=kept.kind, text=kept.text, source=kept.source, boundaries=tuple(kept.boundaries)))
    assert "no nuts" in labels(corrected)
    assert corrected.record().boundaries == ("nuts",)


def labels(form):
    return [chip.choice.label for chip in form.frame.findChild(object, "field_boundaries").findChildren(Chip)]


def test_one_that_is_gone_forbids_all_that_is_eaten_until_someone_says_which(page, till, press, qtbot):
    make(page, press, qtbot, "no celery", "celery")
    anna = someone_called(till, "Anna Kowalska")
    never(till, anna, "Celery makes her ill", facts.boundaries(till)[-1].key)
    page.window().undo.emit()
    assert shown(page)[-1][0] != "no celery"
    assert situation(till, Read(till, anna)).never_unresolved
