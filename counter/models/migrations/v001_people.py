"""Version 1, people: staff, customers and what is known about them, and the journal of every change."""

SQL = """
CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    role TEXT NOT NULL CHECK (role IN ('cashier', 'owner')),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;

CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    called TEXT NOT NULL DEFAULT '' CHECK (length(called) <= 200),
    pronunciation TEXT NOT NULL DEFAULT '' CHECK (length(pronunciation) <= 200),
    address_form TEXT NOT NULL DEFAULT '' CHECK (length(address_form) <= 200),
    company TEXT NOT NULL DEFAULT '' CHECK (length(company) <= 200),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 1000),
    language TEXT NOT NULL DEFAULT '' CHECK (length(language) <= 35),
    unnamed INTEGER NOT NULL DEFAULT 0 CHECK (unnamed IN (0, 1)),
    created_at TEXT NOT NULL CHECK (created_at IS NOT NULL AND datetime(created_at) IS NOT NULL),
    merged_into INTEGER REFERENCES customer (id),
    gone_by INTEGER REFERENCES entry (id),
    CHECK (unnamed = 1 OR length(name) > 0)
) STRICT;

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
    value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 200),
    digits TEXT NOT NULL DEFAULT '',
    whose TEXT NOT NULL DEFAULT '' CHECK (length(whose) <= 200),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX contact_of ON contact (customer_id);

CREATE TABLE household (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    relation TEXT NOT NULL DEFAULT '' CHECK (length(relation) <= 200),
    may_collect INTEGER NOT NULL DEFAULT 0 CHECK (may_collect IN (0, 1)),
    member_id INTEGER REFERENCES customer (id),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX household_of ON household (customer_id);

CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 200),
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    wording TEXT NOT NULL DEFAULT '' CHECK (length(wording) <= 1000),
    day TEXT NOT NULL CHECK (day IS date(day)),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX consent_of ON consent (customer_id);

CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('matters', 'likes', 'never', 'recognise')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
    source TEXT NOT NULL CHECK (source IN ('said', 'noticed', 'guessed')),
    boundaries TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(boundaries)),
    staff_id INTEGER REFERENCES staff (id),
    at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX fact_of ON fact (customer_id);

CREATE TABLE important_date (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    year INTEGER CHECK (year BETWEEN 1800 AND 9999),
    source TEXT NOT NULL CHECK (source IN ('said', 'noticed', 'guessed')),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX important_date_of ON important_date (customer_id);
CREATE INDEX important_date_on ON important_date (month, day);

CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    started_at TEXT NOT NULL CHECK (datetime(started_at) IS NOT NULL),
    circumstances TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(circumstances)),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX one_visit_a_day ON visit (customer_id, day) WHERE gone_by IS NULL;
CREATE INDEX visit_on ON visit (day);

CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    customer_id INTEGER REFERENCES customer (id),
    visit_id INTEGER REFERENCES visit (id),
    staff_id INTEGER REFERENCES staff (id),
    at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
    day TEXT NOT NULL CHECK (day IS date(day)),
    thing TEXT NOT NULL DEFAULT '',
    thing_id INTEGER,
    detail TEXT NOT NULL DEFAULT '',
    sentence TEXT NOT NULL DEFAULT '',
    undoes INTEGER UNIQUE REFERENCES entry (id),
    undone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX entry_of ON entry (customer_id, id);
CREATE INDEX entry_on ON entry (day, kind);
CREATE INDEX entry_about ON entry (thing, thing_id);

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after))
) STRICT;
CREATE INDEX change_by ON change (entry_id);
CREATE INDEX change_of ON change (table_name, row_id)
"""
