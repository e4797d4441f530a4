"""What was learnt of a large shop is kept as text in pieces: the window is not held up for all of it at once."""

import json
from dataclasses import asdict

import pytest

from counter.gestures import learned
from counter.gestures.learned import DayVisit, Learned


@pytest.fixture
def large():
    """Twenty-five hundred people, and an odd name or two."""
    people = {f"{who} “ö” \\": [who * 1.5, 0.25] for who in range(2500)}
    visits = {"7": DayVisit(given=1, groups=["walk-in"], seen=[0.5], weight=1.5, hour=9)}
    return Learned(seen=9, people=people, visits=visits, scenes={"rain": {"coffee": 0.5}}, weights=[0.5, 1.5])


def test_the_pieces_together_are_the_same_text(large):
    assert large.to_text() == json.dumps(asdict(large), separators=(",", ":"))
    assert Learned.from_text(large.to_text()) == large
    assert Learned.from_text(Learned().to_text()) == Learned()


def test_no_piece_is_large(large, monkeypatch):
    pieces, dumps = [], json.dumps

    def noted(*what, **how):
        pieces.append(dumps(*what, **how))
        return pieces[-1]

    monkeypatch.setattr(learned.json, "dumps", noted)
    whole = large.to_text()
    assert max(map(len, pieces)) < len(whole) / 2
