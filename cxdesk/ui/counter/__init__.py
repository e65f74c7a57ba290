"""The counter: purchase and feedback of one visit, recorded while the customer waits."""
