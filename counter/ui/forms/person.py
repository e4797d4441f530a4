"""Ctrl+N, and correcting a person in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.people import Candidate, ContactKind, PersonForm
from counter.ui.forms import parts
from counter.ui.forms.form import Form, form_spec
from counter.ui.forms.pairs import Pairs, numbered
from counter.ui.texts import knowing as words
from counter.ui.texts.common import LANGUAGES
from counter.ui.texts.keys import OPEN_SAME_KEYS
from counter.ui.widgets.bands import WarningBar
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import LineField, LinesField
from counter.ui.widgets.themed import clear

_TEXTS = ("name", "called", "pronunciation", "address_form", "company", "address", "language")
_SHOWN = len(OPEN_SAME_KEYS)


class PersonKnown(Form):
    """A person, new or corrected; only the name is needed. Emits a `PersonForm`.

    `opened(customer_id)` when the one who may be the same is to be opened instead.
    """

    opened = Signal(int)

    def __init__(self, name: str = "", *, new: bool = True) -> None:
        title = words.PERSON if new else words.EDIT_PERSON
        super().__init__("person", form_spec("person", title, words.PERSON_KEY if new else "", words.PERSON_SAVE))
        frame = self.frame
        self._same = QWidget()
        self._same_column = QVBoxLayout(self._same)
        self._same_column.setContentsMargins(0, 0, 0, 0)
        first = frame.add(LineField(parts.spec("name", words.NAME)))
        frame.body.addWidget(self._same)
        self._same.hide()
        frame.add_row(
            LineField(parts.spec("called", words.CALLED)),
            LineField(parts.spec("pronunciation", words.PRONUNCIATION)),
        )
        frame.add(LineField(parts.spec("address_form", words.ADDRESS_FORM, placeholder=words.ADDRESS_FORM_LIKE)))
        self._contacts = Pairs(
            frame,
            parts.spec("contact", words.CONTACT, placeholder=words.ANOTHER_CONTACT),
            parts.spec("whose", words.WHOSE, placeholder=words.WHOSE_LIKE),
            (3, 2),
        )
        frame.body.addWidget(self._contacts)
        frame.add(LineField(parts.spec("company", words.COMPANY)))
        frame.add(LinesField(parts.spec("address", words.ADDRESS)))
        self._language = frame.add(parts.chips("language", words.LANGUAGE, LANGUAGES))
        frame.set_values({"name" if _is_name(name) else "contact_0": name})
        self._finish(first)

    def record(self) -> PersonForm:
        """The person as typed; what has an @ in it is an e-mail address."""
        values = self.values()
        contacts = tuple(
            (ContactKind.EMAIL if "@" in value else ContactKind.PHONE, value, whose)
            for value, whose in self._contacts.pairs()
        )
        return PersonForm(contacts=contacts, **{field: values[field] for field in _TEXTS})

    def restore(self, values: Mapping[str, str]) -> None:
        """Fills rows and fields; a language that is not among the chips gets one."""
        self._contacts.make_room(values)
        language = values.get("language", "")
        if language and language not in LANGUAGES:
            self._language.editor.set_choices([*parts.choices(LANGUAGES), Choice(language, language)])
        super().restore(values)

    def fill(self, form: PersonForm) -> None:
        """Shows a person, to be corrected."""
        contacts = numbered("contact", "whose", ((value, whose) for _, value, whose in form.contacts))
        self.restore({field: getattr(form, field) for field in _TEXTS} | dict(contacts))

    def show_same(self, people: Sequence[Candidate]) -> None:
        """Those who may be the same person, each with an action that opens them; none takes the warning away."""
        clear(self._same_column)
        for number, person in enumerate(people[:_SHOWN]):
            key = OPEN_SAME_KEYS[number]
            action = Action(name=f"{person.customer_id}", label=words.open_person(person.name), key=key, own=True)
            bar = WarningBar("same", actions=[action])
            bar.set_words(words.is_it(person.name, person.hook))
            bar.acted.connect(self._open)
            self._same_column.addWidget(bar)
        self._same.setVisible(bool(people))

    def _open(self, name: str) -> None:
        self.opened.emit(int(name))

    def _follow(self) -> None:
        self._contacts.grow()


def _is_name(typed: str) -> bool:
    """What was typed to find them may have been their number or address."""
    return not typed or ("@" not in typed and any(letter.isalpha() for letter in typed))
