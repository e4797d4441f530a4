"""What the owner decided about the rows of a file, and how a row then reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from counter.office.imports import Preview
from counter.records.imports import Plan
from counter.ui.texts import bring as words
from counter.ui.widgets.table import Row

NEW, OUT = "new", "out"
Warned = tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the page shows beside the preview: who candidates are, by id, and the shop's boundaries by key."""

    preview: Preview
    names: Mapping[int, str]
    boundaries: Mapping[str, str]

    def name(self, who: int) -> str:
        """Who it is, told apart from namesakes."""
        return self.names.get(who, str(who))


@dataclass(slots=True)
class Decisions:
    """`people`: who a row is, None for somebody new; `nevers`: boundaries of a row's note.

    `unlisted`: notes that warn and are not listed become what is proposed for them.
    """

    people: dict[int, int | None] = field(default_factory=dict)
    nevers: dict[Warned, tuple[str, ...]] = field(default_factory=dict)
    unlisted: bool = False

    def chosen(self, plan: Plan) -> str:
        """The chip that is ticked for a row to be looked at."""
        if plan.row not in self.people:
            return OUT
        who = self.people[plan.row]
        return NEW if who is None else str(who)

    def row(self, plan: Plan, asked: Asked) -> Row:
        """Line, name and why, or what was decided."""
        why = plan.why
        if plan.row in self.people:
            who = self.people[plan.row]
            why = words.SOMEBODY_NEW if who is None else asked.name(who)
        return Row(key=plan.row, cells=(f"{plan.row:,}", plan.person.name if plan.person else "", why))

    def warned(self, asked: Asked) -> list[Row]:
        """Every note that may be a never-fact, with what becomes of it."""
        rows = []
        for row, note, proposed in asked.preview.warnings():
            taken = self.nevers.get((row, note))
            keys = proposed if taken is None else taken
            shown = words.becomes([asked.boundaries.get(key, key) for key in keys], taken=taken is not None)
            rows.append(Row(key=(row, note), cells=(f"{row:,}", note, shown)))
        more = asked.preview.outlook.warned - len(rows)
        if more > 0:
            rows.append(Row(key=None, cells=("", words.more_warnings(more, taken=self.unlisted), ""), off=True))
        return rows
