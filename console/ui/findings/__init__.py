"""Findings: what does not add up, and the two ways to settle it."""
