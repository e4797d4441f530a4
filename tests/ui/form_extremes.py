"""What is hardest for a form to hold: the longest words in each of its fields, and other scripts."""

from dataclasses import replace

import counter_scenes as people
import form_scenes as usual
from counter_extremes import ARABIC_SENTENCE, CARDS, LONGEST_NAMES, OTHER_SCRIPTS, PLACE, SENTENCE, UNBROKEN, found

from counter.records.gestures import Boundary

# fields that choose or count; all others are typed
_KEPT = {
    "reason", "outcome", "severity", "kind", "boundaries", "source", "direction", "staff", "step", "deposit_fate",
    "item", "quantity_0", "quantity_1", "apology_said", "thanked", "stop_selling", "wants_answer", "keep", "language",
    "score_0", "score_1", "score_2", "minutes",
}  # fmt: skip
_DAYS = {"bought_on", "due", "needed_by", "amount", "price", "deposit", "cost"}


def needs(names, said):
    """A shop whose staff, boundaries and open things are called so."""
    items = tuple(replace(item, name=names[0], title=said[:60], sentence=said) for item in usual.OPEN)
    labels = tuple(Boundary(key=f"b{number}", label=name[:60], blocks=frozenset()) for number, name in enumerate(names))
    return replace(
        usual.NEEDS, staff=dict(enumerate(names, 1)), items=tuple(names), open=items, boundaries=labels,
        paid_before=(replace(usual.SAID, words=said),), typed_name=names[0],
    )  # fmt: skip


def filled(name, said):
    """The values of a form, everything that is typed made as long as `said`."""
    return {
        field: value if field in _KEPT | _DAYS or not value else said if number % 2 else f"{said} {said}"
        for number, (field, value) in enumerate(usual.FILLED[name].items())
    }


NEEDS = {"longest": needs(LONGEST_NAMES, SENTENCE), "scripts": needs(OTHER_SCRIPTS, ARABIC_SENTENCE)}
SAID = {"longest": f"{SENTENCE} {UNBROKEN} {PLACE}", "scripts": f"{ARABIC_SENTENCE} {people.CHINESE}"}
CARD = {"longest": CARDS["longest"], "scripts": CARDS["arabic"]}
SAME = {"longest": found(LONGEST_NAMES, SENTENCE), "scripts": found(OTHER_SCRIPTS, ARABIC_SENTENCE)}
ADVICE = {"longest": (SENTENCE, SENTENCE), "scripts": (ARABIC_SENTENCE, ARABIC_SENTENCE)}
