"""Roles: who one is at this console, and what an assistant and an anchor may do."""
