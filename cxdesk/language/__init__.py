"""How it is said: texts, formats, search and sort keys."""
