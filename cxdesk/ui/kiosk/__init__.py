"""The customer's screen: one question at a time, nothing else within reach."""
