"""The tablet's page, served once to this machine alone."""
import http.client
import json
import secrets
import subprocess
from contextlib import closing

from counter.errors import Known
from counter.page.setup import PageSetup
from counter.paths import resource
from counter.selftest.bench import Bench

HERE = "127.0.0.1"
SECONDS = 20
SHOP = "The self-test’s shop"


def serves_the_page(bench: Bench) -> str:
    """The page's own process is started, asked once on the loopback address, and ends when its input ends."""
    folder = bench.folder / "page"
    folder.mkdir(exist_ok=True)
    with subprocess.Popen(bench.page, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            status, text = _asked(process)
        finally:
            _end(process)
    if status != http.client.OK or SHOP not in text:
        raise Known(f"The page for the tablet answered {status}, or another page.")
    return f"The page for the tablet was served on {HERE}."


def _asked(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    if process.stdin is None or process.stdout is None:
        raise Known("The page for the tablet can't be told anything.")
    process.stdin.write(_setup().to_line().encode() + b"\n")
    process.stdin.flush()
    ready = process.stdout.readline().split()
    if len(ready) != 2:
        raise Known("The page for the tablet did not start.")
    port = int(ready[1])
    with closing(http.client.HTTPConnection(HERE, port, timeout=SECONDS)) as line:
        line.request("GET", "/", headers={"Host": f"{HERE}:{port}"})
        reply = line.getresponse()
        return reply.status, reply.read().decode()


def _setup() -> PageSetup:
    words = json.loads(resource("page", "words.json").read_text(encoding="utf-8"))["en"]
    flow = words.pop("flow")
    return PageSetup(
        address=HERE, port=0, shop=SHOP, language="en", flow=flow, words=words, key=secrets.token_hex(32)
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        raise Known("The page for the tablet did not end by itself.") from None
