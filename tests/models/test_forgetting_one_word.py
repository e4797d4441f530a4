"""A name of one word is taken out of what was written about others, where it surely is a name."""

from string import ascii_lowercase

import pytest
from counter_commands import every_row
from counter_maker import someone_called
from test_forgetting import change, places

from counter.desk import notes
from counter.desk import people as desk
from counter.models import things
from counter.office import forgetting
from counter.office.forgetting import Way
from counter.records.people import PersonForm


def noted(who):
    return [note.text for note in things.of_person("note", who)]


@pytest.mark.parametrize("name", ["Zyxomma", "王小芳", "김민수", "Ζυξώμμα"])
def test_a_name_of_one_word_is_taken_out_of_others_notes(till, ops, name):
    who = someone_called(till, name, ops())
    other = someone_called(till, "Anna Ward", ops())
    notes.add(till, ops(), other, f"Came with {name}, who pays. {name}'s friend.")
    forgetting.forget(change(till), who, Way.ERASE)
    assert noted(other) == ["Came with …, who pays. …'s friend."]
    assert places((name,)) == set()


def test_what_she_was_called_goes_too(till, ops):
    who = desk.new(till, ops(), PersonForm(name="Anna Quillfeather", called="Zyxo")).customer_id
    other = someone_called(till, "Ben Ward", ops())
    notes.add(till, ops(), other, "Zyxo's neighbour")
    forgetting.forget(change(till), who, Way.ANONYMOUS)
    assert noted(other) == ["…'s neighbour"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Rose", "Rose told us. Wants a rose on the cake."),
        ("May", "Comes in May."),
        ("Anna", "Anna said so."),
        ("Maya", "Maya served."),
        ("Jo", "Jo said so."),
    ],
    ids=["an ordinary word here", "a month", "another customer's", "one of us", "too short"],
)
def test_what_may_mean_something_else_stays_as_it_was_written(till, ops, name, told):
    who = someone_called(till, name, ops())
    other = someone_called(till, "Anna Ward", ops())
    notes.add(till, ops(), other, told)
    forgetting.forget(change(till), who, Way.ERASE)
    assert noted(other) == [told]


def test_many_who_are_let_go_at_once_are_taken_out_of_others_notes_as_one_is(till, ops):
    names = [f"Zyx{letter}mma Quill{letter}feather" for letter in ascii_lowercase] + ["王小芳", 'Zed "Zip" Zapp']
    ids = tuple(someone_called(till, name, ops()) for name in names)
    other = someone_called(till, "Anna Ward", ops())
    told = [f"Came with {name}.\n{name}'s friend, not {name}son" for name in names]
    for text in told:
        notes.add(till, ops(), other, text)
    forgetting.forget_all(change(till), ids, Way.ANONYMOUS)
    wanted = [f"Came with ….\n…'s friend, not {name}son" for name in names]
    wanted[names.index("王小芳")] = "Came with ….\n…'s friend, not …son"
    assert noted(other) == wanted
    assert not any(name + "." in row for rows in every_row().values() for row in rows for name in names)
