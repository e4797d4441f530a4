"""The shop's themes with the owner's words for each, and what was learnt from answers that were read."""

import json
from collections.abc import Iterable, Mapping

from counter.errors import FieldRefused
from counter.models import shop, voices
from counter.models.tables_shop import SettingRow
from counter.office.change import Change, Told, save
from counter.records.cleaning import clean_line, clean_text
from counter.records.entries import Saved
from counter.voice.themes import Themes

NAME = voices.THEMES
LEARNT_FROM = 700  # newest of each kind: enough to be right, few enough to be quick
MOST, LONGEST = 12, 60
Keywords = Mapping[str, tuple[str, ...]]


def keywords(starter: str) -> Keywords:
    """Each theme with its words, in the owner's order; `starter` is what came with the program."""
    kept = voices.themes() or json.loads(starter or "{}")
    return {str(theme): tuple(words) for theme, words in kept.items()}


def as_text(known: Keywords) -> str:
    """One theme a line, as the owner edits them: "Waiting: queue, waited, slow"."""
    return "\n".join(f"{theme}: {', '.join(words)}" for theme, words in known.items())


def keep(change: Change, text: str) -> Saved:
    """Keep the themes as typed, one a line; raises FieldRefused with what would be right."""
    known = _read(text)

    def write(_writer: object) -> Told:
        before = [NAME, shop.setting(NAME) or "{}"]
        shop.save_setting(NAME, json.dumps(known, ensure_ascii=False))
        return Told(sentence=f"{len(known)} themes are kept.", table=SettingRow, before=before)

    return save(change, write)


def tagged() -> tuple[tuple[str, str], ...]:
    """What is learnt from: words, and the theme that a person chose. Database lane."""
    return voices.tagged(LEARNT_FROM)


def taught(known: Keywords, told: Iterable[tuple[str, str]]) -> Themes:
    """Themes that offer three for what a customer said. Up to a second: work lane."""
    themes = Themes(known)
    for words, theme in told:
        themes.learn(words, theme)
    return themes


def _read(text: str) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, clean_text(text, "themes").splitlines())):
        theme, _, words = line.partition(":")
        name = clean_line(theme, "themes", LONGEST)
        if not name or name in known:
            raise FieldRefused("themes", f"“{line[:40]}”: each line is another theme, a colon, and words for it.")
        known[name] = [word for word in (clean_line(part, "themes") for part in words.split(",")) if word]
    if not 2 <= len(known) <= MOST:
        raise FieldRefused("themes", f"Two to {MOST} themes, one a line.")
    return known
