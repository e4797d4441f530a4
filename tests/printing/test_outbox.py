"""The queue on the shop's file: how the printers are, and what a person may say of each slip."""

from dataclasses import replace
from pathlib import Path

import pytest
from counter_maker import Clock, open_file, open_till, someone_called

from counter import outbox
from counter.desk import print_queue, thank
from counter.desk.composing import SlipWish
from counter.errors import Refused
from counter.models import printing as stored
from counter.models import shop
from counter.paper.fonts import Fonts
from counter.printing.job import failed, printed, unknown
from counter.printing.memory import Memory
from counter.printing.words import LOW, OUT
from counter.records.printers import Doing
from counter.records.roll import RollOptions, roll_options

PAPER_OUT = failed(OUT)
BROKEN = unknown("The printer stopped answering while the slip was printing. Did it come out?")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def till(tmp_path, clock):
    till = open_till(tmp_path / "shop.counter", clock)
    yield till
    till.database.close()


@pytest.fixture
def fonts(families):
    return Fonts(families[0])


@pytest.fixture
def slips(till):
    """Makes slips for as many people as are named."""

    def make(*names):
        return [thank.slip(till, f"slip for {name}", someone_called(till, name), SlipWish()) for name in names]

    return make


@pytest.fixture
def pump(till, fonts):
    """Prints what is due on a printer, whose paper is `printer.jobs`."""

    def pump(way, number=0):
        printer = shop.printers()[number]
        done = []
        while errand := outbox.take_next(printer, till.now):
            done.append(outbox.record(errand, outbox.send(errand, way, fonts), till.now).state)
        return done

    return pump


def standing(till, number=0):
    return print_queue.standings(till)[number]


def jobs(till):
    return [slip.job_id for slip in print_queue.waiting(till)]


def test_a_printer_that_stays_at_a_slip_is_told_within_five_seconds(till, slips, clock):
    slips("Ania")
    assert outbox.take_next(shop.printers()[0], till.now) is not None
    assert standing(till).trouble == ""
    clock.go_on(seconds=5)
    assert (standing(till).doing, standing(till).trouble) == (Doing.PRINTING, "slip not out yet")
    assert "see what it needs" in standing(till).sentence


def test_with_nothing_to_do_the_printer_is_ready(till):
    ready = standing(till)
    assert (ready.name, ready.doing, ready.waiting, ready.asking) == ("Slips as PDF", Doing.READY, 0, 0)
    assert ready.trouble == ready.sentence == ""


def test_without_paper_it_says_so_and_how_many_slips_wait(till, slips, pump):
    slips("Ania", "Olek")
    assert standing(till).doing is Doing.PRINTING
    pump(Memory([PAPER_OUT] * 2))
    now = standing(till)
    assert (now.doing, now.trouble, now.waiting, now.asking) == (Doing.WAITS, "out of paper", 2, 0)
    assert "Put in a new roll" in now.sentence


def test_with_paper_again_all_come_out_once_and_in_order_at_once(till, slips, pump, clock):
    slips("Ania", "Olek", "Kasia")
    pump(Memory([PAPER_OUT] * 3))
    clock.go_on(seconds=1)
    printer = Memory()
    assert pump(printer) == ["printed"] * 3
    assert len({job.name for job in printer.jobs}) == 3
    assert standing(till).doing is Doing.READY


def test_low_paper_is_said_until_the_next_slip(till, slips, pump):
    slips("Ania")
    pump(Memory([printed(note=LOW)]))
    assert (standing(till).doing, standing(till).trouble) == (Doing.READY, "paper nearly used up")
    slips("Olek")
    pump(Memory())
    assert standing(till).trouble == ""


def test_what_may_have_come_out_is_asked_about_and_never_sent_again_by_itself(till, slips, pump, clock):
    slips("Ania")
    pump(Memory([BROKEN]))
    clock.go_on(days=1)
    printer = Memory()
    assert pump(printer) == []
    assert (standing(till).doing, standing(till).asking, standing(till).trouble) == (Doing.ASKS, 1, "did it come out?")
    print_queue.print_it(till, jobs(till)[0])
    assert pump(printer) == ["printed"]


def test_what_came_out_is_done(till, slips, pump):
    slips("Ania")
    pump(Memory([BROKEN]))
    print_queue.came_out(till, jobs(till)[0])
    assert jobs(till) == []
    assert pump(Memory()) == []


def test_yesterdays_slips_ask_before_they_print(till, slips, pump, clock):
    slips("Ania", "Olek")
    pump(Memory([PAPER_OUT] * 2))
    clock.go_on(minutes=15)
    printer = Memory()
    assert pump(printer) == []
    asked, other = print_queue.waiting(till)
    assert asked.asks and "Should it still be printed?" in asked.sentence
    print_queue.print_it(till, asked.job_id)
    print_queue.cancel(till, other.job_id)
    assert pump(printer) == ["printed"]
    assert jobs(till) == []


def test_an_old_slip_that_was_said_yes_to_has_its_quarter_of_an_hour_anew(till, slips, pump, clock):
    slips("Ania")
    pump(Memory([PAPER_OUT]))
    clock.go_on(minutes=20)
    print_queue.print_it(till, jobs(till)[0])
    clock.go_on(minutes=10)
    assert pump(Memory()) == ["printed"]


def test_a_cancelled_slip_never_prints_and_can_not_be_brought_back(till, slips, pump):
    slips("Ania")
    (job,) = jobs(till)
    print_queue.cancel(till, job)
    assert pump(Memory()) == []
    for word in (print_queue.print_it, print_queue.cancel, print_queue.came_out):
        with pytest.raises(Refused, match="taken out"):
            word(till, job)


def test_a_slip_that_is_printing_can_not_be_cancelled(till, slips):
    slips("Ania")
    outbox.take_next(shop.printers()[0], till.now)
    with pytest.raises(Refused, match="just being printed"):
        print_queue.cancel(till, jobs(till)[0])


def test_a_slip_that_is_out_can_not_be_cancelled(till, slips, pump):
    slips("Ania")
    (job,) = jobs(till)
    pump(Memory())
    with pytest.raises(Refused, match="come out already"):
        print_queue.cancel(till, job)
    with pytest.raises(Refused, match="no longer in the queue"):
        print_queue.cancel(till, 99)


def test_a_slip_can_go_to_another_printer_and_then_only_there(till, slips, pump):
    shop.add_printer("Office", "memory", "", "a4")
    slips("Ania")
    pump(Memory([PAPER_OUT]))
    (job,) = jobs(till)
    print_queue.to_printer(till, job, shop.printers()[1].id)
    assert [standing(till, number).waiting for number in (0, 1)] == [0, 1]
    office = Memory()
    assert pump(Memory()) == []
    assert pump(office, 1) == ["printed"]
    assert office.jobs[0].sheet.paper.key == "a4"


def test_a_printer_that_was_taken_away_gets_no_slip_and_is_told_of_while_some_wait_for_it(till, slips, pump):
    slips("Ania")
    old = shop.printers()[0].id
    new = shop.add_printer("Office", "memory", "", "a4")
    till.database.execute_sql("UPDATE printer SET active = 0 WHERE id = ?", (old,))
    with pytest.raises(Refused, match="no longer set up"):
        print_queue.to_printer(till, jobs(till)[0], old)
    gone = standing(till, 1)
    assert (gone.name, gone.usable, gone.waiting) == ("Slips as PDF", False, 1)
    print_queue.to_printer(till, jobs(till)[0], new)
    assert pump(Memory()) == ["printed"]
    assert len(print_queue.standings(till)) == 1


def test_a_reprint_of_a_thank_you_is_as_the_first_and_prints_beside_it(till, slips, pump):
    slips("Ania")
    first = Memory()
    pump(first)
    thank.reprint(till, "again")
    assert [slip.copy for slip in print_queue.waiting(till)] == [True]
    pump(first)
    assert len({job.name for job in first.jobs}) == 1


def test_a_crash_while_printing_asks_at_the_next_start_whatever_the_printer(till, slips, tmp_path):
    slips("Ania", "Olek")
    outbox.take_next(shop.printers()[0], till.now)
    till.database.execute_sql("UPDATE printer SET active = 0")
    till.database.close()
    open_file(tmp_path / "shop.counter")
    outbox.recover()
    assert [slip.asks for slip in outbox.waiting(till.now)] == [True, False]


def test_a_bug_while_setting_leaves_the_slip_waiting_and_one_while_sending_asks(till, slips, fonts):
    class Buggy:
        def send(self, job):
            raise RuntimeError(job.name)

    slips("Ania")
    errand = outbox.take_next(shop.printers()[0], till.now)
    broken = replace(errand, printer=replace(errand.printer, paper="no such paper"))
    assert outbox.send(broken, Memory(), fonts).state == "failed"
    assert outbox.send(errand, Buggy(), fonts).state == "unknown"


def test_a_printer_set_up_wrongly_says_so_and_keeps_its_slips(till, slips, pump):
    printer = replace(shop.printers()[0], way="network", target="host:port")
    slips("Ania")
    assert pump(outbox.transport_of(printer, Path())) == ["queued"]
    assert "192.168.1.40" in standing(till).sentence


@pytest.mark.parametrize(
    ("kept", "options"),
    [
        ({}, RollOptions()), ({"cut": False, "feed": 0}, RollOptions(cut=False, feed=0)),
        ({"chunk": "high", "cut": 1, "colour": True}, RollOptions()), ({"chunk": 0, "feed": 256}, RollOptions()),
    ],
)  # fmt: skip
def test_how_a_printer_differs_is_kept_with_it_and_nonsense_is_left_out(till, slips, kept, options):
    assert roll_options(kept) == options
    slips("Ania")
    stored.save_options(shop.printers()[0].id, kept)
    assert outbox.take_next(shop.printers()[0], till.now).roll == options
