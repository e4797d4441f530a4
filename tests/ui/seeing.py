"""What is wrong with a window as it is drawn: cut, squeezed, outside, on top of something, unreadable or nameless."""

from collections import Counter
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QWidget,
)

from counter.ui.counter.do_column import SlipButton
from counter.ui.help import HelpPanel
from counter.ui.theme import COLOURS, Tone, contrast, current
from counter.ui.widgets.buttons import Pressable
from counter.ui.widgets.chips import ChipRow
from counter.ui.widgets.entries import EntryRow
from counter.ui.widgets.messages import MessageBar
from counter.ui.widgets.results import ResultRow
from counter.ui.widgets.ring import FocusRing
from counter.ui.widgets.text import Text
from counter.ui.widgets.timeline import TimelineRow
from counter.ui.widgets.topbar import TopBar

OVERLAYS = (FocusRing, HelpPanel)
# what Qt makes inside these is its own affair
CLOSED = (QAbstractItemView, QLineEdit, QPlainTextEdit, QScrollBar)
# where a text may end in an ellipsis: rows, and the edges of the window; the whole is in the tooltip
MAY_ELIDE = (ResultRow, EntryRow, TimelineRow, TopBar, MessageBar, SlipButton)
READABLE = 4.5


def faults(window, picture, *, natural=True):
    """Sentences, none if all is well. `natural` texts have no words so long that they must break inside."""
    widgets = list(_visible(window))
    texts = [one for one in widgets if isinstance(one, Text) and one.text()]
    found = [f"squeezed: {one.text()}" for one in texts if one.squeezed()]
    found += [f"elided: {one.text()}" for one in texts if one.is_elided() and not _within(one, MAY_ELIDE)]
    found += [f"outside: {_said(one)}" for one in widgets if _outside(one, window)]
    found += [f"on top of each other: {_said(one)}, {_said(other)}" for one, other in _overlaps(widgets)]
    found += [f"no name: {_said(one)}" for one in widgets if _nameless(one)]
    found += [f"hint cut: {one.placeholderText()}" for one in widgets if isinstance(one, QLineEdit) and _hint_cut(one)]
    found += [f"column outside: {_said(one)}" for one in widgets if isinstance(one, QTableView) and _too_wide(one)]
    help_panel = window.findChild(HelpPanel)
    on_top = help_panel if help_panel is not None and help_panel.isVisible() else window
    seen = [one for one in texts if on_top.isAncestorOf(one)]
    found += [f"hard to read: {one.text()}" for one in seen if not _readable(one, window, picture)]
    if not window.isAncestorOf(QApplication.focusWidget()):
        found.append("the keyboard is nowhere")
    elif not _ringed(window, QApplication.focusWidget()):
        found.append("no ring shows where the keyboard is")
    if natural:
        found += [f"broken word: {said}" for one in texts if (said := broken(one))]
    return found


def broken(text):
    """The first word of a text that goes on in the next line without a hyphen or the like."""
    layout = text._at(text.width()).layout
    whole = layout.text()
    for number in range(1, layout.lineCount()):
        start = layout.lineAt(number).textStart()
        before, after = whole[start - 1 : start], whole[start : start + 1]
        if before.isalnum() and after.isalnum() and max(before, after) < "\u0e00":
            return f"{whole[max(0, start - 12) : start]}|{whole[start : start + 12]}"
    return ""


def _ringed(window, focused):
    """What was scrolled out of sight has none."""
    ring = window.findChild(FocusRing)
    return focused.visibleRegion().isEmpty() or (ring.isVisible() and ring.target() is focused)


def _visible(widget):
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.size().isEmpty():
            yield child
            if not isinstance(child, CLOSED):
                yield from _visible(child)


def _within(widget, kinds):
    step = widget
    while step is not None and not isinstance(step, kinds):
        step = step.parentWidget()
    return step is not None


def _said(widget):
    words = widget.accessibleName() or (widget.text() if isinstance(widget, Text) else "")
    return f"{type(widget).__name__} {widget.objectName()} {words[:40]}".strip()


def _outside(widget, window):
    parent = widget.parentWidget()
    if isinstance(widget, OVERLAYS):
        return isinstance(widget, HelpPanel) and not window.rect().contains(widget.geometry())
    room, box = parent.rect(), widget.geometry()
    above = parent.parentWidget()
    if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
        return box.left() < room.left() or box.right() > room.right()
    return not room.contains(box)


def _overlaps(widgets):
    holders = {}
    for widget in widgets:
        if not isinstance(widget, OVERLAYS) and not isinstance(widget.parentWidget(), CLOSED):
            holders.setdefault(widget.parentWidget(), []).append(widget)
    for siblings in holders.values():
        for one, other in combinations(siblings, 2):
            if one.geometry().intersects(other.geometry()):
                yield one, other


def _nameless(widget):
    reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, (Pressable, ChipRow))
    return bool(reached) and not isinstance(widget, QScrollBar) and not widget.accessibleName().strip()


def _hint_cut(editor):
    hint = "" if editor.text() else editor.placeholderText()
    return QFontMetrics(editor.font()).horizontalAdvance(hint) > editor.contentsRect().width() - 4


def _too_wide(table):
    return table.horizontalHeader().length() > table.viewport().width() + 1


def _readable(text, window, picture):
    """Its colour on the ground that is really painted behind it."""
    seen = text.visibleRegion().boundingRect()
    box = QRect(text.mapTo(window, seen.topLeft()), seen.size())
    if box.width() < 8 or box.height() < 8:
        return True
    ground = _ground(picture, box)
    tone = text._wording.tone if text.isEnabled() else Tone.QUIET
    return contrast(COLOURS[tone][current().dark], ground) >= READABLE


def _ground(picture, box):
    """The colour met most often on a grid of points over a box."""
    box = box.intersected(picture.rect()).adjusted(1, 1, -1, -1)
    across, down = max(1, box.width() // 12), max(1, box.height() // 6)
    points = Counter(
        picture.pixel(x, y)
        for x in range(box.left(), box.right() + 1, across)
        for y in range(box.top(), box.bottom() + 1, down)
    )
    return f"#{points.most_common(1)[0][0] & 0xFFFFFF:06x}"
