"""F4: something went wrong. Listen, apologise, act, thank, tell; nothing is locked, only their words are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counter.records.complaints import ComplaintForm
from counter.records.here import Here
from counter.records.kinds import Severity
from counter.ui.forms import parts
from counter.ui.forms.form import Form, form_spec
from counter.ui.texts import forms as words
from counter.ui.theme import Role, Tone
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField, LinesField
from counter.ui.widgets.steps import Step, StepState
from counter.ui.widgets.text import Text


class WentWrong(Form):
    """A complaint; `address` is how the person is spoken of (she, he …), `themes` are the shop's own, if it has any.

    Emits a `ComplaintForm`.
    """

    def __init__(self, here: Here, address: str = "", themes: Sequence[str] = ()) -> None:
        super().__init__("complaint", form_spec("complaint", words.WRONG, words.WRONG_KEY, words.SAVE_OPEN))
        self._steps: dict[str, Step] = {}
        self._themes = tuple(themes or words.THEMES)
        self._about = parts.chips("theme", words.THEME, {theme: theme for theme in self._themes})
        self._listen(here, address)
        self._apologise()
        act = self._step("remedy", words.ACT)
        bare = FieldSpec(name="remedy", label=words.REMEDY, check=parts.as_typed, bare=True)
        act.body.addWidget(self.frame.know(LineField(bare)))
        thank = self._step("thanked", words.thank(address))
        thank.beside.addWidget(self.frame.know(parts.toggle("thanked", words.THANKED)), 1)
        tell = self._step("tell", words.tell(address))
        tell.body.addWidget(Text(words.TELL_LATER, Role.BODY, Tone.QUIET))
        tell.body.addWidget(self.frame.know(LineField(parts.spec("cause", words.CAUSE_IF_KNOWN))))
        self.say_draft(words.ONLY_WORDS)
        self._finish(self._words)

    def record(self) -> ComplaintForm:
        """The complaint as typed."""
        values = self.values()
        return ComplaintForm(
            words=values["words"],
            theme=values["theme"],
            severity=Severity(values["severity"] or Severity.REAL),
            needed_by=values["needed_by"],
            apology_said=bool(values["apology_said"]),
            remedy=values["remedy"],
            thanked=bool(values["thanked"]),
            cause=values["cause"],
        )

    def fill(self, form: ComplaintForm) -> None:
        """Shows a saved complaint, to be corrected."""
        self.restore(
            {
                "words": form.words,
                "theme": form.theme,
                "severity": form.severity,
                "needed_by": form.needed_by,
                "apology_said": parts.YES if form.apology_said else "",
                "remedy": form.remedy,
                "thanked": parts.YES if form.thanked else "",
                "cause": form.cause,
            }
        )

    def restore(self, values: Mapping[str, str]) -> None:
        """Fills the fields; a theme that the shop has no more is offered once more."""
        theme = values.get("theme", "")
        if theme and theme not in self._themes:
            self._about.editor.set_choices(parts.choices({name: name for name in (*self._themes, theme)}))
        super().restore(values)
        self._about.editor.choose([theme] if theme else [])

    def _listen(self, here: Here, address: str) -> None:
        listen = self._step("words", words.listen(address))
        label = words.own_words(address)
        bare = FieldSpec(name="words", label=label, check=parts.as_typed, bare=True, voice=True, rows=2)
        self._words = self.frame.know(LinesField(bare))
        listen.body.addWidget(self._words)
        severity = parts.chips("severity", words.SEVERITY, words.SEVERITIES)
        severity.set_value(Severity.REAL)
        needed = parts.spec("needed_by", words.NEEDED_BY, check=parts.moment(here), placeholder=words.NEEDED_HINT)
        listen.body.addWidget(self.frame.know(self._about))
        pair = self.frame.add_row(severity, LineField(needed))
        self.frame.body.removeWidget(pair)
        listen.body.addWidget(pair)

    def _apologise(self) -> None:
        sorry = self._step("apology_said", words.APOLOGISE)
        chip: ChoiceField = self.frame.know(parts.toggle("apology_said", words.SORRY_SAID))
        sorry.beside.addWidget(chip, 1)
        sorry.body.addWidget(Text(words.SORRY, Role.BODY, Tone.QUIET))

    def _step(self, name: str, title: str) -> Step:
        step = self._steps[name] = Step(f"step_{name}", title, StepState.LATER)
        self.frame.body.addWidget(step)
        return step

    def _follow(self) -> None:
        values = self.values()
        now = StepState.NOW
        for name, step in self._steps.items():
            done = bool(values.get(name, "").strip())
            step.set_state(StepState.DONE if done else now)
            now = now if done else StepState.LATER
        label, key = words.SAVE_PUT_RIGHT if values["remedy"].strip() else words.SAVE_OPEN
        self.frame.set_save(Action(name="save", label=label, key=key))
