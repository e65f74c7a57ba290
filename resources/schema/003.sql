ALTER TABLE customers ADD COLUMN persona TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN stage TEXT NOT NULL DEFAULT ''
    CHECK (stage IN ('', 'awareness', 'consideration', 'purchase', 'aftercare'));
ALTER TABLE customers ADD COLUMN gender TEXT NOT NULL DEFAULT '' CHECK (gender IN ('', 'woman', 'man', 'other'));
ALTER TABLE customers ADD COLUMN age_group TEXT NOT NULL DEFAULT ''
    CHECK (age_group IN ('', '0-17', '18-29', '30-44', '45-59', '60-74', '75+'));
CREATE INDEX customers_persona ON customers(persona) WHERE persona <> '';
CREATE INDEX customers_origin ON customers(origin) WHERE origin <> '';
CREATE INDEX customers_town ON customers(town) WHERE town <> '';

CREATE INDEX changes_customer ON changes(customer_id, id) WHERE customer_id IS NOT NULL;

CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 60),
    key TEXT NOT NULL,
    UNIQUE (customer_id, key)
) STRICT;
CREATE INDEX tags_key ON tags(key, customer_id);

CREATE TABLE fields (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes_no')),
    choices TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE field_values (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    field_id INTEGER NOT NULL REFERENCES fields(id) ON DELETE CASCADE,
    value TEXT NOT NULL CHECK (value <> ''),
    UNIQUE (customer_id, field_id)
) STRICT;
CREATE INDEX field_values_field ON field_values(field_id, value);

CREATE TABLE photos (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL UNIQUE REFERENCES customers(id) ON DELETE CASCADE,
    jpeg TEXT NOT NULL
) STRICT;

CREATE TABLE anniversaries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    year INTEGER CHECK (year BETWEEN 1900 AND 2200)
) STRICT;
CREATE INDEX anniversaries_customer ON anniversaries(customer_id);
CREATE INDEX anniversaries_day ON anniversaries(month, day);

CREATE TABLE households (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;

CREATE TABLE household_members (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    household_id INTEGER NOT NULL REFERENCES households(id) ON DELETE CASCADE,
    customer_id INTEGER NOT NULL UNIQUE REFERENCES customers(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX household_members_household ON household_members(household_id);

CREATE TABLE relations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('partner', 'parent', 'sibling', 'friend', 'colleague', 'carer', 'referred')),
    CHECK (customer_id <> other_id),
    UNIQUE (customer_id, other_id, kind)
) STRICT;
CREATE INDEX relations_other ON relations(other_id);
CREATE UNIQUE INDEX relations_referred ON relations(other_id) WHERE kind = 'referred';

ALTER TABLE purchase_lines ADD COLUMN discount INTEGER NOT NULL DEFAULT 0 CHECK (discount >= 0);
ALTER TABLE purchase_lines ADD COLUMN returns INTEGER REFERENCES purchase_lines(id);
ALTER TABLE purchase_lines ADD COLUMN warranty_until TEXT;
ALTER TABLE purchase_lines ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE INDEX purchase_lines_returns ON purchase_lines(returns) WHERE returns IS NOT NULL;
CREATE INDEX purchase_lines_warranty ON purchase_lines(warranty_until) WHERE warranty_until IS NOT NULL;

CREATE INDEX purchases_number ON purchases(receipt) WHERE receipt <> '';

ALTER TABLE feedback ADD COLUMN emotion TEXT NOT NULL DEFAULT '' CHECK (emotion IN ('', 'delighted', 'pleased',
    'calm', 'unsure', 'disappointed', 'angry'));
ALTER TABLE feedback ADD COLUMN waited INTEGER CHECK (waited BETWEEN 0 AND 1440);
ALTER TABLE feedback ADD COLUMN route TEXT NOT NULL DEFAULT '' CHECK (route IN ('', 'counter', 'appointment', 'order',
    'pickup', 'delivery', 'repair'));

CREATE TABLE promises (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    purchase_id INTEGER REFERENCES purchases(id) ON DELETE SET NULL,
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    due TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
    closed TEXT,
    kept INTEGER CHECK (kept IN (0, 1)),
    staff_id INTEGER REFERENCES staff(id),
    CHECK ((closed IS NULL) = (kept IS NULL))
) STRICT;
CREATE INDEX promises_customer ON promises(customer_id, date);
CREATE INDEX promises_open ON promises(due) WHERE closed IS NULL;

CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('observation', 'visit', 'call')),
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    staff_id INTEGER REFERENCES staff(id),
    CHECK (kind = 'visit' OR text <> '')
) STRICT;
CREATE INDEX notes_customer ON notes(customer_id, date);

CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER REFERENCES customers(id) ON DELETE SET NULL,
    product_id INTEGER REFERENCES products(id) ON DELETE SET NULL,
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
    key TEXT NOT NULL,
    quantity REAL NOT NULL DEFAULT 1 CHECK (quantity > 0),
    contact TEXT NOT NULL DEFAULT '',
    arrived TEXT,
    closed TEXT,
    outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'told', 'bought', 'declined', 'unreached', 'dropped')),
    staff_id INTEGER REFERENCES staff(id),
    CHECK ((closed IS NULL) = (outcome = ''))
) STRICT;
CREATE INDEX requests_customer ON requests(customer_id, date);
CREATE INDEX requests_product ON requests(product_id);
CREATE INDEX requests_open ON requests(date) WHERE closed IS NULL;

CREATE TABLE interviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER REFERENCES customers(id) ON DELETE SET NULL,
    purchase_id INTEGER REFERENCES purchases(id) ON DELETE SET NULL,
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    wishes TEXT NOT NULL DEFAULT '',
    hits TEXT NOT NULL DEFAULT '',
    proposal TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'bought', 'ordered', 'thinking', 'declined')),
    fit TEXT NOT NULL DEFAULT '' CHECK (fit IN ('', 'yes', 'partly', 'no')),
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX interviews_customer ON interviews(customer_id, date);

CREATE TABLE customer_lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
    definition TEXT NOT NULL
) STRICT;
