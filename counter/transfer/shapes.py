"""Which program made a file, told by its headers; headers compare in small letters, without blanks around."""

import re
from collections.abc import Sequence

from counter.records.countries import DayOrder
from counter.records.imports import Part, Shape

_HEADERS: dict[Part, str] = {
    Part.NAME: "name|full name|customer name|customer|complete_name|display name|contact name|nom complet|kunde"
    "|cliente",
    Part.FIRST: "first name|firstname|first_name|given name|forename|vorname|prénom|prenom|nombre|nome|voornaam|imię",
    Part.MIDDLE: "middle name|additional name|lastnamepreposition|tussenvoegsel",
    Part.LAST: "last name|lastname|last_name|family name|surname|nachname|nom|nom de famille|apellido|apellidos|cognome"
    "|achternaam|nazwisko",
    Part.SUFFIX: "suffix|name suffix",
    Part.CALLED: "nickname|called|spitzname",
    Part.PRONUNCIATION: "phonetic first name|phonetic middle name|phonetic last name|yomi name|pronunciation",
    Part.ADDRESS_FORM: "name prefix|title|salutation|anrede",
    Part.COMPANY: "company name|company|organization|organization name|organization 1 - name|default address company"
    "|company_name|firma|entreprise|société|empresa|azienda|related company",
    Part.ADDRESS: "street address 1|street address 2|address|address 1|address 2|address1|address2|street|street2"
    "|streetname|number|extension|default address address1|default address address2|business street|home street"
    "|address 1 - street|address 1 - extended address|address 1 - po box|postal_address1|postal_address2"
    "|postal_suburb|home address|home address 2|adresse|straße|strasse|dirección|indirizzo|adres|ulica",
    Part.CITY: "city|town|default address city|business city|home city|address 1 - city|postal_city|stadt|ort|ville"
    "|ciudad|città|plaats|miasto",
    Part.REGION: "state|province|region|default address province code|province code|business state|home state"
    "|address 1 - region|postal_state|county",
    Part.POSTCODE: "postal code|postcode|zip|zipcode|zip code|postal|default address zip|business postal code"
    "|home postal code|home zipcode|address 1 - postal code|postal_postcode|plz|code postal|código postal|cap",
    Part.COUNTRY: "country|default address country code|country code|business country/region|home country"
    "|address 1 - country|postal_country_id|postal_country|land|pays|país|paese",
    Part.LANGUAGE: "language|lang|sprache|langue",
    Part.PHONE: "phone|phone number|phone 1|mobile|mobile phone|mobile number|cell|cell phone|telephone|tel"
    "|business phone|home phone|work phone|other phone|default address phone|telefon|handy|mobil|téléphone"
    "|telephone number|teléfono|telefono|telefoon",
    Part.EMAIL: "email|e-mail|email address|e-mail address|e-mail 2 address|e-mail 3 address|primary email"
    "|secondary email|mail|correo|courriel",
    Part.BIRTHDAY: "birthday|date_of_birth|date of birth|dob|birth date|geburtstag|geburtsdatum|date de naissance",
    Part.NOTE: "memo|note|notes|comments|comment|notiz|bemerkung|notas",
    Part.TAGS: "tags|labels|group membership|category_id|categories|customer_group_name|groups",
    Part.EMAIL_CONSENT: "email subscription status|accepts email marketing|accepts marketing|consent",
    Part.SMS_CONSENT: "accepts sms marketing|accepts whatsapp marketing",
    Part.LEAVE: "creation source|first visit|last visit|transaction count|lifetime spend|instant profile"
    "|blocked from online booking|total spent|total orders|tax exempt|file as|photo|year_to_date|total visits|taxable"
    "|registered|given name yomi|additional name yomi|family name yomi|initials|short name|is a company|is_company"
    "|sex|gender|address type|type|salesperson|user_id|discount_type|directory server|customer type|priority"
    "|sensitivity",
}
_MEANING = {header: part for part, headers in _HEADERS.items() for header in headers.split("|")}
_NUMBERED: tuple[tuple[re.Pattern[str], Part], ...] = (
    (re.compile(r"e-mail \d+ - value"), Part.EMAIL),
    (re.compile(r"phone \d+ - value"), Part.PHONE),
    (re.compile(r"e-?mail \d+"), Part.EMAIL),
    (re.compile(r"(phone|mobile|telephone) \d+"), Part.PHONE),
    (re.compile(r"[a-z -]+ \d+ - (label|type|formatted)"), Part.LEAVE),
)
# key, name, headers that all stand in it, the header of its own number, the order of its days
_PROGRAMS: tuple[tuple[str, str, str, str, DayOrder | None], ...] = (
    ("square", "Square", "square customer id", "square customer id", DayOrder.MONTH_DAY),
    ("shopify", "Shopify", "accepts email marketing|tags|tax exempt", "customer id", None),
    ("google", "Google Contacts", "first name|file as|labels", "", None),
    ("google-legacy", "Google Contacts (older)", "given name|family name|group membership", "", None),
    ("thunderbird", "Thunderbird", "display name|primary email", "", None),
    ("outlook", "Outlook", "e-mail address|business phone|last name", "", None),
    ("lightspeed-x", "Lightspeed X-Series", "customer_code|first_name|last_name", "customer_code", DayOrder.DAY_MONTH),
    ("lightspeed-ecom", "Lightspeed eCom", "internal id|firstname|lastname", "internal id", None),
    ("ospos", "Open Source Point of Sale", "first name|account number|discount_type", "account number", None),
    ("odoo", "Odoo", "name|is_company", "ref", None),
    ("odoo", "Odoo", "name|is a company", "reference", None),
    ("odoo", "Odoo", "complete_name|email", "ref", None),
    ("chromis", "Chromis", "id|name|firstname|lastname|postal", "id", None),
    ("loyverse", "Loyverse", "customer name|total visits", "customer id", DayOrder.DAY_MONTH),
    ("hiboutik", "Hiboutik", "last name|first name|loyalty points", "ean", DayOrder.YEAR_FIRST),
    ("counter", "Counter", "counter id|name|may be written to", "counter id", DayOrder.YEAR_FIRST),
)


def recognise(header: Sequence[str]) -> Shape | None:
    """The known program that writes such headers, or None."""
    names = [told(cell) for cell in header]
    for key, name, needed, own, order in _PROGRAMS:
        if set(needed.split("|")) <= set(names):
            return Shape(key=key, name=name, parts=_parts(key, names, own), order=order)
    return None


def meaning(header: str) -> Part | None:
    """What a header says in most programs; None when it says nothing that is known."""
    name = told(header)
    return _MEANING.get(name) or next((part for pattern, part in _NUMBERED if pattern.fullmatch(name)), None)


def told(header: str) -> str:
    """A header to compare by."""
    return " ".join(header.replace("\ufeff", "").split()).casefold()


def _parts(key: str, names: Sequence[str], own: str) -> tuple[Part, ...]:
    here = _OWN.get(key, {})
    known = [Part.ID if name == own else here.get(name) or meaning(name) or Part.NOTE for name in names]
    if "name" in names and "complete_name" in names:  # Odoo's whole name has the company before it
        known[names.index("complete_name")] = Part.LEAVE
    spelled = Part.LAST in known or Part.FIRST in known
    return tuple(Part.LEAVE if spelled and part is Part.NAME else part for part in known)


_OWN: dict[str, dict[str, Part]] = {
    "hiboutik": {"title": Part.LEAVE},
    "odoo": {
        "title": Part.ADDRESS_FORM, "function": Part.NOTE, "parent_id": Part.COMPANY, "state_id": Part.REGION,
        "country_id": Part.COUNTRY, "id": Part.LEAVE, "category_id/id": Part.LEAVE, "country_id/id": Part.LEAVE,
        "state_id/id": Part.LEAVE, "parent_id/id": Part.LEAVE,
    },
    "google-legacy": {"language": Part.LANGUAGE, "location": Part.NOTE},
    "counter": {"may be written to": Part.EMAIL_CONSENT, "address form": Part.ADDRESS_FORM},
}
