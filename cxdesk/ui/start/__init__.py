"""The first run: language, shop name, budget."""
