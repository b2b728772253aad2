"""Files of the tests: in memory, in a small file of our own, and the two that the studio was given."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest

from console.imports.catalogue import Catalogue, catalogue_of
from console.imports.drafts import Terms
from console.imports.encodings import Encoding
from console.imports.product_file import product_steps
from console.imports.steps import finish

NOW = datetime(2026, 5, 1, 20, 0)  # noqa: DTZ001 - on the wall of the studio
OWN = Path(__file__).parent / "data" / "studio-products.csv"
NEWER = Path(__file__).parent / "data" / "studio-products-newer.csv"
SHARED = Path(__file__).parents[3] / "shared" / "data"

ReadBytes = Callable[..., Catalogue]


@pytest.fixture
def read() -> ReadBytes:
    """Reads one or several files, given as bytes or text, as one catalogue; they are called a.csv, b.csv and so on."""

    def catalogue(*files: bytes | str, currency: str = "USD", encoding: Encoding | None = None) -> Catalogue:
        terms = Terms(currency, NOW)
        readings = []
        for letter, content in zip("abcdef", files, strict=False):
            stream = BytesIO(content.encode() if isinstance(content, str) else content)
            readings.append(finish(product_steps(stream, f"{letter}.csv", terms, encoding)))
        return finish(catalogue_of(readings))

    return catalogue


@pytest.fixture
def own() -> bytes:
    """A small file in Shopify's classic format: CRLF, cells of several lines, a picture in a row of its own."""
    return OWN.read_bytes()


@pytest.fixture
def newer() -> bytes:
    """The same products under the newer export's column names."""
    return NEWER.read_bytes()


@pytest.fixture(params=["shopify-apparel.csv", "shopify-home-and-garden.csv"])
def shared_file(request: pytest.FixtureRequest) -> Path:
    """One of the sample files kept beside the repository."""
    path = SHARED / str(request.param)
    if not path.is_file():
        pytest.skip(f"{path.name} is not beside the repository")
    return path
