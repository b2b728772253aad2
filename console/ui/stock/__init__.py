"""The stock counter: what is being explained, and how many are left."""
