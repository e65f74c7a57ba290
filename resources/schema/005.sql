ALTER TABLE gestures ADD COLUMN product_id INTEGER REFERENCES products(id) ON DELETE SET NULL;
ALTER TABLE actions ADD COLUMN gift_cost INTEGER CHECK (gift_cost >= 0);
CREATE TABLE ideas (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    staff_id INTEGER REFERENCES staff(id),
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('word', 'card', 'letter', 'gift')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 400),
    closed TEXT
) STRICT;
CREATE INDEX ideas_customer ON ideas(customer_id);
CREATE INDEX ideas_open ON ideas(date) WHERE closed IS NULL;
ALTER TABLE campaigns ADD COLUMN everybody_percent INTEGER NOT NULL DEFAULT 0 CHECK (everybody_percent BETWEEN 0 AND 100);
ALTER TABLE campaigns ADD COLUMN per_purchase INTEGER NOT NULL DEFAULT 0 CHECK (per_purchase >= 0);
ALTER TABLE campaigns ADD COLUMN cause_percent INTEGER NOT NULL DEFAULT 0 CHECK (cause_percent BETWEEN 0 AND 100);
ALTER TABLE campaigns ADD COLUMN goal INTEGER NOT NULL DEFAULT 0 CHECK (goal >= 0);
