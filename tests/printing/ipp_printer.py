"""A printer that speaks IPP (`ippeveprinter` of CUPS) on loopback, with a mood; no network service is announced."""

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager

HERE = bool(shutil.which("ippeveprinter") and shutil.which("dbus-daemon"))
# It wants a bus to announce itself on, even when told not to: one of its own, that nobody else is on.
BUS = """<busconfig><type>custom</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/>
<allow own="*"/><allow user="*"/></policy></busconfig>
"""
PRINTS = 'cat "$1" >> "{folder}/paper.pdf"\n'
NO_PAPER = 'echo "STATE: +media-empty-error" >&2\nexec sleep 30\n'
JAMS = 'echo "STATE: +media-jam-error" >&2\nexec sleep 30\n'
COVER = 'echo "STATE: +cover-open-error" >&2\nexec sleep 30\n'
HANGS = "exec sleep 30\n"


class IppPrinter:
    """`uri` is where it is; `paper` is what came out."""

    def __init__(self, folder, mood=PRINTS, port=0):
        self.folder, self.port = folder, port or _free()
        self.uri = f"ipp://127.0.0.1:{self.port}/ipp/print"
        (folder / "print.sh").write_text(f"#!/bin/sh\n{mood.format(folder=folder)}")
        (folder / "print.sh").chmod(0o755)
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        self._running, self._held = [], None

    @property
    def paper(self):
        place = self.folder / "paper.pdf"
        return place.read_bytes() if place.exists() else b""

    def start(self):
        self._let_go()
        (self.folder / "bus").unlink(missing_ok=True)
        self._run("dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork")
        _until((self.folder / "bus").exists)
        spool = self.folder / "spool"
        spool.mkdir(exist_ok=True)
        self._run(
            "ippeveprinter", "-r", "off", "-n", "localhost", "-p", str(self.port), "-d", str(spool),
            "-f", "application/pdf", "-c", str(self.folder / "print.sh"), "Till",
        )  # fmt: skip
        _until(self._answers)

    def switch_off(self):
        """Nobody answers at its place, and nobody else takes it meanwhile."""
        self._end()
        self._held = socket.socket()
        self._held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._held.bind(("127.0.0.1", self.port))

    def stop(self):
        self._end()
        self._let_go()

    def _end(self):
        for process in reversed(self._running):
            process.kill()
            process.wait(10)
        self._running.clear()

    def _let_go(self):
        if self._held:
            self._held.close()
        self._held = None

    def _run(self, *command):
        environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/bus"}
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._running.append(subprocess.Popen(command, env=environment, **silent))

    def _answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), 0.2).close()
        except OSError:
            return False
        return True


@contextmanager
def ipp_printer(folder, mood=PRINTS):
    printer = IppPrinter(folder, mood)
    try:
        printer.start()
        yield printer
    finally:
        printer.stop()


def _free():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def _until(holds):
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "the printer did not start"
        time.sleep(0.02)
