"""`cuedesk doctor`: what is to be done, and that it ends."""

import json
import socket
from pathlib import Path

import pytest

from console.doctor import examine
from console.domain.commands import SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.health import Check, State
from console.storage.studio import Studio
from tests.cli.conftest import Cuedesk
from tests.domain.goods import NOON
from tests.storage.keeping import keep


@pytest.fixture(autouse=True)
def a_good_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """No second Qt for each test, and a disk with room."""
    monkeypatch.setattr(examine, "of_window", lambda: (Check("window", State.OK, "there"),))
    monkeypatch.setattr("console.doctor.computer.of_disks", lambda _: (Check("disk", State.OK, "wide"),))


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    return int(port)


def test_a_computer_on_which_all_is_good_is_0(cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.doctor.computer.of_network", lambda: (Check("network", State.OK, "there"),))
    ran = cuedesk("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "All is good." in ran.out
    assert "cuedesk doctor FILE" in ran.out
    assert json.loads(cuedesk("doctor", "--json").out)["good"] is True


def test_something_to_do_is_1_with_a_next_step_each(
    studio: Path, closed_port: int, cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Connection("vendure", ConnectionKind.SHOP, f"vendure+http://me@127.0.0.1:{closed_port}")
    room = Connection("irc room", ConnectionKind.CHAT, f"irc+ws://127.0.0.1:{closed_port}/#room")
    opened = Studio.open(studio, NOON)
    keep(opened, [SetConnection(shop), SetConnection(room)], "connected")
    opened.close()
    told = json.loads(cuedesk("doctor", studio, "--json").out)
    state = {(each["name"], each["about"]): each["state"] for each in told["checks"]}
    assert state["password", "vendure"] == state["shop", "vendure"] == "bad"
    assert state["file", ""] == state["rights", ""] == state["lock", ""] == "ok"
    assert state["backup", ""] == "attention"
    assert state["outbox", ""] == "ok"
    assert all(each["next_step"] for each in told["checks"] if each["state"] != "ok")
    monkeypatch.setenv("CUEDESK_SECRET_VENDURE", "hush-4711")
    ran = cuedesk("doctor", studio)
    assert ran.code == 1
    assert "BAD   shop (vendure)" in ran.out
    assert "BAD   chat (irc room)" in ran.out
    assert ran.out.count("→") == int(ran.out.splitlines()[-1].split()[0])
    assert "hush-4711" not in ran.out + ran.err
    assert "Traceback" not in ran.out + ran.err


def test_it_changes_nothing(studio: Path, cuedesk: Cuedesk) -> None:
    before = {each: each.read_bytes() for each in studio.parent.glob("studio.cuedesk")}
    cuedesk("doctor", studio)
    assert {each: each.read_bytes() for each in studio.parent.glob("studio.cuedesk")} == before


@pytest.mark.parametrize("content", [b"", b"words " * 100])
def test_what_is_no_file_of_a_show_is_refused_in_one_line(tmp_path: Path, cuedesk: Cuedesk, content: bytes) -> None:
    (tmp_path / "a.cuedesk").write_bytes(content)
    ran = cuedesk("doctor", tmp_path / "a.cuedesk")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
