"""Appreciation: the rules, the gifts and the budget, events, and whether thanking helps."""
