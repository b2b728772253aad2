"""Cues: what the operator has the anchor know without a sound, and how long it took to be noted."""
