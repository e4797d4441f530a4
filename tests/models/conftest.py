"""A counter on a real shop file, without a window."""

import pytest
from counter_maker import Clock, Ops, open_till


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "shop.counter"


@pytest.fixture
def till(path, clock):
    opened = open_till(path, clock)
    yield opened
    if not opened.database.is_closed():
        opened.database.close()


@pytest.fixture
def ops():
    return Ops()
