"""Feedback: everything that customers have answered and said, and answering them."""
