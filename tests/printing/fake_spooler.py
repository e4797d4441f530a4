"""A stand-in for winspool.drv: real C functions with Microsoft's signatures, whose printer has a mood.

It takes and gives memory as the spooler does, by layouts written down here a second time.
"""

import ctypes
from ctypes import CFUNCTYPE, POINTER, c_int32, c_uint32, c_void_p, c_wchar_p

HANDLE = 0x5105
DWORDS = POINTER(c_uint32)
POINTER_SIZE = ctypes.sizeof(c_void_p)
JOB_SIZE = 96 if POINTER_SIZE == 8 else 64
DOCUMENT_AT, STATUS_AT = 4 * POINTER_SIZE, 7 * POINTER_SIZE
PRINTED_AT = STATUS_AT + 16

PRINTER_PAUSED, PRINTER_OUT, PRINTER_OFFLINE, PRINTER_DOOR = 0x1, 0x10, 0x80, 0x400000
JOB_DELETING, JOB_PRINTING, JOB_OUT, JOB_PRINTED = 0x4, 0x10, 0x40, 0x80


class Shelf:
    """What the fake keeps: documents by number with their bytes, and how printer and jobs are."""

    def __init__(self, **moods):
        self.printers = ("Till",)
        self.status = 0
        self.jobs = {}  # number: [title, bytes, looks it still takes, status]
        self.looks = 2
        self.job_status = JOB_PRINTING
        self.pages_printed = 0
        self.breaks_after = None
        self.may = True
        self.deletes = True
        self.took, self.ended, self.aborted, self.deleted, self.closed = b"", 0, 0, [], 0
        self.error = 0
        self.__dict__.update(moods)


class FakeLibrary:
    """The functions; `shelf` says what became of it all."""

    def __init__(self, shelf):
        self.shelf, self._kept = shelf, []
        for name, (arguments, body) in _FUNCTIONS.items():
            setattr(self, name, CFUNCTYPE(c_int32, *arguments)(_bound(body, shelf, self._kept)))

    def last_error(self):
        return self.shelf.error


def _bound(body, shelf, kept):
    def call(*words):
        return body(shelf, kept, *words)

    return call


def _open(shelf, _kept, name, handle, _defaults):
    if name not in shelf.printers or not shelf.may:
        shelf.error = 1801 if name not in shelf.printers else 5
        return 0
    c_void_p.from_address(handle).value = HANDLE
    return 1


def _close(shelf, _kept, handle):
    shelf.closed += handle == HANDLE
    return 1


def _start(shelf, kept, handle, level, document):
    assert (handle, level) == (HANDLE, 1)
    name, output, datatype = (c_wchar_p.from_address(document + n * POINTER_SIZE).value for n in range(3))
    assert (output, datatype) == (None, "RAW")
    number = 7 + len(shelf.jobs)
    shelf.jobs[number] = [name, b"", shelf.looks, shelf.job_status]
    return number


def _page(_shelf, _kept, handle):
    return int(handle == HANDLE)


def _write(shelf, _kept, _handle, data, size, written):
    if shelf.breaks_after is not None and len(shelf.took) >= shelf.breaks_after:
        shelf.error = 1726
        return 0
    taken = min(size, 4096)
    shelf.took += ctypes.string_at(data, taken)
    written[0] = taken
    return 1


def _end(shelf, _kept, _handle):
    shelf.ended += 1
    return 1


def _abort(shelf, _kept, _handle):
    shelf.aborted += 1
    shelf.jobs.clear()
    return 1


def _printer(shelf, _kept, handle, level, buffer, size, needed):
    assert (handle, level, size) == (HANDLE, 6, 4)
    needed[0] = 4
    c_uint32.from_address(buffer).value = shelf.status
    return 1


def _job(shelf, kept, _handle, number, level, buffer, size, needed):
    assert level == 1
    if number not in shelf.jobs or shelf.jobs[number][2] <= 0:
        shelf.error = 87
        return 0
    needed[0] = JOB_SIZE
    if not buffer or size < JOB_SIZE:
        shelf.error = 122
        return 0
    shelf.jobs[number][2] -= 1
    _put_job(shelf, kept, (buffer, number))
    return 1


def _put_job(shelf, kept, where):
    at, number = where
    title, _, _, status = shelf.jobs[number]
    words = ctypes.create_unicode_buffer(title)
    kept.append(words)
    ctypes.memset(at, 0, JOB_SIZE)
    c_uint32.from_address(at).value = number
    c_void_p.from_address(at + DOCUMENT_AT).value = ctypes.addressof(words)
    c_uint32.from_address(at + STATUS_AT).value = status
    c_uint32.from_address(at + PRINTED_AT).value = shelf.pages_printed


def _jobs(shelf, kept, _handle, first, most, level, buffer, size, needed, count):
    assert (first, level, most > 0) == (0, 1, True)
    needed[0], count[0] = JOB_SIZE * len(shelf.jobs), 0
    if size < needed[0]:
        shelf.error = 122
        return 0
    for place, number in enumerate(shelf.jobs):
        _put_job(shelf, kept, (buffer + place * JOB_SIZE, number))
    count[0] = len(shelf.jobs)
    return 1


def _set(shelf, _kept, _handle, number, level, job, command):
    assert (level, job, command) == (0, None, 5)
    if not shelf.deletes:
        shelf.error = 5
        return 0
    shelf.deleted.append(number)
    del shelf.jobs[number]
    return 1


_FUNCTIONS = {
    "OpenPrinterW": ((c_wchar_p, c_void_p, c_void_p), _open),
    "ClosePrinter": ((c_void_p,), _close),
    "StartDocPrinterW": ((c_void_p, c_uint32, c_void_p), _start),
    "StartPagePrinter": ((c_void_p,), _page),
    "WritePrinter": ((c_void_p, c_void_p, c_uint32, DWORDS), _write),
    "EndPagePrinter": ((c_void_p,), _page),
    "EndDocPrinter": ((c_void_p,), _end),
    "AbortPrinter": ((c_void_p,), _abort),
    "GetPrinterW": ((c_void_p, c_uint32, c_void_p, c_uint32, DWORDS), _printer),
    "GetJobW": ((c_void_p, c_uint32, c_uint32, c_void_p, c_uint32, DWORDS), _job),
    "EnumJobsW": ((c_void_p, c_uint32, c_uint32, c_uint32, c_void_p, c_uint32, DWORDS, DWORDS), _jobs),
    "SetJobW": ((c_void_p, c_uint32, c_uint32, c_void_p, c_uint32), _set),
}
