"""Fields for settings, which together make a copy of the settings; the country brings its own with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from counter.errors import Known
from counter.office.cups import cup_in
from counter.settings import Settings
from counter.ui.owner.setting import Setting, settings_table
from counter.ui.texts import shop as words
from counter.ui.texts.common import LANGUAGES
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, Field, FieldSpec, LineField, Verdict


class SettingFields(QObject):
    """`changed` while something is typed. `field(name)` gives the widgets, which the screens place."""

    changed = Signal()

    def __init__(self, names: Iterable[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        table = settings_table()
        wanted = list(table) if names is None else list(names)
        self._table = {name: table[name] for name in sorted(wanted, key=list(table).index)}
        self._fields = {name: self._build(setting) for name, setting in self._table.items()}
        self.fill(Settings())
        if "country" in self._fields:
            self._fields["country"].left.connect(self._follow_country)

    def field(self, name: str) -> Field:
        """The widget of one setting."""
        return self._fields[name]

    def find(self, name: str) -> Field | None:
        """The widget of that setting, if it is shown here."""
        return self._fields.get(name)

    def in_section(self, section: str) -> list[Field]:
        """The widgets of one section, in order."""
        return [self._fields[name] for name, setting in self._table.items() if setting.section == section]

    def fill(self, settings: Settings) -> None:
        """Shows these settings, and keeps what no field shows for the copy."""
        self._before = self._as_filled = settings
        self._brought = settings.land.language
        for name, setting in self._table.items():
            self._fields[name].set_value(setting.show(settings))
            self._fields[name].show_problem("")
        self._say_currency(settings)

    def settings(self) -> Settings:
        """The copy as it is now; a field that can't be taken leaves what was there before."""
        made = self._before
        for name, setting in self._table.items():
            made = _put(setting, made, self._fields[name].value()) or made
        return made

    def differs(self) -> bool:
        """Whether something was typed since `fill`."""
        return any(self._fields[n].value() != s.show(self._as_filled) for n, s in self._table.items())

    def wrong(self) -> Field | None:
        """Checks all; the first field with a problem."""
        return next((field for field in [*self._fields.values()] if not field.validate()), None)

    def _build(self, setting: Setting) -> Field:
        spec = FieldSpec(
            name=setting.name,
            label=setting.label,
            hint=setting.hint,
            placeholder=words.DAY_HINT if setting.section == "hours" else "",
            check=self._check(setting),
        )
        if setting.choices:
            made: Field = ChoiceField(spec, [Choice(c.key, c.label) for c in setting.choices])
        else:
            made = line = LineField(spec)
            if setting.completions:
                line.editor.set_completions(setting.completions)
        made.changed.connect(self.changed)
        return made

    def _check(self, setting: Setting) -> Callable[[str], Verdict]:
        def check(text: str) -> Verdict:
            try:
                setting.put(self._in_country(), text)
            except Known as refused:
                return Verdict(problem=refused.sentence)
            return Verdict()

        return check

    def _in_country(self) -> Settings:
        """What was there before, in the country that stands in the field now: amounts are read by it."""
        if "country" not in self._table:
            return self._before
        return _put(self._table["country"], self._before, self._fields["country"].value()) or self._before

    def _follow_country(self) -> None:
        """What still is as the country before had it becomes as this one has it."""
        old, new = self._as_filled.land, self._in_country().land
        if old == new:
            return
        moved = replace(self._as_filled, country=new.key)
        if moved.zone == old.zone:
            moved = replace(moved, zone=new.zone)
        if moved.language == self._brought and new.language in LANGUAGES:
            moved = replace(moved, language=new.language)
        if moved.coffee == cup_in(old.money.currency):
            moved = replace(moved, coffee=cup_in(new.money.currency))
        for name in ("zone", "language", "coffee"):
            if name in self._fields and self._fields[name].value() == self._table[name].show(self._as_filled):
                self._fields[name].set_value(self._table[name].show(moved))
                self._fields[name].show_problem("")
        self._brought = moved.language if new.language in LANGUAGES else self._brought
        self._as_filled = moved
        self._say_currency(moved)
        self.changed.emit()

    def _say_currency(self, settings: Settings) -> None:
        if "coffee" in self._fields:
            self._fields["coffee"].set_hint(words.coffee(settings.money.currency))


def _put(setting: Setting, settings: Settings, text: str) -> Settings | None:
    try:
        return setting.put(settings, text)
    except Known:
        return None
