"""How it is kept: the only package with SQL."""
