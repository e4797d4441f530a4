"""Finding people: the right person, however the name was heard and typed."""

from counter.lookup.building import Gathered
from counter.lookup.equivalents import Equivalents
from counter.lookup.index import Index
from counter.lookup.pairs import Likely
from counter.lookup.same import duplicates

__all__ = ["Equivalents", "Gathered", "Index", "Likely", "duplicates"]
