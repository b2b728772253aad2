"""Orders, the newest first."""
