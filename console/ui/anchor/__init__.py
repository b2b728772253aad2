"""The anchor's window: what matters on air, to be read from three metres, and the prompter."""
