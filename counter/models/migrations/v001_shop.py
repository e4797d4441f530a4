"""Version 1, the shop: settings, catalogue, lines, drafts, printing, and what is kept to start fast."""

SQL = """
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL CHECK (json_valid(text))
) STRICT;

CREATE TABLE logo (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    image BLOB NOT NULL CHECK (length(image) <= 4194304)
) STRICT;

CREATE TABLE gesture (
    key TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL CHECK (json_valid(text)),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1))
) STRICT;

CREATE TABLE boundary (
    key TEXT NOT NULL PRIMARY KEY,
    label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
    blocks TEXT NOT NULL CHECK (json_valid(blocks)),
    position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE line (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    occasion TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 300),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX line_in ON line (language, occasion);

CREATE TABLE day_circumstance (
    day TEXT NOT NULL CHECK (day IS date(day)),
    name TEXT NOT NULL,
    PRIMARY KEY (day, name)
) STRICT;

CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    form TEXT NOT NULL,
    customer_id INTEGER REFERENCES customer (id),
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    staff_id INTEGER REFERENCES staff (id),
    at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX one_draft_a_form ON draft (form, ifnull(customer_id, 0));

CREATE TABLE printer (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    way TEXT NOT NULL CHECK (way IN ('pdf', 'system', 'network', 'serial', 'device', 'memory')),
    target TEXT NOT NULL DEFAULT '',
    paper TEXT NOT NULL,
    options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options)),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE print_job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slip_id INTEGER NOT NULL REFERENCES slip (id),
    printer_id INTEGER NOT NULL REFERENCES printer (id),
    copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'failed', 'unknown', 'cancelled')),
    reason TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    made_at TEXT NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    next_at TEXT NOT NULL CHECK (datetime(next_at) IS NOT NULL),
    place TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX print_job_waiting ON print_job (printer_id, id) WHERE state IN ('queued', 'sending', 'unknown');

CREATE TABLE kept (
    name TEXT NOT NULL PRIMARY KEY,
    seen INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    shape TEXT NOT NULL,
    at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
    entry_id INTEGER REFERENCES entry (id)
) STRICT;

CREATE TABLE external_id (
    source TEXT NOT NULL,
    value TEXT NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    PRIMARY KEY (source, value)
) STRICT;

CREATE TABLE forgotten (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    day TEXT NOT NULL CHECK (day IS date(day)),
    staff TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE report (
    week TEXT NOT NULL PRIMARY KEY CHECK (week IS date(week)),
    change_text TEXT NOT NULL DEFAULT '' CHECK (length(change_text) <= 1000),
    empty_chair TEXT NOT NULL DEFAULT '' CHECK (length(empty_chair) <= 10000),
    made_at TEXT NOT NULL CHECK (datetime(made_at) IS NOT NULL)
) STRICT
"""
