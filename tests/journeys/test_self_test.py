"""The program checks itself, and says so when something is wrong."""

import io
import os
import subprocess
import sys

import pytest

from counter import selftest
from counter.errors import Unavailable
from counter.paper.fonts import Fonts
from counter.paths import PROGRAM, this_program

sys.path.append(str(PROGRAM / "tests" / "installer"))


def self_test(folder, *more):
    """The real program, started anew."""
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [*this_program("--self-test", *more), "--self-test-folder", str(folder)]
    return subprocess.run(command, env=quiet, capture_output=True, text=True, timeout=120)


@pytest.mark.slow
def test_the_self_test_passes_and_a_phone_reads_its_slip(tmp_path):
    import decode_slip

    done = self_test(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "self-test.txt").read_text(encoding="utf-8") == done.stdout
    assert decode_slip.main(tmp_path) == 0


@pytest.mark.slow
def test_the_self_test_leaves_nothing_behind_when_no_folder_is_named(tmp_path):
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path), "COUNTER_DATA_DIR": str(tmp_path)}
    done = subprocess.run(this_program("--self-test"), env=quiet, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_shop_that_does_not_open_fails_the_self_test(tmp_path, families, capsys):
    def no_shop(_folders):
        raise Unavailable("The folder can't be written.")

    assert selftest.run(no_shop, Fonts(families[0]), selftest.Place(tmp_path, ())) == 1
    assert "The folder can't be written." in capsys.readouterr().out


def test_a_console_of_few_letters_does_not_end_the_self_test(tmp_path, families, monkeypatch):
    def no_shop(_folders):
        raise Unavailable("Return saved for \u2068Ikenna\u2069.")

    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", console)
    assert selftest.run(no_shop, Fonts(families[0]), selftest.Place(tmp_path, ())) == 1
    console.flush()
    assert b"Return saved for ?Ikenna?." in console.buffer.getvalue()
    assert "\u2068Ikenna\u2069" in (tmp_path / "self-test.txt").read_text(encoding="utf-8")


def test_a_page_that_does_not_start_fails_the_self_test(tmp_path, families, capsys):
    from counter.app import Start, open_shop

    def shop(folders):
        opened = open_shop(folders, Start(demo=20))
        return opened.till, opened.index

    nothing = (sys.executable, "-c", "print('no page here')")
    assert selftest.run(shop, Fonts(families[0]), selftest.Place(tmp_path, nothing)) == 1
    assert "did not start" in capsys.readouterr().out
