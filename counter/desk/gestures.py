"""The small extra: drawn once for a person and business day, then given, swapped or left for today."""
import json
from dataclasses import replace
from typing import Any

from counter.desk.changing import load
from counter.desk.said import name_of
from counter.desk.situation import budget, situation
from counter.desk.till import Doing, Done, Till, save
from counter.errors import FieldRefused, Refused, Unavailable
from counter.gestures import Engine, dump_gesture
from counter.models import gestures as stored
from counter.models import shop, things
from counter.models.journal import Writer
from counter.models.tables_gestures import GivenRow, SuggestionRow
from counter.records.card import SuggestionState, SuggestionView
from counter.records.cleaning import clean_line
from counter.records.entries import EntryKind, GivenGesture, Saved
from counter.records.gestures import Decision, Event, EventKind, Gesture, Kind, Mark, Outcome, Reaction
from counter.records.money import read_money

OWN = "own:"


def today(till: Till, customer_id: int) -> SuggestionView:
    """What was drawn for this person today, drawn now when the card is first opened."""
    row = stored.suggestion_today(customer_id, till.today)
    if row is None:
        return _draw(till, customer_id, asked=False)
    given = _given_today(till, customer_id)
    return _view(till, row, given)


def another(till: Till, op: str, customer_id: int) -> SuggestionView:
    """A swap, or one asked for all the same; under the same rules, and the engine learns from a swap."""
    row = stored.suggestion_today(customer_id, till.today)
    if row is not None and row.state == "given":
        raise Refused("One was given today already; that is enough.")
    if row is not None and row.state == "shown":
        with till.database.atomic():
            SuggestionRow.update(state="swapped").where(SuggestionRow.id == row.id).execute()
            _log(till, None, _event(till, customer_id, EventKind.SWAPPED, row.mark))
    return _draw(till, customer_id, asked=True)


def given(till: Till, op: str, suggestion_id: int) -> Saved:
    """The cashier gave it: only now it spends the budget and is learnt from."""
    row = _suggestion(suggestion_id)
    if row.state != "shown":
        raise Refused("That one is no longer open. Ask for another.")
    gesture = _gesture(till, row.gesture)

    def write(writer: Writer) -> Done:
        writer.update(SuggestionRow, row.id, state="given", visit_id=writer.visit_id)
        given_id = writer.insert(
            GivenRow, customer_id=row.customer_id, suggestion_id=row.id, gesture=gesture.key, title=gesture.title,
            restoring=gesture.kind is Kind.RESTORING, cost=gesture.cost, minutes=gesture.minutes, day=till.today,
        )
        writer.about(GivenRow, given_id)
        _log(till, writer.entry_id, _event(till, row.customer_id, EventKind.GIVEN, row.mark))
        return Done(f"Extra noted for {name_of(till.customer(row.customer_id))}: {gesture.title}.", given_id)

    return save(till, Doing(op=op, kind=EntryKind.GESTURE, customer_id=row.customer_id), write)


def not_today(till: Till, op: str, suggestion_id: int, because: str = "") -> Saved:
    """Left for today, with a reason if one likes."""
    row = _suggestion(suggestion_id)
    why = clean_line(because, "because")

    def write(writer: Writer) -> Done:
        writer.update(SuggestionRow, row.id, state="skipped", because=why, visit_id=writer.visit_id)
        _log(till, writer.entry_id, _event(till, row.customer_id, EventKind.SKIPPED, row.mark))
        return Done("Nothing extra today. Their name is enough.", row.id)

    return save(till, Doing(op=op, kind=EntryKind.SKIPPED, customer_id=row.customer_id), write)


def reaction(till: Till, op: str, given_id: int, how: Reaction) -> Saved:
    """How it was received, today or days later."""
    before: GivenGesture = load("given", given_id)
    row = GivenRow.get_by_id(given_id)
    mark = _suggestion(row.suggestion_id).mark if row.suggestion_id else Mark()

    def write(writer: Writer) -> Done:
        writer.update(GivenRow, given_id, reaction=how.value)
        event = replace(_event(till, before.customer_id, EventKind.REACTION, mark), reaction=how, day=before.day)
        _log(till, writer.entry_id, event)
        writer.about(GivenRow, given_id, how.value)
        return Done(f"{before.title}: {how.value}.", given_id)

    return save(till, Doing(op=op, kind=EntryKind.REACTION, customer_id=before.customer_id, visits=False), write)


def own_idea(till: Till, op: str, customer_id: int, idea: tuple[str, str], *, keep: bool = False) -> Saved:
    """A cashier's own extra: `idea` is what it was and what it cost; `keep` adds it to the catalogue."""
    title = clean_line(idea[0], "title")
    if not title:
        raise FieldRefused("title", "What did you give? A few words are enough.")
    cost = read_money(idea[1], till.money, "cost") if idea[1].strip() else 0

    def write(writer: Writer) -> Done:
        key = f"{OWN}{title.casefold()}"
        given_id = writer.insert(
            GivenRow, customer_id=customer_id, gesture=key, title=title, own_idea=True, cost=cost, day=till.today
        )
        writer.about(GivenRow, given_id)
        if keep:
            shop.save_gesture(key, _own_text(key, title, cost, till.settings.coffee), active=False, own=True)
        kept = " It waits in the catalogue for the owner to switch on." if keep else ""
        return Done(f"Extra noted for {name_of(till.customer(customer_id))}: {title}.{kept}", given_id)

    return save(till, Doing(op=op, kind=EntryKind.GESTURE, customer_id=customer_id), write)


def why_not(till: Till, customer_id: int, key: str) -> list[str]:
    """The rules that spoke against a gesture, in words."""
    return till.engine.why_not(key, situation(till, customer_id), budget(till))


def forget(till: Till, writer: Writer, entry_id: int) -> None:
    """Take back what was learnt from an entry that is being undone."""
    for event in stored.events_of(entry_id):
        undo = replace(event, kind=EventKind.UNDONE, undoes=event.number, reaction=None)
        if not _log(till, writer.entry_id, undo):
            till.engine = Engine.replay(
                till.catalogue, till.settings.giving(), till.settings.seed, stored.events_after(0)
            )


def _draw(till: Till, customer_id: int, *, asked: bool) -> SuggestionView:
    decision = till.engine.suggest(situation(till, customer_id), budget(till), asked=asked)
    chosen = decision.suggestion
    with till.database.atomic():
        row = SuggestionRow.create(
            customer_id=customer_id, day=till.today, at=till.now, asked=asked, mark=decision.mark,
            gesture=chosen.gesture.key if chosen else "", occasion=(chosen.occasion or "") if chosen else "",
            reason=chosen.reason if chosen else decision.sentence, say=chosen.say if chosen else "",
            state="shown" if chosen else "none",
        )
    return _shown(row, chosen.gesture, can_ask=True) if chosen else _none(row, decision)


def _view(till: Till, row: Any, done: GivenGesture | None) -> SuggestionView:
    if done is not None:
        return SuggestionView(state=SuggestionState.GIVEN, suggestion_id=row.id, title=done.title, given=done)
    if row.state == "shown":
        return _shown(row, _gesture(till, row.gesture), can_ask=True)
    state = SuggestionState.SKIPPED if row.state == "skipped" else SuggestionState.NONE
    return SuggestionView(state=state, suggestion_id=row.id, because=row.reason if row.state == "none" else "")


def _shown(row: Any, gesture: Gesture, *, can_ask: bool) -> SuggestionView:
    return SuggestionView(
        state=SuggestionState.SUGGESTED, suggestion_id=row.id, title=gesture.title, because=row.reason, say=row.say,
        goodwill=gesture.kind is Kind.RESTORING, can_ask=can_ask,
    )


def _none(row: Any, decision: Decision) -> SuggestionView:
    can_ask = decision.outcome is Outcome.NOT_TODAY
    return SuggestionView(
        state=SuggestionState.NONE, suggestion_id=row.id, because=decision.sentence, can_ask=can_ask
    )


def _given_today(till: Till, customer_id: int) -> GivenGesture | None:
    every = [g for g in things.of_person("given", customer_id) if g.day == till.today]
    return every[-1] if every else None


def _suggestion(suggestion_id: int) -> Any:
    row = stored.suggestion(suggestion_id)
    if row is None:
        raise Unavailable("This suggestion is no longer there. Open the person again.")
    return row


def _gesture(till: Till, key: str) -> Gesture:
    gesture = till.catalogue.get(key)
    if gesture is None:
        raise Unavailable("That gesture has left the catalogue. Ask for another.")
    return gesture


def _event(till: Till, customer_id: int, kind: EventKind, mark: Mark) -> Event:
    person = till.customer(customer_id)
    turn = stored.turn_of(customer_id, till.today) if person.unnamed else 0
    return Event(
        number=0, kind=kind, day=till.today, customer=None if person.unnamed else customer_id, turn=turn, mark=mark
    )


def _log(till: Till, entry_id: int | None, event: Event) -> bool:
    return till.engine.observe(stored.add_event(entry_id, event))


def _own_text(key: str, title: str, cost: int, cup: int) -> str:
    return json.dumps(dump_gesture(Gesture(key=key, title=title, kind=Kind.LOW_COST, family="treat", cost=cost), cup))
