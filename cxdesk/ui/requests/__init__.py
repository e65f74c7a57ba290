"""What was promised to customers, and what they asked for and the shop did not have."""
