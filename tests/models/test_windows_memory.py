"""The child that reads a strange file has a limit of memory on Windows too; a stand-in answers for the system."""

import ctypes

import pytest

from counter.office.windows_memory import Limits, limit

JOB, PROCESS = 0x1234, (1 << 64) - 1


class Function:
    """One function of kernel32: notes what it is called with."""

    def __init__(self, name, answer, calls):
        self.name, self.answer, self.calls, self.restype = name, answer, calls, None

    def __call__(self, *what):
        if self.name == "SetInformationJobObject":
            given = ctypes.cast(what[2], ctypes.POINTER(Limits)).contents
            what = (what[0].value, what[1], given.basic.flags, given.process_memory, what[3].value)
        else:
            what = tuple(getattr(one, "value", one) for one in what)
        self.calls.append((self.name, *what))
        return self.answer


class Kernel:
    def __init__(self, **answers):
        self.calls = []
        usual = {
            "CreateJobObjectW": JOB, "SetInformationJobObject": 1, "GetCurrentProcess": PROCESS,
            "AssignProcessToJobObject": 1,
        }  # fmt: skip
        for name, answer in {**usual, **answers}.items():
            setattr(self, name, Function(name, answer, self.calls))


def test_a_job_with_the_limit_is_made_and_this_process_put_into_it():
    kernel = Kernel()
    assert limit(700_000_000, kernel)
    assert kernel.calls == [
        ("CreateJobObjectW", None, None),
        ("SetInformationJobObject", JOB, 9, 0x100, 700_000_000, 144),
        ("GetCurrentProcess",),
        ("AssignProcessToJobObject", JOB, PROCESS),
    ]
    assert kernel.CreateJobObjectW.restype is ctypes.c_void_p, "a handle has 64 bits"


@pytest.mark.parametrize("refused", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"])
def test_where_the_system_will_not_the_reading_goes_on_without(refused):
    assert not limit(700_000_000, Kernel(**{refused: 0}))
