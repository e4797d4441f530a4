"""Answers in the file of a form: which column says what is guessed from the cells, whatever language heads them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from counter.errors import FieldRefused, Refused
from counter.records.answers import NO_SCORES, Answer, FormFile, Says, Scores
from counter.records.cleaning import clean_text
from counter.records.countries import DayOrder
from counter.records.here import Here
from counter.records.imports import Grid
from counter.records.phones import digits
from counter.transfer.decoding import decode
from counter.transfer.tables import read_table

_SAMPLE, _MOSTLY = 300, 0.8
_NUMBER = re.compile(r"\s*(10|[1-9])(?:[.,]0+)?(?:\s*(?:/\s*10|[-–—:=(.)]).*)?\s*", re.S)
_DAY = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[,T ]+(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\D*)?.*", re.S)
_CODE = re.compile(r"\W*[0-9A-Za-z]{3,5}[\s._\-\u2010-\u2015]{0,3}[0-9A-Za-z]{3,5}\W*")
_YES = {"yes", "true", "1", "x", "ja", "oui", "sí", "si", "sì", "tak", "sim", "evet", "نعم", "checked", "是"}
_NO = {"no", "false", "0", "", "nein", "non", "nee", "nie", "não", "hayır", "لا", "unchecked", "否"}


def read_form(name: str, data: bytes, is_code: Callable[[str], bool]) -> FormFile:
    """Read a CSV of any delimiter and encoding and guess its columns; raises Refused when there is nothing in it.

    `is_code` says whether a text is a slip's code by its check symbol.
    """
    grid = _with_header(read_table(decode(data)), is_code)
    return FormFile(name=name, grid=grid, columns=_guess(grid, is_code))


def answers_of(form: FormFile, here: Here) -> tuple[Answer, ...]:
    """A row's answer each; codes are as typed. Raises Refused when no column holds words or figures."""
    if not {Says.WORDS, Says.SCORE} & set(form.columns):
        raise Refused("No column of this file is said to hold words or figures. Say which one does.")
    if form.columns.count(Says.SCORE) not in (0, 3):
        raise Refused("The index asks three questions: three columns hold figures, or none does.")
    order = _order(form, here.country.order)
    return tuple(answer for row in form.grid.rows if (answer := _answer(form.columns, row, order, here)) is not None)


def _answer(columns: Sequence[Says], row: Sequence[str], order: DayOrder, here: Here) -> Answer | None:
    cells = {says: [cell.strip() for at, cell in enumerate(row) if columns[at] is says] for says in Says}
    words = _words(cells[Says.WORDS])
    figures = [_figure(cell) for cell in cells[Says.SCORE]]
    scores: Scores = (figures[0], figures[1], figures[2]) if figures else NO_SCORES
    if not words and not any(scores):
        return None
    contact = " ".join(filter(None, cells[Says.CONTACT]))
    said = any(cell.casefold() not in _NO for cell in cells[Says.WANTS])
    key = sha256("\x1f".join(("form", *map(str.strip, row))).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return Answer(
        words=words, key=key, code="".join(cells[Says.CODE][:1]), scores=scores, contact=contact[:200],
        wants_answer=said if cells[Says.WANTS] else bool(contact),
        sent=next((at for cell in cells[Says.WHEN] if (at := _moment(cell, order, here)) is not None), None),
    )


def _words(cells: Sequence[str]) -> str:
    try:
        return clean_text("\n".join(filter(None, cells)), "words")
    except FieldRefused as fault:
        raise Refused(f"An answer in this file is too long. {fault.sentence}") from fault


def _with_header(grid: Grid, is_code: Callable[[str], bool]) -> Grid:
    """A first row that already is an answer gets made-up names above it."""
    if not any(is_code(cell) or _DAY.fullmatch(cell.strip()) or _is_contact(cell) for cell in grid.header):
        return grid
    names = tuple(f"Column {number}" for number in range(1, len(grid.header) + 1))
    return replace(grid, header=names, rows=(grid.header, *grid.rows), lines=(1, *grid.lines))


def _guess(grid: Grid, is_code: Callable[[str], bool]) -> tuple[Says, ...]:
    samples = [[cell for row in grid.rows[:_SAMPLE] if (cell := row[at].strip())] for at in range(len(grid.header))]
    says = [_by_cells(cells, is_code) for cells in samples]
    _one_code(says, samples, is_code)
    _three_scores(says, samples)
    return tuple(says)


def _by_cells(cells: Sequence[str], is_code: Callable[[str], bool]) -> Says:
    def mostly(fits: Callable[[str], object], share: float = _MOSTLY) -> bool:
        return bool(cells) and sum(bool(fits(cell)) for cell in cells) >= share * len(cells)

    if mostly(is_code, 0.5) and mostly(_CODE.fullmatch):
        return Says.CODE
    if mostly(_DAY.fullmatch):
        return Says.WHEN
    if mostly(_is_yes_or_no) and not mostly(str.isdecimal):
        return Says.WANTS
    if mostly(_NUMBER.fullmatch):
        return Says.SCORE
    if mostly(_is_contact):
        return Says.CONTACT
    return Says.WORDS if mostly(_is_prose, 0.3) else Says.LEAVE


def _one_code(says: list[Says], samples: Sequence[Sequence[str]], is_code: Callable[[str], bool]) -> None:
    """Of several columns of codes, the one with most that are right."""
    found = [at for at, one in enumerate(says) if one is Says.CODE]
    for at in sorted(found, key=lambda at: -sum(map(is_code, samples[at])))[1:]:
        says[at] = Says.LEAVE


def _three_scores(says: list[Says], samples: Sequence[Sequence[str]]) -> None:
    """Running numbers are no figures; of more than three columns of figures the first three are meant."""
    found = [at for at, one in enumerate(says) if one is Says.SCORE]
    running = [at for at in found if len(samples[at]) > 2 and _is_running(samples[at])]
    kept = [at for at in found if at not in running][:3] if len(found) > 3 else found
    for at in found:
        if at not in kept or len(kept) < 3:
            says[at] = Says.LEAVE


def _is_running(cells: Sequence[str]) -> bool:
    figures = [int(cell) for cell in cells if cell.isdecimal()]
    steps = {after - before for before, after in zip(figures, figures[1:], strict=False)}
    return len(figures) == len(cells) and (steps == {1} or steps == {-1})


def _is_yes_or_no(cell: str) -> bool:
    return cell.casefold() in _YES | _NO


def _is_contact(cell: str) -> bool:
    text = cell.strip().removeprefix("'")
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        return True
    return 8 <= len(digits(text)) <= 15 and not re.search(r"[^\d\s()+./\-]", text) and not _DAY.fullmatch(text)


def _is_prose(cell: str) -> bool:
    """Several words, or a script that writes without spaces."""
    return len(cell.split()) >= 3 or sum(ord(letter) > 0x2E80 for letter in cell) >= 4


def _figure(cell: str) -> int | None:
    found = _NUMBER.fullmatch(cell)
    return int(found[1]) if found else None


def _order(form: FormFile, usual: DayOrder) -> DayOrder:
    """As the days themselves tell, else as the country writes them."""
    cells = [row[at] for row in form.grid.rows for at, says in enumerate(form.columns) if says is Says.WHEN]
    days = [found for cell in cells if (found := _DAY.fullmatch(cell.strip()))]
    if any(len(day[1]) > 2 for day in days):
        return DayOrder.YEAR_FIRST
    if any(int(day[1]) > 12 for day in days):
        return DayOrder.DAY_MONTH
    if any(int(day[2]) > 12 for day in days):
        return DayOrder.MONTH_DAY
    return DayOrder.DAY_MONTH if usual is DayOrder.YEAR_FIRST else usual


def _moment(cell: str, order: DayOrder, here: Here) -> datetime | None:
    found = _DAY.fullmatch(cell.strip())
    if found is None:
        return None
    places = {DayOrder.YEAR_FIRST: (1, 2, 3), DayOrder.DAY_MONTH: (3, 2, 1), DayOrder.MONTH_DAY: (3, 1, 2)}[order]
    year, month, day = (int(found[place]) for place in places)
    zone = UTC if cell.strip().endswith("Z") else here.zone
    try:
        return datetime(
            year + 2000 if year < 100 else year, month, day, int(found[4] or 12), int(found[5] or 0), tzinfo=zone
        )
    except ValueError:
        return None
