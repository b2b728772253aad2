"""What is on its way to the shop, and the tray of what was rejected."""
