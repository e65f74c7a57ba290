"""What leaves the shop as files for other programs: lists, contacts, calendars, and the whole shop."""
