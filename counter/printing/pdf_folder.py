"""A folder as printer: each slip becomes a PDF, whole or not there at all."""

import errno
import os
import re
from pathlib import Path

from counter.paper.pdf import About, pdf
from counter.printing.job import Job, failed, printed
from counter.records.slips import PrintOutcome

_FULL = {errno.ENOSPC, errno.EDQUOT}
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


class PdfFolder:
    """Writes into one folder, which it makes when it is missing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, job: Job) -> PrintOutcome:
        """Write the PDF; a second one of the same name gets a number."""
        data = pdf(job.sheet, About(job.title, job.language))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return printed(place=str(self._write(job.name, data)))
        except OSError as problem:
            return failed(self._sentence(problem))

    def _write(self, name: str, data: bytes) -> Path:
        """Beside its place first, then moved there: nobody ever sees half a slip."""
        place = self._free(_UNSAFE.sub("-", name).strip(" .") or "slip")
        part = place.with_suffix(".part")
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(place)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _sync_folder(self.folder)
        return place

    def _free(self, name: str) -> Path:
        place = self.folder / f"{name}.pdf"
        number = 2
        while place.exists():
            place = self.folder / f"{name} ({number}).pdf"
            number += 1
        return place

    def _sentence(self, problem: OSError) -> str:
        if problem.errno in _FULL:
            return f"The disk is full. The slip is kept; make room, and it is saved in {self.folder}."
        if isinstance(problem, PermissionError) or problem.errno == errno.EROFS:
            return f"The folder {self.folder} can't be written. The slip is kept; choose another folder."
        return f"The slip can't be saved in {self.folder}. It is kept; see whether the folder is there."


def _sync_folder(folder: Path) -> None:
    """The new name is on disk too; Windows has no such thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
