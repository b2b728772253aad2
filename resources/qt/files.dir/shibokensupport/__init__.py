"""What stands in for PySide6's own helpers until they are needed; see console/ui/quick_qt.py."""
