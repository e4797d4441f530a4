"""The same command again, because its answer got lost, changes nothing and answers the same."""

import ast
from pathlib import Path

import pytest
from counter_commands import COMMANDS, anna, every_row, learnt
from counter_maker import open_till

import counter.desk
from counter.desk import gestures, thank, undo, visits
from counter.desk.composing import SlipWish

# Their rule is asked before it is seen that the operation was done already.
ASKS_FIRST = {
    "a corrected person", "all of a credit used", "told", "open again", "an order agreed", "a moved promise",
    "an order begun", "an order collected", "an order cancelled", "a fact taken away", "an extra given",
}


def answer(saved):
    return saved.entry_id, saved.customer_id, saved.sentence


@pytest.mark.parametrize("what", [what for what in COMMANDS if what not in ASKS_FIRST])
def test_a_command_that_comes_twice_is_done_once(till, ops, what):
    before, command = COMMANDS[what]
    story, op = before(till, ops), ops()
    first = command(story, op)
    rows, knew = every_row(), learnt(till)
    assert answer(command(story, op)) == answer(first)
    assert every_row() == rows
    assert learnt(till) == knew


@pytest.mark.parametrize("what", COMMANDS)
def test_undo_that_comes_twice_takes_back_one_thing(till, ops, what):
    before, command = COMMANDS[what]
    story = before(till, ops)
    visits.here(till, ops(), story.who or anna(till, ops).who)
    saved, op = command(story, ops()), ops()
    first = undo.last(till, op)
    rows = every_row()
    assert first.sentence.startswith(f"Undone: {saved.sentence}")
    assert answer(undo.last(till, op)) == answer(first)
    assert answer(undo.entry(till, op, saved.entry_id)) == answer(first)
    assert every_row() == rows


def test_a_slip_printed_again_twice_prints_once(till, ops):
    story = anna(till, ops)
    thank.slip(till, ops(), story.who, SlipWish())
    op = ops()
    thank.reprint(till, op)
    rows = every_row()
    thank.reprint(till, op)
    assert every_row() == rows


def test_a_retry_after_the_program_was_started_again_changes_nothing(till, path, ops):
    op = ops()
    story = anna(till, ops)
    first = visits.here(till, op, story.who)
    rows = every_row()
    till.database.close()
    again = open_till(path)
    assert answer(visits.here(again, op, story.who)) == answer(first)
    assert every_row() == rows
    again.database.close()


def test_a_reason_that_comes_twice_is_kept_once(till, ops):
    story = anna(till, ops)
    gestures.today(till, story.who)
    offered = gestures.another(till, ops(), story.who).suggestion_id
    gestures.not_today(till, ops(), offered, "")
    op = ops()
    gestures.because(till, op, offered, "She was in a hurry")
    rows = every_row()
    gestures.because(till, op, offered, "She was in a hurry")
    assert every_row() == rows


def test_every_command_of_the_desk_is_in_the_list():
    """A new use case that saves something is tried here as well."""
    tried = Path(__file__).parent.parent.joinpath("counter_commands.py").read_text(encoding="utf-8")
    elsewhere = {"undo.last", "undo.entry", "thank.reprint", "visits.set_circumstances", "gestures.another",
                 "gestures.because", "feedback.nameless", "feedback.words"}
    commands = set()
    for path in Path(counter.desk.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        commands |= {f"{path.stem}.{f.name}" for f in functions if [a.arg for a in f.args.args[:2]] == ["till", "op"]}
    public = {name for name in commands if "._" not in name}
    assert {name for name in public - elsewhere if name not in tried} == set()
