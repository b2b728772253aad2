"""Products: finding them in the catalogue, and editing one."""
