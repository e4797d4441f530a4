"""A counter made of widgets alone, to be looked at: no desk, no records, only words."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.texts import card, common, find, isolate
from counter.ui.texts.keys import KEYS
from counter.ui.theme import Mode, Role, Tone
from counter.ui.widgets.bands import NeverBand, NeverLine, OpenBand, WarningBar
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle
from counter.ui.widgets.chips import ChipRow, Choice
from counter.ui.widgets.columns import Parts, ThreeColumns
from counter.ui.widgets.entries import EntryLine, EntryList
from counter.ui.widgets.facts import FactBlock, FactLine, FigureCard
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField, LinesField, Verdict
from counter.ui.widgets.form import Abreast, FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.icons import Icon
from counter.ui.widgets.keylist import KeyLine, KeyList, NavList
from counter.ui.widgets.messages import MessageBar
from counter.ui.widgets.panels import HoneyPanel, Panel
from counter.ui.widgets.progress import ProgressLine
from counter.ui.widgets.results import Result, ResultList
from counter.ui.widgets.ring import FocusRing
from counter.ui.widgets.search import SearchField
from counter.ui.widgets.steps import Step, StepState
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text
from counter.ui.widgets.timeline import Timeline, TimelineLine
from counter.ui.widgets.topbar import TopBar

LONG_ARABIC = "الشيخ عبد الرحمن بن محمد بن عبد العزيز الهاشمي القرشي"
PEOPLE = [
    Result(
        key=1,
        name="Anna Kowalska",
        when="12 days ago",
        hook="twins Olek and Jan, red cargo bike · rye, sliced thin",
        header=find.share_this_name(2),
        shared=True,
    ),
    Result(
        key=2, name="Anna Kowalska", when="in May", hook="teaches at the music school, short grey hair", shared=True
    ),
    Result(
        key=3,
        name="श्रीमती क्षितिजा अब्दुल्ला त्रिवेदी वेंकटरामन",
        when="yesterday",
        hook="name cakes without eggs",
        why=find.SOUNDS_ALIKE,
    ),
    Result(key=4, name=LONG_ARABIC, when="today", hook="barley bread, stick with a silver top"),
    Result(key=5, name="Jonas Lindqvist", when="in May", hook="café on Mill Lane"),
    Result(key=6, name="歐陽菲菲・アブドゥル", when="in March", hook="sings; takes photographs of bread"),
    Result(key="new", name=find.new_person("anna kowals"), hook=find.NOTHING_TO_TYPE, cap=find.NEW_KEY, apart=True),
]
NEVER = [
    NeverLine("No nuts, not even traces: Minh carries an EpiPen", "said 2 Sep"),
    NeverLine("No fuss in public", "noticed"),
]
SO_FAR = [
    TimelineLine(
        key=1,
        when="Tue 24 Nov",
        what="Went wrong",
        text="“You sold my son a roll from the almond tray.”",
        who="Ben",
        voice=True,
    ),
    TimelineLine(
        key=2, when="Tue 24 Nov", what="Put right", text="trays apart; recipe card at the oven · sorry said", who="Ben"
    ),
    TimelineLine(
        key=3, when="Mon 9 Nov", what="Order", text="two baguette trays for Wed 11 · collected on the day", who="Maya"
    ),
    TimelineLine(key=4, when="Wed 2 Sep", what="Return", text="taken back: it was Anna’s", who="Maya", off=True),
]


class Counter(QWidget):
    """The window: top, three columns, foot."""

    def __init__(self, *, form=None, extra="extra", width=1366, height=768):
        super().__init__()
        self.setFixedSize(width, height)
        self.search = SearchField("search", find.SEARCH, find.PLACEHOLDER)
        self.search.setText("anna kowals")
        self.found = ResultList("found", find.FOUND)
        self.found.set_results(PEOPLE)
        self.search.moved.connect(self.found.move_choice)
        self.form = form() if form else QWidget()
        self.band, self.body, self.timeline = _card()
        self.columns = ThreeColumns(
            Parts(
                search=self.search,
                found=self.found,
                find_foot=Text(find.FOOT, Role.SMALL, Tone.QUIET),
                head=_head(small=form is not None),
                waiting=self.band,
                body=self.body,
                form=self.form,
                extra=_extra() if extra == "extra" else _nobody(),
                keys=_keys(),
                slip=_slip(),
            ),
            self,
        )
        self.columns.mode_changed.connect(self._give_way)
        self.columns.set_form_open(is_open=form is not None)
        self.top = _top()
        self.progress = ProgressLine(Action(name="stop", label=common.STOP))
        self.message = MessageBar(
            Action(name="undo", label=common.UNDO, key="Ctrl+Z"),
            [Action(name="help", label="help", key="F1"), Action(name="owner", label=common.OWNERS_WINDOW, key="F10")],
        )
        self.message.say(f"Return saved for {isolate(LONG_ARABIC[:24])}: barley bread, exchanged")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.progress)
        column.addWidget(self.columns, 1)
        column.addWidget(self.message)
        self.ring = FocusRing(self)

    def _give_way(self, mode):
        self.timeline.set_mode(mode)
        chips = self.body.findChild(ChipRow, "circumstances")
        chips.set_folded(folded=mode is Mode.SNUG, others=card.OTHERS)
        self.top.set_mode(mode)
        self.message.set_mode(mode)
        if isinstance(self.form, FormFrame):
            self.form.set_mode(mode)


def _top():
    top = TopBar(Action(name="staff", label="Maya", key="Ctrl+1"))
    top.set_shop("Blue Door Bakery")
    top.set_printer([("Counter printer: no paper", Tone.RED), (common.slips_wait(2), Tone.RED)])
    top.set_when(common.when("Thu 26 Nov", "10:42"))
    return top


def _head(*, small):
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(Text("Jonas Nguyễn Thị Ánh", Role.LONG_NAME if small else Role.NAME))
    column.addWidget(Text(card.call_them("Tuyết", "twet", "she"), Role.BODY, Tone.GREEN))
    never = NeverBand()
    never.set_lines(NEVER)
    column.addWidget(never)
    return head


def _card():
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    band = OpenBand("open", Action(name="tell", label="Tell her", key="F6"))
    band.set_words(
        "Put right, not told yet", "Tuesday’s almond mix-up: recipe card now hangs at the oven. She doesn’t know."
    )
    chips = ChipRow("circumstances", card.TODAY, many=True)
    words = ["Rain", "Child along", "Dog along", "Heavy bag", "Bad day", "Waited long"]
    chips.set_choices([Choice(word.lower(), word) for word in words], ["rain"])
    known = Panel("known")
    left, right = FactBlock("matters", card.MATTERS), FactBlock("likes", card.LIKES)
    left.set_facts([FactLine("Runs the sewing shop across the street."), FactLine("Son عمر studies in Kraków.")])
    right.set_facts([FactLine("Plain milk bread, warm."), FactLine("Sits by the window", card.NOTICED)])
    known.body.addWidget(Abreast(left, right))
    so_far = Panel("so_far")
    so_far.add_heading(card.SO_FAR, Role.LABEL)
    timeline = Timeline("timeline", card.SO_FAR)
    timeline.set_lines(SO_FAR)
    so_far.body.addWidget(timeline)
    for part in (chips, known, so_far):
        column.addWidget(part)
    return band, body, timeline


def _extra():
    extra = HoneyPanel("extra")
    extra.show_extra(
        card.ONE_SMALL_EXTRA,
        "Put two gingerbread stars in the bag, one each for Olek and Jan.",
        card.because("their birthday is on Saturday, and she has never had it from us. No nuts in it."),
        card.say("For Saturday, from all of us."),
    )
    extra.body.addWidget(ActionButton(Action(name="given", label=card.GIVEN, key="Ctrl+G"), ButtonStyle.FILLED))
    extra.body.addWidget(ActionButton(Action(name="another", label=card.ANOTHER, key="Ctrl+T"), ButtonStyle.QUIET))
    extra.body.addWidget(ActionButton(Action(name="not_today", label=card.NOT_TODAY, key="Ctrl+L"), ButtonStyle.QUIET))
    return extra


def _nobody():
    extra = HoneyPanel("extra")
    extra.show_none(card.NOBODY_OPEN, card.NOBODY_OPEN_WHY)
    return extra


def _keys():
    keys = KeyList("keys", "Keys")
    badge = {"tell": "1"}
    keys.set_lines(
        [KeyLine(name=n, key=KEYS[n], label=w, tail=t, badge=badge.get(n, "")) for n, w, t in card.DOES_CARD], "return"
    )
    return keys


def _slip():
    slip = QWidget()
    column = QVBoxLayout(slip)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    button = ActionButton(Action(name="slip", label=card.THANK_YOU_SLIP, key="F9"), ButtonStyle.FILLED, large=True)
    column.addWidget(button)
    column.addWidget(Text("For Ania · in English · 58 mm", Role.SMALL, Tone.QUIET, lines=1))
    return slip


def letter_o(text):
    """A check of a field, as a screen would hand it in."""
    return Verdict(problem="There is a letter O in it. Do you mean 7.80?") if "O" in text else Verdict(meaning="")


def return_form():
    """F2, with a problem and a warning."""
    form = FormFrame(
        FormSpec(
            name="return_form",
            title="Return",
            key="F2",
            foot=common.DRAFT_KEPT_BY_ESC,
            save=Action(name="save", label="Save the return", key="Enter"),
        )
    )
    what = LineField(FieldSpec(name="what", label="What comes back", placeholder="another item"))
    many = LineField(FieldSpec(name="many", label="How many"))
    form.add_row(what, many, stretches=(5, 1), stacks=False)
    form.add_row(
        LineField(FieldSpec(name="bought", label="Bought on", hint="Sat 14 Nov. Until Sun 14 Nov 2027.")),
        LineField(FieldSpec(name="receipt", label="Receipt number")),
    )
    warning = WarningBar("warning")
    warning.set_words("Two of these three came back on 20 Nov. You may still say yes.")
    form.body.addWidget(warning)
    reasons = ["Not fresh", "Wrong item", "Too many", "Not as described", "Changed mind"]
    form.add(ChoiceField(FieldSpec(name="reason", label="Reason"), [Choice(w.lower(), w) for w in reasons]))
    form.add(LineField(FieldSpec(name="amount", label="Amount back", check=letter_o)))
    form.body.addStretch(1)
    form.set_values({"what": "Cinnamon bun", "many": "3", "bought": "14 Nov", "reason": "too many", "amount": "7,8O"})
    form.set_draft_note(common.draft_kept("10:42", "Maya"))
    return form


def complaint_form():
    """F4, in steps."""
    form = FormFrame(
        FormSpec(
            name="complaint_form",
            title="Something went wrong",
            key="F4",
            foot=common.DRAFT_KEPT_BY_ESC,
            save=Action(name="save", label="Save: put right, to be told", key="Ctrl+Enter"),
        )
    )
    listen = Step("listen", "Listen: in her own words", StepState.DONE)
    words = form.know(LinesField(FieldSpec(name="words", label="In her own words", bare=True, voice=True, rows=2)))
    words.set_value("My father turned eighty and the cake said Ahmed. His name is Ahmet. He saw it before I did.")
    listen.body.addWidget(words)
    sorry = Step("apologise", "Apologise", StepState.DONE)
    chips = ChipRow("sorry", "Apologise", many=True)
    chips.set_choices([Choice("said", "Sorry said")], ["said"])
    sorry.beside.addWidget(chips, 1)
    sorry.body.addWidget(Text("“I am sorry. A name matters, and we got your father’s wrong.”", Role.BODY, Tone.QUIET))
    act = Step("act", "Act: at once, and a little beyond", StepState.NOW)
    act.body.addWidget(form.know(LineField(FieldSpec(name="remedy", label="What we do", bare=True))))
    tell = Step("tell", "Tell her what was done", StepState.LATER)
    for step in (listen, sorry, act, tell):
        form.body.addWidget(step)
    form.body.addStretch(1)
    return form


class Owner(QWidget):
    """Today's lists, a draft to go on with, and a table."""

    def __init__(self, width=1366, height=768):
        super().__init__()
        self.setFixedSize(width, height)
        column = QVBoxLayout(self)
        draft = WarningBar(
            "draft",
            Icon.PENCIL,
            [Action(name="go_on", label=common.GO_ON, key="Enter"), Action(name="throw", label=common.THROW_AWAY)],
        )
        draft.set_words("Return for Jonas Lindqvist, half written, 10:42")
        column.addWidget(draft)
        cards = QHBoxLayout()
        for name, lines in (("Promised", _PROMISED), ("Needs you", _NEEDS)):
            panel = Panel(name)
            panel.add_heading(name)
            entries = EntryList(f"{name}_list", name)
            entries.set_lines(lines)
            panel.body.addWidget(entries)
            panel.body.addStretch(1)
            cards.addWidget(panel, 1)
        figures = QHBoxLayout()
        nav = NavList("pages", "Pages")
        nav.set_lines(
            [
                KeyLine(name="today", key="", label="Today"),
                KeyLine(name="say", key="", label="What customers say", badge="3"),
            ],
            "today",
        )
        figures.addWidget(nav)
        for number, label, sense in (
            ("64", "visits", "52 is usual for a Thursday"),
            ("9", "extras given", "6.20 of 9.00; one in seven visits"),
        ):
            figure = FigureCard(label, label)
            figure.set_figure(number, sense)
            figures.addWidget(figure, 1)
        column.addLayout(figures)
        column.addLayout(cards)
        self.table = Table("gestures", "Gestures", _COLUMNS)
        self.table.set_rows(_ROWS)
        column.addWidget(self.table, 1)
        self.ring = FocusRing(self)


_PROMISED = [
    EntryLine(key=1, name="Jonas Lindqvist", text="Seed loaf for 30, sliced", tag="late since Tue", urgent=True),
    EntryLine(key=2, name="王小明", text="Birthday cake with pears", tag="today 16:00"),
]
_NEEDS = [
    EntryLine(key=1, text="“Why?” on the wrong name on the cake: ask Ben, who wrote it", tag="by tomorrow"),
    EntryLine(key=2, text="The card reader failed twice for someone: still open", tag="since 9:15", urgent=True),
]
_COLUMNS = [
    Column(title="Gesture"),
    Column(title="For", lesser=True, stretch=True),
    Column(title="Costs", end=True),
    Column(title="Given", end=True),
    Column(title="Rests"),
    Column(title="On"),
]
_ROWS = [
    Row(
        key="stars",
        cells=("Two gingerbread stars for the children", "dates near, child along", "0.60", "4", "90 days", "on"),
    ),
    Row(key="tram", cells=("Carry the bag to the tram", "heavy bag, rain", "3 min", "7", "30 days", "on")),
    Row(key="pig", cells=("Marzipan pig <b>", "new year", "0.80", "0", "a year", "off"), off=True),
]
