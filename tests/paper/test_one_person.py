"""A customer who asks gets all that is kept about them, to read and as JSON, and nothing about anybody else."""

import io
import json
import re

import pytest
from counter_commands import COMMANDS
from counter_maker import Clock, Ops, open_till, someone_called
from pdfminer.high_level import extract_text

from counter.desk import complaints, compliments, drafts, editing, facts, gestures, notes, undo
from counter.desk import people as desk
from counter.errors import Refused, Unavailable
from counter.models.tables_people import ConsentRow, CustomerRow, HouseholdRow
from counter.models.tables_shop import ExternalIdRow
from counter.office import one_person
from counter.paper.fonts import Fonts
from counter.records.complaints import ComplaintForm
from counter.records.entries import Draft
from counter.records.people import ContactKind, FactForm, FactKind, PersonForm


@pytest.fixture
def till(tmp_path):
    opened = open_till(tmp_path / "shop.counter", Clock())
    yield opened
    opened.database.close()


@pytest.fixture
def ops():
    return Ops()


def file_of(till, who):
    return one_person.gather(who, till.settings, till.now)


def furnish(till, ops):
    anna = someone_called(till, "Anna Öztürk", ops())
    reached = ((ContactKind.PHONE, "020 7946 0142", ""), (ContactKind.EMAIL, "anna@x.uk", "her own"))
    desk.edit(till, ops(), anna, 1, PersonForm(name="Anna Öztürk", called="Ania", contacts=reached))
    other = someone_called(till, "Hidden Neighbour", ops())
    notes.add(till, ops(), other, "Nobody else may read this.")
    HouseholdRow.create(customer_id=anna, name="Hidden Neighbour", relation="neighbour", may_collect=True,
                        member_id=other)  # fmt: skip
    facts.add(till, ops(), anna, FactForm(kind=FactKind.NEVER, text="no nuts, Maya knows", boundaries=("nuts",)))
    notes.add(till, ops(), anna, "Maya and Tom: she collects on Fridays; Tomato soup too.")
    complaints.log(till, ops(), anna, ComplaintForm(words="Tom was rude to me."))
    compliments.received(till, ops(), anna, "Maya is a treasure.", 1)
    compliments.paid(till, ops(), anna, "A lovely scarf.")
    ConsentRow.create(customer_id=anna, purpose="News by e-mail", given=True, wording="May we write?", day=till.today)
    ExternalIdRow.create(source="square", value="SQ-77", customer_id=anna)
    drafts.keep(till, Draft(form="note", customer_id=anna, fields={"text": "half a thought"}))
    return anna


def test_the_json_holds_all_that_is_kept_and_nothing_about_anybody_else(till, ops):
    anna = furnish(till, ops)
    text = one_person.as_json(file_of(till, anna))
    kept = json.loads(text)
    assert kept["you"][0]["name"] == "Anna Öztürk"
    assert [one["value"] for one in kept["contacts"]] == ["020 7946 0142", "anna@x.uk"]
    assert kept["household"] == [{"relation": "neighbour", "may_collect": True}]
    assert kept["notes"] == [{"text": "one of us and one of us: she collects on Fridays; Tomato soup too."}]
    assert kept["facts"][0]["text"] == "no nuts, one of us knows"
    assert kept["complaints"][0]["your_words"] == "Tom was rude to me."
    assert [one["words"] for one in kept["compliments"]] == ["Maya is a treasure.", "A lovely scarf."]
    assert kept["consents"][0]["wording"] == "May we write?"
    assert kept["numbers_elsewhere"] == [{"program": "square", "number": "SQ-77"}]
    assert kept["half_written"][0]["text"] == "half a thought"
    assert len(kept["visits"]) == 1
    assert "Hidden" not in text
    assert "Nobody else" not in text


def test_every_table_that_holds_something_of_a_person_is_in_it(till, ops):
    """Whatever the counter's commands leave behind, its words can be read in the file."""
    said = {"scarf", "Best rye", "Fridays", "Ask about the cake", "spaniel", "candles", "So kind", "tart", "nuts"}
    missed = {}
    for what, (before, command) in COMMANDS.items():
        story = before(till, ops)
        saved = command(story, ops())
        who = story.who or saved.customer_id
        row = " ".join(map(repr, till.database.execute_sql(ALL_OF, {"who": who}).fetchall()))
        text = one_person.as_json(file_of(till, who))
        missed |= {(what, word): text for word in said if word in row and word not in text}
    assert missed == {}


ALL_OF = """
SELECT words FROM complaint WHERE customer_id = :who AND gone_by IS NULL
UNION ALL SELECT words FROM compliment WHERE customer_id = :who AND gone_by IS NULL
UNION ALL SELECT text FROM note WHERE customer_id = :who AND gone_by IS NULL
UNION ALL SELECT text FROM fact WHERE customer_id = :who AND gone_by IS NULL
UNION ALL SELECT what FROM follow_up WHERE customer_id = :who AND gone_by IS NULL
UNION ALL SELECT spec FROM order_case WHERE customer_id = :who AND gone_by IS NULL
UNION ALL SELECT words FROM feedback WHERE customer_id = :who AND gone_by IS NULL
UNION ALL SELECT title FROM given WHERE customer_id = :who AND gone_by IS NULL
UNION ALL SELECT items FROM return_case WHERE customer_id = :who AND gone_by IS NULL
"""


def test_the_pdf_can_be_read(till, ops, families):
    anna = furnish(till, ops)
    data = one_person.as_pdf(file_of(till, anna), Fonts(families[0]))
    words = re.sub(r"\s+", " ", extract_text(io.BytesIO(data)))
    for said in ("what we keep about Anna Öztürk", "020 7946 0142", "Never: no nuts", "Tom was rude to me.",
                 "What you agreed to", "We keep nothing of these",
                 "May we write?", "page 1 of"):  # fmt: skip
        assert said in words
    assert "Hidden" not in words


def test_two_who_were_merged_are_one_file(till, ops):
    one, other = someone_called(till, "Anna Ward", ops()), someone_called(till, "Ania Ward", ops())
    notes.add(till, ops(), one, "first")
    notes.add(till, ops(), other, "second")
    CustomerRow.update(merged_into=one).where(CustomerRow.id == other).execute()
    found = file_of(till, other)
    assert (found.name, [note["text"] for note in found.parts["notes"]]) == ("Anna Ward", ["first", "second"])


def test_nobody_by_that_number_is_told(till, tmp_path):
    with pytest.raises(Refused, match="Nobody is here"):
        file_of(till, 999)
    with pytest.raises(Unavailable, match="Choose another place"):
        one_person.save(tmp_path / "no" / "file.json", b"x")


def test_what_stood_there_before_and_what_was_thought_of_is_in_it_too(till, ops, families):
    anna = someone_called(till, "Anna Öztruk", ops())
    desk.edit(till, ops(), anna, 1, PersonForm(name="Anna Öztürk"))
    said = complaints.log(till, ops(), anna, ComplaintForm(words="Stale bred."))
    complaints.edit(till, ops(), said.thing_id, ComplaintForm(words="Stale bread."))
    notes.add(till, ops(), anna, "Maya: wants a window seat.")
    undo.last(till, ops())
    gestures.today(till, anna)
    gestures.another(till, ops(), anna)
    kept = file_of(till, anna).parts
    earlier = {(one["what"], one["text"]) for one in kept["earlier"]}
    assert earlier == {("name", "Anna Öztruk"), ("words", "Stale bred."), ("text", "one of us: wants a window seat.")}
    assert [one["state"] for one in kept["thought_of"]][-1] == "shown"
    assert all(one["what"] for one in kept["thought_of"])
    assert kept["learnt"]
    data = one_person.as_pdf(file_of(till, anna), Fonts(families[0]))
    assert "Stale bred." in extract_text(io.BytesIO(data))


def test_what_was_moved_here_from_somebody_else_brings_none_of_their_words(till, ops):
    anna, ben = someone_called(till, "Anna Ward", ops()), someone_called(till, "Ben Ward", ops())
    noted = notes.add(till, ops(), ben, "Ben's own first words")
    notes.edit(till, ops(), noted.thing_id, "likes rye")
    editing.move(till, ops(), noted.entry_id, anna)
    assert file_of(till, anna).parts["notes"] == ({"text": "likes rye"},)
    assert file_of(till, anna).parts["earlier"] == ()
