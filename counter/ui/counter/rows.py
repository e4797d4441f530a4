"""Rows that both Today and the card show: what is open, and what is half written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import OpenItem, OpenKind
from counter.records.entries import Draft
from counter.records.when import business_day, say_ago, say_clock
from counter.ui.counter.moment import Moment
from counter.ui.texts import counter as words
from counter.ui.texts import isolate, today
from counter.ui.texts.keys import DROP_ROW_KEY, KEYS, row_key
from counter.ui.widgets.bands import OpenBand, WarningBar
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.icons import Icon
from counter.ui.widgets.themed import tall_as_needed


class _Row(QWidget):
    """A band over the whole width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)


class OpenRow(_Row):
    """One open thing with its action. `acted(OpenItem)` when that is pressed; red only what is late or wrong."""

    acted = Signal(object)

    def __init__(self, item: OpenItem, action: Action, parent: QWidget) -> None:
        super().__init__(parent)
        self._item = item
        if item.red:
            band = OpenBand(f"open_{item.kind.value}", action, self)
            band.set_words(_titled(item), item.sentence)
            band.acted.connect(self._acted)
            self._column.addWidget(band)
        else:
            bar = WarningBar(f"open_{item.kind.value}", Icon.RING, [action], self)
            bar.set_words(item.sentence, _titled(item))
            bar.acted.connect(self._acted)
            self._column.addWidget(bar)

    def _acted(self) -> None:
        self.acted.emit(self._item)


def _titled(item: OpenItem) -> str:
    """The title says already for when something is promised, and that it is ready; what is late says since when.

    What went wrong today is open since the hour that its tag says too.
    """
    if (item.kind in (OpenKind.ORDER, OpenKind.READY) and not item.red) or item.tag in item.title:
        return item.title
    return " · ".join(part for part in (item.title, item.tag) if part)


def action_of(item: OpenItem, address: str, position: int, *, first: bool) -> Action:
    """What can be done about it; the first has F6, the others the number of their row on the card."""
    label = words.tell(address) if item.kind is OpenKind.UNTOLD else words.ACTS[item.kind.value]
    key = KEYS["tell"] if first else row_key(position)
    return Action(name=f"act_{item.kind.value}_{item.thing_id}", label=label, key=key, own=not first and bool(key))


class DraftRow(_Row):
    """What was half written. `go_on(form, customer_id)` and `thrown(form, customer_id)`; the id may be None.

    The first has keys for both; the others are gone on with by the number of their row, and thrown away by Del when
    the keyboard is in it.
    """

    go_on = Signal(str, object)
    thrown = Signal(str, object)

    def __init__(self, draft: Draft, moment: Moment, parent: QWidget, position: int = 1) -> None:
        super().__init__(parent)
        self._draft = draft
        first = position == 1
        go_on, drop = (KEYS["draft"], KEYS["drop_draft"]) if first else (row_key(position), DROP_ROW_KEY)
        actions = [
            Action(name="go_on", label=today.GO_ON_WITH, key=go_on, own=not first and bool(go_on)),
            Action(name="throw_away", label=today.THROW_DRAFT, key=drop),
        ]
        bar = WarningBar("draft", Icon.PENCIL, actions, self)
        bar.set_words(today.half_written(draft.form, draft.name, _when(draft, moment)))
        bar.acted.connect(self._acted)
        self._column.addWidget(bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del, twice, throws it away."""
        if event.key() == Qt.Key.Key_Delete:
            self.throw()
        else:
            super().keyPressEvent(event)

    def take_up(self) -> None:
        """Its words are gone on with."""
        self._acted("go_on")

    def throw(self) -> bool:
        """Throws it away when asked twice, for it can't be had back; the first time the ring goes to its button."""
        button = self.findChild(QWidget, "throw_away")
        if button is None or button.hasFocus():
            self._acted("throw_away")
            return True
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return False

    def _acted(self, name: str) -> None:
        signal = self.go_on if name == "go_on" else self.thrown
        signal.emit(self._draft.form, self._draft.customer_id)


def _when(draft: Draft, moment: Moment) -> str:
    if draft.at is None:
        return draft.staff
    here = moment.here
    day = business_day(draft.at, here.zone)
    at = say_clock(draft.at, here.zone) if day == here.today else say_ago(day, here.today)
    return f"{at} {isolate(draft.staff)}" if draft.staff else at
