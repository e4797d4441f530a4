"""F7: a note, a fact, a date, somebody of the household, or something to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from counter.errors import FieldRefused
from counter.records.acts import FollowUpTyped, MemberTyped, NoteTyped
from counter.records.gestures import Boundary
from counter.records.here import Here
from counter.records.people import DateForm, FactForm, FactKind, Source
from counter.records.reading import read_date_of_year
from counter.records.when import say_date
from counter.ui.forms import parts
from counter.ui.forms.form import Form, form_spec
from counter.ui.texts import knowing as words
from counter.ui.texts.knowing import Kind
from counter.ui.widgets.fields import Check, Field, LineField, LinesField

# The one text stands for what the rules name differently for each kind.
_TEXT_NAMES = ("label", "name", "what")
# A day without a year is written in one that has 29 Feb.
LEAP_YEAR: Final = 2000
_WITH_SOURCE = (Kind.MATTERS, Kind.LIKES, Kind.NEVER, Kind.RECOGNISE, Kind.DATE)


class Noted(Form):
    """What to keep of a person. Emits NoteTyped, FactForm, DateForm, MemberTyped or FollowUpTyped."""

    def __init__(self, here: Here, boundaries: Sequence[Boundary] = (), kind: Kind = Kind.NOTE) -> None:
        super().__init__("note", form_spec("note", words.NOTED, words.NOTED_KEY, words.NOTED_SAVE))
        self._here = here
        add = self.frame.add
        self._text = add(LinesField(parts.spec("text", words.TEXTS[Kind.NOTE])))
        self._kind = add(parts.chips("kind", words.KIND, words.KINDS))
        self._kind.set_value(kind)
        date = self._only(Kind.DATE, parts.day_of_year(here.country.order))
        due = self._only(Kind.FOLLOW_UP, parts.day_ahead(here))
        self._boundaries = tuple(boundaries)
        forbids = self._forbids = parts.chips("boundaries", words.BOUNDARIES, self._offered(), many=True)
        forbids.set_hint(words.BOUNDARIES_HINT)
        fields: dict[Field, tuple[Kind, ...]] = {
            LineField(parts.spec("date", words.DATE, check=date, placeholder=words.DATE_LIKE)): (Kind.DATE,),
            forbids: (Kind.NEVER,),
            parts.chips("source", words.SOURCE, words.SOURCES): _WITH_SOURCE,
            LineField(parts.spec("relation", words.RELATION)): (Kind.HOUSEHOLD,),
            parts.toggle("may_collect", words.MAY_COLLECT): (Kind.HOUSEHOLD,),
            LineField(parts.spec("due", words.DUE, check=due, hint=words.DUE_HINT)): (Kind.FOLLOW_UP,),
        }
        self._shown_for = {add(field): kinds for field, kinds in fields.items()}
        self.frame.set_values({"source": Source.SAID})
        self._finish(self._text)

    def record(self) -> NoteTyped | FactForm | DateForm | MemberTyped | FollowUpTyped:
        """What was typed, as its kind has it. Raises FieldRefused where no kind is chosen or the date can't be read."""
        values = self.values()
        text, kind = values["text"], values["kind"]
        if not kind:
            raise FieldRefused("kind", words.NO_KIND)
        if kind == Kind.NOTE:
            return NoteTyped(text)
        if kind == Kind.DATE:
            return self._date(text, values["date"])
        if kind == Kind.HOUSEHOLD:
            return MemberTyped(name=text, relation=values["relation"], may_collect=bool(values["may_collect"]))
        if kind == Kind.FOLLOW_UP:
            return FollowUpTyped(text, values["due"])
        return self._fact(FactKind(kind), text)

    def fill(self, kept: NoteTyped | FactForm | DateForm | MemberTyped | FollowUpTyped) -> None:
        """Shows what was kept, to be corrected."""
        self.restore(_typed(kept))

    def restore(self, values: Mapping[str, str]) -> None:
        """Fills the fields; a boundary that is not offered any more has its chip where it is ticked."""
        self._forbids.editor.set_choices(parts.choices(self._offered(values.get("boundaries", "").split(","))))
        super().restore(values)

    def _offered(self, ticked: Sequence[str] = ()) -> dict[str, str]:
        return {one.key: one.label for one in self._boundaries if one.offered or one.key in ticked}

    def _fact(self, kind: FactKind, text: str) -> FactForm:
        values = self.values()
        ticked = tuple(filter(None, values["boundaries"].split(",")))
        boundaries = ticked if kind is FactKind.NEVER else ()
        return FactForm(kind=kind, text=text, source=self._source(), boundaries=boundaries)

    def _date(self, label: str, typed: str) -> DateForm:
        if not typed.strip():
            raise FieldRefused("date", words.NO_DATE)
        month, day, year = read_date_of_year(typed, self._here.country.order)
        return DateForm(label=label, month=month, day=day, year=year, source=self._source())

    def _source(self) -> Source:
        return Source(self.values()["source"] or Source.GUESSED)

    def _only(self, kind: Kind, check: Check) -> Check:
        return parts.where(lambda: self._kind.value() == kind, check)

    def _place_of(self, field: str) -> str:
        return "text" if field in _TEXT_NAMES else field

    def _follow(self) -> None:
        kind = self._kind.value()
        parts.relabel(self._text, words.TEXTS.get(kind, words.TEXTS[Kind.NOTE]))
        for field, kinds in self._shown_for.items():
            parts.show(field, shown=kind in kinds)


def _typed(kept: NoteTyped | FactForm | DateForm | MemberTyped | FollowUpTyped) -> dict[str, str]:
    """The fields as they were typed."""
    match kept:
        case NoteTyped():
            return {"kind": Kind.NOTE, "text": kept.text}
        case DateForm():
            day = date(kept.year or LEAP_YEAR, kept.month, kept.day)
            typed = say_date(day, day) + (f" {kept.year}" if kept.year else "")
            return {"kind": Kind.DATE, "text": kept.label, "date": typed, "source": kept.source}
        case MemberTyped():
            may = parts.YES if kept.may_collect else ""
            return {"kind": Kind.HOUSEHOLD, "text": kept.name, "relation": kept.relation, "may_collect": may}
        case FollowUpTyped():
            return {"kind": Kind.FOLLOW_UP, "text": kept.what, "due": kept.due}
        case FactForm():
            chosen = {"kind": kept.kind, "source": kept.source, "boundaries": ",".join(kept.boundaries)}
            return {"text": kept.text, **chosen}
