"""Slip codes: what is drawn, what is read, and that no slip of the finger passes for another slip."""

import random
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter.voice import codes


def drawn(count, seed=1):
    source = random.Random(seed)
    return [codes.new_code(source.randbytes) for _ in range(count)]


CODES = drawn(3000)


def test_a_code_is_eight_symbols_and_reads_as_itself():
    assert all(len(code) == 8 and set(code) <= set(codes.ALPHABET) and codes.read(code) == code for code in CODES)


def test_codes_are_not_drawn_twice_by_chance():
    assert len(set(drawn(20_000, seed=2))) == 20_000


@pytest.mark.parametrize(
    "write",
    [
        codes.show,
        str.lower,
        lambda code: f" {code[:4]} – {code[4:]} ",
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: code.replace("1", "I").replace("0", "o"),
        lambda code: "".join(chr(ord(symbol) + 0xFEE0) for symbol in code),
        lambda code: code[:4] + "\u200b" + code[4:],
        lambda code: code.translate({ord("0") + n: chr(0x660 + n) for n in range(10)}),
    ],
    ids=["hyphen", "small", "spaced", "o and l", "o and i", "full width", "zero width", "arabic digits"],
)
def test_a_code_is_read_however_it_is_written(write):
    assert [codes.read(write(code)) for code in CODES[:200]] == CODES[:200]


def wrong_singly(code):
    return [code[:at] + o + code[at + 1 :] for at in range(8) for o in codes.ALPHABET if o != code[at]]


def swapped(code):
    for one, two in combinations(range(8), 2):
        if code[one] != code[two]:
            order = list(code)
            order[one], order[two] = order[two], order[one]
            yield "".join(order)


def twins(code):
    for gap in (1, 2):
        for at in range(8 - gap):
            if code[at] == code[at + gap]:
                for other in codes.ALPHABET.replace(code[at], ""):
                    pair = list(code)
                    pair[at] = pair[at + gap] = other
                    yield "".join(pair)


@pytest.mark.parametrize("slip", [wrong_singly, swapped, twins])
def test_no_slip_of_the_finger_passes(slip):
    wrong = [text for code in CODES[:200] for text in slip(code)]
    assert len(wrong) > 2000
    assert not [text for text in wrong if codes.read(text)]


@pytest.mark.slow
@pytest.mark.parametrize(("slip", "tried"), [(wrong_singly, 744_000), (swapped, 75_000), (twins, 30_000)])
def test_no_slip_of_the_finger_passes_in_three_thousand_codes(slip, tried):
    wrong = [text for code in CODES for text in slip(code)]
    assert len(wrong) >= tried
    assert not [text for text in wrong if codes.read(text)]


def test_one_wrong_symbol_is_found_among_twenty_thousand_slips_and_alone():
    live = set(drawn(20_000, seed=3))
    source = random.Random(4)
    for code in source.sample(sorted(live), 1000):
        at = source.randrange(8)
        other = source.choice([symbol for symbol in codes.ALPHABET if symbol != code[at]])
        assert codes.near(code[:at] + other + code[at + 1 :], live) == (code,)


@pytest.mark.parametrize(
    "slip",
    [
        lambda code: code[:3] + code[4:],
        lambda code: code[:5] + "Z" + code[5:],
        lambda code: code[0] + code[2] + code[1] + code[3:],
    ],
    ids=["missing", "extra", "swapped"],
)
def test_did_you_mean_knows_missing_extra_and_swapped_symbols(slip):
    told = [(code, codes.near(slip(code), CODES)) for code in CODES[:100]]
    assert all(code in found or slip(code) == code for code, found in told)


def test_a_right_code_has_no_other_meaning_nearby_that_is_itself():
    assert all(code not in codes.neighbours(code) and len(codes.neighbours(code)) < 20 for code in CODES[:200])


@pytest.mark.parametrize("word", ["SEX", "A55", "D1CK", "NAZ1", "FVCK", "PVTA", "666"])
def test_a_code_with_a_word_in_it_is_drawn_again(word):
    start = [codes.ALPHABET.index(symbol) for symbol in word]
    first = bytes((start + [31] * 7)[:7])
    draws = iter([first, bytes(range(7))])
    assert codes.new_code(lambda _: next(draws)).startswith("0123456")
    assert next(draws, None) is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("7K3M-9QX", "A slip code has eight letters and digits; there are 7 here."),
        ("UUUU-UUUU", "A slip code has only letters and digits, like 7K3M-9QX2. It never has a U."),
        ("", "A slip code has only letters and digits, like 7K3M-9QX2. It never has a U."),
        (
            CODES[0][:7] + ("A" if CODES[0][7] != "A" else "B"),
            "One letter or digit of this code is not as it stands on the slip. Please look again.",
        ),
        (CODES[0], ""),
    ],
)
def test_what_is_wrong_with_a_code_is_said(typed, sentence):
    assert codes.why_not(typed) == sentence


@given(st.text(max_size=40))
def test_any_text_can_be_asked_about(text):
    code = codes.read(text)
    assert (code is None) == bool(codes.why_not(text))
    assert isinstance(codes.neighbours(text), tuple)


@pytest.mark.parametrize(
    "text",
    ["Slip {}", "Slip {}: it was cold", "see https://shop.example/#{} please", "代码{}谢谢", "my code was {}.", "{}"],
)
def test_a_code_is_found_wherever_it_stands_in_a_text(text):
    for code in CODES[:200]:
        written = text.format(codes.show(code))
        found = [(written[start:end], read) for start, end, read in codes.found_in(written)]
        assert (codes.show(code), code) in found


def test_what_was_meant_by_a_code_in_a_text_is_found_and_nothing_is_meant_by_plain_words():
    live = set(drawn(20_000, seed=3))
    some = sorted(live)[:300]
    typed = [f"Slip {code[:4]}-{code[4:6]}{'7' if code[6] != '7' else '8'}{code[7]} was kind" for code in some]
    assert [codes.meant_in(text, live) for text in typed] == some
    assert codes.meant_in("The bread was cold on Tuesday, call 0207 946 0142 or 2026 1126.", live) == ""


def test_ten_thousand_texts_hold_no_code_of_ours():
    live = set(drawn(20_000, seed=3))
    source = random.Random(5)
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    texts = [
        " ".join("".join(source.choices(letters, k=source.randrange(2, 10))) for _ in range(20)) for _ in range(10_000)
    ]
    shaped = [code for text in texts for _, _, code in codes.found_in(text)]
    assert len(shaped) > 300
    assert not live.intersection(shaped)


def test_a_slip_counts_for_sixty_days():
    made = datetime(2026, 9, 1, 12, tzinfo=UTC)
    assert codes.counts(made, made + timedelta(days=60))
    assert not codes.counts(made, made + timedelta(days=60, seconds=1))
