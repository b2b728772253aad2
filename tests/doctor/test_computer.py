"""What the doctor says of the computer."""

import os
import shutil
import socket
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import keyring
import pytest
from keyring.backends import null

from console.doctor import computer
from console.doctor.screen import Screen, Seen, of_fonts, of_formats, of_screens, of_window
from console.domain.health import Check, State

LOOK = State.ATTENTION
SEEN = Seen("6.11.3", "xcb", (Screen("a", 1920, 1080),), ("Noto Sans CJK SC",), ("png", "jpeg", "webp"))


def only(checks: Iterable[Check]) -> Check:
    (check,) = checks
    assert bool(check.next_step) is (check.state is not State.OK)
    return check


def test_this_python_this_sqlite_and_this_qt_will_do() -> None:
    assert {each.state for each in computer.of_python()} == {State.OK}
    assert only(computer.of_sqlite()).state is State.OK
    assert only(computer.of_qt_package()).state is State.OK


@pytest.mark.parametrize("version", [(3, 10, 1), (3, 14, 0)])
def test_another_python_needs_a_look(version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert next(computer.of_python()).state is State.ATTENTION


def test_a_sqlite_that_damages_files_is_bad() -> None:
    assert only(computer.of_sqlite((3, 51, 2))).words == "3.51.2 can damage the studio's file"
    assert only(computer.of_sqlite((3, 51, 3))).state is State.OK


@pytest.mark.parametrize(
    ("version", "state"), [("6.12.0", State.ATTENTION), ("6.8.3", State.ATTENTION), ("", State.BAD)]
)
def test_another_qt_needs_a_look(version: str, state: State) -> None:
    assert only(computer.of_qt_package(version)).state is state


def test_a_window_is_tried_in_another_process() -> None:
    found = {each.name: each for each in of_window()}
    assert found["window"].state is State.OK
    assert "offscreen" in found["window"].words
    assert {"fonts", "pictures"} <= found.keys()


def test_a_computer_without_a_screen_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nowhere")
    check = only(of_window())
    assert check.state is State.BAD
    assert "nowhere" in check.words
    assert "libegl1" in check.next_step


def test_a_small_screen_a_missing_font_and_a_missing_format_are_told() -> None:
    assert of_screens(SEEN).state is State.OK
    small = Seen("6.11.3", "xcb", (Screen("a", 1280, 720), Screen("b", 800, 1200)), (), ("png",))
    assert of_screens(small).state is State.ATTENTION
    assert of_fonts(SEEN).words == "Chinese in Noto Sans CJK SC"
    assert of_fonts(small).state is State.ATTENTION
    assert of_formats(SEEN).state is State.OK
    assert of_formats(small).words == "jpeg, webp cannot be shown"


def test_a_time_zone_without_data_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert only(computer.of_time_zone()).state is State.OK
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Middle/Earth")
    assert only(computer.of_time_zone()).words == "there are no data of Middle/Earth"


def test_each_disk_is_told_once_with_all_that_is_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 100))
    check = only(computer.of_disks({"file": tmp_path, "log": tmp_path / "not" / "there" / "yet"}))
    assert (check.about, check.state) == ("file, log", State.BAD)


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"a file in its place")
    assert only(computer.of_folders({"data": tmp_path / "new", "log": tmp_path})).state is State.OK
    check = only(computer.of_folders({"data": taken, "log": tmp_path}))
    assert (check.state, str(taken) in check.words) == (State.BAD, True)


def test_a_folder_of_somebody_else_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert only(computer.of_folders({"data": tmp_path})).state is State.BAD


def test_much_log_is_told(tmp_path: Path) -> None:
    assert only(computer.of_log(tmp_path / "nowhere")).state is State.OK
    with (tmp_path / "cuedesk.log.1").open("wb") as log:
        log.truncate(60_000_000)
    assert only(computer.of_log(tmp_path)).words.startswith("60.0 MB in")
    assert only(computer.of_log(tmp_path)).state is State.ATTENTION


def test_a_computer_without_a_network_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_: Unconnected())
    check = only(computer.of_network())
    assert (check.state, check.words) == (State.ATTENTION, "this computer has none")


class Unconnected:
    """A socket of a computer without a network."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def connect(self, _: object) -> None:
        raise OSError(101, "Network is unreachable")


def test_a_missing_keyring_matters_only_where_a_password_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", null.Keyring)
    assert only(computer.of_keyring(needed=True)).state is State.ATTENTION
    assert only(computer.of_keyring(needed=False)).state is State.OK
