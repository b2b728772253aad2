"""The window: the only place that knows Qt, with app.py."""
