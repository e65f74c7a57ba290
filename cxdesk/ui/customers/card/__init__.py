"""A customer's card: contact, preferences, permissions, the timeline, the next act, value and rhythm."""
