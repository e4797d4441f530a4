"""The grid of the counter: find, know, do, side by side or in one column."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.theme import Mode, Theme, current
from counter.ui.widgets.scroller import GUTTER, Scroller
from counter.ui.widgets.themed import Themed

# find · do, px at 100 % text size
_WIDTHS = {Mode.WIDE: (340, 308), Mode.SNUG: (268, 262)}
_SIDES = {Mode.WIDE: 20, Mode.SNUG: 14, Mode.NARROW: 20}
# how much of the height the head may take before it scrolls, and how much above an open form
_HEAD_MOST = {Mode.WIDE: 0.55, Mode.SNUG: 0.55, Mode.NARROW: 0.46}
_HEAD_OVER_FORM = {Mode.WIDE: 0.35, Mode.SNUG: 0.4, Mode.NARROW: 0.45}
_GAPS = {Mode.WIDE: 20, Mode.SNUG: 14, Mode.NARROW: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What stands in the grid. `found` and `form` scroll by themselves; body, extra and keys are scrolled here.

    find: search, found, find_foot · know: head (name, never), then waiting (open) and body (card), or form ·
    do: extra, keys, slip
    """

    search: QWidget
    found: QWidget
    find_foot: QWidget
    head: QWidget
    waiting: QWidget
    body: QWidget
    form: QWidget
    extra: QWidget
    keys: QWidget
    slip: QWidget


class _Inset(QWidget):
    """A part that doesn't scroll: leaves the gutter beside it free, so that its edge is that of what scrolls."""

    def __init__(self, part: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.addWidget(part)

    def leave(self, pixels: int) -> None:
        """Leaves so much free at the end."""
        start, end = (pixels, 0) if current().rtl else (0, pixels)
        self._row.setContentsMargins(start, 0, end, 0)


class _Head(Scroller):
    """The head, which doesn't scroll away. One that would take most of the height scrolls by itself: nothing is cut."""

    def __init__(self, part: QWidget, parent: QWidget) -> None:
        super().__init__("head_scroll", parent)
        self._part, self._most = part, 0
        self.body.addWidget(part)

    def take_at_most(self, pixels: int) -> None:
        """How high it may be."""
        self._most = pixels
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows its words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width its words need another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        needed = self._part.heightForWidth(width) if self._part.hasHeightForWidth() else self._part.sizeHint().height()
        self.setFixedHeight(min(needed, self._most) if self._most else needed)


class ThreeColumns(Themed, QWidget):
    """Puts the parts where there is room for them. `mode_changed(Mode)` tells the parts to give way too.

    Narrow: search, head, then one scroll (waiting, extra, body, keys) or the found or the form, then the slip.
    """

    mode_changed = Signal(object)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columns")
        self._parts = parts
        self._searching = self._form_open = self._nobody = False
        self.mode = Mode.WIDE
        self._search, self._form, self._slip, self._foot = (
            _Inset(part, self) for part in (parts.search, parts.form, parts.slip, parts.find_foot)
        )
        self._head = _Head(parts.head, self)
        self._know_scroll, self._do_scroll = Scroller("know_scroll", self), Scroller("do_scroll", self)
        self._find, self._know, self._do = (QVBoxLayout() for _ in range(3))
        self._row = QHBoxLayout(self)
        self._columns = [QWidget(self) for _ in range(3)]
        for column, layout in zip(self._columns, (self._find, self._know, self._do), strict=True):
            column.setLayout(layout)
            self._row.addWidget(column, 1 if layout is self._know else 0)
        self._arrange()
        self._show()

    def set_searching(self, *, searching: bool) -> None:
        """Whether the found are being looked at: when narrow they take the middle."""
        self._searching = searching
        self._show()

    def set_nobody(self, *, nobody: bool) -> None:
        """Whether nobody is open: when narrow, what is found is then worth more room than the head."""
        self._nobody = nobody
        self._show()

    def set_form_open(self, *, is_open: bool) -> None:
        """The form in the place of the card; when narrow, the search goes too."""
        self._form_open = is_open
        self._limit_head()
        self._show()

    def restyle(self, theme: Theme) -> None:
        """Another text size may mean another grid."""
        self._fit(self.width())
        self._size(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another grid."""
        super().resizeEvent(event)
        self._fit(event.size().width())
        self._limit_head()

    def _limit_head(self) -> None:
        most = (_HEAD_OVER_FORM if self._form_open else _HEAD_MOST)[self.mode]
        self._head.take_at_most(round(self.height() * most))

    def _fit(self, width: int) -> None:
        mode = current().mode(width)
        if mode is not self.mode:
            self.mode = mode
            self._arrange()
            self._show()
            self.mode_changed.emit(mode)

    def _arrange(self) -> None:
        p = self._parts
        if self.mode is Mode.NARROW:
            _fill(self._know_scroll.body, [p.waiting, p.extra, p.body, p.keys], scrolls=True)
            _fill(self._do_scroll.body, [], scrolls=True)
            _fill(self._find, [])
            _fill(self._know, [self._search, self._head, self._know_scroll, p.found, self._form, self._slip])
            _fill(self._do, [])
        else:
            _fill(self._know_scroll.body, [p.waiting, p.body], scrolls=True)
            _fill(self._do_scroll.body, [p.extra, p.keys], scrolls=True)
            _fill(self._find, [self._search, p.found, self._foot])
            _fill(self._know, [self._head, self._know_scroll, self._form])
            _fill(self._do, [self._do_scroll, self._slip])
        for layout, tall in ((self._find, (p.found,)), (self._know, (self._know_scroll, p.found, self._form)),
                             (self._do, (self._do_scroll,))):  # fmt: skip
            for widget in tall:
                layout.setStretchFactor(widget, 1)
        self._size(current())

    def _show(self) -> None:
        narrow, form = self.mode is Mode.NARROW, self._form_open
        for column in (self._columns[0], self._columns[2]):
            column.setVisible(not narrow)
        self._search.setVisible(not (narrow and form))
        self._slip.setVisible(not (narrow and form))
        self._foot.setVisible(not narrow)
        self._head.setVisible(not (narrow and self._searching and self._nobody and not form))
        self._form.setVisible(form)
        self._parts.found.setVisible(not narrow or (self._searching and not form))
        self._know_scroll.setVisible(not form and not (narrow and self._searching))

    def _size(self, theme: Theme) -> None:
        narrow = self.mode is Mode.NARROW
        side, gap = theme.space(_SIDES[self.mode]), theme.space(_GAPS[self.mode])
        gutter = 0 if narrow else GUTTER
        start, end = (side - gutter, side) if theme.rtl else (side, side - gutter)
        self._row.setContentsMargins(max(0, start), theme.space(6 if narrow else 16), max(0, end), theme.space(8))
        self._row.setSpacing(max(0, gap - gutter))
        find, do = _WIDTHS.get(self.mode, (0, 0))
        self._columns[0].setFixedWidth(theme.px(find) + gutter)
        self._columns[2].setFixedWidth(theme.px(do) + gutter)
        for layout in (self._find, self._know, self._do):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(theme.space(10))
        for inset in (self._search, self._form, self._slip, self._foot):
            inset.leave(gutter)
        for scroll in (self._know_scroll, self._do_scroll):
            scroll.body.setSpacing(theme.space(12))


def _fill(layout: QVBoxLayout, widgets: list[QWidget], *, scrolls: bool = False) -> None:
    """Puts exactly these widgets into a column, and air under them when it scrolls."""
    while item := layout.itemAt(0):
        held = item.widget()
        if held is None:
            layout.removeItem(item)
        else:
            layout.removeWidget(held)  # an item of takeAt lives on and keeps the widget's old height
    for widget in widgets:
        layout.addWidget(widget)
    if scrolls:
        layout.addStretch(1)
