"""The tablet's page as it runs in the shop: a process of its own, started the way the program starts it."""

import http.client
import json
import os
import re
import subprocess
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from counter.page.setup import Limits, PageSetup
from counter.paths import this_program

WORDS = json.loads((Path(__file__).parents[1] / "resources" / "page" / "words.json").read_text(encoding="utf-8"))
REACH = "020 7946 0142 · 07700 900123 · hello@bluedoor.example"
GENEROUS = Limits(
    look_rate=1e6, look_burst=10**6, tell_rate=1e6, tell_burst=10**6, all_rate=1e6, all_burst=10**6, waiting=10**6
)


def setup(language="en", **rest):
    """What the page is told; any free port of this machine."""
    words = {name: text for name, text in WORDS[language].items() if name != "flow"}
    usual = {"address": "127.0.0.1", "port": 0, "shop": "Blue Door Bakery", "key": "5e" * 32, "reach": REACH}
    return PageSetup(language=language, flow=WORDS[language]["flow"], words=words, **{**usual, **rest})


class Child:
    """One process; `port` once it listens. A context manager that ends it the way the program does: by going."""

    def __init__(self, folder, told=None, command=None):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.told = folder, told or setup()
        self.process = subprocess.Popen(
            command or this_program("--feedback-page"), cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env={k: v for k, v in os.environ.items() if not k.startswith("COUNTER")},
        )
        self.process.stdin.write(self.told.to_line().encode() + b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline().split()
        self.port = int(line[1]) if line[:1] == [b"ready"] else None

    def __enter__(self):
        return self

    def __exit__(self, *_fault):
        self.end()

    def end(self):
        """The program goes: the page ends by itself. Answers what it wrote on its standard error."""
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        return self._said()

    def kill(self):
        """As hard as a power cut."""
        self.process.kill()
        self.process.wait(10)
        return self._said()

    def _said(self):
        with suppress(OSError):  # it may have gone with a line half given to it
            self.process.stdin.close()
        with self.process.stdout, self.process.stderr:
            return self.process.stderr.read()

    def guest(self):
        """Somebody with a browser."""
        return Guest(f"http://127.0.0.1:{self.port}/")

    def ask(self, *what, **headers):
        """Status, headers and text of an answer."""
        return self.guest().ask(*what, **headers)

    def token(self):
        """The mark of a fresh form."""
        return self.guest().token()

    def tell(self, token=None, **fields):
        """A form that was filled in and sent."""
        return self.guest().tell(token, **fields)


class Guest:
    """What a browser does with the page at an address."""

    def __init__(self, url):
        self.host = urlsplit(url).netloc

    def ask(self, method="GET", path="/", body=None, **headers):
        """Status, headers and text of an answer."""
        with closing(http.client.HTTPConnection(self.host, timeout=10)) as line:
            told = {name.replace("_", "-"): value for name, value in headers.items()}
            line.request(method, path, body, {"Host": self.host, **told})
            reply = line.getresponse()
            return reply.status, dict(reply.getheaders()), reply.read().decode()

    def token(self):
        """The mark of a fresh form."""
        return token_in(self.ask()[2])

    def tell(self, token=None, **fields):
        """A form that was filled in and sent."""
        body = urlencode({"token": token or self.token(), **fields})
        return self.ask("POST", "/", body, Content_Type="application/x-www-form-urlencoded")


def token_in(page):
    """The mark of a form."""
    return re.search(r'name=token value="([0-9a-f]*)"', page)[1]
