"""The pages of the owner's window where there is no room for a list of them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from counter.ui.texts import owner as words
from counter.ui.widgets.chips import ChipRow, Choice


class PageChips(ChipRow):
    """One chip for each page; only the chosen one is shown while the keyboard is elsewhere, so the page has room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("owner_page_chips", words.PAGES_LABEL, parent=parent)
        self.set_choices([Choice(name, label) for name, label in words.PAGES], ["today"])
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        here = now is not None and (now is self or self.isAncestorOf(now))
        self.set_folded(folded=not here, others=words.OTHER_PAGES)
