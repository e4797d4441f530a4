"""Slips of a shop, and the ways to open what came of them again."""

import pytest

from counter.paper.fonts import Fonts


@pytest.fixture(scope="session")
def fonts(families):
    """The bundled fonts, as the application hands them in."""
    return Fonts(families[0])
