"""The self-test: the main job once, in a shop of its own that is thrown away; needs no screen."""
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from counter import outbox
from counter.desk import find, thank
from counter.desk import open as opening
from counter.desk.composing import SlipWish
from counter.desk.till import Till
from counter.errors import Known
from counter.lookup import Index
from counter.models import shop
from counter.paper.fonts import Fonts
from counter.paths import Folders, folders_in

Compose = Callable[[Folders], tuple[Till, Index]]


def run(compose: Compose, fonts: Fonts) -> int:
    """Find a person, make and print their slip; exit 0, or 1 with what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            _main_job(folders_in(Path(folder)), compose, fonts)
        except Known as fault:
            _say(f"The self-test stopped: {fault.sentence}")
            return 1
    _say("The self-test passed.")
    return 0


def _main_job(folders: Folders, compose: Compose, fonts: Fonts) -> None:
    till, index = compose(folders)
    _say(f"A shop with {len(index)} made-up people is open.")
    person = next(find.everybody())
    rows = find.candidates(person.name, index.search(person.name))
    if not any(row.name == person.name for row in rows):
        raise Known(f"{person.name} was not found.")
    card = opening.card(till, person.id)
    thank.slip(till, uuid4().hex, card.customer.id, SlipWish())
    (printer, *_) = shop.printers()
    errand = outbox.take_next(printer, till.now)
    if errand is None:
        raise Known("No slip was waiting for the printer.")
    done = outbox.record(errand, outbox.send(errand, outbox.transport_of(printer, folders.slips), fonts), till.now)
    till.database.close()
    if done.state != "printed" or not Path(done.place).exists():
        raise Known(f"The slip is {done.state}: {done.reason}")
    _say("A typed name became a slip on disk.")


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
