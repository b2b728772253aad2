"""How the window looks: colours, type, grid and the sheet that dresses every ordinary control."""
