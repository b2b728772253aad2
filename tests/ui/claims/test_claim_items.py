import pytest

from console.domain.claims.reading import Asked
from console.ui.claims.items import read_items

KNOWN = {"MUG", "SHIRT M", "BOX 2"}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("MUG", (Asked("MUG", 1),)),
        (" MUG 3 ; SHIRT M x2", (Asked("MUG", 3), Asked("SHIRT M", 2))),
        ("SHIRT M × 12，MUG *1", (Asked("SHIRT M", 12), Asked("MUG", 1))),
        ("BOX 2", (Asked("BOX 2", 1),)),
        ("BOX 2 2", (Asked("BOX 2", 2),)),
        ("", ()),
        ("MUG, mug 2", "mug 2"),
        ("MUG 0", "MUG 0"),
        ("MUG 99999", "MUG 99999"),
        ("2", "2"),
    ],
)
def test_items_are_skus_with_numbers_of_pieces(text: str, items: tuple[Asked, ...] | str) -> None:
    assert read_items(text, KNOWN) == items
