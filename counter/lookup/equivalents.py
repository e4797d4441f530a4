"""Names that stand for each other (Bill and William, Aga and Agnieszka), looked up in a text without reading it all."""

from collections.abc import Iterable

_HEAD = "# words"
_GROUPS = "\n# groups\n"


class Equivalents:
    """Groups of names; the text has the sorted words with places of their groups, then the groups."""

    def __init__(self, words: str, groups: str) -> None:
        self._words = words
        self._groups = groups

    @classmethod
    def parse(cls, text: str) -> "Equivalents":
        """From the text of the resource, or from plain lines of names; an empty one knows no names."""
        head, mark, groups = text.partition(_GROUPS)
        if mark:
            return cls(head[head.find("\n") :] + "\n", groups)
        return cls.parse(written(line.split() for line in text.splitlines())) if text.strip() else cls("\n", "")

    def of(self, key: str) -> set[str]:
        """The other names a name may stand for, without itself."""
        found: set[str] = set()
        for place in self._places(key):
            end = self._groups.find("\n", place)
            found.update(self._groups[place : end if end >= 0 else None].split())
        found.discard(key)
        return found

    def _places(self, key: str) -> list[int]:
        low, high = 0, len(self._words) - 1
        while low < high:
            middle = (low + high) // 2
            start = self._words.rfind("\n", low, middle + 1)
            start = low if start < 0 else start
            end = self._words.find("\n", start + 1)
            if end < 0:
                return []
            word, _, places = self._words[start + 1 : end].partition(" ")
            if word == key:
                return [int(place, 36) for place in places.split()]
            if word < key:
                low = end
            else:
                high = start
        return []


def written(groups: Iterable[list[str]]) -> str:
    """The text of the resource from groups of names."""
    places: dict[str, list[str]] = {}
    lines: list[str] = []
    at = 0
    for group in groups:
        line = " ".join(group)
        for word in group:
            places.setdefault(word, []).append(_base36(at))
        lines.append(line)
        at += len(line) + 1
    words = "\n".join(f"{word} {' '.join(places[word])}" for word in sorted(places))
    return f"{_HEAD}\n{words}{_GROUPS}" + "\n".join(lines) + "\n"


def _base36(number: int) -> str:
    figures = ""
    while number:
        number, rest = divmod(number, 36)
        figures = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + figures
    return figures or "0"
