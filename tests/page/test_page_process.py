"""The tablet's page as a process of its own: what it takes, what it turns away, and what it can't reach."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import pytest
from page_maker import GENEROUS, REACH, WORDS, Child, setup

from counter.page import look
from counter.page.limits import Buckets, Doors
from counter.page.setup import Limits, PageSetup
from counter.page.spool import MOST_LINES, Spool, waiting
from counter.page.token import issue, nonce_of
from counter.paths import this_program
from counter.records.answers import Answer

pytestmark = pytest.mark.usefixtures("no_network")
ROOT = Path(__file__).parents[2]
FORM = "application/x-www-form-urlencoded"
SAY = WORDS["en"]


@pytest.fixture
def child(tmp_path):
    with Child(tmp_path / "tablet", setup(limits=GENEROUS)) as running:
        yield running


def told(child):
    return [answer for file in waiting(child.folder) for answer in file.answers]


def test_an_answer_is_on_disk_before_it_is_thanked_for(child):
    status, headers, _ = child.tell(words="So kind.", q1="9", q2="10", q3="8", code="7k3m 9qxf", contact="a@b.example")
    assert (status, headers["location"]) == (303, "/thanks")
    (answer,) = told(child)
    assert (answer.words, answer.scores) == ("So kind.", (9, 10, 8))
    assert (answer.code, answer.contact) == ("7K3M9QXF", "a@b.example")
    assert SAY["thanks"] in child.ask(path="/thanks")[2]


def test_how_else_the_shop_is_reached_stands_on_the_form_and_on_the_thanks(child):
    assert all(REACH in child.ask(path=path)[2] for path in ("/", "/thanks"))


def test_who_wants_to_be_left_out_leaves_no_way_to_be_reached(child):
    child.tell(words="Cold.", nameless="1", contact="a@b.example")
    assert (told(child)[0].anonymous, told(child)[0].contact, told(child)[0].wants_answer) == (True, "", False)


def test_the_same_form_sent_twice_is_one_answer_also_by_a_page_that_was_started_anew(tmp_path):
    with Child(tmp_path / "tablet") as first:
        token = first.token()
        assert [first.tell(token, words="Once.")[0] for _ in range(2)] == [303, 303]
    with Child(tmp_path / "tablet") as second:
        assert second.tell(token, words="Once.")[0] == 303
        assert [answer.words for answer in told(second)] == ["Once."]


def test_every_answer_carries_what_keeps_a_browser_from_harm(child):
    for status, headers, _ in (child.ask(), child.ask(path="/thanks"), child.ask(path="/nothing"), child.ask("PUT")):
        assert status in (200, 404, 405)
        assert headers["content-security-policy"] == look.CSP
        assert "default-src 'none'" in look.CSP and "script" not in look.CSP
        assert headers["x-frame-options"] == "DENY"
        assert headers["cache-control"] == "no-store"
        assert not {"set-cookie", "server"} & {name.lower() for name in headers}


def test_no_page_tells_whether_a_code_exists(child):
    answers = [child.tell(words="Fine.", code=code) for code in ("7K3M9QXF", "00000000", "")]
    assert len({repr(answer) for answer in answers}) == 1


POST = {"method": "POST", "Content_Type": FORM}


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ({"path": "/nothing"}, 404),
        ({"path": "/../shop.counter"}, 404),
        ({"method": "TRACE"}, 405),
        ({"method": "DELETE"}, 405),
        ({"Host": "shop.example"}, 421),
        ({**POST, "body": "words=hello"}, 400),
        ({**POST, "body": "token=" + "0" * 64 + "&words=hello"}, 400),
        ({**POST, "body": "&".join(f"f{n}=1" for n in range(40))}, 400),
        ({**POST, "body": "words=" + "x" * 20_000}, 413),
        ({"method": "POST", "body": "words=hello", "Content_Type": "multipart/form-data; boundary=x"}, 415),
        ({"method": "POST", "body": "{}", "Content_Type": "application/json"}, 415),
        ({**POST, "body": "words=hello", "Origin": "http://evil.example"}, 403),
        ({**POST, "body": "words=hello", "Sec_Fetch_Site": "cross-site"}, 403),
    ],
)
def test_what_is_not_ours_is_turned_away_and_kept_nowhere(child, what, status):
    assert child.guest().ask(**what)[0] == status
    assert told(child) == []


def test_a_form_of_yesterday_comes_back_with_what_was_typed(child):
    old = issue(bytes.fromhex(child.told.key), 1_000_000.0)
    status, _, page = child.tell(old, words="Typed <b>long</b> ago")
    assert status == 400
    assert SAY["once_more"] in page and "Typed &lt;b&gt;long&lt;/b&gt; ago" in page


def test_one_address_that_asks_too_often_is_asked_to_wait(tmp_path):
    with Child(tmp_path / "tablet") as child:
        statuses = [child.tell(words=f"Words {n}.")[0] for n in range(12)]
        assert statuses.count(303) == Limits().tell_burst
        assert statuses[-1] == 429
        assert len(told(child)) == Limits().tell_burst


def test_when_nobody_fetches_the_page_sends_people_to_the_counter(tmp_path):
    with Child(tmp_path / "tablet", setup(limits=Limits(waiting=2))) as child:
        statuses = [child.tell(words=f"Words {n}.")[0] for n in range(3)]
        assert statuses == [303, 303, 503]


def test_the_page_ends_with_the_program_that_started_it(tmp_path):
    child = Child(tmp_path / "tablet")
    child.tell(words="Thanked for.")
    assert child.end() == b""
    assert child.process.returncode == 0
    assert [answer.words for answer in told(child)] == ["Thanked for."]


def test_an_address_that_is_not_ours_or_no_setup_ends_it_at_once(tmp_path):
    child = Child(tmp_path / "tablet", setup(address="198.51.100.7"))
    assert (child.port, child.end(), child.process.returncode) == (None, b"", 3)
    done = subprocess.run(this_program("--feedback-page"), input=b"nonsense\n", cwd=tmp_path, timeout=30)
    assert done.returncode == 4


@pytest.mark.parametrize(
    "deed",
    [
        "open('../shop.counter', 'rb')", "open('/etc/hostname')", "open('../new', 'w')", "os.listdir('..')",
        "os.remove('../shop.counter')", "os.rename('mine', '../shop.counter')", "sqlite3.connect('../shop.counter')",
        "subprocess.Popen(['true'])", "os.system('true')", "socket.create_connection(('127.0.0.1', 9))",
    ],
)
def test_the_page_can_open_nothing_but_its_own_folder(tmp_path, deed):
    (tmp_path / "shop.counter").write_bytes(b"the shop")
    folder = tmp_path / "tablet"
    folder.mkdir()
    program = (
        "import os, socket, sqlite3, subprocess\nfrom pathlib import Path\nfrom counter.page import lock\n"
        f"lock.to(Path.cwd())\nopen('mine', 'w').close()\n"
        f"try:\n    {deed}\nexcept PermissionError:\n    print('kept out')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, timeout=30,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    assert done.stdout == "kept out\n", done.stderr
    assert (tmp_path / "shop.counter").read_bytes() == b"the shop"


@pytest.mark.parametrize("language", WORDS)
def test_the_page_is_six_kilobytes_at_most_in_every_language(language):
    assert len(look.form(setup(language), "0" * 64, {}).encode()) <= 6 * 1024
    assert set(WORDS[language]) == set(SAY)
    assert all(WORDS[language].values())


def test_the_setup_survives_its_line():
    assert PageSetup.from_line(setup(shop="Café „Süß“\n").to_line()) == setup(shop="Café „Süß“\n")


# Its parts, without a process.


def test_a_mark_is_good_for_a_day_and_for_nobody_else():
    key = b"k" * 32
    mark = issue(key, 1000.0)
    assert nonce_of(key, mark, 1000.0 + 24 * 3600) != ""
    assert nonce_of(key, mark, 1002.0 + 24 * 3600) == ""
    assert nonce_of(b"l" * 32, mark, 1000.0) == ""
    for wrong in ("", "é" * 64, mark[:-1] + "g", "x" + mark[1:], mark + "0"):
        assert nonce_of(key, wrong, 1000.0) == ""
    assert nonce_of(key, issue(key, 2000.0, nonce_of(key, mark, 1000.0)), 2000.0) == nonce_of(key, mark, 1000.0)


def test_a_bucket_fills_by_the_second_and_forgets_who_asked_longest_ago():
    now = [0.0]
    buckets = Buckets(0.5, 3, lambda: now[0])
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]
    assert buckets.take("b")
    now[0] = 2.0
    assert [buckets.take("a") for _ in range(2)] == [True, False]
    for number in range(3000):
        buckets.take(str(number))
    assert buckets.take("a")


def test_doors_let_in_so_many_of_one_address_and_so_many_of_all():
    doors = Doors(2, 3)
    assert [doors.enter(address) for address in "aaabb"] == [True, True, False, True, False]
    doors.leave("a")
    assert [doors.enter(address) for address in "bb"] == [True, False]


def test_a_file_of_answers_is_closed_when_it_is_long_or_old(tmp_path):
    now = [0.0]
    spool = Spool(tmp_path, lambda: now[0])
    for number in range(MOST_LINES + 1):
        spool.keep(Answer(key=f"{number}", words=f"Words\n{number} 冷", sent=datetime(2026, 11, 26, tzinfo=UTC)))
    assert sorted(file.closed for file in waiting(tmp_path)) == [False, True]
    now[0] = 601.0
    spool.close_old()
    assert [file.closed for file in waiting(tmp_path)] == [True, True]
    assert sum(len(file.answers) for file in waiting(tmp_path)) == MOST_LINES + 1


def test_urlencoded_letters_of_any_script_are_kept(child):
    body = urlencode({"token": child.token(), "words": "面包是冷的 🍞 كان باردًا"})
    assert child.ask("POST", "/", body, Content_Type=FORM)[0] == 303
    assert told(child)[0].words == "面包是冷的 🍞 كان باردًا"
