"""What is typed about a person, before it is stored: only a name is needed, and every text is clean and fits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from counter.records.cleaning import TEXT_LIMIT, clean_line, clean_text
from counter.records.fields import Reader
from counter.records.people import ContactKind, DateForm, FactForm, FactKind, PersonForm
from counter.records.phones import digits

_LANGUAGE_LIMIT = 35


def clean_person(form: PersonForm) -> PersonForm:
    """The form as it may be stored, empty contacts left out; raises FieldsRefused."""
    reader = Reader()
    texts = {
        field: reader.take("", clean_line, getattr(form, field), field)
        for field in ("name", "called", "pronunciation", "address_form", "company")
    }
    address = reader.take("", clean_text, form.address, "address", TEXT_LIMIT)
    language = reader.take("", clean_line, form.language, "language", _LANGUAGE_LIMIT)
    contacts = tuple(_clean_contacts(form, reader))
    if not texts["name"]:
        reader.refuse("name", "What is their name? For someone without one, press F11.")
    reader.done()
    return replace(form, **texts, address=address, language=language, contacts=contacts)


def clean_fact(form: FactForm) -> FactForm:
    """The fact as it may be stored; only a never-fact carries boundaries. Raises FieldsRefused."""
    reader = Reader()
    text = reader.take("", clean_text, form.text, "text", TEXT_LIMIT)
    if not text:
        reader.refuse("text", "What is there to know? A few words are enough.")
    reader.done()
    boundaries = tuple(dict.fromkeys(form.boundaries)) if form.kind is FactKind.NEVER else ()
    return replace(form, text=text, boundaries=boundaries)


def clean_date(form: DateForm) -> DateForm:
    """The important date as it may be stored; 29 Feb stands where no year was said. Raises FieldsRefused."""
    reader = Reader()
    label = reader.take("", clean_line, form.label, "label")
    if not label:
        reader.refuse("label", "What day is it? Like birthday, or wedding day.")
    if not _exists(form):
        reader.refuse("date", "There is no such day. Type it like 14 Nov, or 14 Nov 1998.")
    reader.done()
    return replace(form, label=label)


def _exists(form: DateForm) -> bool:
    year = 2000 if form.year is None else form.year
    try:
        date(year, form.month, form.day)
    except ValueError:
        return False
    return year >= 1800


def _clean_contacts(form: PersonForm, reader: Reader) -> list[tuple[ContactKind, str, str]]:
    kept = []
    for at, (kind, value, whose) in enumerate(form.contacts):
        field = f"contact_{at}"
        written = reader.take("", clean_line, value, field)
        name = reader.take("", clean_line, whose, f"whose_{at}")
        if not written:
            continue
        usable, sentence = _USABLE[kind]
        if not usable(written):
            reader.refuse(field, sentence)
        kept.append((kind, written, name))
    return kept


def _is_phone(text: str) -> bool:
    return 3 <= len(digits(text)) <= 20


def _is_mail(text: str) -> bool:
    name, _, domain = text.rpartition("@")
    return bool(name) and bool(domain) and " " not in text


_USABLE: dict[ContactKind, tuple[Callable[[str], bool], str]] = {
    ContactKind.PHONE: (_is_phone, "A phone number has at least three figures. What is it?"),
    ContactKind.EMAIL: (_is_mail, "An e-mail address has an @ with something on both sides. What is it?"),
}
