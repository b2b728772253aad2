"""Claims: who asked for what, what is held for whom and until when, and who waits."""
