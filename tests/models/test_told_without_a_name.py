"""A slip handed back at the counter by somebody who wants no name on it: no way leads from the words to them."""

import json
import re

import pytest
from counter_commands import every_row
from counter_maker import Clock, open_till, someone_called

from counter.desk import drafts, feedback, thank, undo
from counter.desk.composing import SlipWish
from counter.errors import FieldRefused, Refused
from counter.models import things
from counter.models.journal import BY_NAME
from counter.models.tables_counter import FeedbackRow, SlipRow
from counter.models.tables_people import ChangeRow, EntryRow
from counter.models.tables_shop import AnonymousRow, KeptRow
from counter.records.acts import ToldUs
from counter.records.entries import Draft

pytestmark = pytest.mark.usefixtures("no_network")
WORDS = ("The bread was cold and grey.", "Maya was kind to my mother.")
SCORES = ((2, 3, 1), (9, 9, 10))


class Counter:
    """A counter with two slips out; `hand_back` types the words as the form does, with its draft."""

    def __init__(self, folder):
        folder.mkdir()
        self.path, self.clock, self.made = folder / "shop.counter", Clock(), 0
        self.till = open_till(self.path, self.clock)
        self.slips = []
        for name in ("Anna", "Ben"):
            who = someone_called(self.till, name)
            saved = thank.slip(self.till, f"slip {name}", who, SlipWish())
            self.slips.append(things.thing("slip", saved.thing_id))

    def hand_back(self, guest, said, op=None, **rest):
        self.made += 1
        slip = self.slips[guest]
        told = ToldUs(code=slip.code, words=WORDS[said], scores=SCORES[said], nameless=True, **rest)
        typed = {"words": WORDS[said], "code": slip.code}
        ops = (op or f"told {self.made}",)
        draft = Draft(form="feedback", customer_id=slip.customer_id, fields=typed, ops=ops)
        drafts.keep(self.till, draft)
        return drafts.finish(self.till, draft, lambda op: feedback.told(self.till, op, told))


@pytest.fixture
def counter(tmp_path):
    made = Counter(tmp_path / "shop")
    yield made
    made.till.database.close()


def all_but_numbers():
    rows = {name: [dict(row) for row in table.select().dicts()] for name, table in BY_NAME.items()}
    rows["anonymous_answer"] = sorted((row["week"], row["words"], row["scores"]) for row in rows["anonymous_answer"])
    return rows


def test_the_words_stand_with_the_week_alone_and_the_slip_is_used(counter):
    saved = counter.hand_back(0, 0)
    assert (saved.undoable, saved.customer_id) == (False, None)
    (row,) = AnonymousRow.select().dicts()
    assert {**row, "id": 0} == {
        "id": 0, "week": counter.till.today.replace(day=23), "words": WORDS[0], "scores": SCORES[0], "sorted_as": "",
        "theme": "",
    }  # fmt: skip
    assert [slip.answered for slip in SlipRow.select().order_by(SlipRow.id)] == [True, False]
    assert not FeedbackRow.select().exists()


def test_two_shops_where_the_other_one_said_it_have_the_very_same_file(tmp_path):
    seen = []
    for number, order in enumerate([(0, 1), (1, 0)]):
        shop = Counter(tmp_path / f"shop {number}")
        for guest, said in enumerate(order):
            shop.clock.go_on(minutes=7)
            shop.hand_back(guest, said)
        seen.append(all_but_numbers())
        shop.till.database.close()
    assert seen[0] == seen[1]
    assert len(seen[0]["anonymous_answer"]) == 2


def test_no_other_place_of_the_file_and_no_byte_of_it_holds_the_words(counter):
    before = EntryRow.select().count()
    counter.hand_back(0, 0)
    assert {name for name, rows in every_row().items() if any("cold and grey" in row for row in rows)} == {
        "anonymous_answer"
    }
    assert EntryRow.select().count() == before
    assert not [change for change in ChangeRow.select() if change.table_name == "slip" and change.before]
    log = counter.path.with_name("shop.counter-wal")
    written = counter.path.read_bytes() + (log.read_bytes() if log.exists() else b"")
    assert len(re.findall(b"cold and grey", written)) == 1
    assert list(json.loads(bytes(KeptRow.get(KeptRow.name == "tablet").content))) == ["2026-11-23"]


def test_save_pressed_twice_keeps_it_once(counter):
    counter.hand_back(0, 0, op="once")
    counter.hand_back(0, 0, op="once")
    assert AnonymousRow.select().count() == 1


def test_only_the_first_figures_of_a_slip_count(counter):
    counter.hand_back(0, 0)
    counter.hand_back(0, 1)
    assert {row.words: row.scores for row in AnonymousRow.select()} == {
        WORDS[0]: SCORES[0], WORDS[1]: (None, None, None)
    }  # fmt: skip


def test_who_wants_an_answer_has_a_name(counter):
    with pytest.raises(FieldRefused, match="One or the other"):
        counter.hand_back(0, 0, wants_answer=True)
    assert not AnonymousRow.select().exists()


def test_ctrl_z_leads_to_nothing_of_it(counter):
    undo.last(counter.till, "slip of Ben")
    counter.hand_back(0, 0)
    undo.last(counter.till, "person")
    assert AnonymousRow.select().count() == 1
    while undo.undoable(counter.till):
        undo.last(counter.till, f"z {EntryRow.select().count()}")
    with pytest.raises(Refused):
        undo.last(counter.till, "z")
    assert AnonymousRow.select().count() == 1
