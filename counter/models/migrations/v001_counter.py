"""Version 1, the counter: what happens with people, thing by thing."""

SQL = """
CREATE TABLE return_case (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    items TEXT NOT NULL CHECK (json_valid(items)),
    bought_on TEXT CHECK (bought_on IS date(bought_on)),
    receipt_number TEXT NOT NULL DEFAULT '' CHECK (length(receipt_number) <= 200),
    reason TEXT NOT NULL,
    outcome TEXT NOT NULL,
    amount INTEGER CHECK (amount >= 0),
    declined_because TEXT NOT NULL DEFAULT '' CHECK (length(declined_because) <= 1000),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 10000),
    stop_selling INTEGER NOT NULL DEFAULT 0 CHECK (stop_selling IN (0, 1)),
    day TEXT NOT NULL CHECK (day IS date(day)),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX return_of ON return_case (customer_id);
CREATE INDEX return_on ON return_case (day);
CREATE INDEX return_receipt ON return_case (receipt_number) WHERE receipt_number <> '';

CREATE TABLE item (
    name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 200),
    used INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE complaint (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 10000),
    theme TEXT NOT NULL DEFAULT '' CHECK (length(theme) <= 200),
    severity TEXT NOT NULL CHECK (severity IN ('small', 'real', 'serious')),
    needed_by TEXT CHECK (needed_by IS NULL OR datetime(needed_by) IS NOT NULL),
    state TEXT NOT NULL CHECK (state IN ('open', 'put_right', 'told', 'no_contact')),
    apology_said INTEGER NOT NULL DEFAULT 0 CHECK (apology_said IN (0, 1)),
    thanked INTEGER NOT NULL DEFAULT 0 CHECK (thanked IN (0, 1)),
    remedy TEXT NOT NULL DEFAULT '' CHECK (length(remedy) <= 1000),
    cause TEXT NOT NULL DEFAULT '' CHECK (length(cause) <= 1000),
    why_staff_id INTEGER REFERENCES staff (id),
    why_by TEXT CHECK (why_by IS date(why_by)),
    told_how TEXT NOT NULL DEFAULT '' CHECK (length(told_how) <= 1000),
    opened_at TEXT NOT NULL CHECK (datetime(opened_at) IS NOT NULL),
    put_right_at TEXT CHECK (put_right_at IS NULL OR datetime(put_right_at) IS NOT NULL),
    told_at TEXT CHECK (told_at IS NULL OR datetime(told_at) IS NOT NULL),
    reopened INTEGER NOT NULL DEFAULT 0,
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX complaint_of ON complaint (customer_id);
CREATE INDEX complaint_state ON complaint (state);

CREATE TABLE compliment (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    direction TEXT NOT NULL CHECK (direction IN ('received', 'paid')),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 10000),
    staff_id INTEGER REFERENCES staff (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX compliment_of ON compliment (customer_id);

CREATE TABLE order_case (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    spec TEXT NOT NULL CHECK (length(spec) BETWEEN 1 AND 10000),
    price INTEGER CHECK (price >= 0),
    final_price INTEGER CHECK (final_price >= 0),
    deposit INTEGER CHECK (deposit >= 0),
    state TEXT NOT NULL CHECK (state IN
        ('requested', 'agreed', 'in_progress', 'ready', 'collected', 'declined', 'cancelled')),
    deposit_fate TEXT NOT NULL DEFAULT '' CHECK (deposit_fate IN ('', 'returned', 'store_credit')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    promises TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(promises)),
    due TEXT CHECK (due IS NULL OR datetime(due) IS NOT NULL),
    collected_at TEXT CHECK (collected_at IS NULL OR datetime(collected_at) IS NOT NULL),
    created_at TEXT NOT NULL CHECK (datetime(created_at) IS NOT NULL),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX order_of ON order_case (customer_id);
CREATE INDEX order_state ON order_case (state, due);

CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 1000),
    due TEXT NOT NULL CHECK (due IS date(due)),
    done_at TEXT CHECK (done_at IS NULL OR datetime(done_at) IS NOT NULL),
    result TEXT NOT NULL DEFAULT '' CHECK (length(result) <= 10000),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX follow_up_of ON follow_up (customer_id);
CREATE INDEX follow_up_due ON follow_up (due) WHERE done_at IS NULL;

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX note_of ON note (customer_id);

CREATE TABLE credit_move (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    amount INTEGER NOT NULL CHECK (amount <> 0),
    why TEXT NOT NULL DEFAULT '' CHECK (length(why) <= 1000),
    note_slip_id INTEGER REFERENCES slip (id),
    at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX credit_of ON credit_move (customer_id);

CREATE TABLE suggestion (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    visit_id INTEGER REFERENCES visit (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    gesture TEXT NOT NULL DEFAULT '',
    occasion TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    say TEXT NOT NULL DEFAULT '',
    asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('shown', 'none', 'given', 'swapped', 'skipped')),
    because TEXT NOT NULL DEFAULT '' CHECK (length(because) <= 1000),
    mark TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(mark)),
    at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX suggestion_of ON suggestion (customer_id, day);

CREATE TABLE gesture_event (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER REFERENCES entry (id),
    kind TEXT NOT NULL,
    day TEXT NOT NULL CHECK (day IS date(day)),
    customer_id INTEGER REFERENCES customer (id),
    turn INTEGER NOT NULL DEFAULT 0,
    mark TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(mark)),
    reaction TEXT NOT NULL DEFAULT '',
    undoes INTEGER REFERENCES gesture_event (number)
) STRICT;
CREATE INDEX gesture_event_by ON gesture_event (entry_id);

CREATE TABLE given (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    suggestion_id INTEGER REFERENCES suggestion (id),
    gesture TEXT NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    own_idea INTEGER NOT NULL DEFAULT 0 CHECK (own_idea IN (0, 1)),
    restoring INTEGER NOT NULL DEFAULT 0 CHECK (restoring IN (0, 1)),
    cost INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0),
    minutes REAL NOT NULL DEFAULT 0,
    reaction TEXT NOT NULL DEFAULT '' CHECK (reaction IN ('', 'delighted', 'pleased', 'neutral', 'awkward')),
    day TEXT NOT NULL CHECK (day IS date(day)),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX given_of ON given (customer_id, day);
CREATE INDEX given_on ON given (day);

CREATE TABLE slip (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    visit_id INTEGER REFERENCES visit (id),
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 8),
    kind TEXT NOT NULL,
    language TEXT NOT NULL DEFAULT '',
    line TEXT NOT NULL DEFAULT '' CHECK (length(line) <= 1000),
    content TEXT NOT NULL CHECK (json_valid(content)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    answered INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1)),
    made_at TEXT NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX slip_of ON slip (customer_id);

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    slip_id INTEGER REFERENCES slip (id),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),
    scores TEXT NOT NULL DEFAULT '[null,null,null]' CHECK (json_valid(scores)),
    wants_answer INTEGER NOT NULL DEFAULT 0 CHECK (wants_answer IN (0, 1)),
    way TEXT NOT NULL DEFAULT 'counter',
    counted INTEGER NOT NULL DEFAULT 1 CHECK (counted IN (0, 1)),
    sorted_as TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
    gone_by INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX feedback_of ON feedback (customer_id);

CREATE TABLE anonymous_answer (
    id INTEGER PRIMARY KEY,
    week TEXT NOT NULL CHECK (week IS date(week)),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),
    scores TEXT NOT NULL DEFAULT '[null,null,null]' CHECK (json_valid(scores)),
    sorted_as TEXT NOT NULL DEFAULT ''
) STRICT
"""
