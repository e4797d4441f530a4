"""The style sheet for what Qt draws itself; all other widgets paint themselves from the theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

_SHEET = Template("""
QLineEdit, QPlainTextEdit {
    background: $surface; color: $ink; border: ${b1}px solid $edge; border-radius: ${r8}px;
    padding: ${pv}px ${ph}px; placeholder-text-color: $quiet;
    selection-background-color: $green; selection-color: $on_green;
}
QPlainTextEdit { padding: ${pv}px ${phl}px; }
QLineEdit[problem="true"] { border: ${b2}px solid $red; padding: ${pv1}px ${ph1}px; }
QPlainTextEdit[problem="true"] { border: ${b2}px solid $red; padding: ${pv1}px ${phl1}px; }
QLineEdit[search="true"] { padding: ${sv}px ${ph}px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $sunken; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QTableView {
    background: $surface; color: $ink; border: ${b1}px solid $line; border-radius: ${r8}px;
    gridline-color: $line; selection-background-color: $chosen; selection-color: $ink; outline: none;
}
QTableView::item { padding: 0 ${ph}px; border: none; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $chosen; color: $ink; }
QHeaderView { background: $sunken; border: none; border-top-left-radius: ${r8}px; border-top-right-radius: ${r8}px; }
QHeaderView::section {
    background: $sunken; color: $quiet; border: none; border-bottom: 1px solid $line; padding: ${r8}px ${phh}px;
}
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: ${pv}px; }
""")


def style_sheet(colours: Mapping[str, str], space: Callable[[float], int], px: Callable[[float], int]) -> str:
    """QSS from the colours' names, with space and type already scaled by the caller's two functions."""
    thin, thick = max(1, space(1)), max(2, space(2))
    vertical, side, lines_side = space(6), space(11), space(8)
    grow = thick - thin
    return _SHEET.substitute(
        colours,
        b1=thin, b2=thick, r8=space(8), sv=px(9),
        pv=vertical, pv1=vertical - grow, ph=side, ph1=side - grow, phh=side + 3,
        phl=lines_side, phl1=lines_side - grow,
    )  # fmt: skip
