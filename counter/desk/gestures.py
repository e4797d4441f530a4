"""The small extra at the counter: given, swapped or left for today, how it was received, and ideas of one's own."""
import json
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from counter.desk import stock, suggesting
from counter.desk.changing import load
from counter.desk.learning import event_for
from counter.desk.reading import Read
from counter.desk.said import name_of
from counter.desk.situation import budget, situation
from counter.desk.suggesting import draw, given_today, today
from counter.desk.till import Doing, Done, Till, save
from counter.errors import FieldRefused, Refused
from counter.gestures import dump_gesture
from counter.gestures.check import ALLERGENS
from counter.models import gestures as stored
from counter.models import journal, shop
from counter.models.journal import Writer
from counter.models.tables_gestures import GivenRow, SuggestionRow
from counter.models.tables_people import EntryRow
from counter.records.card import SuggestionView
from counter.records.cleaning import clean_line
from counter.records.entries import EntryKind, GivenGesture, Saved
from counter.records.gestures import Event, EventKind, Gesture, Kind, Mark, Reaction
from counter.records.money import read_money

__all__ = ["another", "because", "forget", "given", "not_today", "own_idea", "reaction", "today", "why_not",
           "why_not_each"]  # fmt: skip

ANYTHING = ALLERGENS | {"eaten", "scent"}  # what may be in an idea, until the owner says what is
ONE_A_DAY = "One was given today already; that is enough."
OURS = "One of us thought of it."


def another(till: Till, op: str, customer_id: int) -> SuggestionView:
    """A swap, or one asked for all the same; under the same rules, and the engine learns from a swap."""
    if journal.already(op) is not None:
        return today(till, customer_id)
    if _enough(till, customer_id):
        raise Refused(ONE_A_DAY)

    def write(writer: Writer) -> Done:
        row = stored.suggestion_today(customer_id, till.today)
        if row is not None and row.state == "shown":
            writer.update(SuggestionRow, row.id, state="swapped")
            _log(till, writer, customer_id, EventKind.SWAPPED, row.mark)
        return Done("")

    save(till, Doing(op=op, kind=EntryKind.CIRCUMSTANCE, customer_id=customer_id, visits=False), write)
    return draw(till, Read(till, customer_id), asked=True)


def given(till: Till, op: str, suggestion_id: int) -> Saved:
    """The cashier gave it: only now it spends the budget and is learnt from."""
    row = suggesting.suggestion(suggestion_id)

    def write(writer: Writer) -> Done:
        if row.state != "shown":
            raise Refused("That one is no longer open. Ask for another.")
        spoken = suggesting.against(till, row)
        if spoken:
            raise Refused(f"{spoken[0]} Ask for another.")
        gesture = suggesting.gesture(till, row.gesture)
        writer.update(SuggestionRow, row.id, state="given", visit_id=writer.visit_id)
        given_id = writer.insert(
            GivenRow, customer_id=row.customer_id, suggestion_id=row.id, gesture=gesture.key, title=gesture.title,
            restoring=gesture.kind is Kind.RESTORING, cost=gesture.cost, minutes=gesture.minutes, day=till.today,
        )
        writer.about(GivenRow, given_id)
        stock.count(gesture.key, -1, gesture.stock)
        _log(till, writer, row.customer_id, EventKind.GIVEN, row.mark)
        return Done(f"Extra noted for {name_of(till.customer(row.customer_id))}: {gesture.title}.", given_id)

    saved = save(till, Doing(op=op, kind=EntryKind.GESTURE, customer_id=row.customer_id), write)
    stock.look(till)
    return saved


def not_today(till: Till, op: str, suggestion_id: int, because: str = "") -> Saved:
    """Left for today, with a reason if one likes."""
    row = suggesting.suggestion(suggestion_id)
    why = clean_line(because, "because")

    def write(writer: Writer) -> Done:
        writer.update(SuggestionRow, row.id, state="skipped", because=why, visit_id=writer.visit_id)
        _log(till, writer, row.customer_id, EventKind.SKIPPED, row.mark)
        enough = "A kind word" if till.customer(row.customer_id).unnamed else "Their name"
        return Done(f"Nothing extra today. {enough} is enough.", row.id)

    return save(till, Doing(op=op, kind=EntryKind.SKIPPED, customer_id=row.customer_id), write)


def because(till: Till, op: str, suggestion_id: int, why: str) -> Saved:
    """Why it was left for today, said afterwards; the newest counts. Raises Refused where it was not left."""
    row = suggesting.suggestion(suggestion_id)

    def write(writer: Writer) -> Done:
        if row.state != "skipped":
            raise Refused("That one was not left for today.")
        writer.update(SuggestionRow, row.id, because=clean_line(why, "because"))
        return Done("", row.id)

    return save(till, Doing(op=op, kind=EntryKind.CIRCUMSTANCE, customer_id=row.customer_id, visits=False), write)


def reaction(till: Till, op: str, given_id: int, how: Reaction) -> Saved:
    """How it was received, today or days later; seen another way, the newest counts."""
    before: GivenGesture = load("given", given_id)

    def write(writer: Writer) -> Done:
        for event in stored.events_about_given(given_id):
            if event.kind is EventKind.REACTION:
                _take_back(writer, event)
        writer.update(GivenRow, given_id, reaction=how.value)
        writer.about(GivenRow, given_id, how.value)
        _log_reaction(writer, given_id)
        return Done(f"{before.title}: {how.value}.", given_id)

    return save(till, Doing(op=op, kind=EntryKind.REACTION, customer_id=before.customer_id, visits=False), write)


def own_idea(till: Till, op: str, customer_id: int, idea: tuple[str, ...], *, keep: bool = False) -> Saved:
    """A cashier's own extra: `idea` is what it was, what it cost and its minutes; `keep` adds it to the catalogue."""
    made = _read_idea(till, idea)

    def write(writer: Writer) -> Done:
        given_id = writer.insert(
            GivenRow, customer_id=customer_id, gesture=made.key, title=made.title, own_idea=True, cost=made.cost,
            minutes=made.minutes, day=till.today,
        )
        writer.about(GivenRow, given_id)
        seen = stored.suggestion_today(customer_id, till.today)
        mark = replace(seen.mark if seen else Mark(hour=till.hour), **_marked(made))
        _log(till, writer, customer_id, EventKind.GIVEN, mark)
        if keep and till.catalogue.get(made.key) is None:
            text = json.dumps(dump_gesture(made, till.settings.coffee), ensure_ascii=False)
            shop.save_gesture(made.key, text, active=False, own=True)
        kept = " It waits in the catalogue: the owner says what is in it, and switches it on." if keep else ""
        return Done(f"Extra noted for {name_of(till.customer(customer_id))}: {made.title}.{kept}", given_id)

    return save(till, Doing(op=op, kind=EntryKind.GESTURE, customer_id=customer_id), write)


def why_not(till: Till, customer_id: int, key: str) -> list[str]:
    """The rules that spoke against a gesture, in words."""
    now = situation(till, Read(till, customer_id))
    return [*_enough(till, customer_id), *till.engine.why_not(key, now, budget(till))]


def why_not_each(till: Till, customer_id: int) -> tuple[tuple[Gesture, tuple[str, ...]], ...]:
    """Every gesture of the shop's trade with what speaks against it for this person now, for the owner to read."""
    now, left, enough = situation(till, Read(till, customer_id)), budget(till), _enough(till, customer_id)
    trades = {"*", till.settings.trade}
    mine = (gesture for gesture in till.catalogue.gestures if trades & gesture.trades)
    return tuple((gesture, (*enough, *till.engine.why_not(gesture.key, now, left))) for gesture in mine)


def _enough(till: Till, customer_id: int) -> tuple[str, ...]:
    """One a day, but for what makes good."""
    waiting = stored.suggestion_today(customer_id, till.today)
    return () if given_today(till, customer_id) is None or suggesting.makes_good(waiting) else (ONE_A_DAY,)


def forget(till: Till, writer: Writer, entry_id: int) -> None:
    """Take back what was learnt from an entry that is being undone; visits are looked after when it is saved."""
    undone = EntryRow.get_by_id(entry_id)
    about_given = undone.thing == GivenRow._meta.table_name
    events = stored.events_about_given(undone.thing_id) if about_given else stored.events_of(entry_id)
    gone = about_given and GivenRow.live().where(GivenRow.id == undone.thing_id).first() is None
    for event in events:
        if event.kind is not EventKind.VISIT and (gone or not about_given or event.kind is EventKind.REACTION):
            _take_back(writer, event)
    if gone and undone.kind == EntryKind.GESTURE:
        _back_on_the_shelf(till, undone.thing_id)
    if about_given and not gone:
        writer.about(GivenRow, undone.thing_id)
        _log_reaction(writer, undone.thing_id)


def _back_on_the_shelf(till: Till, given_id: int) -> None:
    gesture = till.catalogue.get(GivenRow.get_by_id(given_id).gesture)
    if gesture is not None:
        stock.count(gesture.key, +1, gesture.stock)


def _log(till: Till, writer: Writer, customer_id: int, kind: EventKind, mark: Mark) -> None:
    stored.add_event(writer.entry_id, event_for(customer_id, till.today, kind, mark))


def _log_reaction(writer: Writer, given_id: int) -> None:
    """How it was received, read against the moment and the day on which it was given."""
    row = GivenRow.get_by_id(given_id)
    if row.reaction:
        mark = suggesting.suggestion(row.suggestion_id).mark if row.suggestion_id else Mark(gesture=row.gesture)
        event = event_for(row.customer_id, row.day, EventKind.REACTION, mark)
        stored.add_event(writer.entry_id, replace(event, reaction=Reaction(row.reaction)))


def _take_back(writer: Writer, event: Event) -> None:
    undo = replace(event, kind=EventKind.UNDONE, undoes=event.number, reaction=None, mark=Mark())
    stored.add_event(writer.entry_id, undo)


def _read_idea(till: Till, idea: tuple[str, ...]) -> Gesture:
    """As an entry of the catalogue, in which anything may be until somebody has said what is."""
    title, cost, minutes = (*idea, "", "")[:3]
    what = clean_line(title, "title")
    if not what:
        raise FieldRefused("title", "What did you give? A few words are enough.")
    money = read_money(cost, till.money, "cost") if cost.strip() else 0
    key = f"own_{blake2b(what.casefold().encode(), digest_size=8).hexdigest()}"
    return Gesture(
        key=key, title=what, kind=Kind.LOW_COST if money else Kind.FREE, family="treat", cost=money,
        minutes=_minutes(minutes), contains=ANYTHING, say=what, why=OURS, active=False,
    )


def _minutes(text: str) -> float:
    try:
        found = float(text.strip().replace(",", ".") or 0)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 60:
        raise FieldRefused("minutes", "Minutes are a number from 0 to 60.")
    return found


def _marked(made: Gesture) -> dict[str, Any]:
    """An idea has no family in the log: it was nobody's suggestion."""
    return {
        "gesture": made.key, "family": "", "occasion": "", "occasion_weight": 0.0, "damping": 1.0, "cost": made.cost,
        "minutes": made.minutes, "restoring": False,
    }
