"""What a killed program was reading or writing out lies in the shop's own folder, and the next start takes it away."""

import subprocess
import sys
from pathlib import Path

import pytest

from counter.app.rescue import open_or_rescue
from counter.app.shop import Start
from counter.office import passing
from counter.paths import folders_in

TREE = Path(__file__).parents[2]
READS = """
import sys
from pathlib import Path
from counter.office.reading import Reader
reader = Reader((sys.executable, "main.py"), Path(sys.argv[1]) / "shop.counter")
reader.look(Path(sys.argv[2]))
print("read", flush=True)
sys.stdin.read()
"""


@pytest.mark.slow
def test_a_file_that_was_read_when_the_program_was_killed_is_gone_after_the_next_start(tmp_path):
    folders = folders_in(tmp_path / "shop")
    folders.make()
    (tmp_path / "people.csv").write_text("Name\nZyxomma Quillfeather\n", encoding="utf-8")
    command = (sys.executable, "-c", READS, str(folders.data), str(tmp_path / "people.csv"))
    with subprocess.Popen(command, cwd=TREE, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout.readline() == b"read\n"
        program.kill()
    left = [path for path in folders.data.rglob("*") if path.is_file()]
    assert any(b"Quillfeather" in path.read_bytes() for path in left)
    assert all(passing.FOLDER in path.parts for path in left)
    opened = open_or_rescue(folders, Start(), lambda *_: None, lambda *_: None)
    opened.till.database.close()
    assert not (folders.data / passing.FOLDER).exists()
