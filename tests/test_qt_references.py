"""A Qt call must give back what it takes: a binding that drops references ends the program after 5,000 calls."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

CALLS = 20_000
SLACK = 100  # what pytest and the interpreter themselves come and go with


class Bell(QObject):
    """Something that rings."""

    rang = Signal(bool)


def set_text(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    return lambda: label.setText("Ania")


def emit(qtbot):
    bell = Bell()
    bell.rang.connect(bool)
    return lambda: bell.rang.emit(True)


@pytest.mark.parametrize("constant", [None, True])
@pytest.mark.parametrize("prepare", [set_text, emit])
def test_a_day_of_qt_calls_uses_up_no_references(prepare, constant, qtbot):
    call = prepare(qtbot)
    call()
    before = sys.getrefcount(constant)
    for _ in range(CALLS):
        call()
    assert abs(sys.getrefcount(constant) - before) < SLACK
