ALTER TABLE gestures ADD COLUMN product_id INTEGER REFERENCES products(id) ON DELETE SET NULL;
ALTER TABLE actions ADD COLUMN gift_cost INTEGER CHECK (gift_cost >= 0);
