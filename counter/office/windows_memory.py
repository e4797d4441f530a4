"""A limit on this process's memory on Windows: a job that holds it alone (Win32 "Job Objects", winnt.h).

Tried here against a stand-in for the system only; the sizes and numbers are those of winnt.h on 64 bits.
"""

import ctypes
from typing import Any

EXTENDED_LIMITS = 9
PROCESS_MEMORY = 0x100


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = [
        ("process_time", ctypes.c_int64), ("job_time", ctypes.c_int64), ("flags", ctypes.c_uint32),
        ("least_set", ctypes.c_size_t), ("most_set", ctypes.c_size_t), ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32), ("scheduling", ctypes.c_uint32),
    ]  # fmt: skip


class Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; memory in bytes."""

    _fields_ = [
        ("basic", _Basic), ("io", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t), ("peak_process", ctypes.c_size_t), ("peak_job", ctypes.c_size_t),
    ]  # fmt: skip


def limit(memory: int, kernel: Any) -> bool:
    """No more than so many bytes for this process from now on; False where the system will not.

    `kernel` is kernel32. The job's handle stays open as long as the process lives, and with it the limit.
    """
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return False
    limits = Limits(process_memory=memory)
    limits.basic.flags = PROCESS_MEMORY
    told = ctypes.byref(limits), ctypes.c_uint32(ctypes.sizeof(limits))
    if not kernel.SetInformationJobObject(ctypes.c_void_p(job), EXTENDED_LIMITS, *told):
        return False
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    return bool(kernel.AssignProcessToJobObject(ctypes.c_void_p(job), process))
