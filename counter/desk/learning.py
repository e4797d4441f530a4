"""The choice of gestures follows its log: one event for each visit, and whatever else was logged, in order."""
from dataclasses import replace
from datetime import date
from typing import Protocol

from counter.gestures import Catalogue, Engine
from counter.models import gestures as log
from counter.models import kept, people
from counter.models.journal import Writer
from counter.models.tables_gestures import SuggestionRow
from counter.models.tables_people import VisitRow
from counter.records.gestures import OF_THE_VISIT, Event, EventKind, Mark
from counter.settings import Settings

NAME = "gestures"
KEEP_EVERY = 2000  # in a shop of ten years it takes half a second, and as many events are read anew in a tenth of one


class HasEngine(Protocol):
    """Whoever holds the choice of gestures."""

    engine: Engine


def start(catalogue: Catalogue, settings: Settings) -> Engine:
    """The engine as it was kept, brought up to date; from the whole log where nothing fitting was kept."""
    ground = (catalogue, settings.giving(), settings.seed)
    found = kept.read(NAME)
    if found is None:
        return follow(Engine(*ground))
    try:
        return follow(Engine.start(*ground, found[1].decode()))
    except ValueError:
        return follow(Engine(*ground))


def follow(engine: Engine) -> Engine:
    """The engine with all that the log has beyond it; the whole log anew where an undo reaches too far back."""
    before = engine.seen
    for event in tuple(log.events_after(before)):
        if not engine.observe(event):
            engine = engine.again(log.events_after(0))
            break
    if before // KEEP_EVERY != engine.seen // KEEP_EVERY:
        number, text = engine.snapshot()
        kept.keep(NAME, number, text.encode())
    return engine


def learn_anew(till: HasEngine) -> None:
    """From the whole log, of which an older part reads otherwise now, such as when two records became one person."""
    till.engine = till.engine.again(log.events_after(0))
    number, text = till.engine.snapshot()
    kept.keep(NAME, number, text.encode())


def log_visits(writer: Writer, hour: int) -> None:
    """Log that a visit of today was made, or is no more, by what this entry did; what was ticked goes along."""
    for visit in log.visits_touched(writer.entry_id):
        logged = log.event_of_visit(visit.customer_id, visit.day)
        if visit.gone_by is not None and logged is not None:
            undo = replace(logged, kind=EventKind.UNDONE, undoes=logged.number, mark=Mark())
            log.add_event(writer.entry_id, undo)
        elif visit.gone_by is None and logged is None and visit.day == writer.stamp.day:
            _log_visit(writer, visit, hour)


def _log_visit(writer: Writer, visit: VisitRow, hour: int) -> None:
    suggestion = log.suggestion_today(visit.customer_id, visit.day)
    mark = suggestion.mark if suggestion is not None and suggestion.mark.groups else Mark(hour=hour)
    log.add_event(writer.entry_id, event_for(visit.customer_id, visit.day, EventKind.VISIT, mark))
    if suggestion is not None:
        writer.update(SuggestionRow, suggestion.id, visit_id=visit.id)
        log.tick(visit.id, frozenset(suggestion.mark.circumstances) & OF_THE_VISIT)


def event_for(customer_id: int, day: date, kind: EventKind, mark: Mark) -> Event:
    """An event about a person, or about someone, whose number then tells the visits of a day apart."""
    person = people.customer(customer_id)
    if person is None or person.unnamed:
        return Event(number=0, kind=kind, day=day, turn=customer_id, mark=mark)
    return Event(number=0, kind=kind, day=day, customer=person.id, mark=mark)
