"""Where the panels are: layouts by role, columns that fold, windows of their own, and what comes back next time."""
