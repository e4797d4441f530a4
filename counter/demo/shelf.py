"""What the program ships and the made-up shop uses: the catalogue of gestures, boundaries, the words of slips."""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counter.gestures import Catalogue, parse_boundaries, parse_catalogue
from counter.paths import resource
from counter.settings import Settings
from counter.slips.wording import Wording, read_wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Read once; `blocks` are the tags that each boundary forbids."""

    catalogue: Catalogue
    blocks: Mapping[str, frozenset[str]]
    wordings: Mapping[str, Wording]

    @classmethod
    def of(cls, settings: Settings) -> "Shelf":
        """As the program ships them, at this shop's price of a cup of coffee."""
        catalogue = resource("gestures", "catalogue.json").read_text(encoding="utf-8")
        files = sorted(resource("lines").glob("*.json"))
        boundaries = parse_boundaries(resource("gestures", "boundaries.json").read_text(encoding="utf-8"))
        wordings = [read_wording(file.read_text(encoding="utf-8")) for file in files]
        return cls(
            catalogue=parse_catalogue(catalogue, settings.coffee),
            blocks={key: boundary.blocks for key, boundary in boundaries.items()},
            wordings={wording.language: wording for wording in wordings},
        )

    def tags(self, boundaries: Iterable[str]) -> frozenset[str]:
        """All that these boundaries forbid."""
        return frozenset().union(*(self.blocks[key] for key in boundaries))
