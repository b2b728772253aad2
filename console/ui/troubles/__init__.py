"""Troubles: each told in one notice while it lasts, and kept in a list when it is over."""
