"""The spooler of Windows, by the functions of winspool.drv that print and tell of printers and jobs.

By Microsoft's "Print Spooler API". Nothing here is kept open longer than one slip takes.
"""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_void_p, c_wchar_p
from dataclasses import dataclass
from typing import Any

DWORD, BOOL, WORD = ctypes.c_uint32, ctypes.c_int32, ctypes.c_uint16  # as wide as there, on every system
_STATUS_ONLY, _SHORT, _DELETE = 6, 1, 5  # PRINTER_INFO_6, JOB_INFO_1 and DOC_INFO_1, JOB_CONTROL_DELETE
_NO_SUCH_JOB, _BUFFER_TOO_SMALL = 87, 122
_MOST_JOBS = 1000


class _Document(ctypes.Structure):
    """DOC_INFO_1W."""

    _fields_ = (("name", c_wchar_p), ("output", c_wchar_p), ("datatype", c_wchar_p))


class _Job(ctypes.Structure):
    """JOB_INFO_1W."""

    _fields_ = (
        ("number", DWORD), ("printer", c_wchar_p), ("machine", c_wchar_p), ("user", c_wchar_p), ("document", c_wchar_p),
        ("datatype", c_wchar_p), ("said", c_wchar_p), ("status", DWORD), ("priority", DWORD), ("position", DWORD),
        ("pages", DWORD), ("pages_printed", DWORD), ("submitted", WORD * 8),
    )  # fmt: skip


_SHAPES: dict[str, list[Any]] = {
    "OpenPrinterW": [c_wchar_p, c_void_p, c_void_p],
    "ClosePrinter": [c_void_p],
    "StartDocPrinterW": [c_void_p, DWORD, c_void_p],
    "StartPagePrinter": [c_void_p],
    "WritePrinter": [c_void_p, c_void_p, DWORD, c_void_p],
    "EndPagePrinter": [c_void_p],
    "EndDocPrinter": [c_void_p],
    "AbortPrinter": [c_void_p],
    "GetPrinterW": [c_void_p, DWORD, c_void_p, DWORD, c_void_p],
    "GetJobW": [c_void_p, DWORD, DWORD, c_void_p, DWORD, c_void_p],
    "EnumJobsW": [c_void_p, DWORD, DWORD, DWORD, c_void_p, DWORD, c_void_p, c_void_p],
    "SetJobW": [c_void_p, DWORD, DWORD, c_void_p, DWORD],
}


class SpoolerError(OSError):
    """A call that failed; `code` is the system's own number."""

    def __init__(self, call: str, code: int) -> None:
        super().__init__(f"{call} failed with {code}")
        self.code = code


@dataclass(frozen=True, slots=True)
class JobNow:
    """Where a job stands; `status` are the spooler's bits."""

    status: int
    pages_printed: int


class Spooler:
    """`library` has the functions of winspool.drv; `last_error` answers the code of the one that failed last."""

    def __init__(self, library: Any, last_error: Any) -> None:
        self._library, self._last_error = library, last_error
        for name, shape in _SHAPES.items():
            function = getattr(library, name)
            function.argtypes, function.restype = shape, BOOL

    @contextmanager
    def opened(self, name: str) -> Iterator[c_void_p]:
        """A printer by its name; raises SpoolerError when there is none, or when it is not ours to use."""
        handle = c_void_p()
        self._do("OpenPrinterW", name, byref(handle), None)
        try:
            yield handle
        finally:
            self._library.ClosePrinter(handle)

    def printer_status(self, handle: c_void_p) -> int:
        """The printer's bits; 0 while all is well."""
        status, needed = DWORD(), DWORD()
        self._do("GetPrinterW", handle, _STATUS_ONLY, byref(status), ctypes.sizeof(status), byref(needed))
        return int(status.value)

    def start_raw(self, handle: c_void_p, title: str) -> int:
        """Begin a document whose bytes reach the printer as they are; answers the job's number."""
        document = _Document(title, None, "RAW")
        number = self._do("StartDocPrinterW", handle, _SHORT, byref(document))
        self._do("StartPagePrinter", handle)
        return number

    def write(self, handle: c_void_p, data: bytes) -> None:
        """All of it; raises SpoolerError in the middle too."""
        written, done = DWORD(), 0
        while done < len(data):
            left = data[done:]
            self._do("WritePrinter", handle, left, len(left), byref(written))
            if not written.value:
                raise SpoolerError("WritePrinter", 0)
            done += written.value

    def end(self, handle: c_void_p) -> None:
        """The document is whole."""
        self._do("EndPagePrinter", handle)
        self._do("EndDocPrinter", handle)

    def give_up(self, handle: c_void_p) -> None:
        """Drop a document that was begun and not ended."""
        self._library.AbortPrinter(handle)

    def job(self, handle: c_void_p, number: int) -> JobNow | None:
        """Where a job stands; None when the spooler has it no more."""
        needed = DWORD()
        if not self._library.GetJobW(handle, number, _SHORT, None, 0, byref(needed)):
            code = self._last_error()
            if code == _NO_SUCH_JOB:
                return None
            if code != _BUFFER_TOO_SMALL:
                raise SpoolerError("GetJobW", code)
        room = ctypes.create_string_buffer(max(needed.value, ctypes.sizeof(_Job)))
        if not self._library.GetJobW(handle, number, _SHORT, room, len(room), byref(needed)):
            return None
        found = _Job.from_buffer(room)
        return JobNow(found.status, found.pages_printed)

    def newest(self, handle: c_void_p, title: str) -> int:
        """The number of the newest job with this title; 0 when there is none any more."""
        needed, count = DWORD(), DWORD()
        self._library.EnumJobsW(handle, 0, _MOST_JOBS, _SHORT, None, 0, byref(needed), byref(count))
        if not needed.value:
            return 0
        room = ctypes.create_string_buffer(needed.value)
        self._do("EnumJobsW", handle, 0, _MOST_JOBS, _SHORT, room, len(room), byref(needed), byref(count))
        jobs = (_Job * count.value).from_buffer(room) if count.value else ()
        return max((job.number for job in jobs if job.document == title), default=0)

    def delete(self, handle: c_void_p, number: int) -> bool:
        """Whether the job could be taken out of the queue."""
        return bool(self._library.SetJobW(handle, number, 0, None, _DELETE))

    def _do(self, call: str, *words: Any) -> int:
        done = getattr(self._library, call)(*words)
        if not done:
            raise SpoolerError(call, self._last_error())
        return int(done)


def spooler_here() -> Spooler:
    """That of this PC; raises OSError where there is none."""
    if sys.platform == "win32":
        library = ctypes.WinDLL("winspool.drv", use_last_error=True)
        return Spooler(library, ctypes.get_last_error)
    raise OSError("only Windows has this spooler")
