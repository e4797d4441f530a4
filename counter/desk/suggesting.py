"""Today's extra: drawn once for a person and business day, and kept as long as no hard rule speaks against it."""
from dataclasses import replace
from datetime import timedelta
from typing import Any

from counter.desk.learning import event_for, follow
from counter.desk.reading import Read
from counter.desk.situation import FORBIDDING, budget, situation, worked_out
from counter.desk.till import Till
from counter.errors import Unavailable
from counter.models import gestures as stored
from counter.models import things
from counter.models.tables_gestures import SuggestionRow
from counter.records.card import SuggestionState, SuggestionView
from counter.records.entries import GivenGesture
from counter.records.gestures import Decision, EventKind, Gesture, Kind

ASK_WITHIN = timedelta(days=60)


def today(till: Till, customer_id: int) -> SuggestionView:
    """What was drawn for this person today, drawn now when the card is first opened."""
    return of_today(till, Read(till, customer_id))


def of_today(till: Till, read: Read) -> SuggestionView:
    """The same for a person who was read."""
    return replace(_of_today(till, read), before=_unanswered(till, read))


def _of_today(till: Till, read: Read) -> SuggestionView:
    """What makes good comes even after another was given or left for today."""
    row, given = read.suggestion, _last_of(till, read.things("given"))
    wrong = row is not None and _went_wrong_since(till, read, row)
    if given is not None and not wrong and not (makes_good(row) and not _withdrawn(till, read, row)):
        return _given(row, given)
    view = _drawn_or_kept(till, read, row, wrong=wrong)
    return view if given is None or view.state is SuggestionState.SUGGESTED else _given(row, given)


def makes_good(row: Any) -> bool:
    """Whether a goodwill gesture waits to be given."""
    return row is not None and row.state == "shown" and row.mark.restoring


def _drawn_or_kept(till: Till, read: Read, row: Any, *, wrong: bool) -> SuggestionView:
    if row is None or wrong or (row.state == "none" and not row.reason):
        return draw(till, read, asked=False)
    if row.state == "swapped" or (row.state == "shown" and _withdrawn(till, read, row)):
        return draw(till, read, asked=row.state == "swapped" or not row.mark.restoring)
    return _view(till, row)


def _went_wrong_since(till: Till, read: Read, row: Any) -> bool:
    """Whether a complaint came after the draw that nothing has made good: goodwill goes with the apology, at once."""
    made_good = any(given.restoring and given.day == till.today for given in read.things("given"))
    offered = row.mark.restoring and row.state != "none"
    later = any(complaint.opened_at >= row.at for complaint in read.things("complaint"))
    return later and not made_good and not offered


def draw(till: Till, read: Read, *, asked: bool) -> SuggestionView:
    """A suggestion, or none, kept for the day. `asked`: the luck of the day is left out, no rule is."""
    decision = till.engine.suggest(situation(till, read), budget(till), asked=asked)
    with till.database.atomic():
        row = _keep(till, read.person.id, decision, asked=asked)
        if read.visit_today is not None:
            _tell_of_a_late_look(till, read.person.id, decision)
    till.engine = follow(till.engine)
    return _view(till, row)


def against(till: Till, row: Any) -> list[str]:
    """The hard rules that speak against what is being given, as things are known now; the pace is that of the draw."""
    now = situation(till, Read(till, row.customer_id), row.mark.circumstances)
    return till.engine.against(row.gesture, now, budget(till))


def given_today(till: Till, customer_id: int) -> GivenGesture | None:
    """What they were given today, the last of it."""
    return _last_of(till, things.of_person("given", customer_id))


def suggestion(suggestion_id: int) -> Any:
    """One suggestion; raises Unavailable when it is no longer there."""
    row = stored.suggestion(suggestion_id)
    if row is None:
        raise Unavailable("This suggestion is no longer there. Open the person again.")
    return row


def gesture(till: Till, key: str) -> Gesture:
    """A gesture of the catalogue; raises Unavailable when it has left."""
    found = till.catalogue.get(key)
    if found is None:
        raise Unavailable("That gesture has left the catalogue. Ask for another.")
    return found


def _keep(till: Till, customer_id: int, decision: Decision, *, asked: bool) -> Any:
    chosen = decision.suggestion
    return SuggestionRow.create(
        customer_id=customer_id, day=till.today, at=till.now, asked=asked, mark=decision.mark,
        gesture=chosen.gesture.key if chosen else "", occasion=(chosen.occasion or "") if chosen else "",
        reason=chosen.reason if chosen else decision.sentence, say=chosen.say if chosen else "",
        state="shown" if chosen else "none",
    )


def _tell_of_a_late_look(till: Till, customer_id: int, decision: Decision) -> None:
    """Where the visit was made before the card was opened, only now it is known what it looks like."""
    logged = stored.event_of_visit(customer_id, till.today)
    if logged is not None and not logged.mark.groups:
        stored.add_event(None, event_for(customer_id, till.today, EventKind.SHOWN, decision.mark))


def _given(row: Any, given: GivenGesture) -> SuggestionView:
    return SuggestionView(
        state=SuggestionState.GIVEN, suggestion_id=row.id if row else None, title=given.title, given=given
    )


def _unanswered(till: Till, read: Read) -> GivenGesture | None:
    """The last of an earlier day, if it may still be said how it was taken."""
    earlier = [given for given in read.things("given") if till.today - ASK_WITHIN <= given.day < till.today]
    return earlier[-1] if earlier and not earlier[-1].reaction else None


def _last_of(till: Till, gifts: tuple[GivenGesture, ...]) -> GivenGesture | None:
    every = [given for given in gifts if given.day == till.today]
    return every[-1] if every else None


def _withdrawn(till: Till, read: Read, row: Any) -> bool:
    """What a rule speaks against by now is not shown again; that it is quiet holds as it did at the draw."""
    pace = {*row.mark.circumstances, *(worked_out(till, read.person.id) & FORBIDDING)}
    if not till.engine.against(row.gesture, situation(till, read, pace), budget(till)):
        return False
    SuggestionRow.update(state="none").where(SuggestionRow.id == row.id).execute()
    return True


def _view(till: Till, row: Any) -> SuggestionView:
    if row.state == "shown":
        return _shown(till, row, gesture(till, row.gesture))
    if row.state == "skipped":
        return SuggestionView(state=SuggestionState.SKIPPED, suggestion_id=row.id, because=row.because)
    return SuggestionView(
        state=SuggestionState.NONE, suggestion_id=row.id, because=row.reason, can_ask=not row.asked
    )


def _shown(till: Till, row: Any, suggested: Gesture) -> SuggestionView:
    now = budget(till)
    return SuggestionView(
        state=SuggestionState.SUGGESTED, suggestion_id=row.id, title=suggested.title, because=row.reason, say=row.say,
        goodwill=suggested.kind is Kind.RESTORING, ask_first=suggested.ask_first, cost=suggested.cost,
        left=max(0, now.money_week - now.used_week),
    )
