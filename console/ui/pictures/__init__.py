"""Pictures of products, decoded beside the window."""
