ALTER TABLE letters ADD COLUMN way TEXT NOT NULL DEFAULT ''
    CHECK (way IN ('', 'printed', 'email', 'text', 'copied', 'hand'));
CREATE TABLE goals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    staff_id INTEGER REFERENCES staff(id),
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 100),
    counts TEXT NOT NULL CHECK (counts IN ('visits', 'pieces', 'hand')),
    product_id INTEGER REFERENCES products(id) ON DELETE SET NULL,
    category TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    target REAL NOT NULL CHECK (target > 0),
    closed TEXT
) STRICT;
CREATE INDEX goals_customer ON goals(customer_id);
CREATE INDEX goals_open ON goals(customer_id) WHERE closed IS NULL;

CREATE TABLE goal_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    goal_id INTEGER NOT NULL REFERENCES goals(id) ON DELETE CASCADE,
    staff_id INTEGER REFERENCES staff(id),
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    amount REAL NOT NULL CHECK (amount <> 0)
) STRICT;
CREATE INDEX goal_steps_goal ON goal_steps(goal_id);

ALTER TABLE campaigns ADD COLUMN ended TEXT;
ALTER TABLE campaigns ADD COLUMN booked INTEGER CHECK (booked >= 0);

ALTER TABLE programme_changes ADD COLUMN change_id INTEGER;
CREATE UNIQUE INDEX programme_changes_change ON programme_changes(change_id) WHERE change_id IS NOT NULL;
