"""The bar across the top: the show's mode and clock, its figures, and how its connections are."""
