"""Pictures of the window, rendered without a screen: empty, in a rehearsal, overloaded, and with much in trouble."""
