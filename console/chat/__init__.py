"""Chat sources: rooms read over the network, as plain lines, through one hub."""
