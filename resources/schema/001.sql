CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    staff_id INTEGER,
    label TEXT NOT NULL,
    customer_id INTEGER,
    detail TEXT NOT NULL DEFAULT '',
    undoes INTEGER REFERENCES changes(id),
    bulk INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1))
) STRICT;
CREATE INDEX changes_undoes ON changes(undoes) WHERE undoes IS NOT NULL;

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
    old TEXT
) STRICT;
CREATE INDEX history_change ON history(change_id);
CREATE INDEX history_row ON history(table_name, row_id) WHERE operation <> 'insert';

CREATE TABLE settings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    title TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'staff' CHECK (role IN ('owner', 'staff')),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE customers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    external_id TEXT UNIQUE,
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '' CHECK (language IN ('', 'fi', 'en', 'uz')),
    birth_day INTEGER CHECK (birth_day BETWEEN 1 AND 31),
    birth_month INTEGER CHECK (birth_month BETWEEN 1 AND 12),
    birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2200),
    since TEXT,
    street TEXT NOT NULL DEFAULT '',
    postcode TEXT NOT NULL DEFAULT '',
    town TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
    search_key TEXT NOT NULL DEFAULT '',
    sort_key TEXT NOT NULL DEFAULT '',
    CHECK ((birth_day IS NULL) = (birth_month IS NULL)),
    CHECK (birth_year IS NULL OR birth_day IS NOT NULL)
) STRICT;
CREATE INDEX customers_sort ON customers(sort_key, id);
CREATE INDEX customers_birthday ON customers(birth_month, birth_day) WHERE birth_month IS NOT NULL;

CREATE TABLE contact_points (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'card')),
    value TEXT NOT NULL,
    key TEXT NOT NULL,
    tail TEXT GENERATED ALWAYS AS (CASE kind WHEN 'phone' THEN substr(key, -7) END) VIRTUAL
) STRICT;
CREATE INDEX contact_points_customer ON contact_points(customer_id);
CREATE INDEX contact_points_key ON contact_points(key, customer_id);
CREATE INDEX contact_points_tail ON contact_points(tail, customer_id) WHERE tail IS NOT NULL;

CREATE TABLE preferences (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('allergy', 'dislike', 'taste', 'size', 'wish', 'usual')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200)
) STRICT;
CREATE INDEX preferences_customer ON preferences(customer_id);

CREATE TABLE consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('marketing', 'profiling')),
    channel TEXT NOT NULL CHECK (channel IN ('letter', 'email', 'text', 'phone', 'any')),
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    at TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    wording TEXT NOT NULL DEFAULT '',
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX consents_customer ON consents(customer_id);
CREATE TRIGGER consents_are_events BEFORE UPDATE ON consents BEGIN
    SELECT raise(ABORT, 'a consent event is never rewritten');
END;

CREATE TABLE products (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT UNIQUE,
    barcode TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    category TEXT NOT NULL DEFAULT '',
    price INTEGER NOT NULL DEFAULT 0,
    cost INTEGER,
    stock REAL,
    goods INTEGER NOT NULL DEFAULT 1 CHECK (goods IN (0, 1)),
    giftable INTEGER NOT NULL DEFAULT 1 CHECK (giftable IN (0, 1)),
    search_key TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX products_barcode ON products(barcode) WHERE barcode <> '';

CREATE TABLE purchases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER REFERENCES customers(id),
    date TEXT NOT NULL,
    time TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'cancelled', 'adjustment')),
    total INTEGER NOT NULL,
    receipt TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE UNIQUE INDEX purchases_receipt ON purchases(source, receipt) WHERE receipt <> '';
CREATE INDEX purchases_customer ON purchases(customer_id, date, kind, total);
CREATE INDEX purchases_date ON purchases(date);

CREATE TABLE purchase_lines (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    purchase_id INTEGER NOT NULL REFERENCES purchases(id) ON DELETE CASCADE,
    line_key TEXT NOT NULL,
    product_id INTEGER REFERENCES products(id),
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'cancelled', 'adjustment')),
    description TEXT NOT NULL DEFAULT '',
    quantity REAL NOT NULL,
    unit_price INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    UNIQUE (purchase_id, line_key)
) STRICT;
CREATE INDEX purchase_lines_product ON purchase_lines(product_id);

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER REFERENCES customers(id),
    purchase_id INTEGER REFERENCES purchases(id),
    product_id INTEGER REFERENCES products(id),
    staff_id INTEGER REFERENCES staff(id),
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    nps INTEGER CHECK (nps BETWEEN 0 AND 10),
    csat INTEGER CHECK (csat BETWEEN 1 AND 5),
    ces INTEGER CHECK (ces BETWEEN 1 AND 7),
    comment TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL DEFAULT 'in_person' CHECK (channel IN ('email', 'phone', 'chat', 'social', 'in_person',
        'callback', 'self_service', 'assistant', 'integrated')),
    stage TEXT CHECK (stage IN ('awareness', 'consideration', 'purchase', 'aftercare')),
    follow_up INTEGER NOT NULL DEFAULT 0 CHECK (follow_up IN (0, 1)),
    resolved TEXT,
    resolution TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX feedback_customer ON feedback(customer_id, date);
CREATE INDEX feedback_date ON feedback(date);
CREATE INDEX feedback_open ON feedback(date) WHERE follow_up = 1 AND resolved IS NULL;

CREATE TABLE feedback_needs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feedback_id INTEGER NOT NULL REFERENCES feedback(id) ON DELETE CASCADE,
    need TEXT NOT NULL CHECK (need IN ('functionality', 'price', 'convenience', 'experience', 'design', 'reliability',
        'performance', 'efficiency', 'compatibility', 'empathy', 'fairness', 'transparency', 'control', 'options',
        'information', 'accessibility')),
    UNIQUE (feedback_id, need)
) STRICT;

CREATE TABLE actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    suggestion TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('birthday', 'thank_you', 'we_miss_you', 'answer_feedback', 'welcome')),
    customer_id INTEGER REFERENCES customers(id),
    status TEXT NOT NULL CHECK (status IN ('done', 'snoozed', 'never')),
    date TEXT NOT NULL,
    until TEXT,
    reason TEXT NOT NULL DEFAULT '',
    gift TEXT NOT NULL DEFAULT '',
    product_id INTEGER REFERENCES products(id),
    coupon TEXT NOT NULL DEFAULT '',
    cost INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0),
    consent TEXT NOT NULL DEFAULT '',
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX actions_customer ON actions(customer_id, date);
CREATE INDEX actions_date ON actions(date);

CREATE TABLE letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER REFERENCES customers(id),
    suggestion TEXT NOT NULL DEFAULT '',
    template TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fi', 'en', 'uz')),
    date TEXT NOT NULL,
    body TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX letters_customer ON letters(customer_id, date);
CREATE UNIQUE INDEX letters_code ON letters(code) WHERE code <> '';

CREATE TABLE customer_summary (
    customer_id INTEGER PRIMARY KEY,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    days INTEGER NOT NULL,
    purchases INTEGER NOT NULL,
    spend INTEGER NOT NULL,
    gap REAL
) STRICT;
CREATE INDEX customer_summary_last ON customer_summary(last_day);
CREATE INDEX customer_summary_spend ON customer_summary(spend);

CREATE VIRTUAL TABLE customer_search USING fts5(
    search_key, content='customers', content_rowid='id', detail=none, prefix='1 2 3 4',
    tokenize='unicode61 remove_diacritics 0'
);
