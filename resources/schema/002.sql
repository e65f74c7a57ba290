CREATE TABLE external_ids (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (source, value)
) STRICT;
CREATE INDEX external_ids_customer ON external_ids(customer_id);
INSERT INTO external_ids (customer_id, source, value)
    SELECT DISTINCT c.id, p.source, c.external_id FROM customers c JOIN purchases p ON p.customer_id = c.id
    WHERE c.external_id IS NOT NULL AND p.source <> '';

CREATE TABLE points (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    points INTEGER NOT NULL CHECK (points <> 0),
    kind TEXT NOT NULL CHECK (kind IN ('import', 'earned', 'spent', 'expired', 'corrected')),
    source TEXT NOT NULL DEFAULT '',
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX points_customer ON points(customer_id, date);
