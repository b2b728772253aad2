"""Claims: the tray of those that need a person, holds with their deadlines, who waits, and receipts."""
