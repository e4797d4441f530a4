"""Who is at the counter."""
from counter.desk.till import Till
from counter.errors import Refused
from counter.models import people
from counter.records.people import Staff


def here(till: Till) -> tuple[Staff, ...]:
    """Those who work here now, in the order of their keys."""
    return tuple(member for member in people.staff() if member.active)


def standing(till: Till) -> tuple[tuple[Staff, ...], int]:
    """All who work here now, and which of them (from 1) is at the counter; 0 for none."""
    team = here(till)
    ids = [member.id for member in team]
    return team, ids.index(till.staff_id) + 1 if till.staff_id in ids else 0


def stand(till: Till, number: int) -> Staff:
    """The one with this key (1 to 9) is at the counter from now on; 0 is the next one in turn."""
    team = here(till)
    if not team:
        raise Refused("Nobody is named who works here. The owner's window, F10, has a page for staff.")
    if number > len(team):
        raise Refused(f"Nobody has the key Ctrl+{number}. The owner adds staff with F10.")
    if number == 0:
        ids = [member.id for member in team]
        number = ids.index(till.staff_id) + 2 if till.staff_id in ids else 1
    member = team[(number - 1) % len(team)]
    till.staff_id = member.id
    return member
