"""CX Desk: a small shop's customer register and the thanking of its customers."""

__version__ = "0.1.0"
