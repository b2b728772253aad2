"""The one SQLite file of a studio: the only place that knows SQLite."""
