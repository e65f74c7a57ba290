ALTER TABLE customers ADD COLUMN formality TEXT NOT NULL DEFAULT '' CHECK (formality IN ('', 'formal', 'familiar'));
ALTER TABLE customers ADD COLUMN keep_in_touch INTEGER CHECK (keep_in_touch BETWEEN 7 AND 730);
CREATE INDEX customers_keep_in_touch ON customers(keep_in_touch) WHERE keep_in_touch IS NOT NULL;
CREATE INDEX feedback_resolved ON feedback(resolved) WHERE resolved IS NOT NULL;

CREATE INDEX consents_objections ON consents(customer_id) WHERE purpose = 'profiling' AND given = 0;

CREATE TABLE pictures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    png TEXT NOT NULL
) STRICT;

CREATE TABLE occasions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL UNIQUE CHECK (kind <> ''),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    figures TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(figures)),
    held_back INTEGER NOT NULL DEFAULT 0 CHECK (held_back BETWEEN 0 AND 50),
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE new_actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    suggestion TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind <> ''),
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
INSERT INTO new_actions SELECT * FROM actions;
DROP TABLE actions;
ALTER TABLE new_actions RENAME TO actions;
CREATE INDEX actions_customer ON actions(customer_id, date);
CREATE INDEX actions_date ON actions(date);

CREATE TABLE assignments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    suggestion TEXT NOT NULL UNIQUE,
    occasion TEXT NOT NULL CHECK (occasion <> ''),
    version INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    held_back INTEGER NOT NULL CHECK (held_back IN (0, 1))
) STRICT;
CREATE INDEX assignments_occasion ON assignments(occasion, date);
CREATE INDEX assignments_customer ON assignments(customer_id);

CREATE TABLE gifts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('useful', 'fun', 'quality', 'experience', 'swag', 'gesture')),
    product_id INTEGER UNIQUE REFERENCES products(id) ON DELETE SET NULL,
    cost INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0),
    stock INTEGER CHECK (stock >= 0),
    text TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
ALTER TABLE actions ADD COLUMN gift_id INTEGER REFERENCES gifts(id) ON DELETE SET NULL;
CREATE INDEX actions_gift ON actions(gift_id) WHERE gift_id IS NOT NULL;

CREATE TABLE gestures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER REFERENCES customers(id) ON DELETE SET NULL,
    staff_id INTEGER REFERENCES staff(id),
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 200),
    reason TEXT NOT NULL DEFAULT '',
    cost INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0),
    effect TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX gestures_customer ON gestures(customer_id, date);
CREATE INDEX gestures_staff ON gestures(staff_id, date);
ALTER TABLE staff ADD COLUMN monthly_limit INTEGER CHECK (monthly_limit >= 0);

CREATE TABLE letter_templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind <> ''),
    language TEXT NOT NULL CHECK (language IN ('fi', 'en', 'uz')),
    formality TEXT NOT NULL DEFAULT '' CHECK (formality IN ('', 'formal', 'familiar')),
    name TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL CHECK (source <> ''),
    UNIQUE (kind, language, formality)
) STRICT;

CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('appreciation', 'early_access', 'party', 'community', 'cause', 'partner')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    first TEXT NOT NULL,
    last TEXT NOT NULL CHECK (last >= first),
    time TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    programme TEXT NOT NULL DEFAULT '',
    partner TEXT NOT NULL DEFAULT '',
    audience TEXT NOT NULL DEFAULT '',
    budget INTEGER NOT NULL DEFAULT 0 CHECK (budget >= 0),
    cost INTEGER CHECK (cost >= 0),
    percent INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    guest_percent INTEGER NOT NULL DEFAULT 0 CHECK (guest_percent BETWEEN 0 AND 100),
    guests INTEGER NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 20),
    result TEXT NOT NULL DEFAULT '',
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) STRICT;

CREATE TABLE invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id INTEGER NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    code TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL,
    reply TEXT NOT NULL DEFAULT '' CHECK (reply IN ('', 'yes', 'maybe', 'no')),
    guests INTEGER NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 20),
    came TEXT,
    UNIQUE (campaign_id, customer_id)
) STRICT;
CREATE INDEX invitations_customer ON invitations(customer_id);

CREATE TABLE coupons (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    code TEXT NOT NULL UNIQUE,
    customer_id INTEGER REFERENCES customers(id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('percent', 'amount', 'product', 'bogo')),
    percent INTEGER CHECK (percent BETWEEN 1 AND 100),
    amount INTEGER CHECK (amount > 0),
    product_id INTEGER REFERENCES products(id) ON DELETE SET NULL,
    least INTEGER NOT NULL DEFAULT 0 CHECK (least >= 0),
    uses INTEGER NOT NULL DEFAULT 1 CHECK (uses >= 1),
    date TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    suggestion TEXT NOT NULL DEFAULT '',
    campaign_id INTEGER REFERENCES campaigns(id) ON DELETE SET NULL,
    withdrawn TEXT,
    CHECK ((kind = 'percent') = (percent IS NOT NULL)),
    CHECK ((kind = 'amount') = (amount IS NOT NULL))
) STRICT;
CREATE INDEX coupons_customer ON coupons(customer_id);
CREATE INDEX coupons_campaign ON coupons(campaign_id) WHERE campaign_id IS NOT NULL;

CREATE TABLE redemptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    coupon_id INTEGER NOT NULL REFERENCES coupons(id) ON DELETE CASCADE,
    purchase_id INTEGER REFERENCES purchases(id) ON DELETE SET NULL,
    customer_id INTEGER REFERENCES customers(id) ON DELETE SET NULL,
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    amount INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0),
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX redemptions_coupon ON redemptions(coupon_id);
CREATE INDEX redemptions_purchase ON redemptions(purchase_id) WHERE purchase_id IS NOT NULL;
CREATE INDEX redemptions_customer ON redemptions(customer_id);

CREATE TABLE rewards (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    points INTEGER NOT NULL CHECK (points > 0),
    product_id INTEGER REFERENCES products(id) ON DELETE SET NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE earn_rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    product_id INTEGER REFERENCES products(id) ON DELETE CASCADE,
    category TEXT NOT NULL DEFAULT '',
    weekday INTEGER CHECK (weekday BETWEEN 1 AND 7),
    first TEXT,
    last TEXT,
    factor REAL NOT NULL CHECK (factor BETWEEN 0 AND 100),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE tiers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
    spend INTEGER NOT NULL UNIQUE CHECK (spend > 0),
    factor REAL NOT NULL DEFAULT 1 CHECK (factor BETWEEN 1 AND 100),
    percent INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    vip INTEGER NOT NULL DEFAULT 0 CHECK (vip IN (0, 1))
) STRICT;

CREATE TABLE new_points (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    points INTEGER NOT NULL CHECK (points <> 0),
    kind TEXT NOT NULL CHECK (kind IN ('import', 'earned', 'bonus', 'spent', 'expired', 'corrected', 'reversed',
        'donated')),
    source TEXT NOT NULL DEFAULT '',
    staff_id INTEGER REFERENCES staff(id),
    lot_id INTEGER REFERENCES new_points(id),
    expires TEXT,
    purchase_id INTEGER REFERENCES purchases(id) ON DELETE SET NULL,
    line_id INTEGER REFERENCES purchase_lines(id) ON DELETE SET NULL,
    reverses INTEGER REFERENCES new_points(id),
    reward_id INTEGER REFERENCES rewards(id) ON DELETE SET NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO new_points (id, uuid, customer_id, at, date, points, kind, source, staff_id)
    SELECT id, uuid, customer_id, at, date, points, kind, source, staff_id FROM points;
DROP TABLE points;
ALTER TABLE new_points RENAME TO points;
CREATE INDEX points_customer ON points(customer_id, date);
CREATE INDEX points_lot ON points(lot_id) WHERE lot_id IS NOT NULL;
CREATE INDEX points_purchase ON points(purchase_id) WHERE purchase_id IS NOT NULL;
CREATE INDEX points_line ON points(line_id) WHERE line_id IS NOT NULL;
CREATE INDEX points_reverses ON points(reverses) WHERE reverses IS NOT NULL;
CREATE INDEX points_expires ON points(expires) WHERE expires IS NOT NULL;

CREATE TABLE stamp_cards (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    product_id INTEGER REFERENCES products(id) ON DELETE SET NULL,
    category TEXT NOT NULL DEFAULT '',
    stamps INTEGER NOT NULL CHECK (stamps BETWEEN 2 AND 100),
    reward TEXT NOT NULL CHECK (length(reward) BETWEEN 1 AND 200),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE stamps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    card_id INTEGER NOT NULL REFERENCES stamp_cards(id) ON DELETE CASCADE,
    customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    stamps INTEGER NOT NULL CHECK (stamps <> 0),
    purchase_id INTEGER REFERENCES purchases(id) ON DELETE SET NULL,
    line_id INTEGER REFERENCES purchase_lines(id) ON DELETE SET NULL,
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX stamps_customer ON stamps(customer_id, card_id);
CREATE INDEX stamps_purchase ON stamps(purchase_id) WHERE purchase_id IS NOT NULL;
CREATE INDEX stamps_line ON stamps(line_id) WHERE line_id IS NOT NULL;

CREATE TABLE gift_cards (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('gift_card', 'store_credit')),
    customer_id INTEGER REFERENCES customers(id) ON DELETE SET NULL,
    date TEXT NOT NULL,
    last TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX gift_cards_customer ON gift_cards(customer_id);

CREATE TABLE gift_card_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    card_id INTEGER NOT NULL REFERENCES gift_cards(id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    date TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    purchase_id INTEGER REFERENCES purchases(id) ON DELETE SET NULL,
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX gift_card_entries_card ON gift_card_entries(card_id);

CREATE TABLE draws (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    prize TEXT NOT NULL DEFAULT '',
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    seed TEXT NOT NULL,
    drawn TEXT,
    entries TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(entries)),
    winners TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(winners)),
    places INTEGER NOT NULL DEFAULT 1 CHECK (places BETWEEN 1 AND 100)
) STRICT;

CREATE TABLE programme_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    date TEXT NOT NULL,
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 400),
    why TEXT NOT NULL DEFAULT '',
    review TEXT,
    learned TEXT NOT NULL DEFAULT '',
    staff_id INTEGER REFERENCES staff(id)
) STRICT;

ALTER TABLE letters ADD COLUMN campaign_id INTEGER REFERENCES campaigns(id) ON DELETE SET NULL;
CREATE TABLE papers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('letter', 'card', 'coupon', 'gift_card', 'invitation', 'statement')),
    customer_id INTEGER REFERENCES customers(id) ON DELETE CASCADE,
    letter_id INTEGER REFERENCES letters(id) ON DELETE CASCADE,
    coupon_id INTEGER REFERENCES coupons(id) ON DELETE CASCADE,
    gift_card_id INTEGER REFERENCES gift_cards(id) ON DELETE CASCADE,
    invitation_id INTEGER REFERENCES invitations(id) ON DELETE CASCADE,
    printed TEXT NOT NULL,
    delivered TEXT,
    answered TEXT,
    redeemed TEXT
) STRICT;
CREATE INDEX papers_customer ON papers(customer_id);
CREATE INDEX papers_letter ON papers(letter_id) WHERE letter_id IS NOT NULL;
INSERT INTO coupons (code, customer_id, kind, percent, product_id, date, first, last, reason, suggestion)
    SELECT l.code, l.customer_id, CASE WHEN a.product_id IS NULL THEN 'percent' ELSE 'product' END,
        CASE WHEN a.product_id IS NULL THEN max(1, min(100, coalesce(
            (SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'coupon_percent'), 10))) END,
        a.product_id, l.date, l.date, date(l.date, '+' || coalesce(
            (SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'coupon_days'), 60) || ' days'),
        l.template, l.suggestion
    FROM letters l LEFT JOIN actions a ON a.suggestion = l.suggestion AND l.suggestion <> ''
    WHERE l.code <> '' ORDER BY l.id;
INSERT INTO papers (code, kind, customer_id, letter_id, coupon_id, printed)
    SELECT l.code, 'letter', l.customer_id, l.id, c.id, l.date
    FROM letters l JOIN coupons c ON c.code = l.code ORDER BY l.id;
