"""The owner sets up printers: what differs between makes is said on the page, and the slips follow it."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "printing"))

from counter_maker import someone_called  # noqa: E402
from fake_printer import Mood, fake_printer, read_slip  # noqa: E402
from keyboard import CTRL, Key, Keyboard  # noqa: E402

from counter import outbox  # noqa: E402
from counter.desk import thank  # noqa: E402
from counter.desk.composing import SlipWish  # noqa: E402
from counter.models import shop  # noqa: E402
from counter.paper.fonts import Fonts  # noqa: E402
from counter.printing.escpos import CUT, DRAWER  # noqa: E402
from counter.records.roll import RollOptions  # noqa: E402

ALL = ("raw", "cut", "answers", "feed", "drawer", "chunk")
SPOKEN_TO = ("cut", "answers", "feed", "drawer", "chunk")


@pytest.fixture
def owner(till, open_owners_window):
    return open_owners_window("printers", till)


@pytest.fixture
def keys(qtbot, owner):
    return Keyboard(qtbot, owner)


@pytest.fixture
def new_printer(owner, keys):
    """Ctrl+N and the way, place and name of a printer, all by keys."""

    def written(way, target, name="Till"):
        keys.press(Key.Key_N, CTRL)
        keys.choose("How slips leave", way)
        keys.tab_to("Where")
        keys.type(target)
        keys.tab_to("What you call it")
        keys.type(name)

    return written


def seen(owner):
    fields = {name: owner.printers.printer_form.findChild(object, f"field_{name}") for name in ALL}
    return tuple(name for name, field in fields.items() if field.isVisible())


def field(owner, name):
    return owner.printers.printer_form.findChild(object, f"field_{name}")


def last_printer():
    return shop.printers()[-1]


def test_only_what_a_printer_can_be_asked_is_on_its_form(owner, keys):
    keys.press(Key.Key_N, CTRL)
    for way, wanted in (
        ("PDF", ()), ("Printer of this PC", ("raw",)),
        ("network", SPOKEN_TO), ("USB", SPOKEN_TO), ("serial", SPOKEN_TO),
    ):  # fmt: skip
        keys.choose("How slips leave", way)
        assert (way, seen(owner)) == (way, wanted)
    keys.choose("How slips leave", "Printer of this PC")
    keys.choose("What is sent to it", "own commands")
    assert seen(owner) == ("raw", "cut", "feed", "drawer", "chunk")
    keys.choose("How slips leave", "Printer of this PC")
    keys.choose("Paper", "A6")
    assert seen(owner) == ()


def test_a_printer_without_a_knife_that_never_answers_is_set_up_by_keys_and_gets_its_slip(
    new_printer, keys, till, families, tmp_path
):
    with fake_printer(Mood.MUTE) as fake:
        new_printer("network", f"127.0.0.1:{fake.port}")
        keys.choose("It cuts the paper", "No")
        keys.choose("It says how it is", "No")
        keys.tab_to("Paper after the last line")
        keys.type("0")
        keys.choose("It opens the cash drawer", "Yes")
        keys.tab_to("Dot lines sent at once")
        keys.type("50")
        keys.save()
        printer = last_printer()
        assert printer.roll == RollOptions(cut=False, answers=False, feed=0, drawer=True, chunk=50)
        thank.slip(till, "slip", someone_called(till, "Ania"), SlipWish())
        job = next(iter(outbox.waiting(till.now)))
        outbox.to_printer(job.job_id, printer.id, till.now)
        errand = outbox.take_next(printer, till.now)
        outcome = outbox.send(errand, outbox.transport_of(printer, tmp_path), Fonts(families[0]))
        assert outcome.state == "printed"
        assert fake.done.wait(5)
        received = fake.received
    _, commands = read_slip(received)
    assert received.startswith(DRAWER)
    assert CUT not in commands
    assert max(int(command.split()[1]) for command in commands if isinstance(command, str)) == 50


def test_what_was_said_of_a_printer_stands_there_again_and_can_be_taken_back(owner, keys, new_printer):
    new_printer("network", "192.168.1.40")
    keys.choose("It cuts the paper", "No")
    keys.save()
    owner.printers.table.selectRow(1)
    keys.press(Key.Key_Return)
    assert field(owner, "cut").value() == "no"
    assert field(owner, "feed").value() == "8"
    keys.choose("It cuts the paper", "Yes")
    keys.save()
    assert last_printer().roll == RollOptions()
    owner.undo.emit()
    assert last_printer().roll == RollOptions(cut=False)


def test_a_page_never_goes_to_a_roll_printers_commands_however_the_form_was_filled_before(owner, keys, new_printer):
    new_printer("Printer of this PC", "Till")
    keys.choose("What is sent to it", "own commands")
    keys.save()
    assert last_printer().roll.raw
    owner.printers.table.selectRow(1)
    keys.press(Key.Key_Return)
    keys.choose("Paper", "A4")
    keys.save()
    assert (last_printer().paper, last_printer().roll.raw) == ("a4", False)


@pytest.mark.parametrize(("name", "said", "text"), [("feed", "Paper after", "99"), ("chunk", "Dot lines", "0")])
def test_what_no_printer_can_do_is_told_beside_it(owner, keys, new_printer, name, said, text):
    new_printer("network", "192.168.1.40")
    keys.tab_to(said)
    keys.type(text)
    keys.save()
    assert field(owner, name).problem()
    assert len(shop.printers()) == 1
