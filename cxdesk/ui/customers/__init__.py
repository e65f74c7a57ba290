"""Customers: the register, a customer's card, and the form that makes and changes one."""
