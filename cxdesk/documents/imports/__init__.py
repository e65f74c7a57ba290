"""Reading the rows of a table by a profile: what each of them says, or why it cannot go in."""
