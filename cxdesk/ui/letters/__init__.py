"""Letters: what went out with a code, and what came back of it."""
