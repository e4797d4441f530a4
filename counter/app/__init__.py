"""Composition root: folders, log, the shop's file, the lanes, the windows; closes in reverse."""
from counter.app.program import App, check_itself, main
from counter.app.shop import Opened, Start, open_shop

__all__ = ["App", "Opened", "Start", "check_itself", "main", "open_shop"]
