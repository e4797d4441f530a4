"""What of a slip's design is typed or picked: the owner's words, the name's size, language, side, lines across."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.designs import NameSize, Side, SlipDesign
from counter.records.slips import ForPaper
from counter.ui.texts import slip_design as words
from counter.ui.texts.common import LANGUAGES
from counter.ui.theme import Theme, current
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, Field, FieldSpec, LinesField
from counter.ui.widgets.themed import Themed, tall_as_needed

THEIRS = "theirs"


class DesignFields(Themed, QWidget):
    """`changed` while something is typed or picked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        languages = {THEIRS: words.THEIRS, **LANGUAGES}
        self._fields: dict[str, Field] = {
            "header": LinesField(FieldSpec(name="header", label=words.HEADER, hint=words.OWN_HINT, rows=2)),
            "closing": LinesField(FieldSpec(name="closing", label=words.CLOSING, hint=words.OWN_HINT, rows=2)),
            "name_size": _choice("name_size", words.NAME_SIZE, words.NAME_SIZES),
            "language": _choice("language", words.LANGUAGE, languages),
            "side": _choice("side", words.SIDE, words.SIDES),
            "rules": _choice("rules", words.RULES, words.RULES_ON),
        }
        for field in self._fields.values():
            self._column.addWidget(field)
            field.changed.connect(self.changed)
        self._column.addStretch(1)
        self.restyle(current())

    def show_design(self, design: SlipDesign) -> None:
        """Fills them all."""
        filled = {
            "header": design.header, "closing": design.closing, "name_size": design.name_size,
            "language": design.language or THEIRS, "side": design.side, "rules": "yes" if design.rules else "no",
        }  # fmt: skip
        for name, text in filled.items():
            self._fields[name].set_value(text)
            self._fields[name].show_problem("")

    def design(self, before: SlipDesign) -> SlipDesign:
        """The design with what stands in the fields."""
        found = {name: field.value() for name, field in self._fields.items()}
        language = found["language"] or before.language
        return replace(
            before,
            header=ForPaper(found["header"]),
            closing=ForPaper(found["closing"]),
            name_size=NameSize(found["name_size"] or before.name_size),
            language="" if language == THEIRS else language,
            side=Side(found["side"] or before.side),
            rules=found["rules"] != "no",
        )

    def named(self, name: str) -> Field | None:
        """The field of that name."""
        return self._fields.get(name)

    def restyle(self, theme: Theme) -> None:
        """Takes its gap from the theme."""
        self._column.setSpacing(theme.space(12))


def _choice(name: str, label: str, labels: Mapping[str, str]) -> ChoiceField:
    return ChoiceField(FieldSpec(name=name, label=label), [Choice(key, said) for key, said in labels.items()])
