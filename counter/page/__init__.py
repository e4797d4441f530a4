"""The page on the counter's tablet: a process of its own that knows a folder to write answers to, and nothing else."""

from counter.page.child import main

__all__ = ["main"]
