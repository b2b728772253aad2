"""Imports: a preview of what files offer, then what became of it."""
