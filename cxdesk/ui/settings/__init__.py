"""Settings: the shop, its limits, its look, its staff, its data and its past."""
