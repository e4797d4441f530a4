"""What gives way where room is short, and what never does."""

import counter_extremes as extremes
import counter_scenes as scenes
import owner_scenes
from stage import settle

from counter.ui.texts.owner import PAGES
from counter.ui.widgets.bands import NeverBand
from counter.ui.widgets.chips import Chip
from counter.ui.widgets.table import Column, Row, Table


def shown(qtbot, window, size):
    qtbot.addWidget(window)
    window.setFixedSize(*size)
    window.show()
    window.activateWindow()
    settle()
    return window


def top_of(widget, window):
    return widget.mapTo(window, widget.rect().topLeft()).y()


def test_what_must_never_be_stands_right_under_the_name_where_text_is_large(look, qtbot):
    look(scale=2.0)
    window = shown(qtbot, scenes.window(), (1366, 768))
    window.show_card(extremes.CARDS["longest"])
    settle()
    band = window.findChild(NeverBand)
    assert not band.visibleRegion().isEmpty()
    assert top_of(band, window) < top_of(window.head._call, window)


def test_the_pages_fold_while_the_keyboard_is_on_a_page_and_unfold_when_it_comes_back(look, qtbot):
    look(scale=2.0)
    window = shown(qtbot, owner_scenes.owner_window(), (1366, 768))

    def pages():
        return [chip for chip in window.chips.findChildren(Chip) if chip.isVisible() and chip.isCheckable()]

    window.page().start()
    assert [chip.choice.key for chip in pages()] == ["today"]
    window.start()
    assert len(pages()) == len(PAGES)


def test_a_table_cuts_its_widest_column_and_stays_inside(look, qtbot):
    look()
    table = Table("people", "People", [Column(title="Name", stretch=True), Column(title="Said"), Column(title="Day")])
    table.set_rows([Row(key=1, cells=(scenes.LONG, extremes.SENTENCE, "Tue 24 Nov"))])
    shown(qtbot, table, (600, 200))
    widths = [table.columnWidth(number) for number in range(3)]
    assert sum(widths) <= table.viewport().width()
    assert widths[2] >= table.sizeHintForColumn(2)
    assert widths[0] >= 180
