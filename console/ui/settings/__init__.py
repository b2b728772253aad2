"""The settings: colours, size of text, motion, keys."""
