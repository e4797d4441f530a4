"""The shop's mark: shown, chosen from a file, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.owner.logo_darkness import LogoDarkness
from counter.ui.texts import owner as words
from counter.ui.texts.keys import CHOOSE_LOGO_KEY, REMOVE_LOGO_KEY
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, tall_as_needed
from counter.ui.widgets.topbar import ShopMark


class LogoField(Themed, QWidget):
    """`picked(Path)` when a file was chosen, `removed`. Reading the file is for others; they hand the picture back."""

    picked = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field_logo")
        tall_as_needed(self)
        self._mark = ShopMark(self)
        self._sentence = Text(words.LOGO_HINT, Role.SMALL, Tone.QUIET, parent=self)
        choose = Action(name="choose_logo", label=words.CHOOSE_LOGO, key=CHOOSE_LOGO_KEY, own=True)
        remove = Action(name="remove_logo", label=words.REMOVE_LOGO, key=REMOVE_LOGO_KEY, own=True)
        self._choose, self._remove = ActionButton(choose, parent=self), ActionButton(remove, parent=self)
        self.darkness = LogoDarkness(self)
        self._remove.hide()
        self.darkness.hide()
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(words.LOGO, Role.LABEL, Tone.QUIET, parent=self))
        self._column.addLayout(self._row)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self.darkness)
        for part in (self._mark, self._choose, self._remove):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self.removed)
        self.restyle(current())

    def set_logo(self, logo: QPixmap | None) -> None:
        """Shows the logo; None shows the door that stands for none."""
        self._mark.set_logo(logo)
        self._remove.setVisible(logo is not None)
        self._sentence.set_look(tone=Tone.QUIET)
        self._sentence.set_text(words.LOGO_HINT)

    def show_print(self, mark: QPixmap | None) -> None:
        """How a picture that was just picked prints, with its darkness to choose; None when it would not."""
        self.darkness.show()
        self.darkness.show_mark(mark)
        if mark is not None:
            self._sentence.set_look(tone=Tone.QUIET)
            self._sentence.set_text(words.LOGO_HINT)

    def refuse(self, sentence: str) -> None:
        """Why a file can't be taken."""
        self._sentence.set_look(tone=Tone.RED)
        self._sentence.set_text(sentence)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(4))
        self._row.setSpacing(theme.space(10))

    def _ask(self) -> None:
        dialog = QFileDialog(self, words.CHOOSE_LOGO)
        dialog.setNameFilter(words.LOGO_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.picked.emit(Path(path))
