"""Small widgets that the panels share: one value and one setter each, plain text throughout."""
