"""A slip on its way to paper: nothing lost, nothing twice without a yes."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from counter.printing import queue
from counter.printing.job import failed, printed, unknown
from counter.records.slips import PrintState

NOW = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def sent(outcome, ticket=None, now=NOW):
    return queue.answered(queue.taken(ticket or queue.put_in(now), now), outcome, now)


def _taken(ticket):
    return queue.taken(ticket, NOW)


def test_a_slip_at_which_the_printer_stays_is_told_after_seconds_and_stays_on_its_way():
    waited = queue.put_in(NOW - timedelta(minutes=3))
    ticket = _taken(waited)
    assert not waited.lasts(NOW) and not ticket.lasts(NOW + 2 * SECOND)
    assert ticket.lasts(NOW + 5 * SECOND)
    assert not ticket.due(NOW + 5 * SECOND) and not ticket.asks(NOW + 5 * SECOND)


def test_a_new_slip_may_go_at_once():
    assert queue.put_in(NOW).due(NOW)


def test_a_slip_that_came_out_is_done():
    done = sent(printed(place="/slips/a.pdf", note="The paper is nearly used up."))
    assert (done.state, done.place, done.reason) == ("printed", "/slips/a.pdf", "The paper is nearly used up.")
    assert not done.due(NOW + timedelta(hours=1))


def test_a_slip_that_did_not_come_out_waits_longer_each_time():
    ticket, now, waits = queue.put_in(NOW), NOW, []
    for _ in range(7):
        ticket = sent(failed("The printer is out of paper."), ticket, now)
        waits.append((ticket.next_at - now).total_seconds())
        assert not ticket.due(ticket.next_at - SECOND)
        assert ticket.due(ticket.next_at)
        now = ticket.next_at
    assert waits == [1, 2, 5, 10, 30, 30, 30]
    assert ticket.reason == "The printer is out of paper."


def test_after_a_quarter_of_an_hour_it_asks_instead_of_printing():
    ticket = sent(failed("The printer is off."))
    later = NOW + timedelta(minutes=15)
    assert ticket.asks(later) and not ticket.due(later)
    again = queue.print_it(ticket, later)
    assert again.due(later) and not again.asks(later)
    assert again.tries == 0


def test_what_may_have_come_out_is_never_sent_again_by_itself():
    ticket = sent(unknown("The line broke."))
    moments = [NOW + timedelta(minutes=minutes) for minutes in (0, 1, 14, 16, 10_000)]
    assert not any(ticket.due(moment) for moment in moments)
    assert all(ticket.asks(moment) for moment in moments)
    with pytest.raises(ValueError, match="unknown"):
        queue.taken(ticket, NOW)


def test_a_person_can_say_that_it_came_out_or_should_print_again():
    ticket = sent(unknown("The line broke."))
    assert queue.came_out(ticket).state is PrintState.PRINTED
    assert queue.print_it(ticket, NOW).due(NOW)


def test_a_crash_while_sending_leaves_the_slip_unknown_and_the_others_as_they_were():
    found = queue.found_at_start(_taken(queue.put_in(NOW)))
    assert found.state is PrintState.UNKNOWN and found.asks(NOW)
    waiting = queue.put_in(NOW)
    assert queue.found_at_start(waiting) == waiting


@pytest.mark.parametrize("after", [_taken, lambda ticket: sent(printed(), ticket)], ids=["sending", "printed"])
def test_what_is_on_its_way_or_out_can_not_be_cancelled(after):
    with pytest.raises(ValueError, match="cancelled"):
        queue.cancelled(after(queue.put_in(NOW)))


def test_a_waiting_slip_can_be_cancelled_and_then_never_prints():
    ticket = queue.cancelled(sent(failed("The printer is off.")))
    assert not ticket.due(NOW + timedelta(hours=1)) and not ticket.asks(NOW + timedelta(hours=1))
    with pytest.raises(ValueError, match="cancelled"):
        queue.print_it(ticket, NOW)


def test_the_waits_grow():
    assert all(shorter < longer for shorter, longer in pairwise(queue.WAITS))
