"""The desk that owns the show, and the ports that the outside plugs into."""
