"""The words and starter lines of every language."""

import json
import string
import unicodedata
from datetime import UTC, date, datetime

import pytest
import slip_makers as make

from counter.slips.lines import Occasion
from counter.slips.wording import Word, read_wording, wording_for

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "tr", "ar")


@pytest.fixture(params=LANGUAGES)
def wording(request):
    return make.wording(request.param)


def test_there_are_files_for_these_languages_and_no_others():
    assert {path.stem for path in make.LINES.iterdir()} == set(LANGUAGES)


def test_every_fixed_word_is_there_and_no_other(wording):
    kept = json.loads((make.LINES / f"{wording.language}.json").read_text(encoding="utf-8"))
    assert set(kept["words"]) == set(Word)
    assert all(word.strip() == word and word for word in wording.words.values())


def test_every_occasion_has_three_lines_or_more_and_none_twice(wording):
    texts = [line.text for line in wording.lines]
    for occasion in Occasion:
        assert sum(line.occasion == occasion for line in wording.lines) >= 3
    assert len(texts) == len(set(texts))
    assert {line.occasion for line in wording.lines} == set(Occasion)


def test_lines_are_short_sincere_and_without_shouting(wording):
    for line in wording.lines:
        assert len(line.text) <= 90
        assert line.text[-1] == "."
        assert not set(line.text) & set("!{}<>%*")
        assert not any(letter in string.digits for letter in line.text)
        assert unicodedata.is_normalized("NFC", line.text)


def test_words_read_in_the_language_of_the_file(wording):
    arabic = {line.language for line in wording.lines if "ARABIC" in unicodedata.name(line.text[0])}
    assert arabic == ({"ar"} if wording.flow == "rtl" else set())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Thu 26 November 2026"), ("de", "Do, 26. November 2026"), ("pl", "czw. 26 listopada 2026"),
        ("tr", "26 Kasım 2026 Perşembe"), ("ar", "الخميس 26 نوفمبر 2026"),
    ],
)  # fmt: skip
def test_a_day_is_written_as_people_write_it_there(language, said):
    assert make.wording(language).say_day(date(2026, 11, 26)) == said


def test_a_moment_is_told_as_it_stands_in_the_shops_zone_with_the_comma_of_the_script():
    moment = datetime(2026, 11, 28, 9, 5, tzinfo=UTC)
    assert make.wording().say_moment(moment) == "Sat 28 November 2026, 9:05"
    assert make.wording("ar").say_moment(moment) == "السبت 28 نوفمبر 2026، 9:05"


@pytest.mark.parametrize(
    ("language", "shop", "spoken"),
    [("de", "fr", "de"), ("pt-BR", "fr", "pt"), ("xx", "fr", "fr"), ("", "de-AT", "de"), ("xx", "yy", "en")],
)
def test_a_language_without_lines_falls_back_to_the_shops(language, shop, spoken):
    wordings = {key: make.wording(key) for key in LANGUAGES}
    assert wording_for(language, shop, wordings).language == spoken


def test_a_file_that_lacks_a_word_is_not_taken():
    kept = json.loads((make.LINES / "en.json").read_text(encoding="utf-8"))
    del kept["words"]["thank_you"]
    with pytest.raises(KeyError, match="thank_you"):
        read_wording(json.dumps(kept))
