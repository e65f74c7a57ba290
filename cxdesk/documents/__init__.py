"""Paper and files: what is printed, written and read."""
