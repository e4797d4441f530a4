"""Names in the scripts of many countries, as their bearers would say them to a cashier."""
import unicodedata
from dataclasses import dataclass
from random import Random
from typing import Any

LATIN = str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "ı": "i", "đ": "d", "æ": "ae", "ə": "e", "þ": "th"})
WRITTEN_IN_LATIN = 0.3
SIDES = ("women", "men")


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its culture, whose side of the pool, which given and which family name, and in which script."""

    culture: dict[str, Any]
    side: str
    given_at: int
    family_at: int
    latin: bool

    @property
    def given(self) -> str:
        """The given name as it is written."""
        return str(self._of(self.side)[self.given_at])

    @property
    def family_comes_first(self) -> bool:
        """Whether the first word is not the one to call them by."""
        return self.culture["order"] != "given_first" and " " in self.whole

    @property
    def whole(self) -> str:
        """All of it, in the order of its culture."""
        family = self._of(f"family_{self.side}")[self.family_at]
        if self.culture["order"] == "given_first":
            return f"{self.given} {family}"
        between = "" if self.culture.get("joined") and not self.latin else " "
        return f"{family}{between}{self.given}"

    @property
    def plain(self) -> tuple[str, str]:
        """Given and family name in the letters of a mail address."""
        latin = self if self.latin else Name(self.culture, self.side, self.given_at, self.family_at, latin=True)
        return _bare(latin.given), _bare(latin._of(f"family_{self.side}")[self.family_at])

    def _of(self, what: str) -> Any:
        return self.culture.get(f"{what}_latin", self.culture[what]) if self.latin else self.culture[what]


def draw_name(random: Random, cultures: list[dict[str, Any]]) -> Name:
    """Somebody from anywhere."""
    culture = random.choices(cultures, [c["weight"] for c in cultures])[0]
    latin = "women_latin" not in culture or random.random() < WRITTEN_IN_LATIN
    side = random.choice(SIDES)
    return Name(
        culture, side, random.randrange(len(culture[side])), random.randrange(len(culture[f"family_{side}"])), latin
    )


def of_the_family(random: Random, name: Name) -> Name:
    """Somebody else with the same family name."""
    side = random.choice(SIDES)
    return Name(name.culture, side, random.randrange(len(name.culture[side])), name.family_at, name.latin)


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower().translate(LATIN))
    return "".join(letter for letter in letters if "a" <= letter <= "z")
