"""Before going live: all that can be looked at, how it stands, and the next step."""
