"""What customers told us on other ways: each voice kept once, with the right person, and taken back as a whole."""

import pytest
from counter_maker import someone_called

from counter.desk import feedback, people, undo
from counter.desk import thank as desk
from counter.desk.composing import SlipWish
from counter.errors import FieldRefused, Refused
from counter.models import things
from counter.models.tables_counter import FeedbackRow, FollowUpRow, SlipRow
from counter.models.tables_people import ContactRow, CustomerRow
from counter.office import feedback_in
from counter.office.change import Change
from counter.office.feedback_in import Fate
from counter.records.people import PersonForm
from counter.transfer.answers import read_form
from counter.voice import codes

pytestmark = pytest.mark.usefixtures("no_network")
US = "Blue Door Bakery"


@pytest.fixture
def change(till, ops):
    def now():
        return Change(database=till.database, op=ops(), at=till.now, day=till.today, staff_id=till.staff_id)

    return now


@pytest.fixture
def slip(till, ops):
    """Makes a slip for somebody; answers it."""

    def make(name):
        who = someone_called(till, name, ops())
        return things.thing("slip", desk.slip(till, ops(), who, SlipWish()).thing_id)

    return make


def shown(slip):
    return codes.show(slip.code)


def look(till, text):
    return feedback_in.look_at_messages(text, till.here, US)


def keep(change, preview):
    return list(feedback_in.keep(change(), preview))[-1]


def kept():
    rows = FeedbackRow.live().order_by(FeedbackRow.id)
    return [(row.customer_id, row.slip_id, row.words, row.counted) for row in rows]


def one_wrong(code):
    """The code with one symbol typed wrong."""
    return code[:6] + ("7" if code[6] != "7" else "8") + code[7]


def test_a_pasted_message_stands_with_the_slips_person(till, change, slip):
    anna = slip("Anna Kowalska")
    preview = look(till, f"Slip {shown(anna)} The bread was cold.")
    assert [(line.who, line.fate, line.answer.words) for line in preview.lines] == [
        ("Anna Kowalska", Fate.KEPT, "The bread was cold.")
    ]
    assert FeedbackRow.select().count() == 0
    assert keep(change, preview) == 1.0
    assert kept() == [(anna.customer_id, anna.id, "The bread was cold.", False)]


def test_the_same_messages_twice_add_nothing(till, change, slip):
    text = f"Slip {shown(slip('Anna'))} Cold.\nSlip {shown(slip('Ben'))}\n9 10 8\nKind."
    keep(change, look(till, text))
    before = kept()
    again = look(till, text)
    assert [line.fate for line in again.lines] == [Fate.HERE, Fate.HERE]
    with pytest.raises(Refused, match="here already"):
        keep(change, again)
    more = look(till, f"{text}\nSlip {shown(slip('Cleo'))} Late.")
    keep(change, more)
    assert kept()[:2] == before
    assert len(kept()) == 3


def chat(*said):
    """A chat's export: one message a minute, all within the same breath."""
    return "\n".join(f"[26/11/2026, 10:4{minute}:00] +44 7700 900123: {words}" for minute, words in enumerate(said))


@pytest.mark.parametrize("begins", ["Slip {code}\n9 10 8 ✉\nCold.", "Cold."], ids=["with a code", "without a code"])
def test_of_a_message_that_went_on_after_an_export_only_what_is_new_comes_in(till, change, slip, begins):
    first = begins.format(code=shown(slip("Anna")))
    for said in ([first], [first, "And late."], [first, "And late.", "But kind.", "Thanks!"]):
        keep(change, look(till, chat(*said)))
        assert [line.fate for line in look(till, chat(*said)).lines] == [Fate.HERE]
    assert [words for _, _, words, _ in kept()] == ["Cold.", "And late.", "But kind.\nThanks!"]
    assert [row.scores for row in FeedbackRow.live().order_by(FeedbackRow.id)][1:] == [(None, None, None)] * 2
    assert FollowUpRow.live().count() == first.count("✉")


def test_what_a_message_goes_on_from_is_said_and_what_is_new_of_it_can_be_taken_back_and_come_again(till, change, slip):
    first = f"Slip {shown(slip('Anna'))}\n9 10 8"
    keep(change, look(till, chat(first)))
    for _ in range(2):
        preview = look(till, chat(first, "Cold."))
        assert [(line.who, line.fate, line.why) for line in preview.lines] == [
            ("Anna", Fate.KEPT, "It goes on from what is here already.")
        ]
        keep(change, preview)
        assert [words for _, _, words, _ in kept()] == ["", "Cold."]
        feedback_in.take_back(change(), feedback_in.runs()[0].number)
    assert [(words, counted) for _, _, words, counted in kept()] == [("", True)]


def test_two_exports_of_one_chat_brought_in_together_hold_each_word_once(till, change):
    earlier, later = chat("Cold."), chat("Cold.", "And late.")
    between = "[26/11/2026, 10:30:00] +44 7700 900999: So kind."
    keep(change, look(till, "\n".join((earlier, between, later))))
    assert [words for _, _, words, _ in kept()] == ["Cold.", "So kind.", "And late."]


def test_a_retry_of_the_very_same_step_changes_nothing(till, change, slip):
    preview, step = look(till, f"Slip {shown(slip('Anna'))} Cold."), change()
    list(feedback_in.keep(step, preview))
    before = kept()
    list(feedback_in.keep(step, preview))
    assert kept() == before


def test_only_the_first_answer_of_a_slip_within_sixty_days_counts_for_the_index(till, change, slip, clock):
    anna, ben = slip("Anna"), slip("Ben")
    keep(change, look(till, f"Slip {shown(anna)}\n9 10 8\nFirst."))
    keep(change, look(till, f"Slip {shown(anna)}\n1 1 1\nSecond thoughts."))
    clock.go_on(days=61)
    late = look(till, f"Slip {shown(ben)}\n2 2 2\nI forgot to write.")
    assert late.lines[0].fate is Fate.OLD
    keep(change, late)
    assert [(words, counted) for _, _, words, counted in kept()] == [
        ("First.", True), ("Second thoughts.", False), ("I forgot to write.", False),
    ]


def test_at_the_counter_too_the_first_figures_count_and_later_words_are_kept(till, ops, slip, clock):
    anna = slip("Anna")
    feedback.words(till, ops(), anna.code, "So kind.", ((None, None, None), False))
    feedback.words(till, ops(), anna.code, "", ((9, 9, 9), False))
    feedback.words(till, ops(), anna.code, "And again.", ((1, 1, 1), False))
    assert [(words, counted) for _, _, words, counted in kept()] == [
        ("So kind.", False), ("", True), ("And again.", False),
    ]
    clock.go_on(days=61)
    ben = slip("Ben")
    clock.go_on(days=61)
    feedback.words(till, ops(), ben.code, "Late.", ((5, 5, 5), False))
    assert not FeedbackRow.select().where(FeedbackRow.slip_id == ben.id).get().counted


def test_a_mistyped_code_is_asked_about_at_the_counter_and_in_a_message(till, change, ops, slip):
    anna = slip("Anna")
    wrong = codes.show(one_wrong(anna.code))
    with pytest.raises(FieldRefused, match=f"Do you mean {shown(anna)}"):
        feedback.words(till, ops(), wrong, "Cold.", ((None, None, None), False))
    line = look(till, f"Slip {wrong} Cold.").lines[0]
    assert line.fate is Fate.NO_SLIP
    assert line.why == f"Do you mean {shown(anna)}? Then put it right and look again."


def test_words_without_a_slip_are_kept_with_someone_who_can_be_reached(till, change):
    keep(change, look(till, "[26/11/2026, 10:42:13] +44 7700 900123: The bread was cold."))
    (who, slip_id, words, counted), = kept()
    someone = CustomerRow.get_by_id(who)
    assert (someone.unnamed, someone.name, slip_id, words, counted) == (True, "", None, "The bread was cold.", False)
    assert [contact.value for contact in ContactRow.live().where(ContactRow.customer_id == who)] == ["+44 7700 900123"]


def test_a_slip_that_was_taken_back_leads_to_nobody(till, change, ops, slip):
    anna = slip("Anna")
    undo.last(till, ops())
    preview = look(till, f"Slip {shown(anna)} Cold.")
    assert [(line.who, line.fate) for line in preview.lines] == [("", Fate.NO_SLIP)]


def test_a_wanted_answer_is_something_to_do_today(till, change, slip):
    anna = slip("Anna")
    keep(change, look(till, f"Slip {shown(anna)}\n9 - - ✉\nCan I order twelve?"))
    (task,) = FollowUpRow.live()
    assert (task.customer_id, task.due, task.what) == (
        anna.customer_id, till.today, "Answer what they told us: Can I order twelve?"
    )


def test_what_came_in_is_no_work_of_the_counter_that_ctrl_z_takes_back(till, change, ops, slip):
    people.new(till, ops(), PersonForm(name="Cleo"))
    keep(change, look(till, "The bread was cold."))
    assert undo.last(till, ops()).sentence.startswith("Undone: \u2068Cleo")


FORM = """when,code,a,b,c,words
26/11/2026 10:42,{},9,10,8,So kind of you all
25/11/2026 10:42,{},3,2,4,The bread was cold today
24/11/2026 10:42,,7,7,7,Nobody said good morning
"""


def test_a_forms_file_is_looked_at_brought_in_once_and_taken_back(till, change, slip):
    anna, ben = slip("Anna"), slip("Ben")
    text = FORM.format(shown(anna), one_wrong(ben.code)).encode()
    form = read_form("answers.csv", text, lambda code: codes.read(code) is not None)
    preview = feedback_in.look_at_form(form, till.here)
    assert [(line.who, line.fate) for line in preview.lines] == [
        ("Anna", Fate.KEPT), ("", Fate.NO_SLIP), ("", Fate.NO_SLIP),
    ]
    assert preview.lines[1].why.startswith(f"Do you mean {shown(ben)}?")
    people_before = CustomerRow.live().count()
    keep(change, preview)
    (run,) = feedback_in.runs()
    assert (run.name, run.count, run.standing) == ("answers.csv", 3, True)
    assert [line.fate for line in feedback_in.look_at_form(form, till.here).lines] == [Fate.HERE] * 3
    assert feedback_in.take_back(change(), run.number).sentence == "Taken back: 3 answers."
    assert kept() == []
    assert CustomerRow.live().count() == people_before
    assert not SlipRow.get_by_id(anna.id).answered
    assert not feedback_in.runs()[0].standing
    with pytest.raises(Refused, match="any more"):
        feedback_in.take_back(change(), run.number)


def test_what_was_taken_back_may_come_in_again(till, change, slip):
    preview = look(till, f"Slip {shown(slip('Anna'))} Cold.")
    keep(change, preview)
    feedback_in.take_back(change(), feedback_in.runs()[0].number)
    assert look(till, f"Slip {preview.lines[0].answer.code} Cold.").lines[0].fate is Fate.KEPT
    keep(change, preview)
    assert len(kept()) == 1


def test_what_somebody_made_something_of_stays_when_its_file_is_taken_back(till, change, slip):
    keep(change, look(till, f"Slip {shown(slip('Anna'))} Cold.\nSlip {shown(slip('Ben'))} Late."))
    FeedbackRow.update(sorted_as="complaint").where(FeedbackRow.words == "Cold.").execute()
    said = feedback_in.take_back(change(), feedback_in.runs()[0].number).sentence
    assert said == "Taken back: 1 answer. Of the rest, 1, something was made already."
    assert [words for _, _, words, _ in kept()] == ["Cold."]


def test_a_thousand_answers_come_in_step_by_step_and_a_half_way_stop_can_be_taken_back(till, change):
    preview = look(till, "\n".join(f"[26/11/2026, 10:42:13] Guest {n}: words {n}" for n in range(120)))
    steps = feedback_in.keep(change(), preview)
    next(steps)
    assert len(kept()) == feedback_in.BATCH
    feedback_in.take_back(change(), feedback_in.runs()[0].number)
    assert kept() == []
