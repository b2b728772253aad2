"""Exports: what there is in the file, written as tables."""
