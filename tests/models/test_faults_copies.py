"""A copy of a large shop that is being worked at holds, page by page."""

from counter_maker import open_till, someone_called

from counter.desk import notes
from counter.models.backup import copy
from counter.models.database import connect, sweep
from counter.models.tables_counter import NoteRow

ROWS = 3000  # more than the cache of a copy holds
TEXT = "Collects on Fridays. " * 60


def test_a_copy_of_pages_that_were_just_changed_holds(path, till):
    who = someone_called(till, "Anna")
    with till.database.atomic():
        NoteRow.insert_many([{"customer_id": who, "text": f"{number} {TEXT}"} for number in range(ROWS)]).execute()
    till.database.close()
    again = open_till(path)
    kept = [notes.add(again, f"note {number}", who, f"{number} {TEXT}").entry_id for number in range(20)]
    target = path.with_name("copy.counter")
    steps = 0
    for steps, _ in enumerate(copy(again.database, target), 1):
        if steps == 2:
            kept.append(notes.add(again, "meanwhile", who, TEXT).entry_id)
    again.database.close()
    assert steps > 2
    opened = connect(target)
    sweep(opened)
    assert opened.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    found = {row[0] for row in opened.execute_sql("SELECT id FROM entry").fetchall()}
    opened.close()
    assert set(kept) <= found
