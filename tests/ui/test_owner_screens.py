"""Pictures of the owner's window and the first start, in every look; nothing in them is cut, hidden or nameless."""

from dataclasses import replace
from functools import partial

import bring_scenes as bring
import owner_extremes as extremes
import owner_scenes as usual
import pytest
import voices_scenes as voices
from stage import EMPTY, LONGEST, LOOKS, SCRIPTS, TYPICAL

from counter.records.backups import Loss, Shelf
from counter.settings import Settings
from counter.ui.first_run.page import FirstRun
from counter.ui.help import HelpPanel
from counter.ui.texts.owner import PAGES

PAGE_NAMES = [name for name, _ in PAGES]


def _form(name, row=None):
    """The form of a list, empty or with what stands in a row."""
    def scene(window):
        window.show_page(name)
        page = window.page()
        if row is None:
            page.new()
        else:
            page.table.selectRow(row)
            page.table.opened.emit(page.table.chosen_key())

    return scene


def _going_back(window):
    window.show_page("backups")
    window.backups.show_weighed(usual.weighed(), usual.SETTINGS.here(usual.EVENING))


def _salvage(window):
    window.show_page("backups")
    window.backups.offer.show_offer(12)


def _roll_printer(window):
    """A roll printer that is spoken to without a driver: most is asked of it."""
    _form("printers")(window)
    window.printers.printer_form.show_printer(usual.ROLL_PRINTER)


FORMS = {
    "gesture-form": ("gestures", 0), "line-form": ("lines", 0), "staff-form": ("staff", 0),
    "printer-form": ("printers", 0), "same-person-form": ("same_person", 0),
    "boundary-form": ("boundaries", 0),
}  # fmt: skip
CHANGING = {
    **{(scene, content): _form(*where) for scene, where in FORMS.items() for content in (TYPICAL, LONGEST, SCRIPTS)},
    **{(f"{name[:-1]}-form", EMPTY): _form(name) for name in ("gestures", "lines", "printers")},
    ("bring-columns", TYPICAL): bring.columns, ("bring-preview", TYPICAL): bring.preview,
    ("one-person", TYPICAL): bring.somebody,
    **{("one-person", content): partial(extremes.somebody, content=content) for content in extremes.SAID},
    **{("one-person-found", content): partial(extremes.several, content=content) for content in extremes.SAID},
    ("figures-alone", TYPICAL): voices.figures_alone, ("chat", TYPICAL): voices.chat,
    **{("chat", content): partial(extremes.chat, content=content) for content in extremes.SAID},
    ("roll-printer", TYPICAL): _roll_printer, ("salvage", TYPICAL): _salvage, ("going-back", TYPICAL): _going_back,
}  # fmt: skip
SCENES = {f"{name}-{content}": (name, content) for content in (EMPTY, TYPICAL, LONGEST, SCRIPTS) for name in PAGE_NAMES}
CHANGES = {f"{scene}-{content}": (scene, content) for scene, content in CHANGING}
BUILD = {
    EMPTY: extremes.empty_window, TYPICAL: usual.owner_window,
    **{content: partial(extremes.window_of, content) for content in extremes.SAID},
}  # fmt: skip
# what puts away what a page has open, on the pages that have such
CLOSING = ("settle", "show_start", "show_nobody", "show_parts")


def natural(content):
    return content in (EMPTY, TYPICAL)


@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("stage", LOOKS, indirect=True, scope="module")
def test_every_page_of_the_owner_can_be_read_in_every_look(scene, stage):
    page, content = SCENES[scene]
    window = stage.window(content, BUILD[content])
    window.show_page(page)
    window.page().start()
    assert stage.shoot(window, "owner", scene, natural=natural(content)) == []


@pytest.mark.slow
@pytest.mark.parametrize("scene", CHANGES)
@pytest.mark.parametrize("stage", LOOKS, indirect=True, scope="module")
def test_every_form_of_the_owner_can_be_read_in_every_look(scene, stage):
    _, content = CHANGES[scene]
    window = stage.window(content, BUILD[content])
    CHANGING[CHANGES[scene]](window)
    window.page().start()
    found = stage.shoot(window, "owner", scene, natural=natural(content))
    for close in CLOSING:
        getattr(window.page(), close, lambda: None)()
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("stage", LOOKS, indirect=True, scope="module")
def test_help_on_a_page_of_the_owner_can_be_read_in_every_look(stage):
    window = stage.window("help", usual.owner_window)
    window.show_page("gestures")
    HelpPanel(window).open("owner_gestures")
    assert stage.shoot(window, "owner", "help-typical") == []


def first_run(content):
    page = FirstRun(Settings()) if content == EMPTY else usual.first_run()
    if content in extremes.SAID:
        (shop, one, other), said = extremes.SAID[content]
        page.set_printers([one, other], one)
        page.fields.field("shop_name").set_value(shop)
        page.fields.field("address").set_value(said)
        page.findChild(object, "staff_1").setText(one)
    return page


@pytest.mark.slow
@pytest.mark.parametrize("content", (EMPTY, TYPICAL, LONGEST, SCRIPTS))
@pytest.mark.parametrize("stage", LOOKS, indirect=True, scope="module")
def test_the_first_start_can_be_read_in_every_look(content, stage):
    page = stage.window(f"first-run-{content}", partial(first_run, content))
    page.start()
    assert stage.shoot(page, "owner", f"first-run-{content}", natural=natural(content)) == []
    stage.close(f"first-run-{content}")


def _refused(content):
    return usual.way_in(Shelf()) if content == EMPTY else usual.way_in()


@pytest.mark.slow
@pytest.mark.parametrize("content", (EMPTY, TYPICAL, "going-back"))
@pytest.mark.parametrize("stage", LOOKS, indirect=True, scope="module")
def test_a_start_at_which_the_file_is_refused_can_be_read_in_every_look(content, stage):
    window = stage.window(f"way-in-{content}", partial(_refused, content))
    window.page.start()
    if content == "going-back":
        unknown = replace(usual.weighed(), loss=Loss(entries=0, known=False))
        window.page.show_weighed(unknown, usual.SETTINGS.here(usual.EVENING))
        window.message.say_problem("This backup is damaged. Choose another one.")
    assert stage.shoot(window, "owner", f"way-in-{content}") == []
    stage.close(f"way-in-{content}")
