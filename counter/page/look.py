"""The page itself: one form, no script, nothing fetched; every word of people and of the shop escaped."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape

from counter.page.setup import PageSetup

STYLE = """
*{box-sizing:border-box}
body{margin:0 auto;max-width:44rem;padding:16px;background:#fbf8f2;color:#221c14;font:18px/1.4 system-ui,sans-serif}
h1{font:600 1.7rem/1.2 Georgia,serif;margin:.3em 0}
p{margin:.4em 0}
.s{color:#5c5346}
.w{background:#fde6e1;color:#7d1d0f;padding:10px 14px;border-radius:8px}
fieldset{border:0;margin:0 0 20px;padding:0}
legend,.l{font-weight:600;padding:0;margin:0 0 6px;display:block}
.n{display:grid;grid-template-columns:repeat(5,1fr);gap:6px}
.n label{position:relative}
.n input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0}
.n span{display:block;line-height:46px;text-align:center}
.n span,textarea,.t{border:1px solid #8a7f6a;border-radius:8px;background:#fff}
.n :checked+span{background:#1d5c45;color:#fff;font-weight:700}
:focus-visible,.n :focus-visible+span{outline:3px solid #1b5fbf;outline-offset:2px}
textarea,.t{width:100%;min-height:48px;padding:10px;font:inherit;color:inherit}
.c{display:flex;align-items:center;min-height:48px}
.c input{width:28px;height:28px;margin:0 10px;flex:none}
button,.b{display:inline-block;min-height:56px;padding:14px 36px;font:inherit;font-weight:600;border:0}
button,.b{margin:0 0 8px;margin-inline-end:8px;border-radius:10px;background:#1d5c45;color:#fff;text-decoration:none}
.o{white-space:nowrap}
@media(min-width:600px){.n{grid-template-columns:repeat(10,1fr)}}
""".replace("\n", "")
CSP = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
NEXT_AFTER = 12
SAMPLE = "7K3M-9QX2"  # a code as the hints show one
QUESTIONS = ("q1", "q2", "q3")


def form(setup: PageSetup, token: str, typed: Mapping[str, str], problem: str = "") -> str:
    """The form with what was typed before, and a sentence when that could not be taken."""
    say = setup.words
    wrong = f'<p class=w role=alert id=wrong>{escape(problem)}</p>' if problem else ""
    marks = {name: escape(typed.get(name, "")) for name in ("words", "code", "contact")}
    ticked = " checked" if typed.get("nameless") else ""
    return _page(
        setup,
        f"<p class=s>{escape(setup.shop)}</p><h1>{escape(say['title'])}</h1>{wrong}"
        f'<form method=post action="/" autocomplete=off><input type=hidden name=token value="{token}">'
        + "".join(_question(name, say[name], typed.get(name, "")) for name in QUESTIONS)
        + f"<fieldset><label class=l for=words>{escape(say['words'])}</label><textarea id=words name=words rows=4 "
        f'maxlength={setup.limits.words} aria-describedby=wh dir=auto>\n{marks["words"]}</textarea>'
        f"<p class=s id=wh>{escape(say['words_hint'])}</p></fieldset>"
        + _line("code", say, marks["code"], 'dir=ltr autocapitalize=characters spellcheck=false maxlength=40')
        + f"<fieldset><label class=c><input type=checkbox name=nameless value=1 aria-describedby=nh{ticked}>"
        f"<b>{escape(say['nameless'])}</b></label><p class=s id=nh>{escape(say['nameless_hint'])}</p></fieldset>"
        + _line("contact", say, marks["contact"], "dir=auto maxlength=200")
        + f"<p><button>{escape(say['send'])}</button></p><p class=s>{escape(say['private'])}</p></form>{_reach(setup)}",
    )


def thanks(setup: PageSetup) -> str:
    """It is on disk; soon the next customer's form stands there."""
    say = setup.words
    return _page(
        setup,
        f"<p class=s>{escape(setup.shop)}</p><h1 role=status>{escape(say['thanks'])}</h1><p>{escape(say['read'])}</p>"
        f'<p><a class=b href="/">{escape(say["again"])}</a></p>{_reach(setup)}',
        f'<meta http-equiv=refresh content="{NEXT_AFTER};url=/">',
    )


def plain(setup: PageSetup, sentence: str) -> str:
    """A sentence and the way back to the form."""
    again = escape(setup.words["title"])
    return _page(setup, f'<h1>{escape(sentence)}</h1><p><a class=b href="/">{again}</a></p>{_reach(setup)}')


def _reach(setup: PageSetup) -> str:
    """How else to tell us."""
    told = f"{escape(setup.words['or_write'])} <bdi>{escape(setup.reach)}</bdi>"
    return f"<p class=s>{told}</p>" if setup.reach else ""


def questions(say: Mapping[str, str]) -> str:
    """The three questions of the index with nothing chosen."""
    return "".join(_question(name, say[name], "") for name in QUESTIONS)


def hint(said: str) -> str:
    """A hint in which the sample of a code stays on one line."""
    return escape(said).replace(SAMPLE, f"<bdi class=o>{SAMPLE}</bdi>")


def _page(setup: PageSetup, body: str, head: str = "") -> str:
    title = f"{escape(setup.words['title'])} {escape(setup.shop)}"
    return (
        f'<!doctype html><html lang="{escape(setup.language)}" dir={escape(setup.flow)}><meta charset=utf-8>'
        f'<meta name=viewport content="width=device-width,initial-scale=1">{head}<title>{title}</title>'
        f"<style>{STYLE}</style><main>{body}</main>"
    )


def _question(name: str, question: str, chosen: str) -> str:
    marks = "".join(
        f"<label><input type=radio name={name} value={n}{' checked' * (str(n) == chosen)}><span>{n}</span></label>"
        for n in range(1, 11)
    )
    return f"<fieldset><legend>{escape(question)}</legend><div class=n>{marks}</div></fieldset>"


def _line(name: str, say: Mapping[str, str], value: str, extra: str) -> str:
    label, below = escape(say[name]), hint(say[f"{name}_hint"])
    return (
        f"<fieldset><label class=l for={name}>{label}</label><input class=t id={name} name={name} "
        f'value="{value}" aria-describedby={name}h {extra}><p class=s id={name}h>{below}</p></fieldset>'
    )
