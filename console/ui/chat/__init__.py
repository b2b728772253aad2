"""The chat panel and its viewport."""
