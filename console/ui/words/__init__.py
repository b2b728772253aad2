"""What the window says: values of the domain as words for people."""
