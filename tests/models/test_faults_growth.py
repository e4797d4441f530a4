"""A shop of ten years is asked by way of its indexes; no question walks through the whole journal."""

import pytest
from counter_commands import anna

from counter.desk import notes, undo, visits
from counter.desk import open as opening
from counter.models import timeline


@pytest.fixture
def asked(till, monkeypatch):
    """Every question with its values, as it goes to the file."""
    found = []
    plain = till.database.execute_sql

    def noted(sql, params=None):
        found.append((sql, tuple(params or ())))
        return plain(sql, params)

    monkeypatch.setattr(till.database, "execute_sql", noted)
    return found


def ways(till, sql, params):
    plan = till.database.connection().execute(f"EXPLAIN QUERY PLAN {sql}", params).fetchall()
    return [row[3] for row in plan]


BY_EMPTY = "USING INDEX sqlite_autoindex_entry_2"  # the unique index of what was undone: empty in nearly every row

OF_THE_IDS = "SCAN json_each"  # the ids that came with the question


@pytest.mark.parametrize(
    "question",
    [
        lambda till, who: timeline.of_person(who),
        lambda till, who: opening.card(till, who),
        lambda till, who: undo.last(till, "again"),
        lambda till, who: visits.here(till, "here", who),
    ],
)
def test_no_question_walks_through_the_journal(till, ops, asked, question):
    who = anna(till, ops).who
    for number in range(5):
        notes.add(till, ops(), who, f"note {number}")
    asked.clear()
    question(till, who)
    selects = [(sql, params) for sql, params in asked if sql.startswith("SELECT")]
    assert selects
    for sql, params in selects:
        for way in ways(till, sql, params):
            assert BY_EMPTY not in way or "MULTI" in way, (way, sql)
            walks = "SCAN" in way and not way.startswith(OF_THE_IDS)
            assert not walks or not ('"entry"' in sql or '"change"' in sql), (way, sql)
