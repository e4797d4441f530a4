"""The drawings of a test slip, on whole dots: a ruler, patches of black and of lines, a line to cut at."""

from collections.abc import Iterator

from counter.paper.sheet import Bar
from counter.records.gauges import Measure
from counter.records.slips import DOTS_PER_MM, Paper

HEIGHTS = {Measure.WIDTH: 34, Measure.DARKNESS: 56, Measure.CUT: 10}
_PATCHES = ((1, 0), (2, 1), (2, 2), (1, 1), (1, 3))  # dots of black, dots of white, over and over


def bars(what: Measure, paper: Paper, top: int) -> tuple[Bar, ...]:
    """One drawing over the whole column, its upper edge at `top` dots."""
    drawn = {Measure.WIDTH: _ruler, Measure.DARKNESS: _patches, Measure.CUT: _dashes}[what]
    return tuple(drawn(paper, top))


def _ruler(paper: Paper, top: int) -> Iterator[Bar]:
    """A stroke at either end, and a tick each millimetre, longer at five and ten."""
    last = paper.column - 2
    for place in (0, last):
        yield Bar(paper.left + place, top, 2, 32)
    for millimetre in range(1, last // DOTS_PER_MM):
        length = 24 if millimetre % 10 == 0 else 16 if millimetre % 5 == 0 else 8
        yield Bar(paper.left + millimetre * DOTS_PER_MM, top + 32 - length, 2, length)
    yield Bar(paper.left, top + 32, paper.column, 2)


def _patches(paper: Paper, top: int) -> Iterator[Bar]:
    """Solid black, then lines that stand closer or farther apart."""
    room = paper.column // len(_PATCHES)
    for number, (black, white) in enumerate(_PATCHES):
        left, width = paper.left + number * room, room - 12
        if not white:
            yield Bar(left, top, width, 48)
            continue
        for x in range(0, width, black + white):
            yield Bar(left + x, top, black, 48)


def _dashes(paper: Paper, top: int) -> Iterator[Bar]:
    for x in range(0, paper.column, 24):
        yield Bar(paper.left + x, top + 4, 12, 2)
