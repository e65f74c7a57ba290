"""What staff can do: one class per noun, one method per action."""
