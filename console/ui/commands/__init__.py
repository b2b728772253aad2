"""Finding any command, item, product, segment or order by a few letters."""
