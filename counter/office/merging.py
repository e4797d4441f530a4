"""Two records that are one person: side by side, put together as was chosen, and taken apart again at any time."""

import json
from collections.abc import Iterable

from counter import credit
from counter.errors import Refused
from counter.models import merging, people, shop, things
from counter.models.journal import Writer
from counter.models.tables_people import CustomerRow
from counter.office.change import Change, Told, save
from counter.records.entries import Saved
from counter.records.merging import FIELDS, Couple, Joined, Likeness, Side

NOT_ONE = "not_one_person"
NOBODY = "One of the two is no longer there. Look at the list again."
CREDIT_STAYS = " The store credit stays where it is: some of it was used since."
SOME_STAYS = " What was changed since stays where it is."


def couples(likely: Iterable[Likeness], limit: int = 100) -> tuple[Couple, ...]:
    """Those that may be one person and of whom nobody said that they aren't, in their order."""
    apart = _apart()
    found: list[Couple] = []
    for pair in likely:
        if frozenset((pair.one, pair.other)) in apart:
            continue
        both = [side(one) for one in (pair.one, pair.other)]
        if both[0] is not None and both[1] is not None:
            found.append(_couple(both[0], both[1], pair))
        if len(found) == limit:
            break
    return tuple(found)


def side(customer_id: int) -> Side | None:
    """One record as it stands in a couple; None when it is gone or part of another already."""
    person = people.customer(customer_id)
    if person is None or person.id != customer_id:
        return None
    visits = people.visits(customer_id)
    return Side(
        customer_id=customer_id, fields={name: getattr(person, name) for name in FIELDS},
        contacts=tuple(one.value for one in people.contacts(customer_id)),
        facts=tuple(one.text for one in people.facts(customer_id)),
        visits=len(visits), last_visit=visits[-1].day if visits else None, created_at=person.created_at,
        things=merging.things_of((customer_id,))[customer_id],
        credit=credit.balance(things.of_person("credit_move", customer_id)),
    )  # fmt: skip


def join(change: Change, couple: Couple, taken: frozenset[str]) -> Saved:
    """Put them together: the fields of `taken` as the other has them, all else as the kept one does.

    What only one of them fills is kept anyhow. Raises Refused when one of them is gone meanwhile.
    """

    def write(writer: Writer) -> Told:
        kept, other = side(couple.kept.customer_id), side(couple.other.customer_id)
        if kept is None or other is None or kept == other:
            raise Refused(NOBODY)
        fields = {
            name: other.fields[name] if name in taken or not kept.fields[name] else kept.fields[name]
            for name in FIELDS
        }
        merging.join(writer, kept.customer_id, other.customer_id, fields)
        sentence = f"{kept.name or other.name} and {other.name or kept.name} are one person now."
        return Told(
            sentence=sentence, table=CustomerRow, row=kept.customer_id, before={merging.MARK: other.customer_id}
        )

    return save(change, write)


def take_apart(change: Change, entry_id: int) -> Saved:
    """Two records again, each with what it had; what was added since stays with the one it was added to."""

    def write(writer: Writer) -> Told:
        entry = next((one for one in merging.standing(limit=100_000) if one.id == entry_id), None)
        if entry is None:
            raise Refused("These two are apart already.")
        before = _credit(entry.thing_id)
        stayed = merging.take_apart(writer, entry_id)
        spent = stayed and before == _credit(entry.thing_id) != 0
        names = [merging.fields_of(one)["name"] for one in (entry.thing_id, merging.other_of(entry))]
        sentence = f"{names[0]} and {names[1]} are two persons again."
        return Told(
            sentence=sentence + (CREDIT_STAYS if spent else SOME_STAYS if stayed else ""), table=CustomerRow,
            row=entry.thing_id,
        )

    return save(change, write)


def say_apart(change: Change, couple: Couple) -> Saved:
    """They are two persons, and are not offered again."""
    before = shop.setting(NOT_ONE)
    pairs = [*json.loads(before or "[]"), sorted((couple.kept.customer_id, couple.other.customer_id))]

    def write(_writer: Writer) -> Told:
        shop.save_setting(NOT_ONE, json.dumps(pairs))
        sentence = f"{couple.kept.name} and {couple.other.name} stay two persons."
        return Told(sentence=sentence, table=CustomerRow, row=couple.kept.customer_id)

    return save(change, write)


def joined() -> tuple[Joined, ...]:
    """Whoever was put together and can be taken apart, newest first."""
    return tuple(
        Joined(
            entry_id=entry.id, kept=entry.thing_id, name=merging.fields_of(entry.thing_id)["name"],
            other_name=merging.fields_of(merging.other_of(entry))["name"], day=entry.day,
        )
        for entry in merging.standing()
    )


def _couple(one: Side, other: Side, pair: Likeness) -> Couple:
    more, less = sorted((one, other), key=lambda each: (-each.things, -each.visits, each.customer_id))
    return Couple(kept=more, other=less, score=pair.score, why=pair.why)


def _apart() -> set[frozenset[int]]:
    return {frozenset(pair) for pair in json.loads(shop.setting(NOT_ONE) or "[]")}


def _credit(customer_id: int) -> int:
    return credit.balance(things.of_person("credit_move", customer_id))
