"""Which name stands on a slip: whole, or its first word where the owner wants that; what they are called goes first."""

from dataclasses import replace

import pytest
from counter_maker import someone_called

from counter.desk import people, thank
from counter.desk.composing import SlipWish
from counter.records.people import PersonForm
from counter.records.slips import Size


def name_on_slip(till, who):
    blocks = thank.choices(till, who, SlipWish()).preview.blocks
    return next(block.text for block in blocks if getattr(block, "size", None) is Size.NAME)


@pytest.mark.parametrize(("first_only", "said"), [(False, "Ania Maria Kowalska"), (True, "Ania")])
def test_the_owner_chooses_whether_the_whole_name_stands_on_slips(till, first_only, said):
    till.settings = replace(till.settings, first_name_only=first_only)
    assert name_on_slip(till, someone_called(till, "Ania Maria Kowalska")) == said


@pytest.mark.parametrize("first_only", [False, True])
def test_what_they_like_to_be_called_stands_there_whatever_was_chosen(till, first_only):
    till.settings = replace(till.settings, first_name_only=first_only)
    made = people.new(till, "new", PersonForm(name="Zhang Wei", called="Wei"))
    assert name_on_slip(till, made.customer_id) == "Wei"
