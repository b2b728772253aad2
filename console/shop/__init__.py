"""Shops: one adapter a backend, and what they share on the wire."""
