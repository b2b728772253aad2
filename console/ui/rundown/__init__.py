"""The run of show: what is live, what comes, and the script of it."""
