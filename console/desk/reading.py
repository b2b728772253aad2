"""Reading files for an import, beside the desk."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from console.desk.store import Store
from console.imports.catalogue import Catalogue, read_catalogue
from console.imports.clock_times import Studio
from console.imports.course import Course
from console.imports.encodings import Encoding
from console.imports.plan import Rundown
from console.imports.rundown import read_rundown as rundown_in


async def read_products(paths: Sequence[Path], currency: str, encoding: Encoding | None, course: Course) -> Catalogue:
    """Read product files in a thread. Raises ImportRefused for a file that cannot be read at all, or GivenUp."""
    return await asyncio.to_thread(read_catalogue, paths, currency, encoding, course)


async def read_rundown(store: Store, path: Path, encoding: Encoding | None = None) -> Rundown:
    """Read a rundown for today in this computer's time zone. Raises ImportRefused."""
    from tzlocal import get_localzone_name  # noqa: PLC0415 - needed by an import only

    zone = ZoneInfo(get_localzone_name())
    studio = Studio(datetime.now(UTC).astimezone(zone).date(), zone)
    return await store.read(lambda reader: rundown_in(path, studio, reader.product_of, encoding))
