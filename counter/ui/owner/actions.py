"""A row of buttons under a page's heading, for pages whose next step changes; and the dialogs that ask for a place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from counter.ui.texts.keys import OWN
from counter.ui.theme import Theme, current
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle
from counter.ui.widgets.flow import FlowLayout
from counter.ui.widgets.themed import Themed, tall_as_needed


def own(name: str, label: str) -> Action:
    """Something in a page that its own button's key does, wherever the keyboard is."""
    return Action(name=name, label=label, key=OWN[name], own=True)


class ActionRow(Themed, QWidget):
    """`pressed(name)`; the `filled` ones are the next step of what is shown."""

    pressed = Signal(str)

    def __init__(self, actions: Sequence[Action], filled: Collection[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._flow = FlowLayout(self)
        self.buttons: dict[str, ActionButton] = {}
        for action in actions:
            style = ButtonStyle.FILLED if action.name in filled else ButtonStyle.OUTLINED
            made = ActionButton(action, style, parent=self)
            made.clicked.connect(self._press)
            self.buttons[action.name] = made
            self._flow.addWidget(made)
        self.restyle(current())

    def show_only(self, names: Collection[str]) -> None:
        """These can be done now."""
        for name, one in self.buttons.items():
            one.setVisible(name in names)
        self.setVisible(bool(names))

    def restyle(self, theme: Theme) -> None:
        """Takes its gap from the theme."""
        self._flow.setSpacing(theme.space(8))

    def _press(self) -> None:
        sender: QObject | None = self.sender()
        if sender is not None:
            self.pressed.emit(sender.objectName())


def ask_file(parent: QWidget, title: str, filters: str, then: Callable[[str], object]) -> None:
    """Asks for a file that is there; `then` is told its path."""
    dialog = QFileDialog(parent, title)
    dialog.setNameFilters(filters.split(";;"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.open()


def ask_files(parent: QWidget, title: str, filters: str, then: Callable[[list[str]], object]) -> None:
    """Asks for one file or several that are there; `then` is told their paths."""
    dialog = QFileDialog(parent, title)
    dialog.setNameFilters(filters.split(";;"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(then)
    dialog.open()


def ask_place(parent: QWidget, title: str, name: str, then: Callable[[str], object]) -> None:
    """Asks where a file of this name is to be saved; `then` is told the path."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.selectFile(name)
    dialog.fileSelected.connect(then)
    dialog.open()


def ask_folder(parent: QWidget, title: str, then: Callable[[str], object]) -> None:
    """Asks for a folder; `then` is told its path."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(then)
    dialog.open()
