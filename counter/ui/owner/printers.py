"""Where slips go: folders for PDFs and printers of this PC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from counter.office import printers
from counter.records.printers import FoundPrinter
from counter.records.slips import PAPERS, Printer, PrinterWay
from counter.ui.owner.actions import own
from counter.ui.owner.listing import ListPage, ListSpec
from counter.ui.owner.page import button
from counter.ui.owner.printer_roll import RollFields
from counter.ui.owner.reading import checked, needed
from counter.ui.owner.slip_design_preview import ROLL_WIDTH, TruePreview
from counter.ui.texts import common, isolate
from counter.ui.texts import owner as words
from counter.ui.theme import Mode, current
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField, Verdict
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.table import Column, Row

_HEADS = words.PRINTER_HEADS
_SPEC = ListSpec(
    name="printers",
    title=words.PRINTERS,
    sub=words.PRINTERS_SUB,
    new=words.NEW_PRINTER,
    switch=words.MAKE_USUAL,
    empty=words.NO_PRINTERS,
    columns=(
        Column(title=_HEADS[0]),
        Column(title=_HEADS[1], lesser=True),
        Column(title=_HEADS[2], stretch=True),
        Column(title=_HEADS[3], lesser=True),
        Column(title=_HEADS[4]),
    ),
)
_NEW = Printer(id=0, name="", way=PrinterWay.PDF, target="", paper="roll80")


class PrinterForm(FormFrame):
    """Way, place, paper and name of a printer."""

    def __init__(self) -> None:
        super().__init__(
            FormSpec(
                name="printer_form",
                title=words.PRINTER,
                key="",
                foot=words.ESC_PUTS_AWAY,
                save=Action(name="save_printer", label=words.SAVE_PRINTER, key=common.ENTER),
            )
        )
        self._found = ""
        self._at_hand: dict[str, FoundPrinter] = {}
        ways = [Choice(way, words.WAYS[way]) for way in words.WAYS_OFFERED]
        self._plugged = ChoiceField(FieldSpec(name="plugged_in", label=words.PLUGGED_IN), [])
        self.body.addWidget(self._plugged)
        self._plugged.hide()
        self._way = self.add(ChoiceField(FieldSpec(name="way", label=words.P_WAY), ways))
        self._target = self.add(LineField(FieldSpec(name="target", label=words.P_TARGET, check=self._check_target)))
        self.choose = ActionButton(own("choose_folder", words.CHOOSE_FOLDER), parent=self)
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        papers = [Choice(key, paper.name) for key, paper in PAPERS.items()]
        self.add(ChoiceField(FieldSpec(name="paper", label=words.P_PAPER), papers))
        name = checked(needed("name", words.P_NAME_EMPTY))
        self.add(LineField(FieldSpec(name="name", label=words.P_NAME, hint=words.P_NAME_HINT, check=name)))
        self._roll = RollFields(self)
        self.body.addStretch(1)
        self._way.changed.connect(self._say_where)
        self.changed.connect(self._fit_roll)
        self._plugged.changed.connect(self._take_found)
        self.choose.clicked.connect(self._choose_folder)

    def set_system_printers(self, names: Sequence[str]) -> None:
        """What this PC can print on: completes in the field and stands under it."""
        self._target.editor.set_completions(names)
        self._found = words.found_printers(", ".join(map(isolate, names)))

    def set_plugged_in(self, found: Sequence[FoundPrinter]) -> None:
        """What is plugged in: a chip for each, which fills the fields."""
        self._at_hand = {one.target: one for one in found}
        self._plugged.editor.set_choices([Choice(one.target, one.name) for one in found])
        self._plugged.setVisible(bool(found))

    def show_printer(self, printer: Printer) -> None:
        """Fills the fields."""
        self.set_values({"way": printer.way, "target": printer.target, "paper": printer.paper, "name": printer.name})
        self._roll.show_options(printer.roll)
        self._fit_roll()
        self._say_where()

    def printer(self, before: Printer) -> Printer:
        """The record as it is now."""
        v = self.values()
        way, paper = PrinterWay(v["way"] or before.way), v["paper"] or before.paper
        roll = self._roll.options(before.roll)
        return replace(before, name=v["name"].strip(), way=way, target=v["target"].strip(), paper=paper, roll=roll)

    def _fit_roll(self) -> None:
        v = self.values()
        self._roll.fit(v["way"], v["paper"])

    def _say_where(self) -> None:
        way = self._way.value()
        self._target.show_problem("")
        self._target.set_hint(
            self._found if way == PrinterWay.SYSTEM and self._found else words.TARGET_HINTS.get(way, "")
        )
        self.choose.setVisible(way == PrinterWay.PDF)

    def _check_target(self, text: str) -> Verdict:
        empty = words.TARGET_EMPTY.get(self._way.value(), "")
        if not text.strip():
            return Verdict(problem=empty)
        return Verdict(meaning=printers.warning(self.printer(_NEW)))

    def _take_found(self) -> None:
        found = self._at_hand.get(self._plugged.value())
        if found is not None:
            self.set_values({"way": found.way, "target": found.target})
            self._say_where()
            self._target.validate()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, words.CHOOSE_FOLDER)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._target.set_value)
        dialog.open()


class PrintersPage(ListPage):
    """`saved(Printer)` for a changed or new one (id 0), `made_usual(id)`, `tried(id)` for a test slip.

    `looked(paper key)` when the test slip is to be shown on another paper.
    """

    saved = Signal(object)
    made_usual = Signal(int)
    tried = Signal(int)
    looked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.printer_form = PrinterForm()
        self.preview = TruePreview()
        self.preview.setFixedWidth(ROLL_WIDTH)
        super().__init__(_SPEC, self.printer_form, parent)
        self._printers: dict[int, Printer] = {}
        self.try_button = button(self, Action(name="printers_try", label=words.TEST_SLIP, key=words.TEST_KEY))
        self.try_button.clicked.connect(self._try)
        keys = QShortcut(QKeySequence(words.TEST_KEY), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._try)
        self._beside = QHBoxLayout()
        self._column.removeItem(self.body)
        self.body.setParent(None)
        self._beside.addLayout(self.body, 1)
        self._beside.addWidget(self.preview)
        self._beside.setSpacing(current().space(16))
        self._column.addLayout(self._beside, 1)
        self.table.chosen.connect(self._look)
        self.printer_form.changed.connect(self._look)

    def show_printers(self, printers: Sequence[Printer], usual: int | None) -> None:
        """All printers and the id of the usual one; a form that waited for it closes."""
        self._printers = {printer.id: printer for printer in printers}
        self.settle()
        self.put_rows([_row(printer, usual=printer.id == usual) for printer in printers])

    def fill(self, key: object | None) -> None:
        """Fills the form."""
        self.printer_form.show_printer(self._printers.get(key, _NEW) if isinstance(key, int) else _NEW)

    def save(self, key: object | None) -> None:
        """Emits the printer."""
        before = self._printers.get(key, _NEW) if isinstance(key, int) else _NEW
        self.saved.emit(self.printer_form.printer(before))

    def switch(self, key: object) -> None:
        """Makes it the usual one."""
        if isinstance(key, int):
            self.made_usual.emit(key)

    def set_mode(self, mode: Mode) -> None:
        """Where there is least room, the test slip is looked at on paper only."""
        super().set_mode(mode)
        self.preview.setHidden(mode is Mode.NARROW)

    def _look(self, _key: object = None) -> None:
        """The paper in the form while it is open, else that of the chosen printer."""
        key = self.table.chosen_key()
        before = self._printers.get(key, _NEW) if isinstance(key, int) else _NEW
        paper = self.printer_form.printer(before).paper if self.form_is_open() else before.paper
        if paper in PAPERS:
            self.looked.emit(paper)

    def _try(self) -> None:
        key = self.table.chosen_key()
        if isinstance(key, int) and not self.form_is_open():
            self.tried.emit(key)

    def _present(self) -> None:
        super()._present()
        self.try_button.setVisible(self.switch_button.isVisibleTo(self))


def _row(printer: Printer, *, usual: bool) -> Row:
    paper = PAPERS[printer.paper].name if printer.paper in PAPERS else printer.paper
    where = printer.target or (words.OWN_FOLDER if printer.way is PrinterWay.PDF else "")
    cells = (printer.name, words.WAYS[printer.way], where, paper, words.USUAL if usual else "")
    return Row(key=printer.id, cells=cells)
