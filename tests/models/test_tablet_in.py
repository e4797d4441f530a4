"""Answers from the counter's tablet: each once in the shop's file, and the nameless ones without a way back."""

import json
import re
from dataclasses import replace
from random import Random

import pytest
from counter_maker import Clock, open_till, someone_called

from counter.desk import open as opening
from counter.desk import thank, undo
from counter.desk.composing import SlipWish
from counter.errors import Refused
from counter.models import answers as stored
from counter.models import things
from counter.models.journal import BY_NAME
from counter.models.tables_counter import FeedbackRow, FollowUpRow, SlipRow
from counter.models.tables_people import ChangeRow, EntryRow
from counter.models.tables_shop import AnonymousRow, KeptRow
from counter.office import forgetting, tablet_in
from counter.office.change import Change
from counter.page.spool import MOST_LINES, MOST_SECONDS, Spool, waiting
from counter.records.answers import Answer

pytestmark = pytest.mark.usefixtures("no_network")
NOBODY = Answer(key="", words="")


class Shop:
    """A shop with a tablet: what is written there, and fetching it."""

    def __init__(self, folder, seed=1):
        folder.mkdir()
        self.folder, self.clock = folder / "tablet", Clock()
        self.folder.mkdir()
        self.till = open_till(folder / "shop.counter", self.clock)
        self.seconds, self.made, self.random = 0.0, 0, Random(seed)
        self.spool = Spool(self.folder, self.time)

    def time(self):
        return self.seconds

    def slip(self, name):
        self.made += 1
        who = someone_called(self.till, name)
        return things.thing("slip", thank.slip(self.till, f"slip {self.made}", who, SlipWish()).thing_id)

    def write(self, words, **rest):
        self.made += 1
        answer = replace(NOBODY, key=f"form {self.made}", words=words, sent=self.clock(), **rest)
        self.spool.keep(answer)
        return answer

    def fetch(self, **how):
        self.made += 1
        change = Change(database=self.till.database, op=f"fetch {self.made}", at=self.clock(), day=self.till.today)
        return tablet_in.fetch(change, self.folder, self.random.randbytes, **how)


@pytest.fixture
def shop(tmp_path):
    made = Shop(tmp_path / "shop")
    yield made
    made.till.database.close()


def named():
    return [(row.words, row.counted) for row in FeedbackRow.live().order_by(FeedbackRow.id)]


def nameless():
    return sorted((row.words, row.scores) for row in AnonymousRow.select())


def test_an_answer_with_a_code_stands_with_its_slip(shop):
    anna = shop.slip("Anna")
    shop.write("So kind.", code=anna.code, scores=(9, 10, 8))
    assert shop.fetch() == 1
    (row,) = FeedbackRow.live()
    assert (row.customer_id, row.slip_id, row.words, row.scores, row.way, row.counted) == (
        anna.customer_id, anna.id, "So kind.", (9, 10, 8), "tablet", True
    )


def test_fetching_again_adds_nothing_and_closed_files_go_once_they_are_copied(shop):
    shop.write("One."), shop.write("Two.")
    assert [shop.fetch(), shop.fetch()] == [2, 0]
    assert len(waiting(shop.folder)) == 1
    shop.seconds = 601
    shop.spool.close_old()
    shop.write("Three.")
    assert shop.fetch() == 1
    assert [len(file.answers) for file in waiting(shop.folder)] == [1]
    assert [words for words, _ in named()] == ["One.", "Two.", "Three."]


def test_a_stop_between_copying_and_deleting_copies_nothing_twice(shop):
    for number in range(MOST_LINES):
        shop.write(f"Words {number}.", anonymous=number % 2 == 0)
    (file,) = waiting(shop.folder)
    bytes_before = file.path.read_bytes()
    shop.fetch()
    assert not file.path.exists()
    file.path.write_bytes(bytes_before)
    assert shop.fetch() == 0
    assert not file.path.exists()
    assert (len(named()), len(nameless())) == (50, 50)


def test_the_same_form_in_two_files_is_one_answer(shop):
    answer = shop.write("Once.", anonymous=True)
    Spool(shop.folder, shop.time).keep(answer)
    assert shop.fetch() == 1
    assert nameless() == [("Once.", (None, None, None))]


def test_a_line_that_was_cut_off_is_passed_over(shop):
    shop.write("Whole.")
    (file,) = waiting(shop.folder)
    with file.path.open("ab") as end:
        end.write(b'{"key": "half", "words": "Ha')
    assert shop.fetch(ended=True) == 1
    assert waiting(shop.folder) == ()


def test_what_no_process_writes_to_any_more_is_closed_copied_and_deleted(shop):
    shop.write("Before the power went.")
    assert shop.fetch(ended=True) == 1
    assert list(shop.folder.iterdir()) == []


def test_numbers_of_copied_answers_are_forgotten_after_days(shop):
    shop.write("One.", anonymous=True)
    shop.fetch(ended=True)
    shop.clock.go_on(days=4)
    shop.write("Two.", anonymous=True)
    shop.fetch(ended=True)
    days = json.loads(bytes(KeptRow.get(KeptRow.name == "tablet").content))
    assert list(days) == ["2026-11-30"]


def test_the_numbers_of_copied_answers_do_not_tell_which_came_first(shop):
    for key in ("form z", "form a", "form m"):
        shop.spool.keep(replace(NOBODY, key=key, words=f"Words of {key}.", sent=shop.clock(), anonymous=True))
        shop.fetch()
    days = json.loads(bytes(KeptRow.get(KeptRow.name == "tablet").content))
    assert days == {"2026-11-26": ["form a", "form m", "form z"]}


def test_a_wish_for_an_answer_is_something_to_do_with_how_to_reach_them(shop):
    anna = shop.slip("Anna")
    shop.write("Do you bake on Sundays?", code=anna.code, contact="07700 900123")
    shop.fetch()
    assert [task.what for task in FollowUpRow.live()] == [
        "Answer what they told us (07700 900123): Do you bake on Sundays?"
    ]


def test_figures_without_a_slip_of_ours_do_not_count(shop):
    shop.write("", scores=(10, 10, 10), anonymous=True)
    shop.write("Fine.", scores=(10, 10, 10), code="0000000Z", anonymous=True)
    shop.write("", scores=(10, 10, 10))
    shop.fetch()
    assert nameless() == [("Fine.", (None, None, None))]
    assert named() == []


def test_a_slip_gives_the_index_one_answer_named_or_nameless(shop):
    anna = shop.slip("Anna")
    shop.write("First.", code=anna.code, scores=(9, 9, 9), anonymous=True)
    shop.write("Second.", code=anna.code, scores=(1, 1, 1), anonymous=True)
    shop.fetch()
    shop.write("Third.", code=anna.code, scores=(1, 1, 1))
    shop.fetch()
    assert nameless() == [("First.", (9, 9, 9)), ("Second.", (None, None, None))]
    assert named() == [("Third.", False)]


def test_an_expired_slip_has_its_words_read_all_the_same(shop):
    anna = shop.slip("Anna")
    shop.clock.go_on(days=61)
    shop.write("Late, but so kind.", code=anna.code, scores=(9, 9, 9), anonymous=True)
    shop.fetch()
    assert nameless() == [("Late, but so kind.", (None, None, None))]


# Nobody can find out who said a nameless thing, with the shop's file in hand.

WORDS = ("The bread was cold and grey.", "Maya was kind to my mother.")


def two_guests(folder, order, seed=1):
    """Anna and Ben each leave nameless words; `order` says who says what."""
    shop = Shop(folder, seed)
    slips = [shop.slip("Anna"), shop.slip("Ben")]
    for guest, said in enumerate(order):
        shop.clock.go_on(minutes=7)
        shop.write(WORDS[said], code=slips[guest].code, scores=(9 - said, 9, 9), anonymous=True)
        shop.fetch()
    return shop


def all_rows(but=()):
    """Everything in the shop's file but some columns."""
    return {
        name: [
            {column: value for column, value in row.items() if (name, column) not in but}
            for row in table.select().dicts()
        ]
        for name, table in BY_NAME.items()
    }


def test_two_shops_where_the_other_one_said_it_have_the_very_same_file(tmp_path):
    seen = []
    for number, order in enumerate([(0, 1), (1, 0)]):
        shop = two_guests(tmp_path / f"shop {number}", order)
        rows = all_rows(but=[("anonymous_answer", "id")])
        rows["anonymous_answer"].sort(key=lambda row: row["words"])
        seen.append(rows)
        shop.till.database.close()
    assert seen[0]["anonymous_answer"] != []
    assert seen[0] == seen[1]


def test_nameless_words_stand_in_one_place_with_the_week_and_no_time_code_or_person(tmp_path):
    shop = two_guests(tmp_path / "shop", (0, 1))
    rows = all_rows()
    for row in rows.pop("anonymous_answer"):
        assert set(row) == {"id", "week", "words", "scores", "sorted_as", "theme"}
        assert row["week"].isoformat() == "2026-11-23"
    text = repr(rows)
    assert not [words for words in WORDS if words in text]
    assert not EntryRow.select().where(EntryRow.kind == "feedback").exists()
    assert not ChangeRow.select().where(ChangeRow.table_name == "anonymous_answer").exists()
    assert SlipRow.select().where(SlipRow.answered == 1).count() == 2
    assert not [change for change in ChangeRow.select() if change.table_name == "slip" and change.before]
    shop.till.database.close()


def test_in_the_bytes_of_the_file_and_its_log_nameless_words_stand_once_and_in_no_order_of_coming(tmp_path):
    first = []
    for number in range(24):
        shop = two_guests(tmp_path / f"shop {number}", (0, 1), seed=number)
        path = tmp_path / f"shop {number}" / "shop.counter"
        log = path.with_name("shop.counter-wal")
        written = path.read_bytes() + (log.read_bytes() if log.exists() else b"")
        places = [[place.start() for place in re.finditer(words.encode(), written)] for words in WORDS]
        assert [len(found) for found in places] == [1, 1]
        first.append(places[0] < places[1])
        shop.till.database.close()
    assert 4 <= sum(first) <= 20, "where the words lie tells who came first"


def test_a_later_answer_leaves_the_numbers_of_earlier_ones_as_they_were(shop):
    shop.write("One.", anonymous=True)
    shop.fetch()
    (before,) = AnonymousRow.select()
    AnonymousRow.update(sorted_as="idea").execute()
    shop.write("Two.", anonymous=True)
    shop.fetch()
    assert AnonymousRow.get_by_id(before.id).sorted_as == "idea"
    assert before.id < 2**56


def test_ctrl_z_at_the_counter_finds_nothing_of_the_tablets(shop):
    shop.write("So kind.")
    shop.fetch()
    with pytest.raises(Refused, match="nothing of today"):
        undo.last(shop.till, "z")
    assert stored.copied()


def test_what_was_told_on_the_tablet_stands_on_the_persons_timeline(shop):
    anna = shop.slip("Anna")
    shop.write("So kind.", code=anna.code, scores=(9, 10, 8))
    shop.fetch()
    told = [entry for entry in opening.card(shop.till, anna.customer_id).timeline if entry.kind == "feedback"]
    assert [entry.thing.words for entry in told] == ["So kind."]


def test_whoever_guesses_codes_gets_thirty_guesses_an_hour(shop):
    anna = shop.slip("Anna")
    for number in range(30):
        shop.write(f"Guess {number}.", code=f"0000{number:04}")
    shop.fetch()
    shop.write("The thirty-first.", code=anna.code, scores=(1, 1, 1))
    shop.fetch()
    assert not [row for row in FeedbackRow.live() if row.slip_id is not None]
    assert "The thirty-first." in [words for words, _ in named()]
    shop.clock.go_on(hours=1)
    shop.write("An hour later.", code=anna.code, scores=(9, 9, 9))
    shop.fetch()
    assert [row.words for row in FeedbackRow.live() if row.slip_id == anna.id] == ["An hour later."]
    guesses, live = 30 * 24 * 30, 20_000
    assert guesses * live / 32**7 < 0.02


def test_who_is_forgotten_takes_along_what_still_waited_in_the_tablets_folder(shop):
    slip = shop.slip("Zyxomma Quillfeather")
    shop.write("I live in Heliotrope Mews", code=slip.code)
    shop.seconds = MOST_SECONDS + 1
    shop.spool.close_old()
    change = Change(database=shop.till.database, op="forget", at=shop.clock(), day=shop.till.today)
    forgetting.forget(change, slip.customer_id, forgetting.Way.ERASE)
    left = b"".join(file.read_bytes() for file in shop.folder.parent.rglob("*") if file.is_file())
    assert b"Heliotrope" not in left
    assert waiting(shop.folder) == ()
