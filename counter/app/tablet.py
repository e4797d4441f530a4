"""Starts and watches the page on the counter's tablet, and fetches what was told there into the shop's file."""
import logging
import os
from functools import partial
from pathlib import Path
from secrets import token_hex
from uuid import uuid4

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from counter.app.shop import text_of
from counter.desk.till import Till
from counter.lanes import Lanes
from counter.office.change import Change
from counter.page.addresses import own_addresses
from counter.page.child import COULD_NOT_LISTEN, READY
from counter.page.setup import PageSetup
from counter.page.spool import FOLDER
from counter.paths import this_program
from counter.records.answers import TabletStands
from counter.settings import Settings
from counter.ui.texts import ways_back as words

log = logging.getLogger(__name__)
FETCH_MS, LOOK_MS, GOES_MS = 5_000, 60_000, 3_000
AGAIN_MS = (1_000, 5_000, 30_000)
NOT_BEGUN = -1


class Tablet(QObject):
    """Off until the owner switches it on. `stands(TabletStands)` whenever that changes, `arrived(int)` for answers.

    The page's process is started in its own folder and told what to say; it ends when this program does.
    """

    stands = Signal(object)
    arrived = Signal(int)

    def __init__(self, lanes: Lanes, till: Till, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._till = lanes, till
        self._folder = Path(till.database.database).parent / FOLDER
        self._key, self._address, self._tries = token_hex(32), "", 0
        self._process: QProcess | None = None
        self._told = TabletStands()
        self._fetching, self._looking, self._again = QTimer(self), QTimer(self), QTimer(self)
        self._again.setSingleShot(True)
        self._fetching.timeout.connect(self.fetch)
        self._looking.timeout.connect(self.follow)
        self._again.timeout.connect(self.follow)
        self.follow()

    @property
    def now(self) -> TabletStands:
        """How it stands."""
        return self._told

    def follow(self) -> None:
        """Go by what the owner set, and by how this PC stands in the network now."""
        self._lanes.work(own_addresses, self._go, self._failed)

    def fetch(self) -> None:
        """Copy what waits."""
        self._lanes.database(partial(self._copy, ended=False), self._fetched, self._failed)

    def close(self) -> None:
        """The page ends; what was thanked for is on disk and is fetched at the next start at the latest."""
        for timer in (self._fetching, self._looking, self._again):
            timer.stop()
        self._end()

    def _copy(self, *, ended: bool) -> int:
        """On the database lane. `ended` only where no process writes, and none is started before this is done."""
        if not self._folder.exists():
            return 0
        from counter.office import tablet_in  # few shops have a tablet

        till = self._till
        change = Change(database=till.database, op=uuid4().hex, at=till.now, day=till.today)
        return tablet_in.fetch(change, self._folder, os.urandom, ended=ended)

    def _go(self, addresses: tuple[str, ...]) -> None:
        settings = self._till.settings
        wanted = settings.tablet_address or next(iter(addresses), "") if settings.tablet else ""
        if wanted != self._address or not wanted:
            self._end()
        self._address = wanted
        if settings.tablet and not wanted:
            self._say(TabletStands(on=True, trouble=words.NO_NETWORK))
        elif self._process is None:
            self._say(TabletStands(on=settings.tablet, addresses=addresses))
            self._lanes.database(partial(self._copy, ended=True), partial(self._start, wanted), self._failed)
        for timer, every in ((self._looking, LOOK_MS), (self._fetching, FETCH_MS)):
            (timer.start(every) if settings.tablet else timer.stop())

    def _start(self, address: str, came: int) -> None:
        """All that lay there is fetched: the page may begin, if it is still wanted there."""
        self._fetched(came)
        if not address or address != self._address or self._process is not None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        program, *arguments = this_program("--feedback-page")
        process = self._process = QProcess(self)
        process.setWorkingDirectory(str(self._folder))
        process.setProcessEnvironment(_without_ours())
        process.readyReadStandardOutput.connect(self._ready)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_begun)
        process.start(program, arguments)
        process.write(_setup(self._till.settings, address, self._key).to_line().encode() + b"\n")

    def _ready(self) -> None:
        if self._process is None:
            return
        said = bytes(self._process.readAllStandardOutput().data()).split()
        if said[:1] == [READY.encode()]:
            self._tries = 0
            url = f"http://{self._address}:{int(said[1])}/"
            self._say(TabletStands(on=True, url=url, addresses=self._told.addresses))

    def _ended(self, code: int) -> None:
        """It went without being told to: once more, after a while."""
        self._process = None
        log.error("the tablet's page ended: %d", code)
        trouble = words.TABLET_CANT_LISTEN if code == COULD_NOT_LISTEN else words.TABLET_ENDED
        self._say(TabletStands(on=True, trouble=trouble, addresses=self._told.addresses))
        self._again.start(AGAIN_MS[min(self._tries, len(AGAIN_MS) - 1)])
        self._tries += 1
        self.fetch()

    def _not_begun(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._ended(NOT_BEGUN)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._ended)
        process.errorOccurred.disconnect(self._not_begun)
        process.closeWriteChannel()
        if not process.waitForFinished(GOES_MS):
            process.kill()
            process.waitForFinished(GOES_MS)
        process.deleteLater()

    def _say(self, stands: TabletStands) -> None:
        if stands != self._told:
            self._told = stands
            self.stands.emit(stands)

    def _fetched(self, came: int) -> None:
        if came:
            log.info("%d answers from the tablet", came)
            self.arrived.emit(came)

    def _failed(self, fault: Exception) -> None:
        """What waits is fetched at the next try."""
        log.error("the tablet: %s", type(fault).__name__)


def _setup(settings: Settings, address: str, key: str) -> PageSetup:
    from counter.office.ways_back import page_words, public_ways  # few shops have a tablet

    say = page_words(settings.language, text_of("page", "words.json"))
    return PageSetup(
        address=address, port=settings.tablet_port, shop=settings.shop_name, language=settings.language,
        flow=say["flow"], words=say, key=key, reach=public_ways(settings),
    )


def _without_ours() -> QProcessEnvironment:
    """What tells where the shop's files are is not for the page."""
    found = QProcessEnvironment.systemEnvironment()
    for name in found.keys():  # noqa: SIM118 - not a mapping
        if name.startswith("COUNTER"):
            found.remove(name)
    return found
