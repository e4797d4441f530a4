"""Choosing the sincere line: what happened today first, never the one they had last time while there is another."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from counter.records.slips import Line


class Occasion(StrEnum):
    """What a line speaks of, the most particular first: the first that holds and has lines decides."""

    WENT_WRONG = "went_wrong"
    BAD_DAY = "bad_day"
    RETURN = "return"
    COLLECTED = "collected"
    BIRTHDAY = "birthday"
    COMPLIMENT = "compliment"
    WAITED = "waited"
    FIRST_VISIT = "first_visit"
    BACK_AFTER_LONG = "back_after_long"
    SECOND_VISIT = "second_visit"
    BOUGHT_NOTHING = "bought_nothing"
    HOLIDAY = "holiday"
    CLOSING_HOUR = "closing_hour"
    RAIN = "rain"
    COLD = "cold"
    HEAT = "heat"
    REGULAR = "regular"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a line is chosen by: what holds today, a seed with a key that stay the same for one visit, lines had before.

    `had` holds texts of this person's last slips, newest first. A person without a name is never greeted as known.
    """

    occasions: Collection[Occasion]
    seed: int
    key: str
    had: tuple[str, ...] = ()


def lines_that_fit(lines: Iterable[Line], choice: Choice) -> tuple[Line, ...]:
    """All lines that would be true today, best first: the most particular occasion, those not had lately in front."""
    holds = [o for o in Occasion if o in choice.occasions or o is Occasion.PLAIN]
    ranked = [(holds.index(Occasion(line.occasion)), line) for line in lines if line.occasion in holds]
    return tuple(line for _, line in sorted(ranked, key=lambda pair: _order(pair[0], pair[1], choice)))


def choose_line(lines: Iterable[Line], choice: Choice) -> Line | None:
    """The line for this visit, the same whenever asked; None only when there is no true line at all."""
    return next(iter(lines_that_fit(lines, choice)), None)


def _order(rank: int, line: Line, choice: Choice) -> tuple[bool, int, int, bytes]:
    """Last time's line goes last of all; one had before that, to the end of its occasion."""
    age = choice.had.index(line.text) if line.text in choice.had else len(choice.had)
    draw = blake2b(f"{choice.key} {line.text}".encode(), key=choice.seed.to_bytes(8, "big", signed=True)).digest()
    return (age == 0 and bool(choice.had), rank, -age, draw)
