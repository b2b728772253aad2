"""What the doctor says of a show's file and of its connections."""

import os
import sys
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.backups.folder import BackupsFolder
from console.doctor import connections, file
from console.domain.connections import Connection, ConnectionKind
from console.domain.health import Check, State
from console.domain.show import Show
from console.domain.trials import RoomJoined, ShopFound, TrialFailed
from console.storage.backup import whole_copy
from console.storage.reader import reading
from console.storage.studio import Studio
from tests.domain.goods import NOON
from tests.storage.keeping import evening, tampering

SHOP = Connection("vendure", ConnectionKind.SHOP, "vendure+https://me@shop.example")
ROOM = Connection("room", ConnectionKind.CHAT, "twitch:room")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    evening(tmp_path / "show.cuedesk")
    return tmp_path / "show.cuedesk"


def only(checks: Iterable[Check]) -> Check:
    (check,) = checks
    assert bool(check.next_step) is (check.state is not State.OK)
    return check


def test_a_sound_file_is_sound(path: Path) -> None:
    assert only(file.of_soundness(path)).words.startswith("sound, 0.")
    assert only(file.of_rights(path)).state is State.OK


def test_damage_is_named(path: Path) -> None:
    with closing(tampering(path)) as connection:
        connection.execute("UPDATE journal SET body = x'00' WHERE id = 3")
    check = only(file.of_soundness(path))
    assert (check.state, "row 3: it was altered" in check.words) == (State.BAD, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
def test_a_file_that_everybody_may_write_is_told(path: Path) -> None:
    path.chmod(0o666)
    assert only(file.of_rights(path)).state is State.ATTENTION


def test_who_has_it_open_is_told_and_a_dead_process_has_not(path: Path) -> None:
    assert only(file.of_holder(path)).words == "open in no console"
    studio = Studio.open(path, NOON)
    assert only(file.of_holder(path)).words == f"open in a console (process {os.getpid()})"
    studio.close()
    for left in ("999999999", "nonsense", ""):
        path.with_name(f"{path.name}.pid").write_text(left)
        assert only(file.of_holder(path)).words == "open in no console"


@pytest.mark.parametrize(("behind", "state"), [(-60, State.OK), (10, State.OK), (11, State.BAD), (7_200, State.BAD)])
def test_a_clock_behind_the_file_is_told(behind: int, state: State) -> None:
    show = Show(last_time=NOON + timedelta(seconds=behind))
    assert only(file.of_last_time(show, NOON)).state is state


def test_the_age_of_the_last_backup_is_told(path: Path) -> None:
    assert only(file.of_backups(path)).words == "there is none"
    with reading(path) as reader:
        folder = BackupsFolder(path, reader.lineage())
    whole_copy(path, folder.place(datetime.now(UTC) - timedelta(hours=50)))
    assert only(file.of_backups(path)).words.startswith("the last is 50 hours old; 1 of 0.")
    whole_copy(path, folder.place(datetime.now(UTC)))
    assert only(file.of_backups(path)).state is State.OK


def test_a_password_is_never_told_but_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert only(connections.of_secret(SHOP)).state is State.BAD
    monkeypatch.setenv("CUEDESK_SECRET_VENDURE", "hush")
    check = only(connections.of_secret(SHOP))
    assert (check.state, check.words) == (State.OK, "in CUEDESK_SECRET_VENDURE")


def test_a_shop_that_lets_us_in_tells_its_currency_and_its_clock() -> None:
    found = ShopFound("Demo", "USD", "EUR", timedelta(seconds=300), 12)
    shop, currency, clock = connections.told(SHOP, found, NOON)
    assert (shop.state, shop.words, shop.about) == (State.OK, "signed in at Demo, 12 products", "vendure")
    assert (currency.state, currency.words) == (State.BAD, "EUR here, USD there")
    assert (clock.state, clock.words) == (State.BAD, "5 min behind vendure")


def test_a_shop_that_cannot_take_the_orders_of_claims_says_so_and_what_to_do() -> None:
    _, drafts, _ = connections.told(SHOP, ShopFound("Demo", "USD", "USD", drafts=False), NOON)
    assert (drafts.state, "clientKey" in drafts.next_step) == (State.ATTENTION, True)


def test_a_room_that_lets_us_in_and_a_shop_that_does_not() -> None:
    assert only(connections.told(ROOM, RoomJoined(), NOON)).state is State.OK
    check = only(connections.told(SHOP, TrialFailed("The shop cannot be reached", ""), NOON))
    assert (check.state, check.words, check.about) == (State.BAD, "The shop cannot be reached", "vendure")
