"""What this person did, the newest first, and its undoing."""
