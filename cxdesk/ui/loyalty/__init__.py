"""Points, coupons and gift cards, and the rules of the programme."""
