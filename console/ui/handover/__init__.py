"""The hand-over brief in the window."""
