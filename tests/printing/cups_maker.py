"""A print system of its own on loopback, with queues that are fine or have a trouble each."""

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

CUPSD = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin:/sbin")
LPADMIN = shutil.which("lpadmin") or shutil.which("lpadmin", path="/usr/sbin:/sbin")
HERE = bool(CUPSD and LPADMIN and shutil.which("lp"))
PROGRAMS = Path("/usr/lib/cups")

CONFIGURATION = """
Listen 127.0.0.1:{port}
Browsing No
DefaultAuthType None
WebInterface No
ErrorPolicy retry-job
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
PLACES = {
    "ServerRoot": "etc", "RequestRoot": "spool", "CacheDir": "cache", "StateDir": "run", "TempDir": "tmp",
    "ServerBin": "programs", "AccessLog": "access", "ErrorLog": "error", "PageLog": "page",
}  # fmt: skip

# A driver that takes A4 and A6 only and hands the PDF on as it is.
PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "COUNTER.PPD"
*Manufacturer: "Counter"
*Product: "(Counter)"
*ModelName: "Counter"
*ShortNickName: "Counter"
*NickName: "Counter"
*PSVersion: "(3010.000) 0"
*cupsFilter: "application/pdf 0 -"
*cupsSNMPSupplies: False
*OpenUI *PageSize/Page: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageSize A6/A6: "<</PageSize[298 420]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageRegion A6/A6: "<</PageSize[298 420]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "0 0 595.276 841.89"
*ImageableArea A6: "0 0 298 420"
*DefaultPaperDimension: A4
*PaperDimension A4: "595.276 841.89"
*PaperDimension A6: "298 420"
"""
BACKENDS = {
    "keeps": 'cat "${6:--}" > "${DEVICE_URI#keeps:}"\n',
    "paperless": 'echo "STATE: +media-empty-error" >&2\nexec sleep 30\n',
    "gives-up": "exit 5\n",
    "stuck": "exec sleep 30\n",
}


class PrintSystem:
    """`server` is where it listens; `queue` sets one up; `admin` runs a command on it."""

    def __init__(self, folder):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.server, self.folder = f"127.0.0.1:{port}", folder
        for name in ("etc", "spool", "cache", "run", "tmp"):
            (folder / name).mkdir()
        self._programs(folder / "programs")
        (folder / "counter.ppd").write_text(PPD)
        (folder / "etc" / "cupsd.conf").write_text(CONFIGURATION.format(port=port))
        places = "".join(f"{name} {folder / place}\n" for name, place in PLACES.items())
        (folder / "etc" / "cups-files.conf").write_text(f"{places}Sandboxing relaxed\n")

    def start(self):
        etc = self.folder / "etc"
        command = [CUPSD, "-f", "-c", str(etc / "cupsd.conf"), "-s", str(etc / "cups-files.conf")]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        host, port = self.server.split(":")
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                socket.create_connection((host, int(port)), 0.2).close()
            except OSError:
                continue
            return
        raise TimeoutError("cupsd did not start")

    def stop(self):
        self._process.terminate()
        self._process.wait(10)

    def queue(self, name, uri, *, driver=True):
        model = ["-P", str(self.folder / "counter.ppd")] if driver else []
        self.admin(LPADMIN, "-p", name, "-v", uri, "-E", *model)
        return name

    def admin(self, command, *words):
        found = shutil.which(command) or shutil.which(command, path="/usr/sbin:/sbin")
        ran = subprocess.run(
            [found, "-h", self.server, *words], capture_output=True, timeout=20, check=False, env=os.environ
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.decode()

    def waiting(self):
        return self.admin("lpstat", "-o").splitlines()

    def _programs(self, folder):
        """The system's own, with backends of ours."""
        (folder / "backend").mkdir(parents=True)
        for place in PROGRAMS.iterdir():
            if place.name != "backend":
                (folder / place.name).symlink_to(place)
        (folder / "backend" / "ipp").symlink_to(PROGRAMS / "backend" / "ipp")
        for name, script in BACKENDS.items():
            (folder / "backend" / name).write_text(f"#!/bin/sh\n{script}")
            (folder / "backend" / name).chmod(0o700)  # so they run as whoever runs the print system


@contextmanager
def print_system():
    """In a folder of its own: pytest shuts its folders to the print system's user each time a run begins."""
    with TemporaryDirectory(prefix="counter-cups-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        system = PrintSystem(folder)
        system.start()
        try:
            yield system
        finally:
            system.stop()
