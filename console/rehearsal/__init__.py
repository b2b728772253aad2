"""Rehearsals: made-up viewers and an in-memory shop, which cannot reach a network."""
