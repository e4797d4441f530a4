"""The catalogue: every small extra that may be suggested."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter.errors import FieldRefused, Known
from counter.records.countries import MoneyStyle
from counter.records.gestures import Gesture, Kind
from counter.records.money import say_money
from counter.ui.owner.gesture_form import GestureForm, key_for
from counter.ui.owner.listing import ListPage, ListSpec
from counter.ui.texts import gestures as gesture_words
from counter.ui.texts import owner as words
from counter.ui.widgets.editors import LineEditor
from counter.ui.widgets.table import Column, Row

_HEADS = gesture_words.GESTURE_HEADS
_SPEC = ListSpec(
    name="gestures",
    title=gesture_words.GESTURES,
    sub=gesture_words.GESTURES_SUB,
    new=gesture_words.NEW_GESTURE,
    switch=words.SWITCH_OFF,
    empty=gesture_words.NO_GESTURES,
    columns=(
        Column(title=_HEADS[0]),
        Column(title=_HEADS[1], stretch=True, lesser=True),
        Column(title=_HEADS[2], end=True),
        Column(title=_HEADS[3], end=True, lesser=True),
        Column(title=_HEADS[4], lesser=True),
        Column(title=_HEADS[5]),
    ),
)
_NEW = Gesture(key="", title="", kind=Kind.FREE, family="help")


class GesturesPage(ListPage):
    """`saved(Gesture)` for a changed or new entry, `switched(key, on)`."""

    saved = Signal(object)
    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._gesture_form = GestureForm()
        super().__init__(_SPEC, self._gesture_form, parent)
        self._gestures: dict[str, Gesture] = {}
        self._money: MoneyStyle | None = None
        self.search = LineEditor("find_gesture", parent=self)
        self.search.setAccessibleName(gesture_words.FIND_GESTURE)
        self.search.setPlaceholderText(gesture_words.FIND_GESTURE)
        self.search.textChanged.connect(self._show)
        self.body.insertWidget(0, self.search)
        self.table.chosen.connect(self._name_the_switch)
        self.typing.connect(self.search.setHidden)

    def show_catalogue(self, gestures: Sequence[Gesture], money: MoneyStyle) -> None:
        """The whole catalogue as it is now; a form that waited for it closes."""
        self._gestures, self._money = {gesture.key: gesture for gesture in gestures}, money
        self.settle()
        self._show()

    def fill(self, key: object | None) -> None:
        """Fills the form."""
        if self._money is not None:
            self._gesture_form.show_gesture(self._gestures.get(str(key), _NEW), self._money)

    def save(self, key: object | None) -> None:
        """Emits the gesture; a new one gets a key of its own."""
        try:
            gesture = self._gesture_form.gesture(self._gestures.get(str(key), self._fresh()))
        except FieldRefused as refused:
            self.refuse(refused.sentence, refused.field)
        except Known as refused:
            self.refuse(refused.sentence)
        else:
            self.saved.emit(gesture)

    def switch(self, key: object) -> None:
        """On or off."""
        self.switched.emit(str(key), not self._gestures[str(key)].active)

    def _fresh(self) -> Gesture:
        key = key_for(self._gesture_form.values()["title"], self._gestures)
        return Gesture(key=key, title="", kind=Kind.FREE, family="help")

    def _show(self) -> None:
        wanted = self.search.text().casefold().split()
        shown = [g for g in self._gestures.values() if all(word in _said(g) for word in wanted)]
        self.put_rows([_row(g, self._money) for g in shown if self._money], words.NO_FIND if wanted else "")
        self.heading.say(gesture_words.of_gestures(len(shown), sum(g.active for g in shown)))
        self._name_the_switch(self.table.chosen_key())

    def _name_the_switch(self, key: object) -> None:
        gesture = self._gestures.get(str(key))
        self.name_switch(words.SWITCH_OFF if gesture is None or gesture.active else words.SWITCH_ON)


def _said(gesture: Gesture) -> str:
    return f"{gesture.title} {gesture.why} {_when(gesture)}".casefold()


def _when(gesture: Gesture) -> str:
    return ", ".join(gesture_words.OCCASIONS.get(name, name).lower() for name in gesture.occasions)


def _row(gesture: Gesture, money: MoneyStyle) -> Row:
    cells = (
        gesture.title,
        _when(gesture),
        say_money(gesture.cost, money),
        f"{gesture.minutes:g}",
        gesture_words.rests(gesture.cooldown_days),
        words.ON if gesture.active else words.OFF,
    )
    return Row(key=gesture.key, cells=cells, off=not gesture.active)
