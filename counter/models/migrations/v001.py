"""Version 1: all tables of the first shop file."""
from counter.models.migrations import v001_counter, v001_people, v001_shop

STATEMENTS: tuple[str, ...] = tuple(
    statement.strip()
    for part in (v001_people.SQL, v001_counter.SQL, v001_shop.SQL)
    for statement in part.split(";")
    if statement.strip()
)
