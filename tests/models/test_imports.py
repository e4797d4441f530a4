"""People come in from the files of other programs: shown first, never doubled, and taken back as a whole."""

import csv
import io

import pytest
from counter_commands import tables
from counter_maker import someone_called

from counter.desk import facts, notes, undo
from counter.desk import people as desk
from counter.errors import Refused
from counter.models import imports as queries
from counter.models import people
from counter.models.tables_people import ConsentRow, CustomerRow
from counter.office import imports
from counter.office import undo as office_undo
from counter.office.change import Change
from counter.office.imports import Answers
from counter.records.imports import Fate
from counter.records.people import ContactKind, FactForm, FactKind, PersonForm, Source
from counter.transfer import planning
from counter.transfer.looking import look
from counter.transfer.rows import EMAIL

# Program, how its cells are parted, all the columns that it writes, and what stands in those that matter here.
SHOPS = {
    "square": (
        "Square", ",", "Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,"
        "Street Address 1,Street Address 2,City,State,Postal Code,Birthday,Memo,Square Customer ID,Creation Source,"
        "First Visit,Last Visit,Transaction Count,Lifetime Spend,Email Subscription Status,Instant Profile,"
        "Blocked from online booking",
        {"First Name": "{first}", "Last Name": "{last}", "Email Address": "{mail}", "Phone Number": "'{phone}",
         "Street Address 1": "{street}", "City": "{town}", "Postal Code": "{zip}", "Birthday": "{month:02d}-{day:02d}",
         "Memo": "{note}", "Square Customer ID": "SQ{n}", "Creation Source": "Import", "First Visit": "2020-01-01",
         "Transaction Count": "1", "Lifetime Spend": "5", "Email Subscription Status": "unsubscribed"},
    ),
    "shopify": (
        "Shopify", ",", "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
        "Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,"
        "Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,"
        "Total Spent,Total Orders,Note,Tax Exempt,Tags,Accepts WhatsApp Marketing,Shoe (customer.metafields.x.y)",
        {"Customer ID": "'72{n}", "First Name": "{first}", "Last Name": "{last}", "Email": "{mail}",
         "Accepts Email Marketing": "no", "Default Address Address1": "{street}", "Default Address City": "{town}",
         "Default Address Country Code": "GB", "Default Address Zip": "{zip}", "Phone": "'{phone}",
         "Accepts SMS Marketing": "no", "Total Spent": "0", "Total Orders": "0", "Note": "{note}", "Tax Exempt": "no"},
    ),
    "google": (
        "Google Contacts", ",", "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,"
        "Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
        "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,"
        "Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
        "Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,"
        "Address 1 - Extended Address,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,"
        "Custom Field 1 - Label,Custom Field 1 - Value",
        {"First Name": "{first}", "Last Name": "{last}", "Birthday": "{year}-{month:02d}-{day:02d}", "Notes": "{note}",
         "Photo": "https://example.org/{n}.jpg", "Labels": "* myContacts", "E-mail 1 - Label": "*",
         "E-mail 1 - Value": "{mail}", "Phone 1 - Label": "Mobile", "Phone 1 - Value": "{phone}",
         "Address 1 - Label": "Home", "Address 1 - Formatted": "x", "Address 1 - Street": "{street}",
         "Address 1 - City": "{town}", "Address 1 - Postal Code": "{zip}"},
    ),
    "google-legacy": (
        "Google Contacts (older)", ",", "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,"
        "Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,"
        "Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,"
        "Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,"
        "Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
        "Address 1 - Postal Code,Organization 1 - Name",
        {"Name": "{first} {last}", "Given Name": "{first}", "Family Name": "{last}", "Notes": "{note}",
         "Birthday": "{year}-{month:02d}-{day:02d}", "Group Membership": "* My Contacts", "E-mail 1 - Type": "*",
         "E-mail 1 - Value": "{mail}", "Phone 1 - Type": "Mobile", "Phone 1 - Value": "{phone}",
         "Address 1 - Type": "Home", "Address 1 - Street": "{street}", "Address 1 - City": "{town}",
         "Address 1 - Postal Code": "{zip}"},
    ),
    "outlook": (
        "Outlook", ",", "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
        "Business City,Business State,Business Postal Code,Business Country/Region,Business Phone,Mobile Phone,"
        "E-mail Address,Web Page,Notes",
        {"First Name": "{first}", "Last Name": "{last}", "Business Street": "{street}", "Business City": "{town}",
         "Business Postal Code": "{zip}", "Mobile Phone": "{phone}", "E-mail Address": "{mail}", "Notes": "{note}"},
    ),
    "thunderbird": (
        "Thunderbird", ",", "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Work Phone,"
        "Home Phone,Mobile Number,Home Address,Home City,Home ZipCode,Organization,Notes",
        {"First Name": "{first}", "Last Name": "{last}", "Display Name": "{first} {last}", "Primary Email": "{mail}",
         "Mobile Number": "{phone}", "Home Address": "{street}", "Home City": "{town}", "Home ZipCode": "{zip}",
         "Notes": "{note}"},
    ),
    "lightspeed-x": (
        "Lightspeed X-Series", ",", "customer_code,first_name,last_name,customer_group_name,company_name,"
        "date_of_birth,sex,postal_address1,postal_address2,postal_suburb,postal_city,postal_postcode,phone,email,note,"
        "loyalty_balance,store_credit_balance,year_to_date",
        {"customer_code": "LS{n}", "first_name": "{first}", "last_name": "{last}", "sex": "N", "email": "{mail}",
         "date_of_birth": "{day:02d}/{month:02d}/{year}", "postal_address1": "{street}", "postal_city": "{town}",
         "postal_postcode": "{zip}", "phone": "{phone}", "note": "{note}", "year_to_date": "5"},
    ),
    "lightspeed-ecom": (
        "Lightspeed eCom", ";", "Internal ID;Registered;Language;Firstname;LastnamePreposition;Lastname;E-Mail;Phone;"
        "Mobile;Customer type;Company;Coc number;Vat number;Attn;Streetname;Address 2;Number;Extension;Zipcode;City;"
        "Region;Country;Note",
        {"Internal ID": "{n}", "Registered": "yes", "Language": "en", "Firstname": "{first}", "Lastname": "{last}",
         "E-Mail": "{mail}", "Phone": "{phone}", "Customer type": "private", "Streetname": "{street}",
         "Zipcode": "{zip}", "City": "{town}", "Note": "{note}"},
    ),
    "ospos": (
        "Open Source Point of Sale", ",", "First Name,Last Name,Gender,Consent,Email,Phone Number,Address 1,Address2,"
        "City,State,Zip,Country,Comments,Company,Account Number,Discount,Discount_Type,Taxable",
        {"First Name": "{first}", "Last Name": "{last}", "Gender": "1", "Email": "{mail}", "Phone Number": "{phone}",
         "Address 1": "{street}", "City": "{town}", "Zip": "{zip}", "Comments": "{note}", "Account Number": "A{n}",
         "Taxable": "1"},
    ),
    "odoo": (
        "Odoo", ",", "id,name,complete_name,parent_id,ref,lang,vat,website,comment,category_id,function,type,street,"
        "street2,zip,city,state_id,country_id,email,phone,is_company,user_id,mobile,title",
        {"id": "__export__.res_partner_{n}", "name": "{first} {last}", "complete_name": "{first} {last}",
         "ref": "R{n}", "lang": "en_GB", "comment": "<p>{note}<br></p>", "type": "contact", "street": "{street}",
         "zip": "{zip}", "city": "{town}", "email": "{mail}", "phone": "{phone}", "is_company": "False"},
    ),
    "chromis": (
        "Chromis", ",", "ID,NAME,FIRSTNAME,LASTNAME,ADDRESS,ADDRESS2,CITY,POSTAL,PHONE,EMAIL,NOTES",
        {"ID": "c{n}", "NAME": "x{n}", "FIRSTNAME": "{first}", "LASTNAME": "{last}", "ADDRESS": "{street}",
         "CITY": "{town}", "POSTAL": "{zip}", "PHONE": "{phone}", "EMAIL": "{mail}", "NOTES": "{note}"},
    ),
    "loyverse": (
        "Loyverse", ",", "Customer ID,Customer name,Email,Phone,First visit,Last visit,Total visits,Total spent,"
        "Address,City,Region,Postal code,Country,Customer code,Points balance,Note",
        {"Customer ID": "L{n}", "Customer name": "{first} {last}", "Email": "{mail}", "Phone": "{phone}",
         "First visit": "01/02/2020 10:00", "Last visit": "01/02/2020 10:00", "Total visits": "1", "Total spent": "5",
         "Address": "{street}", "City": "{town}", "Postal code": "{zip}", "Note": "{note}"},
    ),
    "hiboutik": (
        "Hiboutik", ";", "Last name;First name;Email;Title;Company;Address;Postal code;City;State;Country;Phone;"
        "Date of birth;Note;Loyalty points;EAN",
        {"Last name": "{last}", "First name": "{first}", "Email": "{mail}", "Title": "2", "Address": "{street}",
         "Postal code": "{zip}", "City": "{town}", "Phone": "{phone}", "Note": "{note}", "EAN": "E{n}",
         "Date of birth": "{year}-{month:02d}-{day:02d}"},
    ),
}  # fmt: skip
FIRST = ("Anna", "Zoë", "Łukasz", "Nuala", "Mehmet", "Ines", "Bob")
LAST = ("Kowalska", "O'Neill", "Müller", "Öztürk", "d'Ascoli", "Nguyen", "Ward")


def person(number):
    return {
        "n": number, "first": FIRST[number % 7], "last": f"{LAST[number // 7 % 7]}", "mail": f"p{number}@x.uk",
        "phone": f"+44 20 7946 {number:04d}", "street": f"{number} High St", "town": "York", "zip": "YO1 7HH",
        "day": 13 + number % 12, "month": 1 + number % 12, "year": 1950 + number, "note": f"likes rye {number}",
    }  # fmt: skip


def file_of(key, count=60):
    _, between, header, cells = SHOPS[key]
    columns = header.split(between)
    assert cells.keys() <= set(columns)
    row = between.join(cells.get(column, "") for column in columns)
    return "\r\n".join([header, *(row.format(**person(number)) for number in range(count))]).encode()


def cards(count=60):
    row = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{last};{first};;;\r\nFN:{first} {last}\r\nTEL:{phone}\r\nEMAIL:{mail}\r\n"
        "ADR:;;{street};{town};;{zip};\r\nBDAY:{year}-{month:02d}-{day:02d}\r\nNOTE:{note}\r\nUID:u{n}\r\nEND:VCARD\r\n"
    )
    return "".join(row.format(**person(number)) for number in range(count)).encode()


def change(till, op):
    return Change(database=till.database, op=op, at=till.now, day=till.today, staff_id=till.staff_id)


def seen(till, data, name="people.csv"):
    looked = look(name, data)
    return imports.preview(looked, imports.everybody(looked, till.settings.here(till.now).country))


def bring(till, ops, data, answers=None):
    return [*imports.take(change(till, ops()), seen(till, data), answers or Answers())]


def back(till, ops):
    return [*imports.take_back(change(till, ops()), imports.runs()[0].number)]


def fates(preview):
    return [plan.fate for plan in preview.plans]


def everybody():
    return {row.name: row.id for row in CustomerRow.live()}


def still():
    """The tables without the runs themselves: that a file was here is history."""
    return {name: rows for name, rows in tables().items() if name != "import_run"}


SIMPLE = "Customer ID,Customer name,Email,Phone,Total visits,Note\n"


@pytest.mark.parametrize("key", [*SHOPS, "vcard"])
def test_every_known_file_comes_in_whole_is_the_same_again_and_goes_back(till, ops, key):
    data = cards() if key == "vcard" else file_of(key)
    looked = look("people", data)
    assert (looked.shape.key, looked.example) == (key, "")
    before = still()
    preview = seen(till, data)
    assert still() == before
    assert fates(preview) == [Fate.NEW] * 60
    assert bring(till, ops, data)[-1] == 1.0
    stored = {row.id: row.name for row in CustomerRow.live()}
    for number, (customer_id, name) in enumerate(sorted(stored.items())):
        wanted = person(number)
        assert name == f"{wanted['first']} {wanted['last']}"
        values = {contact.value for contact in people.contacts(customer_id)}
        assert values == {wanted["phone"], wanted["mail"]}
        assert [fact.text for fact in people.facts(customer_id)] == [wanted["note"]]
        assert people.customer(customer_id).address == f"{wanted['street']}\nYO1 7HH York" + "\nGB" * (key == "shopify")
        days = [(day.month, day.day) for day in people.important_dates(customer_id)]
        assert days in ([], [(wanted["month"], wanted["day"])])
    assert fates(seen(till, data)) == [Fate.SAME] * 60
    then = still()
    bring(till, ops, data)
    assert still() == then
    back(till, ops)
    back_again(till, ops)
    assert still() == before


def back_again(till, ops):
    older = next(run for run in imports.runs() if run.standing)
    assert [*imports.take_back(change(till, ops()), older.number)][-1] == 1.0


def test_notes_come_in_as_noticed_or_as_said_when_the_owner_says_so(till, ops):
    bring(till, ops, (SIMPLE + "1,Anna Ward,,,1,likes rye\n").encode())
    bring(till, ops, (SIMPLE + "2,Bob Ward,,,1,likes oats\n").encode(), Answers(said=True))
    sources = {fact.text: fact.source for who in everybody().values() for fact in people.facts(who)}
    assert sources == {"likes rye": Source.NOTICED, "likes oats": Source.SAID}


def test_a_note_that_warns_is_proposed_and_only_becomes_a_never_fact_when_ticked(till, ops):
    rows = "1,Anna Ward,,,1,allergic to nuts\n2,Bob Ward,,,1,no milk please\n3,Cid Ward,,,1,likes rye\n"
    data = (SIMPLE + rows).encode()
    preview = seen(till, data)
    assert preview.warnings() == ((2, "allergic to nuts", ("nuts",)), (3, "no milk please", ("dairy",)))
    bring(till, ops, data, Answers(nevers={(2, "allergic to nuts"): ("nuts",)}))
    known = {name: people.facts(who)[0] for name, who in everybody().items()}
    assert (known["Anna Ward"].kind, known["Anna Ward"].boundaries) == (FactKind.NEVER, ("nuts",))
    assert known["Bob Ward"].kind is FactKind.MATTERS


@pytest.mark.parametrize("taken", [True, False])
def test_notes_that_warn_beyond_those_listed_are_counted_and_taken_with_all_as_proposed(till, ops, monkeypatch, taken):
    monkeypatch.setattr(planning, "MOST_LOOKS", 2)
    data = (SIMPLE + "".join(f"{n},Anna Ward {n}x,,,1,no nuts\n" for n in range(5))).encode()
    preview = seen(till, data)
    assert (len(preview.warnings()), preview.outlook.warned) == (2, 5)
    bring(till, ops, data, Answers(nevers={(3, "no nuts"): ("nuts",)}, unlisted=taken))
    kinds = [people.facts(who)[0].kind for who in everybody().values()]
    never, plain = FactKind.NEVER, FactKind.MATTERS
    assert kinds == [plain, never, *[never if taken else plain] * 3]


def test_phone_mail_or_name_alone_never_make_two_people_one(till, ops):
    form = PersonForm(
        name="Anna Ward",
        contacts=((ContactKind.PHONE, "020 7946 0001", ""), (ContactKind.EMAIL, "home@x.uk", "")),
    )
    anna = desk.new(till, ops(), form).customer_id
    data = (
        SIMPLE + "1,Bob Stone,,+44 20 7946 0001,1,\n2,Cid Stone,HOME@x.uk,,1,\n3,Anna Ward,,,1,\n"
        "4,Anna Ward,home@x.uk,,1,\n5,Ward Anna,,+442079460001,1,\n"
    ).encode()
    preview = seen(till, data)
    assert fates(preview) == [Fate.LOOK, Fate.LOOK, Fate.LOOK, Fate.SAME, Fate.SAME]
    assert {plan.maybe for plan in preview.plans[:3]} == {(anna,)}
    assert preview.plans[0].why == "Anna Ward has the same phone number. Is it the same person?"
    assert preview.plans[3].why == "the same e-mail address and name"
    bring(till, ops, data)
    assert everybody() == {"Anna Ward": anna}


def test_the_owner_decides_about_rows_to_be_looked_at(till, ops):
    anna = someone_called(till, "Anna Ward")
    data = (SIMPLE + "1,Anna Ward,a@x.uk,,1,\n2,Anna Ward,b@x.uk,,1,\n3,Anna Ward,c@x.uk,,1,\n").encode()
    bring(till, ops, data, Answers(people={2: anna, 3: None}))
    assert [contact.value for contact in people.contacts(anna)] == ["a@x.uk"]
    assert sum(row.name == "Anna Ward" for row in CustomerRow.live()) == 2


def test_two_rows_of_one_person_become_one_with_all_that_both_tell(till, ops):
    before = still()
    header = "Customer ID,Customer name,Email,Phone,Total visits,Address,Note\n"
    rows = "1,Anna Ward,a@x.uk,,1,,likes rye\n9,Ward Anna,A@X.UK,020 7946 0001,1,1 High St,likes oats\n"
    assert [plan.why for plan in seen(till, (header + rows).encode()).plans] == [
        "", "the same e-mail address and name as line 2"
    ]  # fmt: skip
    bring(till, ops, (header + rows).encode())
    ((_, anna),) = everybody().items()
    assert people.customer(anna).address == "1 High St"
    assert [contact.value for contact in people.contacts(anna)] == ["a@x.uk", "020 7946 0001"]
    assert [fact.text for fact in people.facts(anna)] == ["likes rye", "likes oats"]
    assert queries.external_ids("loyverse") == {"1": anna, "9": anna}
    back(till, ops)
    assert still() == before


def test_the_number_of_somebody_who_is_gone_for_good_is_not_given_again(till, ops):
    gone = someone_called(till, "Anna Ward")
    till.database.execute_sql("PRAGMA foreign_keys=0")
    till.database.execute_sql("DELETE FROM customer WHERE id = ?", (gone,))
    till.database.execute_sql("PRAGMA foreign_keys=1")
    bring(till, ops, (SIMPLE + "1,Bob Ward,,,1,\n").encode())
    assert everybody()["Bob Ward"] > gone


def test_namesakes_in_one_file_stay_apart_when_each_is_reached_in_another_way(till, ops):
    data = (SIMPLE + "1,Anna Ward,a@x.uk,,1,\n2,Anna Ward,b@x.uk,,1,\n3,Anna Ward,,,1,\n").encode()
    assert fates(seen(till, data)) == [Fate.NEW, Fate.NEW, Fate.LOOK]


def test_two_namesakes_with_other_birthdays_are_two_people(till, ops):
    data = (
        b"Name,Birthday,Address\nAnna Ward,13/4/1980,1 High St\nAnna Ward,14/4/1990,1 High St\n"
        b"Anna Ward,13/4/1980,2 Low St\n"
    )
    preview = seen(till, data)
    assert fates(preview) == [Fate.NEW, Fate.NEW, Fate.SAME]
    assert preview.plans[2].why == "the same name and birthday as line 2"
    bring(till, ops, data)
    assert CustomerRow.live().count() == 2


def test_a_blank_cell_wipes_nothing_and_what_the_counter_corrected_stays(till, ops):
    header = "Customer ID,Customer name,Email,Phone,Total visits,Address\n"
    bring(till, ops, (header + "1,Anna Ward,a@x.uk,,1,1 High St\n2,Bob Ward,,,1,1 High St\n").encode())
    who = everybody()
    anna = people.customer(who["Anna Ward"])
    form = PersonForm(name="Anna Ward", address="5 Corrected Rd", contacts=((ContactKind.EMAIL, "a@x.uk", ""),))
    desk.edit(till, ops(), anna.id, anna.version, form)
    bring(till, ops, (header + "1,Anna Ward,,,1,9 New St\n2,Bob Ward,b@x.uk,,1,9 New St\n").encode())
    assert everybody() == who
    assert people.customer(who["Anna Ward"]).address == "5 Corrected Rd"
    assert people.customer(who["Bob Ward"]).address == "9 New St"
    bring(till, ops, (header + "1,Anna Ward,,,1,\n2,Bob Ward,,,1,\n").encode())
    assert people.customer(who["Bob Ward"]).address == "9 New St"
    assert [contact.value for contact in people.contacts(who["Anna Ward"])] == ["a@x.uk"]


def test_what_was_taken_away_at_the_counter_does_not_come_again(till, ops):
    data = (SIMPLE + "1,Anna Ward,a@x.uk,020 7946 0001,1,likes rye\n").encode()
    bring(till, ops, data)
    anna = people.customer(everybody()["Anna Ward"])
    desk.edit(till, ops(), anna.id, anna.version, PersonForm(name="Anna Ward"))
    facts.remove(till, ops(), people.facts(anna.id)[0].id)
    bring(till, ops, data)
    assert (people.contacts(anna.id), people.facts(anna.id)) == ((), ())


CONSENT = "Customer ID,First Name,Accepts Email Marketing,Tags,Tax Exempt\n"


def consents(name):
    return [consent.given for consent in people.consents(everybody()[name]) if consent.purpose == EMAIL]


def test_no_file_opts_anybody_back_in_and_any_file_may_opt_them_out(till, ops):
    bring(till, ops, (CONSENT + "1,Anna,yes,,no\n2,Bob,no,,no\n3,Cid,,,no\n").encode())
    assert (consents("Anna"), consents("Bob"), consents("Cid")) == ([True], [False], [])
    bring(till, ops, (CONSENT + "1,Anna,no,,no\n2,Bob,yes,,no\n3,Cid,yes,,no\n").encode())
    assert (consents("Anna"), consents("Bob"), consents("Cid")) == ([True, False], [False], [True])
    bring(till, ops, (CONSENT + "1,Anna,yes,,no\n2,Bob,,,no\n").encode())
    assert (consents("Anna"), consents("Bob")) == ([True, False], [False])


def test_within_one_file_a_no_holds_whatever_stands_below(till, ops):
    bring(till, ops, (CONSENT + "1,Anna,no,,no\n1,Anna,yes,,no\n").encode())
    assert consents("Anna") == [False]
    assert "people.csv" in ConsentRow.select().first().wording


def test_what_was_changed_since_stays_when_a_file_is_taken_back(till, ops):
    bring(till, ops, (SIMPLE + "1,Anna Ward,a@x.uk,,1,likes rye\n2,Bob Ward,b@x.uk,,1,\n3,Cid Ward,,,1,\n").encode())
    who = everybody()
    notes.add(till, ops(), who["Anna Ward"], "Was here, a delight.")
    cid = people.customer(who["Cid Ward"])
    desk.edit(till, ops(), cid.id, cid.version, PersonForm(name="Cid Warden"))
    back(till, ops)
    assert set(everybody()) == {"Anna Ward", "Cid Warden"}
    assert [contact.value for contact in people.contacts(who["Anna Ward"])] == ["a@x.uk"]
    assert [fact.text for fact in people.facts(who["Anna Ward"])] == ["likes rye"]


def test_somebody_who_was_here_before_keeps_only_what_the_counter_wrote(till, ops):
    anna = someone_called(till, "Anna Ward")
    before = still()
    data = (SIMPLE + "1,Anna Ward,a@x.uk,020 7946 0001,1,likes rye\n").encode()
    bring(till, ops, data, Answers(people={2: anna}))
    facts.add(till, ops(), anna, FactForm(kind=FactKind.LIKES, text="quiet mornings"))
    back(till, ops)
    undo.last(till, ops())
    assert still() == before
    assert queries.external_ids("loyverse") == {}


def test_a_file_is_not_taken_back_twice_and_may_come_in_again(till, ops):
    data = file_of("square", 5)
    bring(till, ops, data)
    back(till, ops)
    with pytest.raises(Refused, match="taken back already"):
        back(till, ops)
    assert [run.standing for run in imports.runs()] == [False]
    bring(till, ops, data)
    assert len(everybody()) == 5
    assert [len(people.contacts(who)) for who in everybody().values()] == [2] * 5


def test_the_counters_own_undo_leaves_a_file_alone(till, ops):
    bring(till, ops, file_of("square", 5))
    assert undo.undoable(till) == ()
    with pytest.raises(Refused):
        office_undo.last(change(till, ops()))


def test_stopped_half_way_it_can_go_on_or_be_taken_back(till, ops):
    data = file_of("google", 225)
    before, preview, first = still(), seen(till, data), change(till, ops())
    steps = imports.take(first, preview, Answers())
    next(steps)
    steps.close()
    assert len(list(CustomerRow.live())) == imports.BATCH
    assert [*imports.take(first, preview, Answers())][-1] == 1.0
    assert len(list(CustomerRow.live())) == preview.count(Fate.NEW)
    back(till, ops)
    assert still() == before


def test_the_report_has_a_line_for_each_row_and_no_formula(till):
    preview = seen(till, (SIMPLE + "1,=HYPERLINK(1),,,1,\n2,,,,1,x\n").encode())
    rows = list(csv.reader(io.StringIO("".join(imports.report(preview)))))
    assert rows[1] == ["2", "'=HYPERLINK(1)", "new", ""]
    assert rows[2][2:] == ["refused", "Nothing in this row can be a name, a phone number or an e-mail address."]


def test_an_ambiguous_day_is_asked_before_anything_is_shown(till):
    looked = look("x.csv", b"Name,Birthday\nAnna Ward,03/04/1980\n")
    assert looked.example == "03/04/1980"
    with pytest.raises(Refused, match="the day or the month"):
        imports.preview(looked, imports.everybody(looked, till.settings.here(till.now).country))


def test_a_file_with_nothing_to_bring_in_makes_no_entry(till, ops):
    before = tables()
    with pytest.raises(Refused, match="No row"):
        bring(till, ops, (SIMPLE + "1,,,,1,x\n").encode())
    assert tables() == before
