"""The disk fills up while a slip prints: once there is room again it is known as out, and the next one follows."""

import pytest
from counter_maker import someone_called
from small_disks import Quota

from counter.app import App, Start
from counter.desk import print_queue, thank
from counter.desk.composing import SlipWish
from counter.lanes import LanesInStep
from counter.models.tables_shop import PrinterRow
from counter.paths import folders_in
from counter.records.printers import Doing


class FullOnceItPrinted(LanesInStep):
    """The first slip comes out, and then the disk is full."""

    def __init__(self, disk):
        super().__init__()
        self._disk, self._printed = disk, 0

    def printer(self, printer_id, work, then, failed):
        def printing():
            outcome = work()
            self._printed += 1
            if self._printed == 1:
                self._disk.fill(leave=0)
            return outcome

        super().printer(printer_id, printing, then, failed)


@pytest.fixture
def disk(tmp_path):
    made = Quota(tmp_path / "shop")
    yield made
    made.close()


@pytest.fixture
def app(look, qtbot, tmp_path, clock, disk):
    running = App(folders_in(disk.folder), FullOnceItPrinted(disk), Start(demo=20, clock=clock))
    qtbot.addWidget(running.main)
    running.counter.printing._timer.stop()
    (tmp_path / "paper").mkdir()
    PrinterRow.update(way="pdf", target=str(tmp_path / "paper")).execute()
    yield running
    disk.make_room()
    running.close()


def test_a_slip_that_came_out_while_the_disk_filled_up_is_known_as_out_later_and_not_printed_twice(app, tmp_path, disk):
    till, paper = app.counter.control._errands.till, tmp_path / "paper"
    made = [thank.slip(till, name, someone_called(till, name), SlipWish()).sentence for name in ("Anna", "Ben")]
    assert all(made)
    for _ in range(3):
        app.counter.printing.pump()
    assert len(list(paper.iterdir())) == 1, "nothing more is sent while it is not known what became of the first"
    assert [slip.doing for slip in print_queue.waiting(till)] == [Doing.PRINTING] * 2
    disk.make_room()
    app.counter.printing.pump()
    assert print_queue.waiting(till) == ()
    assert len(list(paper.iterdir())) == 2
