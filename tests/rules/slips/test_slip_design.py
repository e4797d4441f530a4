"""The owner's design of a slip: which parts, in which order, in whose words; a broken one is turned away."""

import dataclasses

import pytest
import slip_makers as make

from counter.errors import FieldRefused
from counter.records.designs import NameSize, Part, Side, SlipDesign
from counter.records.slip_text import slip_from_text, slip_to_text
from counter.records.slips import Flow, Qr, Rule, Size, SlipKind, Words
from counter.slips.design import Policy, checked, needed, parts_of, usual
from counter.slips.thanks import ThankYou, compose_thank_you

THANK_YOU = SlipKind.THANK_YOU


def thank_you(**changes):
    design = dataclasses.replace(usual(THANK_YOU), **changes)
    frame = dataclasses.replace(make.frame(), designs=Policy().changed(THANK_YOU, checked(THANK_YOU, design)))
    return compose_thank_you(frame, ThankYou(line="Thank you for coming.", name="Ania"))


def texts(slip):
    return [block.text for block in slip.blocks if isinstance(block, Words)]


def without(kind, *parts):
    return tuple(part for part in parts_of(kind) if part not in parts)


def test_the_owners_words_stand_under_the_shops_name_and_at_the_foot():
    said = texts(thank_you(header="Bread since 1921", closing="Closed on Mondays\nSee you soon"))
    assert said[:2] == ["Blue Door Bakery", "Bread since 1921"]
    assert said[-1] == "Closed on Mondays\nSee you soon"


def test_parts_stand_in_the_owners_order_and_those_left_out_are_gone():
    parts = (Part.NAME, Part.LINE, Part.QR, Part.CODE, Part.SHOP)
    assert texts(thank_you(parts=parts)) == [
        "Ania", "Thank you for coming.", "How was it? 7K3M-9QX2", "Blue Door Bakery",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wish", "size"),
    [(NameSize.SMALLER, Size.SMALLER_NAME), (NameSize.USUAL, Size.NAME), (NameSize.LARGER, Size.LARGER_NAME)],
)
def test_the_name_stands_as_large_as_the_owner_wants(wish, size):
    slip = thank_you(name_size=wish)
    assert [block.text for block in slip.blocks if isinstance(block, Words) and block.size is size] == ["Ania"]
    assert slip_from_text(slip_to_text(slip), None) == slip


@pytest.mark.parametrize(("side", "flow"), [(Side.BY_LANGUAGE, Flow.LTR), (Side.RTL, Flow.RTL), (Side.LTR, Flow.LTR)])
def test_the_side_of_reading_is_the_languages_unless_the_owner_says_otherwise(side, flow):
    assert thank_you(side=side).flow is flow


@pytest.mark.parametrize("kind", SlipKind)
def test_what_came_with_the_program_holds_and_has_every_part_once(kind):
    design = usual(kind)
    assert checked(kind, design) == design
    assert len(set(design.parts)) == len(design.parts)
    assert set(needed(kind)) <= set(design.parts)
    assert Policy().of(kind) == design


@pytest.mark.parametrize("kind", SlipKind)
def test_no_slip_can_lose_what_it_is_for(kind):
    for part in needed(kind):
        with pytest.raises(FieldRefused, match="Keep") as refused:
            checked(kind, SlipDesign(parts=without(kind, part)))
        assert refused.value.field == "parts"


@pytest.mark.parametrize("kind", SlipKind)
def test_a_way_to_tell_us_always_stays(kind):
    assert checked(kind, SlipDesign(parts=without(kind, Part.QR)))
    assert checked(kind, SlipDesign(parts=without(kind, Part.REACH)))
    with pytest.raises(FieldRefused, match="easy"):
        checked(kind, SlipDesign(parts=without(kind, Part.QR, Part.REACH)))


@pytest.mark.parametrize(
    ("field", "words"), [("header", "x" * 161), ("closing", "x" * 161), ("header", "a\nb\nc\nd\ne")]
)
def test_the_owners_words_are_few(field, words):
    with pytest.raises(FieldRefused) as refused:
        checked(THANK_YOU, dataclasses.replace(usual(THANK_YOU), **{field: words}))
    assert refused.value.field == field


def test_a_part_of_another_slip_or_one_twice_is_turned_away():
    with pytest.raises(FieldRefused):
        checked(THANK_YOU, SlipDesign(parts=(*parts_of(THANK_YOU), Part.PRICES)))
    with pytest.raises(FieldRefused):
        checked(THANK_YOU, SlipDesign(parts=(*parts_of(THANK_YOU), Part.NAME)))


def test_amounts_never_come_onto_a_thank_you():
    money = {Part.AMOUNT, Part.PRICES, Part.OUTCOME, Part.GOODS}
    assert not money & {*parts_of(THANK_YOU), *parts_of(SlipKind.APOLOGY)}


@pytest.mark.parametrize("kind", make.EVERY_KIND, ids=lambda kind: kind.__name__)
def test_no_line_across_is_spare_and_all_may_go(kind):
    slip = kind()
    pairs = list(zip(slip.blocks, slip.blocks[1:], strict=False))
    assert not any(isinstance(one, Rule) and isinstance(other, Rule) for one, other in pairs)
    assert not isinstance(slip.blocks[0], Rule) and not isinstance(slip.blocks[-1], Rule)
    plain = dataclasses.replace(usual(slip.kind), rules=False)
    bare = dataclasses.replace(make.frame(), designs=Policy().changed(slip.kind, plain))
    assert not any(isinstance(block, Rule) for block in make.again(slip.kind, bare).blocks)


def test_the_code_stays_where_the_picture_goes():
    slip = thank_you(parts=without(THANK_YOU, Part.QR))
    assert not any(isinstance(block, Qr) for block in slip.blocks)
    assert any(make.CODE in text for text in texts(slip))
