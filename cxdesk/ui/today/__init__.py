"""Today: whom to thank, who waits for an answer, and how the shop is doing."""
