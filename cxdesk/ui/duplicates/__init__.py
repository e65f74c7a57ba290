"""One person who stands in the register twice."""
