"""Pedals, gamepads and MIDI: a press does what it was taught. The library for them is optional."""
