"""Rows that both Today and the card show: what is open, and what is half written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import OpenItem, OpenKind
from counter.records.entries import Draft
from counter.records.when import business_day, say_ago, say_clock
from counter.ui.counter.keys import KEYS
from counter.ui.counter.moment import Moment
from counter.ui.texts import counter as words
from counter.ui.texts import today
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
    return " · ".join(part for part in (item.title, item.tag) if part)


def action_of(item: OpenItem, address: str, *, first: bool) -> Action:
    """What can be done about it; only the first has the key."""
    label = words.tell(address) if item.kind is OpenKind.UNTOLD else words.ACTS[item.kind.value]
    return Action(name=f"act_{item.kind.value}_{item.thing_id}", label=label, key=KEYS["tell"] if first else "")


class DraftRow(_Row):
    """What was half written. `go_on(form, customer_id)` and `thrown(form, customer_id)`; the id may be None."""

    go_on = Signal(str, object)
    thrown = Signal(str, object)

    def __init__(self, draft: Draft, moment: Moment, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        actions = [Action(name="go_on", label=today.GO_ON_WITH), Action(name="throw_away", label=today.THROW_DRAFT)]
        bar = WarningBar("draft", Icon.PENCIL, actions, self)
        bar.set_words(today.half_written(draft.form, draft.name, _when(draft, moment)))
        bar.acted.connect(self._acted)
        self._column.addWidget(bar)

    def _acted(self, name: str) -> None:
        signal = self.go_on if name == "go_on" else self.thrown
        signal.emit(self._draft.form, self._draft.customer_id)


def _when(draft: Draft, moment: Moment) -> str:
    if draft.at is None:
        return draft.staff
    here = moment.here
    day = business_day(draft.at, here.zone)
    at = say_clock(draft.at, here.zone) if day == here.today else say_ago(day, here.today)
    return f"{at} {draft.staff}".strip()
