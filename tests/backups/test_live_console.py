"""A live console keeps backups of its file by itself; a rehearsal makes none."""

from pathlib import Path

from console.storage.verify import verify
from tests.end_to_end.consoles import Console, wait_until
from tests.storage.keeping import evening

BACKUPS = Path("home", "data", "Cuedesk", "backups")


def test_a_live_console_backs_its_file_up_soon_after_it_opened_it(tmp_path: Path) -> None:
    evening(tmp_path / "show.cuedesk")
    console = Console(tmp_path, "run", "--headless", "--show", str(tmp_path / "show.cuedesk"))
    try:
        wait_until(lambda: [*(tmp_path / BACKUPS).rglob("[0-9]*.cuedesk")], console)
        assert console.end() == 0
    finally:
        console.clean_up()
    (kept,) = (tmp_path / BACKUPS).rglob("*.cuedesk")
    assert kept.parent.name.startswith("show-")
    assert verify(kept) == []
    assert console.said == ""
