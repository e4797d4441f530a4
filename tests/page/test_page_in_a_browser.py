"""The tablet's page and the shop's own web page in a real Chromium: sizes, keyboard, screen reader, no script."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from chrome import Chrome
from page_maker import GENEROUS, WORDS, Child, setup

from counter.office.ways_back import PARTS, page_file
from counter.page.spool import waiting
from counter.records.here import Here
from counter.settings import Settings
from counter.voice.messages import read_messages

PICTURES = Path(__file__).parents[2] / "build" / "screens" / "page"
RESOURCES = Path(__file__).parents[2] / "resources" / "page"
CODE = "7K3M9QXF"
SIZES = {"small phone": (320, 568), "phone": (390, 844), "tablet": (768, 1024), "tablet on its side": (1280, 800)}
TARGETS = """[...document.querySelectorAll('.n label, textarea, .t, .c, button, a')].map(one => {
    const box = one.getBoundingClientRect(); return Math.min(box.width, box.height)})"""
LINES_OF_THE_SAMPLE = """(() => {
    const found = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (found.nextNode()) {
        const at = found.currentNode.data.indexOf('7K3M-9QX2');
        if (at >= 0) {
            range.setStart(found.currentNode, at); range.setEnd(found.currentNode, at + 9);
            return range.getClientRects().length }
    }
    return 0})()"""
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_network")]


@pytest.fixture(scope="module")
def chrome(tmp_path_factory):
    with Chrome(tmp_path_factory.mktemp("chromium")) as running:
        yield running


@pytest.fixture
def shop(tmp_path):
    with Child(tmp_path / "tablet", setup(limits=GENEROUS)) as child:
        yield child


def url(child):
    return f"http://127.0.0.1:{child.port}/"


def told(child):
    return [answer for file in waiting(child.folder) for answer in file.answers]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_fits_every_screen_and_asks_for_nothing(chrome, tmp_path, size, language):
    with Child(tmp_path / "tablet", setup(language)) as child:
        tab = chrome.tab(*size)
        tab.go(url(child))
        assert tab.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        assert min(tab.ask(TARGETS)) >= 44
        assert tab.ask(LINES_OF_THE_SAMPLE) == 1
        assert tab.ask("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
        assert tab.complaints() == []
        assert tab.do("Network.getCookies")["cookies"] == []
        assert {event["request"]["url"] for event in tab.heard("Network.requestWillBeSent")} == {url(child)}
        tab.picture(PICTURES / f"form-{language}-{size[0]}.png")


def test_a_screen_reader_has_a_name_for_everything(chrome, shop):
    tab = chrome.tab(*SIZES["phone"])
    tab.go(url(shop))
    say, found = WORDS["en"], tab.controls()
    assert sorted(name for role, name in found if role == "radio") == sorted([str(n) for n in range(1, 11)] * 3)
    assert sorted(pair for pair in found if pair[0] != "radio") == sorted([
        ("textbox", say["words"]), ("textbox", say["code"]), ("checkbox", say["nameless"]),
        ("textbox", say["contact"]), ("button", say["send"]),
    ])
    legends = tab.ask("[...document.querySelectorAll('input[type=radio]')].map(one => one.closest('fieldset')"
                      ".querySelector('legend').innerText)")
    assert legends == [say[name] for name in ("q1", "q2", "q3") for _ in range(10)]
    described = tab.ask("[...document.querySelectorAll('[aria-describedby]')].every(one => "
                        "document.getElementById(one.getAttribute('aria-describedby')))")
    assert described


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_answer_is_given_with_the_keyboard_alone(chrome, shop, script):
    tab = chrome.tab(*SIZES["tablet"], script=script)
    tab.go(url(shop))
    for steps in (8, 9, 7):
        tab.press("Tab")
        tab.press(" ")
        for _ in range(steps):
            tab.press("ArrowRight")
    tab.press("Tab")
    tab.type("Das Brot war kühl.\n面包是冷的。 كان الخبز باردًا <b>&amp;")
    tab.press("Tab")
    tab.type(" 7k3m – 9qx")
    tab.type("f")
    tab.press("Tab")
    tab.press(" ")
    tab.press("Tab")
    tab.press("Tab")
    tab.after_load(lambda: tab.press("Enter"))
    if "thanks" not in tab.ask("location.pathname"):
        pytest.fail(tab.ask("document.body.innerText"))
    (answer,) = told(shop)
    assert answer.scores == (9, 10, 8)
    assert answer.words == "Das Brot war kühl.\n面包是冷的。 كان الخبز باردًا <b>&amp;"
    assert (answer.code, answer.anonymous) == (CODE, True)
    tab.picture(PICTURES / "thanks.png")


@pytest.mark.parametrize("size", [SIZES["small phone"], SIZES["phone"]], ids=["small phone", "phone"])
def test_an_answer_is_given_with_a_finger_alone(chrome, shop, size):
    tab = chrome.tab(*size)
    tab.go(url(shop))
    for name, value in (("q1", 9), ("q2", 3), ("q3", 10)):
        tab.tap(f"input[name={name}][value='{value}']")
    tab.tap("#words")
    tab.type("Warm bread")
    tab.tap("input[name=nameless]")
    tab.after_load(lambda: tab.tap("button"))
    (answer,) = told(shop)
    assert (answer.words, answer.scores, answer.anonymous) == ("Warm bread", (9, 3, 10), True)


def test_an_empty_form_and_a_wrong_code_are_held_with_a_sentence_and_what_was_typed(chrome, shop):
    tab = chrome.tab(*SIZES["phone"])
    tab.go(url(shop))
    send = "document.querySelector('button').click()"
    tab.after_load(lambda: tab.ask(send))
    assert tab.ask("document.querySelector('[role=alert]').innerText") == WORDS["en"]["empty"]
    tab.ask("document.getElementById('words').value = 'Cold & <i>grey</i>';"
            "document.getElementById('code').value = '7K3M-9QX4'; 0")
    tab.after_load(lambda: tab.ask(send))
    assert tab.ask("document.querySelector('[role=alert]').innerText") == WORDS["en"]["code_wrong"]
    assert tab.ask("document.getElementById('words').value") == "Cold & <i>grey</i>"
    assert tab.ask("document.querySelectorAll('i').length") == 0
    assert told(shop) == []
    tab.picture(PICTURES / "held.png")


def test_after_the_thanks_the_next_customer_finds_an_empty_form(chrome, shop):
    tab = chrome.tab(*SIZES["tablet"])
    tab.go(url(shop))
    tab.ask("document.getElementById('words').value = 'Only mine to read'; 0")
    tab.after_load(lambda: tab.ask("document.querySelector('button').click()"))
    tab.after_load(lambda: tab.ask("document.querySelector('a').click()"))
    assert tab.ask("document.getElementById('words').value") == ""
    assert "Only mine" not in tab.ask("document.documentElement.outerHTML")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_shops_own_web_page_makes_a_message_that_counter_reads_and_never_asks_the_network(chrome, tmp_path, size):
    settings = Settings(shop_name="Blue <Door>", whatsapp="07700 900123", phone="020 7946 0142", mail="a@b.example")
    parts = {name: (RESOURCES / name).read_text(encoding="utf-8") for name in PARTS}
    place = tmp_path / "index.html"
    place.write_text(page_file(settings, parts), encoding="utf-8")
    tab = chrome.tab(*size)
    tab.do("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)
    tab.go(f"{place.as_uri()}#7K3M-9QXF")
    assert tab.ask("document.getElementById('code').value") == "7K3M-9QXF"
    assert tab.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert min(tab.ask(TARGETS)) >= 44
    assert tab.ask(LINES_OF_THE_SAMPLE) == 1
    click = """(link => {
        link.addEventListener('click', event => event.preventDefault()); link.click(); return link.href})"""
    assert tab.ask(f"{click}(document.querySelectorAll('a')[0])").endswith("#")
    assert not tab.ask("document.getElementById('empty').hidden")
    tab.ask("document.querySelector('input[name=q1][value=\"9\"]').checked = true;"
            "document.getElementById('answer').checked = true;"
            "document.getElementById('words').value = 'So kind & warm.\\n谢谢'; 0")
    links = tab.ask(f"[...document.querySelectorAll('a')].map({click})")
    assert [link.partition(":")[0] for link in links] == ["https", "sms", "mailto"]
    here = Here(None, None, settings.land)
    for link in links:
        (answer,) = read_messages(unquote(link.rpartition("=")[2]), here, {CODE})
        assert (answer.code, answer.scores, answer.wants_answer) == (CODE, (9, None, None), True)
        assert answer.words == "So kind & warm.\n谢谢"
    assert tab.complaints() == []
    assert [event["request"]["url"].partition(":")[0] for event in tab.heard("Network.requestWillBeSent")] == ["file"]
    tab.picture(PICTURES / f"own-{size[0]}.png")
