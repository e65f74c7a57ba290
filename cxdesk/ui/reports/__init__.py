"""Reports: choose a month, look at it, keep it as a PDF."""
