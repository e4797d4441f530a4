"""The logo becomes black and white as the owner wants it: a slider, and what prints beside it."""

import pytest
from keyboard import Key, Keyboard
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from counter.models import shop
from counter.office.logo import LIGHTEST, USUAL

ALT = Qt.KeyboardModifier.AltModifier
PALE, DARK = QColor(200, 200, 200), QColor(30, 30, 30)


@pytest.fixture
def owner(till, open_owners_window):
    return open_owners_window("shop", till)


@pytest.fixture
def keys(qtbot, owner):
    return Keyboard(qtbot, owner)


@pytest.fixture
def pick(owner, tmp_path):
    """A logo whose left half is of one colour and whose right half is of another, with paper between them."""

    def picked(left, right, gap=60):
        image = QImage(400, 120, QImage.Format.Format_RGB32)
        image.fill(right)
        painter = QPainter(image)
        painter.fillRect(200 - gap // 2, 0, gap, 120, QColor("white"))
        painter.fillRect(0, 0, 200 - gap // 2, 120, left)
        painter.end()
        assert image.save(str(tmp_path / "logo.png"))
        owner.shop.logo.picked.emit(tmp_path / "logo.png")

    return picked


def halves():
    """Whether the left and the right half of the kept logo print black."""
    kept = QImage.fromData(shop.logo())
    places = (QPoint(kept.width() // 4, kept.height() // 2), QPoint(kept.width() * 3 // 4, kept.height() // 2))
    return tuple(kept.pixelColor(place) == QColor("black") for place in places)


def test_a_pale_part_prints_when_the_owner_slides_that_far_and_not_before_it_is_kept(owner, keys, pick):
    pick(PALE, QColor("white"))
    assert shop.logo() is None  # too light as it came, and told so
    slider = owner.shop.logo.darkness.slider
    assert slider.isVisible() and slider.value() == USUAL
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        keys.press(Key.Key_PageUp)
    assert slider.value() > PALE.value()
    assert shop.logo() is None
    keys.press(Key.Key_K, ALT)
    assert halves() == (True, False)
    owner.undo.emit()
    assert shop.logo() is None


def test_what_is_shown_is_as_large_as_on_paper_and_follows_the_slider(owner, keys, pick):
    pick(DARK, PALE)
    assert halves() == (True, False)
    darkness = owner.shop.logo.darkness
    before = darkness.grab().toImage()
    millimetres = darkness._paper.width() / (owner.screen().physicalDotsPerInchX() / 25.4)
    assert millimetres < 60
    darkness.slider.setValue(205)
    assert darkness.grab().toImage() != before
    assert halves() == (True, False)
    keys.press(Key.Key_K, ALT)
    assert halves() == (True, True)


def test_a_darkness_at_which_nothing_is_white_is_told_and_can_not_be_kept(owner, pick):
    pick(DARK, PALE, gap=0)
    darkness = owner.shop.logo.darkness
    darkness.slider.setValue(LIGHTEST)
    assert not darkness.keep.isEnabled()
    darkness.slider.setValue(USUAL)
    assert darkness.keep.isEnabled()
    assert halves() == (True, False)
