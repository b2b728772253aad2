"""What the queue proposed in this show, what a person said to it, and what came of it."""
