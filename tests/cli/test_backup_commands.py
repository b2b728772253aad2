"""`cuedesk backup` and `cuedesk restore`, beside a console and alone."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from console.domain.commands import SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.settings import data_folder
from console.storage.studio import Studio
from tests.cli.conftest import Cuedesk
from tests.domain.goods import NOON
from tests.end_to_end.consoles import Console, wait_until
from tests.storage.keeping import keep, lives

SHOP = Connection("vendure", ConnectionKind.SHOP, "vendure+https://me@shop.example")


def connected(path: Path) -> None:
    studio = Studio.open(path, NOON)
    keep(studio, [SetConnection(SHOP)], "connected")
    studio.close()


def test_a_backup_beside_a_running_console_is_good(
    studio: Path, tmp_path: Path, cuedesk: Cuedesk, start: Callable[..., Console]
) -> None:
    console = start("run", "--headless", "--show", str(studio))
    wait_until(studio.with_name(f"{studio.name}.pid").exists, console)
    to = tmp_path / "kept.cuedesk"
    ran = cuedesk("backup", studio, to)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{studio} is kept as {to}: {to.stat().st_size / 1e6:.1f} MB, checked.\n"
    assert console.running
    assert cuedesk("verify", to).code == 0
    assert console.end() == 0


def test_it_tells_programs_what_it_did(studio: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    to = tmp_path / "kept.cuedesk"
    told = json.loads(cuedesk("backup", studio, to, "--json").out)
    assert told == {"path": str(to), "bytes": to.stat().st_size, "rows": told["rows"], "connections": []}
    assert told["rows"] > 0


def test_a_second_backup_of_that_name_is_refused_in_one_line(studio: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    to = tmp_path / "kept.cuedesk"
    cuedesk("backup", studio, to)
    before = to.read_bytes()
    ran = cuedesk("backup", studio, to)
    expected = f"cuedesk: {to} exists already. Choose another name: nothing is overwritten.\n"
    assert (ran.code, ran.out, ran.err) == (1, "", expected)
    assert to.read_bytes() == before


def test_what_is_restored_goes_on_as_another_incarnation_and_says_what_is_missing(
    studio: Path, tmp_path: Path, cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected(studio)
    kept, again = tmp_path / "kept.cuedesk", tmp_path / "again.cuedesk"
    cuedesk("backup", studio, kept)
    ran = cuedesk("restore", kept, again)
    assert (ran.code, ran.err) == (0, "")
    assert "Nothing is sent to a shop" in ran.out
    assert "passwords are not" in ran.out
    assert "the password of vendure. Enter it in the window, or set CUEDESK_SECRET_VENDURE" in ran.out
    monkeypatch.setenv("CUEDESK_SECRET_VENDURE", "hush")
    other = cuedesk("restore", kept, tmp_path / "other.cuedesk")
    assert "CUEDESK_SECRET_VENDURE" not in other.out
    assert "hush" not in other.out
    Studio.open(again, NOON).close()
    assert lives(again) == 2
    assert cuedesk("verify", again).code == 0


def test_programs_hear_which_secrets_are_missing(studio: Path, tmp_path: Path, cuedesk: Cuedesk) -> None:
    connected(studio)
    told = json.loads(cuedesk("restore", studio, tmp_path / "again.cuedesk", "--json").out)
    assert (told["connections"], told["secrets_missing"]) == ([msgspec.to_builtins(SHOP)], ["vendure"])


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_help_says_what_is_done(command: str, cuedesk: Cuedesk) -> None:
    ran = cuedesk(command, "--help")
    assert ran.code == 0
    assert "nothing is overwritten" in ran.out


def test_without_a_place_it_goes_among_those_that_are_made_by_themselves(studio: Path, cuedesk: Cuedesk) -> None:
    assert "there is none" in cuedesk("doctor", studio).out
    ran = cuedesk("backup", studio)
    assert (ran.code, ran.err) == (0, "")
    (kept,) = (data_folder() / "backups").rglob("*.cuedesk")
    assert str(kept) in ran.out
    assert "there is one of today; 1 of" in cuedesk("doctor", studio).out
