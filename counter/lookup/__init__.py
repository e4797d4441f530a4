"""Finding people: the right person, however the name was heard and typed."""

from counter.lookup.equivalents import Equivalents
from counter.lookup.index import Index, duplicates

__all__ = ["Equivalents", "Index", "duplicates"]
