"""Backups that are made by themselves, in a folder beside the user's data."""
