"""The queue panel: what is presented, in order."""
