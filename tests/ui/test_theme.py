"""The table of colours keeps its promises, and every text size and direction follows from it."""

import pytest

from counter.ui.theme import COLOURS, Mode, Role, Theme, Tone, contrast, current

TEXT_ON = [
    (text, ground)
    for text, grounds in {
        Tone.INK: (Tone.GROUND, Tone.SURFACE, Tone.SUNKEN, Tone.CHOSEN, Tone.HONEY, Tone.RED_SOFT),
        Tone.QUIET: (Tone.GROUND, Tone.SURFACE, Tone.SUNKEN, Tone.CHOSEN, Tone.HONEY),
        Tone.ON_GREEN: (Tone.GREEN,),
        Tone.GREEN: (Tone.GROUND, Tone.SURFACE),
        Tone.HONEY_INK: (Tone.HONEY, Tone.SUNKEN),
        Tone.RED: (Tone.RED_SOFT, Tone.SURFACE, Tone.GROUND),
        Tone.ON_NEVER: (Tone.NEVER,),
    }.items()
    for ground in grounds
]
SHAPE_ON = [
    (Tone.EDGE, Tone.GROUND), (Tone.EDGE, Tone.SURFACE), (Tone.EDGE, Tone.CHOSEN), (Tone.EDGE, Tone.HONEY),
    (Tone.GREEN, Tone.CHOSEN), (Tone.HONEY_EDGE, Tone.GROUND), (Tone.HONEY_EDGE, Tone.SUNKEN),
    (Tone.RED, Tone.RED_SOFT), (Tone.NEVER, Tone.GROUND), (Tone.NEVER, Tone.SURFACE),
    (Tone.FOCUS, Tone.GROUND), (Tone.FOCUS, Tone.SURFACE), (Tone.FOCUS, Tone.CHOSEN),
]  # fmt: skip


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_every_text_can_be_read_on_its_ground(text, ground, dark):
    assert contrast(COLOURS[text][dark], COLOURS[ground][dark]) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON)
def test_every_border_bar_and_ring_can_be_seen(shape, ground, dark):
    assert contrast(COLOURS[shape][dark], COLOURS[ground][dark]) >= 3


def test_contrast_is_what_everyone_else_computes():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_type_grows_fully_and_space_by_two_fifths():
    theme = Theme(scale=2.0)
    assert theme.font(Role.BODY).pixelSize() == 30
    assert theme.space(10) == 14


@pytest.mark.parametrize(
    ("width", "scale", "mode"),
    [(1366, 1.0, Mode.WIDE), (1200, 1.0, Mode.WIDE), (1199, 1.0, Mode.SNUG), (1024, 1.0, Mode.SNUG),
     (999, 1.0, Mode.NARROW), (1366, 2.0, Mode.NARROW), (1920, 1.5, Mode.WIDE)],
)  # fmt: skip
def test_the_grid_gives_way_by_width_over_text_size(width, scale, mode):
    assert Theme(scale=scale).mode(width) is mode


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("dark", [False, True])
def test_the_style_sheet_has_no_blanks_left_and_only_colours_of_the_table(dark, scale):
    theme = Theme(dark=dark, scale=scale)
    sheet = theme.stylesheet()
    assert "$" not in sheet
    table = {theme.name_of(tone) for tone in Tone}
    assert {part[:7] for part in sheet.replace("#", "\n#").split("\n") if part.startswith("#")} <= table


def test_what_is_applied_holds_everywhere(look, qapp):
    theme = look(dark=True, rtl=True)
    assert current() == theme
    assert qapp.isRightToLeft()
    assert qapp.palette().window().color().name().upper() == theme.name_of(Tone.GROUND)
    look()
    assert not qapp.isRightToLeft()
