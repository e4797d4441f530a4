"""The weekly report as a PDF decoded again, and a shop in which all sorts of people say all sorts of things."""

import unicodedata
from collections import Counter
from io import BytesIO, StringIO
from random import Random

import pypdfium2
from counter_maker import Ops, open_till, someone_called
from pdfminer.high_level import extract_text_to_fp

from counter.desk import complaints, compliments, feedback, thank
from counter.desk.composing import SlipWish
from counter.models import answers, things
from counter.office import report as office
from counter.paper.pdf import About, pdf
from counter.paper.report import set_report
from counter.records.answers import Answer
from counter.records.complaints import ComplaintForm
from counter.records.when import monday

SCRIPTS = (
    "the bread was cold and nobody said a word about it <b>really</b> & 5 < 6", "das Brötchen war größer früher",
    "le croissant était parfait", "الخبز كان قاسيا جدا اليوم", "הלחם היה שרוף מאוד", "昨天的面包很硬 服务也慢",
    "Το ψωμί ήταν καμένο", "रोटी बासी थी", "хліб був теплий", "ขนมปัง แข็ง มาก", "빵이 차가웠어요", "パンが かたい",
)  # fmt: skip


def printed(report, fonts):
    """The report's PDF."""
    return pdf(set_report(report, fonts), About("What our customers are saying", "en"))


def text_of(data):
    """All its text, squeezed."""
    out = StringIO()
    extract_text_to_fp(BytesIO(data), out, laparams=None)
    return squeezed(out.getvalue())


def text_at_a_glance(data):
    """The same by a reader that is a hundred times as quick, and reads Arabic and Hebrew from the wrong side."""
    with pypdfium2.PdfDocument(data) as document:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))


def squeezed(text):
    """Without the white between lines, and letters joined one way."""
    return "".join(unicodedata.normalize("NFC", text).split()).replace("\u200b", "")


def wrongly_often(said, text):
    """The words that don't stand in the text exactly as often as they were said; a longer voice may repeat them."""
    wanted = Counter(squeezed(voice.words) for voice in said if voice.words)
    return [
        words for words in wanted
        if text.count(words) != sum(other.count(words) * times for other, times in wanted.items())
    ]  # fmt: skip


def wrongly_printed(said, data):
    """The same of a PDF: read quickly, and with care where that found something."""
    return wrongly_often(said, text_at_a_glance(data)) and wrongly_often(said, text_of(data))


class Talk:
    """A shop where so many weeks go by; the same seed is the same talk."""

    def __init__(self, path, clock, seed):
        self.till, self.clock, self.random, self.op = open_till(path, clock), clock, Random(seed), Ops()
        self.open, self.told = [], 0
        self.people = [someone_called(self.till, f"{name} Kowalska", self.op()) for name in ("Ania", "Zoë", "Maja")]

    def week(self):
        """A week in which anything may be said and anything be put right; then the next one begins."""
        for _ in range(self.random.randrange(14)):
            self.clock.go_on(minutes=self.random.randrange(5, 600))
            self.random.choice((self._wrong, self._wrong, self._praise, self._answer, self._nameless))()
            self._put_right()
        ended = monday(self.till.today)
        self.clock.go_on(days=7 - self.till.today.weekday())
        return ended

    def missing(self, week, fonts):
        """The voices of a week's report that stand in its PDF not exactly once, and how many voices there are."""
        said = office.all_voices(week, self.till.settings, self.till.now)
        data = printed(office.weekly(week, self.till.settings, self.till.now), fonts)
        return wrongly_printed(said, data), len(said)

    def _words(self):
        words = self.random.choice(SCRIPTS).split()
        self.told += 1
        return " ".join(self.random.choices(words, k=self.random.choice((1, 5, 12, 40)))) + f" №{self.told}."

    def _wrong(self):
        who, form = self.random.choice(self.people), ComplaintForm(words=self._words(), theme="Other")
        self.open.append(complaints.log(self.till, self.op(), who, form).thing_id)

    def _praise(self):
        compliments.received(self.till, self.op(), self.random.choice(self.people), self._words(), None)

    def _answer(self):
        thank.slip(self.till, self.op(), self.random.choice(self.people), SlipWish())
        feedback.words(self.till, self.op(), things.last_slip().code, self._words(), ((5, 6, 7), False))

    def _nameless(self):
        said = Answer(key="", words=self._words())
        with self.till.database.atomic():
            answers.add_nameless(monday(self.till.today), [said], (), lambda: self.random.getrandbits(55) + 1)

    def _put_right(self):
        if self.open and self.random.random() < 0.4:
            one = self.open.pop(self.random.randrange(len(self.open)))
            complaints.put_right(self.till, self.op(), one, "Another loaf")
            self.clock.go_on(minutes=self.random.randrange(5, 3000))
            complaints.tell(self.till, self.op(), one, "by phone")
            complaints.cause(self.till, self.op(), one, "The oven")
