"""All that is kept about one customer, for the customer: as JSON, and readable as PDF.

Other people and those who work here are left out: who else collects is told without a name, and a colleague's name in
what we wrote reads "one of us". What the customer said themselves stands as it was said.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from itertools import chain
from pathlib import Path
from typing import Any

from counter.errors import Refused, Unavailable
from counter.models import forgetting, of_one, people, things
from counter.office import one_person_words as words
from counter.paper.fonts import Fonts
from counter.paper.pdf import About, pdf
from counter.paper.report import set_pages
from counter.records.entries import Direction, Visit
from counter.records.money import say_money
from counter.records.report import ReportLine, Section
from counter.records.when import say_whole_day
from counter.settings import Settings

FORMAT = 1
ONE_OF_US = "one of us"
Item = dict[str, Any]
Mask = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """What is kept about `name`, in parts: each a title with items of plain values by name."""

    shop: str
    name: str
    made_at: datetime
    zone: tzinfo
    parts: Mapping[str, tuple[Item, ...]]


def gather(customer_id: int, settings: Settings, now: datetime) -> PersonFile:
    """Read it all; raises Refused when there is nobody by that id."""
    ids = forgetting.whole_person(customer_id)
    person = people.customer(ids[0]) if ids else None
    if person is None:
        raise Refused("Nobody is here by that number any more.")
    mask = _mask(member.name for member in people.staff())
    money = settings.here(now).country.money

    def amount(cents: int | None) -> str | None:
        return None if cents is None else say_money(cents, money)

    own = {
        "name": person.name, "called": person.called, "pronunciation": person.pronunciation,
        "address_form": person.address_form, "company": person.company, "address": person.address,
        "language_of_slips": person.language, "here_since": person.created_at,
    }  # fmt: skip
    parts: dict[str, list[Item]] = {"you": [own]}
    for one in ids:
        told = (_known(one, mask), _happened(one, mask, amount), _given(one, mask, amount), _beside(one, mask))
        for title, items in chain.from_iterable(told):
            parts.setdefault(title, []).extend(items)
    return PersonFile(
        shop=settings.shop_name, name=person.name, made_at=now, zone=settings.here(now).zone,
        parts={title: tuple(items) for title, items in parts.items()},
    )  # fmt: skip


def as_json(found: PersonFile) -> str:
    """For a program: every value, days and moments (UTC) in ISO form."""
    kept = {"format": FORMAT, "shop": found.shop, "made_at": found.made_at, **found.parts}
    return json.dumps(kept, ensure_ascii=False, indent=1, default=_plain)


def as_pdf(found: PersonFile, fonts: Fonts) -> bytes:
    """For the customer to read. Takes a moment: not on the window's thread."""
    parts = {words.TITLES.get(key, key): (key, items) for key, items in found.parts.items()}
    sections = [
        Section(title=title, lines=tuple(ReportLine("", words.line(key, item, found.zone)) for item in items))
        for title, (key, items) in parts.items() if items
    ]
    absent = "; ".join(title for title, (_, items) in parts.items() if not items)
    sections += [Section(title=words.NOTHING, lines=(ReportLine("", absent),))] if absent else []
    title = f"{found.shop}: what we keep about {found.name or 'you'}"
    day = found.made_at.astimezone(found.zone).date()
    about = f"Made on {say_whole_day(day)}. All of it can be corrected or forgotten: just ask."
    return pdf(set_pages(title, about, tuple(sections), fonts), About(title, "en"))


def save(path: Path, data: bytes) -> None:
    """Raises Unavailable when it can't be written there."""
    try:
        path.write_bytes(data)
    except OSError as fault:
        raise Unavailable(f"The file {path.name} can't be written. Choose another place.") from fault


def _known(one: int, mask: Mask) -> Iterator[tuple[str, list[Item]]]:
    yield "contacts", [{"kind": c.kind.value, "value": c.value, "whose": mask(c.whose)} for c in people.contacts(one)]
    yield "household", [
        {"relation": member.relation, "may_collect": member.may_collect} for member in people.household(one)
    ]
    yield "facts", [
        {"kind": f.kind.value, "text": mask(f.text), "how_known": f.source.value, "never": list(f.boundaries),
         "since": f.at}
        for f in people.facts(one)
    ]  # fmt: skip
    yield "dates", [
        {"label": day.label, "month": day.month, "day": day.day, "year": day.year}
        for day in people.important_dates(one)
    ]
    yield "consents", [
        {"purpose": c.purpose, "given": c.given, "wording": c.wording, "day": c.day} for c in people.consents(one)
    ]
    yield "visits", [_visit(visit) for visit in people.visits(one)]


def _visit(visit: Visit) -> Item:
    return {"day": visit.day, "began": visit.started_at, "circumstances": sorted(visit.circumstances)}


def _happened(one: int, mask: Mask, amount: Callable[[int | None], str | None]) -> Iterator[tuple[str, list[Item]]]:
    yield "returns", [
        {"day": r.day, "items": [f"{item.quantity} × {item.name}" for item in r.items], "bought_on": r.bought_on,
         "receipt_number": r.receipt_number, "reason": r.reason.value, "outcome": r.outcome.value,
         "amount": amount(r.amount), "declined_because": mask(r.declined_because), "note": mask(r.note)}
        for r in things.of_person("return_case", one)
    ]  # fmt: skip
    yield "complaints", [
        {"opened": c.opened_at, "your_words": c.words, "theme": c.theme, "state": c.state.value,
         "needed_by": c.needed_by, "put_right": c.put_right_at, "what_we_did": mask(c.remedy), "cause": mask(c.cause),
         "told": c.told_at, "told_how": mask(c.told_how)}
        for c in things.of_person("complaint", one)
    ]  # fmt: skip
    yield "compliments", [
        {"day": c.day, "from": "you" if c.direction is Direction.RECEIVED else "us",
         "words": c.words if c.direction is Direction.RECEIVED else mask(c.words)}
        for c in things.of_person("compliment", one)
    ]  # fmt: skip
    yield "orders", [
        {"asked": o.created_at, "what": mask(o.spec), "price": amount(o.price), "final_price": amount(o.final_price),
         "deposit": amount(o.deposit), "state": o.state.value, "promised": [p.due for p in o.promises],
         "collected": o.collected_at, "reason": mask(o.reason)}
        for o in things.of_person("order_case", one)
    ]  # fmt: skip
    yield "store_credit", [
        {"at": m.at, "amount": amount(m.amount), "why": mask(m.why)} for m in things.of_person("credit_move", one)
    ]
    yield "answers", [
        {"at": f.at, "your_words": f.words, "scores": list(f.scores), "answer_wanted": f.wants_answer}
        for f in things.of_person("feedback", one)
    ]


def _given(one: int, mask: Mask, amount: Callable[[int | None], str | None]) -> Iterator[tuple[str, list[Item]]]:
    yield "notes", [{"text": mask(note.text)} for note in things.of_person("note", one)]
    yield "follow_ups", [
        {"what": mask(f.what), "due": f.due, "done": f.done_at, "result": mask(f.result)}
        for f in things.of_person("follow_up", one)
    ]
    yield "extras", [
        {"day": g.day, "what": mask(g.title), "how_received": g.reaction} for g in things.of_person("given", one)
    ]
    yield "slips", [
        {"made": s.made_at, "kind": s.kind, "code": s.code, "void": s.void} for s in things.of_person("slip", one)
    ]
    yield "half_written", [
        {"form": form, "at": at, **{name: mask(text) for name, text in fields.items()}}
        for form, at, fields in forgetting.drafts_of(one)
    ]
    yield "numbers_elsewhere", [{"program": program, "number": value} for program, value in forgetting.numbers_of(one)]


def _beside(one: int, mask: Mask) -> Iterator[tuple[str, list[Item]]]:
    """What the counter doesn't show of them."""
    yield "thought_of", [
        {"day": day, "what": gesture, "because": mask(reason), "state": state}
        for day, gesture, reason, state in of_one.thought_of(one)
    ]
    yield "learnt", [
        {"day": day, "what": kind, "how_received": reaction} for day, kind, reaction in of_one.learnt_of(one)
    ]
    yield "earlier", [
        {"what": name.replace("_", " "), "text": text if name == "words" else mask(text), "at": at}
        for at, name, text in of_one.earlier_of(one)
    ]


def _mask(names: Iterable[str]) -> Mask:
    known = sorted((re.escape(name) for name in names if name.strip()), key=len, reverse=True)
    if not known:
        return str
    whole = re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)")
    return lambda text: whole.sub(ONE_OF_US, text)


def _plain(value: Any) -> str:
    assert isinstance(value, date | datetime)
    return value.isoformat()
