"""What a test slip measures a printer by."""

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """The width that the head reaches, how dark it burns, and where the knife cuts."""

    WIDTH = "width"
    DARKNESS = "darkness"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Gauge:
    """One drawing to look at."""

    what: Measure
