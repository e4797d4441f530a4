"""Composition root: folders, log, the shop's file, the lanes, the windows; closes in reverse.

`start` shows the window with as little as it takes; everything else is loaded behind it, and here only when asked for.
"""
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counter.app.program import App, check_itself
    from counter.app.shop import Opened, Start, open_shop
    from counter.app.start import main

__all__ = ["App", "Opened", "Start", "check_itself", "main", "open_shop"]


def __getattr__(name: str) -> Any:
    """Loads what is asked for by name."""
    from importlib import import_module

    places = {"main": "start", "App": "program", "check_itself": "program"}
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"counter.app.{places.get(name, 'shop')}"), name)
