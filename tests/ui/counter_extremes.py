"""The people and days that are hardest to show: the longest names, words without an end, names in other scripts."""

from dataclasses import replace

import counter_scenes as usual
import slip_makers

from counter.records.card import OpenKind
from counter.records.people import FactKind, HouseholdMember, Source
from counter.ui.counter.slip_panel import SlipOffer

UNBROKEN = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe"
PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
HINDI = "श्रीमती क्षितिजा अब्दुल्ला त्रिवेदी वेंकटरामन"
ETHIOPIC = "ወይዘሮ ጽጌረዳ ገብረእግዚአብሔር"
SENTENCE = (
    "Asks for the rye of the day before, sliced as thin as it goes, in paper and never in plastic, because the bag of "
    f"the bicycle sweats; comes by train from {PLACE} on the second Thursday of each month, and stays for tea."
)
ARABIC_SENTENCE = "يحب خبز الشعير الطازج كل صباح، ويجلس دائما بجانب النافذة مع حفيدته الصغيرة ليلى."
CHINESE_SENTENCE = "每天早上喜欢新鲜的黑麦面包，切得很薄；总是和小孙女坐在窗边，安静地看报纸，喝一杯热豆浆。"
LINE = (
    "Thank you for coming all the way to us through this rain, on foot, with the pram and the little one asleep in it; "
    "it made our whole grey morning."
)


def _facts(matters, likes, never, source=Source.SAID):
    return (
        usual.fact(1, FactKind.NEVER, never, boundaries=("nuts",)),
        usual.fact(2, FactKind.NEVER, never, source),
        usual.fact(3, FactKind.MATTERS, matters),
        usual.fact(4, FactKind.LIKES, likes, Source.GUESSED),
        usual.fact(5, FactKind.RECOGNISE, likes, Source.NOTICED),
    )


def _card(name, called, said, **person):
    """One person of whom everything is as long as `said`, and open."""
    praise, wrong = replace(usual.PRAISE, words=said), replace(usual.WRONG, words=said, remedy=said)
    timeline = (
        usual.entry(3, usual.EntryKind.COMPLIMENT, praise, staff=name),
        usual.entry(2, usual.EntryKind.COMPLAINT, wrong),
        usual.entry(1, usual.EntryKind.ORDER, replace(usual.CAKES, spec=said), days=400),
    )  # fmt: skip
    return usual.card(
        usual.customer(name, called=called, pronunciation=said[:40], company=person.pop("company", ""), **person),
        facts=_facts(said, said, said, Source.NOTICED),
        near=(replace(usual.NEAR, name=name, sentence=f"Sat 28 Nov: {said}"),),
        household=(
            HouseholdMember(id=1, customer_id=1, name=name, relation="husband", may_collect=True, member_id=None),
        ),
        open=tuple(replace(item, name=name, sentence=said) for item in (usual.UNTOLD, usual.PEARS)),
        drafts=(replace(usual.DRAFT, name=name, staff=name),), timeline=timeline, credit=123_456_789,
        suggestion=replace(usual.STARS_TODAY, title=said[:90], because=said, say=said[:90]),
    )  # fmt: skip


CARDS = {
    "longest": _card(usual.LONG, usual.LONG[:40], SENTENCE, company=f"{PLACE} & Sons", address=f"12 {PLACE}"),
    "unbroken": _card(UNBROKEN, PLACE, f"{UNBROKEN} {PLACE}"),
    "arabic": _card(usual.ARABIC, "أبو عمر", ARABIC_SENTENCE),
    "chinese": _card(usual.CHINESE * 3, usual.CHINESE, CHINESE_SENTENCE),
    "hindi": _card(HINDI, "क्षितिजा", f"{HINDI}, {ETHIOPIC}"),
}
LONGEST_NAMES = (usual.LONG, UNBROKEN, f"{usual.LONG} and {usual.LONG}")
OTHER_SCRIPTS = (usual.ARABIC, usual.CHINESE * 2, HINDI)


def found(names, said):
    """Those who answer to what was typed, two of whom share a name."""
    first, *rest = names
    return (
        usual.candidate(1, first, said, shared=True), usual.candidate(2, first, said[:50], shared=True, days=190),
        *(usual.candidate(number, name, said, "sounds alike") for number, name in enumerate(rest, 3)),
    )  # fmt: skip


def today(names, said):
    """A day on which everybody has such a name."""
    def item(kind, name, **rest):
        return replace(usual.LOAF, kind=kind, name=name, sentence=said, **rest)

    return usual.today(
        drafts=tuple(replace(usual.DRAFT, name=name, staff=name) for name in names[:2]),
        promised=tuple(item(OpenKind.ORDER, name) for name in names),
        ready=tuple(item(OpenKind.READY, name, red=False, tag="tomorrow 16:00") for name in names[:2]),
        complaints=tuple(item(OpenKind.COMPLAINT, name, tag="since Tue 10:42") for name in names[:1]),
        follow_ups=tuple(item(OpenKind.FOLLOW_UP, name, red=False, tag="today") for name in names[:1]),
        near=tuple(replace(usual.NEAR, name=name, sentence=said) for name in names[:1]),
        recent=tuple(usual.candidate(20 + number, name, said) for number, name in enumerate(names)),
    )


def queue(name):
    """Slips of one such person, and a printer called so."""
    return replace(
        usual.QUEUE,
        printers=tuple(replace(one, name=f"{one.name} {name}") for one in usual.QUEUE.printers),
        waiting=tuple(replace(one, name=name) for one in usual.QUEUE.waiting),
    )


def offer(name, line):
    """What a slip may say, and printers called so."""
    return SlipOffer(
        lines=(line, LINE), kinds=(("thank_you", "Thank-you"), ("apology", "What we did")),
        languages=(("en", "English"), ("ar", "العربية"), ("zh", "中文")), printers=(("1", name), ("2", "Office")),
    )  # fmt: skip


def slip(name, line):
    """A thank-you for such a person."""
    return slip_makers.thank_you(name=name, line=line, gesture=line)
