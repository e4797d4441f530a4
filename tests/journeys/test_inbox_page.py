"""The inbox in the owner's real window on a real shop file: every answer is read and becomes something."""

from datetime import date
from random import Random

import pytest
from counter_maker import Clock, Ops, open_till, someone_called
from PySide6.QtCore import Qt

from counter.desk import complaints, feedback, thank
from counter.desk import undo as counter_undo
from counter.desk.composing import SlipWish
from counter.models import answers, things, voices
from counter.models.tables_counter import FeedbackRow
from counter.office import inbox, report
from counter.office.inbox import Reading
from counter.paths import folders_in, resource
from counter.records.answers import Answer
from counter.records.report import Sorted
from counter.ui.widgets.chips import Chip
from counter.ui.widgets.entries import EntryRow
from counter.ui.widgets.text import Text

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_network")]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
THEMES = resource("voice", "themes.json").read_text(encoding="utf-8")
MONDAY = date(2026, 11, 23)
SLOW, KIND, NOBODY = "We waited twenty minutes in the queue", "Maya was so kind", "It is <b>loud</b> in here"


@pytest.fixture
def till(tmp_path):
    """Three answers wait: two with a slip's person, of whom one wants an answer, and one without a name."""
    folders = folders_in(tmp_path / "shop")
    folders.make()
    opened, op = open_till(folders.database, Clock()), Ops()
    for name, said, scores, wants in (("Ania", SLOW, (2, 1, 1), True), ("Ben", KIND, (10, 10, 9), False)):
        person = someone_called(opened, name)
        thank.slip(opened, op(), person, SlipWish())
        code = things.last_slip().code
        feedback.words(opened, op(), code, said, (scores, wants))
    draw = Random(3)
    with opened.database.atomic():
        answers.add_nameless(MONDAY, [Answer(key="1", words=NOBODY)], (), lambda: draw.getrandbits(62))
    yield opened
    opened.database.close()


@pytest.fixture
def owner(open_owners_window, till):
    return open_owners_window("inbox", till, themes=THEMES)


def shown(owner):
    return [text.text() for text in owner.inbox.findChildren(Text) if text.isVisible()]


def offered(owner):
    return [chip.choice.label for chip in owner.inbox.form.theme.editor.findChildren(Chip) if chip.isVisible()]


def choose_theme(owner, theme):
    owner.inbox.form.theme.editor.findChild(Chip, f"chip_{theme}").click()


def test_the_first_that_came_is_read_first_whatever_its_figures(owner):
    said = shown(owner)
    assert SLOW in said
    assert any("their figures: 2 · 1 · 1" in text for text in said)
    assert "Wants an answer: it stands on Today as something to do" in said
    assert "2 answers wait to be read" in said


def test_three_themes_are_offered_and_the_likeliest_is_first(owner):
    assert len(offered(owner)) == 4
    assert offered(owner)[0] == "Waiting"


def test_a_complaint_made_of_an_answer_stands_at_the_counter_in_their_own_words(owner, press, till):
    press(K.Key_C)
    choose_theme(owner, "Waiting")
    owner.inbox.form.kind.setFocus()
    press(K.Key_Return)
    assert "stands on Today until it is put right" in owner.message.message()
    (complaint,) = things.complaints_waiting()
    assert (complaint.words, complaint.theme) == (SLOW, "Waiting")
    assert till.customer(complaint.customer_id).name == "Ania"
    assert KIND in shown(owner)


def test_a_complaint_without_a_theme_is_asked_what_it_is_about(owner, press):
    press(K.Key_C)
    press(K.Key_Return)
    assert owner.inbox.form.theme.problem() == "What is it about? One of these, or another."
    assert SLOW in shown(owner)
    choose_theme(owner, "Waiting")
    press(K.Key_Return)
    assert KIND in shown(owner)


def test_nothing_is_kept_before_somebody_says_what_it_is(owner, press):
    press(K.Key_Return)
    assert owner.inbox.form.kind.problem().startswith("What is it? A complaint")
    assert len(voices.unread()[0]) == 2


def test_praise_is_credited_to_whom_it_is_for(owner, press, till):
    press(K.Key_T)
    press(K.Key_Return)
    press(K.Key_P)
    owner.inbox.form.whom.editor.findChild(Chip, "chip_1").click()
    owner.inbox.form.kind.setFocus()
    press(K.Key_Return)
    (praise,) = things.live("compliment")
    assert (praise.words, praise.staff_id) == (KIND, 1)


def test_an_answer_without_a_name_stays_without_one(owner, press, till):
    for _ in range(2):
        press(K.Key_T)
        press(K.Key_Return)
    assert NOBODY in shown(owner)
    assert "without a name, week of 23 Nov" in shown(owner)
    press(K.Key_C)
    choose_theme(owner, owner.inbox.form.theme.editor._chips[0].choice.key)
    owner.inbox.form.kind.setFocus()
    press(K.Key_Return)
    assert owner.message.message() == "Without a name: kept as a complaint."
    assert things.complaints_waiting() == ()
    wrong = report.weekly(till.today, till.settings, till.now).sections[0].lines
    assert [(line.words, line.thing) for line in wrong if line.words == NOBODY] == [(NOBODY, "")]
    assert "All is read. What customers answer to slips will stand here." in shown(owner)


def test_ctrl_z_takes_it_back_and_the_answer_waits_again(owner, press, till):
    press(K.Key_C)
    choose_theme(owner, "Waiting")
    owner.inbox.form.kind.setFocus()
    press(K.Key_Return)
    press(K.Key_Z, CTRL)
    assert owner.message.message().startswith("Undone")
    assert things.complaints_waiting() == ()
    assert SLOW in shown(owner)


def test_what_the_counter_went_on_with_stays(owner, press, till):
    press(K.Key_C)
    choose_theme(owner, "Waiting")
    owner.inbox.form.kind.setFocus()
    press(K.Key_Return)
    (complaint,) = things.complaints_waiting()
    complaints.put_right(till, "later", complaint.id, "A second till")
    press(K.Key_Z, CTRL)
    assert owner.message.message() == "More was done about this at the counter since, so it stays."
    counter_undo.last(till, "undo it there")
    press(K.Key_Z, CTRL)
    assert things.complaints_waiting() == ()


def test_a_wanted_answer_is_something_to_do_once_and_stays_so_when_read(owner, press, till):
    press(K.Key_I)
    press(K.Key_Return)
    (to_do,) = things.follow_ups_due(till.today)
    assert SLOW in to_do.what


def test_others_shows_every_theme(owner):
    choose_theme(owner, "\u2026")
    assert len(offered(owner)) == 9
    assert "Price" in offered(owner)


def test_what_was_chosen_before_is_offered_next_time(owner, till):
    for number in range(3):
        person = someone_called(till, "Cem", f"cem {number}")
        thank.slip(till, f"slip {number}", person, SlipWish())
        feedback.words(till, f"told {number}", things.last_slip().code, "zebra crossing", ((5, 5, 5), False))
    owner.show_page("today")
    owner.show_page("inbox")
    assert owner.inbox._offer("zebra")[0] != "Price"
    for answer in [one for one in owner.inbox._shown.waiting if one.words == "zebra crossing"]:
        owner.inbox.read.emit(Reading(answer=answer, sorted_as=Sorted.IDEA, theme="Price"))
    assert owner.inbox._offer("zebra")[0] == "Price"


def test_the_owners_own_themes_are_kept_and_taken_back(owner, press, qtbot):
    press(K.Key_T, CTRL)
    editor = owner.inbox.themes_form.text.editor
    assert "Waiting: wait, waited, waiting, queue" in editor.toPlainText()
    editor.setPlainText("Shoes")
    press(K.Key_Return, CTRL)
    assert owner.inbox.themes_form.text.problem() == "Two to 12 themes, one a line."
    editor.setPlainText("Shoes: heel, sole\nBags: zip, strap")
    press(K.Key_Return, CTRL)
    assert owner.message.message() == "2 themes are kept."
    assert offered(owner)[:2] == ["Shoes", "Bags"]
    press(K.Key_Z, CTRL)
    assert offered(owner)[0] == "Waiting"


@pytest.fixture
def figures(till):
    """Two answers of figures alone: one with a slip's person, one without a name."""
    op = iter([f"later {number}" for number in range(3)]).__next__
    thank.slip(till, op(), someone_called(till, "Cleo", op()), SlipWish())
    feedback.words(till, op(), things.last_slip().code, "", ((1, 2, 1), False))
    with till.database.atomic():
        answers.add_nameless(MONDAY, [Answer(key="2", words="", scores=(9, 9, 10))], (), lambda: 77)


def waiting(owner):
    return [row.line.text for row in owner.inbox.waiting.list.findChildren(EntryRow) if row.isVisible()]


def test_answers_of_figures_alone_stand_last_and_are_read_at_one_look(figures, owner, press):
    assert waiting(owner) == [KIND, NOBODY, "their figures: 1 · 2 · 1", "their figures: 9 · 9 · 10"]
    press(K.Key_R, CTRL)
    assert owner.message.message() == "Read: 2 answers of figures alone."
    assert waiting(owner) == [KIND, NOBODY]
    assert {row.sorted_as for row in FeedbackRow.select().where(FeedbackRow.words == "")} == {"read"}
    press(K.Key_Z, CTRL)
    assert waiting(owner) == [KIND, NOBODY, "their figures: 1 · 2 · 1", "their figures: 9 · 9 · 10"]


def test_when_all_words_are_read_those_of_figures_alone_still_wait(figures, owner, press):
    for _ in range(3):
        press(K.Key_T)
        press(K.Key_Return)
    assert "All words are read. These answers have figures alone." in shown(owner)
    last = owner.inbox.waiting.list.findChildren(EntryRow)[-1]
    button = owner.inbox.waiting.figures
    assert 0 <= button.mapTo(owner, button.rect().topLeft()).y() - last.mapTo(owner, last.rect().bottomLeft()).y() < 24
    press(K.Key_Return)
    assert voices.unread() == ((), ())
    assert "All is read. What customers answer to slips will stand here." in shown(owner)


def test_figures_alone_are_made_neither_a_complaint_nor_praise(figures, owner, press):
    owner.inbox.waiting.opened.emit(inbox.unread(owner.control._errands.till.here)[-1])
    press(K.Key_C)
    press(K.Key_Return)
    assert owner.inbox.form.kind.problem().startswith("It has no words of theirs.")
    press(K.Key_T)
    press(K.Key_Return)
    assert waiting(owner) == [KIND, NOBODY, "their figures: 1 · 2 · 1"]
