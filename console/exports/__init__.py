"""What is in a file, written as tables that people and other programs read."""
