"""Every hostile file through the command line: words, no traceback, no network, nothing half-done, bounded."""

import errno
import io
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn
from unicodedata import category

import pytest

from console.storage.reader import reading
from console.storage.verify import verify
from tests.cli.conftest import Cuedesk
from tests.imports.hostile import BOOKS, EVERY, TEXTS, Case

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 60
MOST_MEMORY = 700 * 1024 * 1024
LARGE = [
    case for case in (*TEXTS, *BOOKS) if any(word in case.name for word in ("million", "00,000", "MB", "bomb", "XFD"))
]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def printable(words: str) -> bool:
    return all(letter.isprintable() or letter == "\n" for letter in words)


def test_there_are_sixty_and_more() -> None:
    names = [case.name for case in EVERY]
    assert len(set(names)) == len(names) >= 60


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_a_hostile_file_is_told_in_words(case: Case, tmp_path: Path, cuedesk: Cuedesk) -> None:
    file, show = tmp_path / "hostile.csv", tmp_path / "show.cuedesk"
    case.make(file)
    began = time.process_time()
    ran = cuedesk("import", "products", file, "--show", show, "--currency", "USD")
    assert time.process_time() - began < MOST_SECONDS
    assert case.said in ran.out + ran.err
    assert "Traceback" not in ran.err
    assert printable(ran.out)
    assert printable(ran.err)
    assert str(tmp_path) not in ran.err
    assert ran.code == (0 if case.said.endswith("new") or case.said == "has macros" else 1)
    assert {each.name for each in tmp_path.iterdir()} <= {"home", "hostile.csv", "show.cuedesk", "show.cuedesk.lock"}
    if case.products is None:
        assert not show.exists()
        return
    with reading(show) as reader:
        assert len(reader.products()) == case.products
    assert verify(show) == []


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_a_hostile_file_is_no_rundown_either(case: Case, tmp_path: Path, studio: Path, cuedesk: Cuedesk) -> None:
    file = tmp_path / "hostile.csv"
    case.make(file)
    before = verify(studio)
    ran = cuedesk("import", "rundown", file, "--show", studio)
    assert (ran.code, ran.out, before) == (1, "", [])
    assert printable(ran.err)
    assert "Traceback" not in ran.err
    assert verify(studio) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a program's own peak")
@pytest.mark.parametrize("case", LARGE, ids=lambda case: case.name)
def test_a_large_hostile_file_needs_little_memory(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "hostile.csv"
    case.make(file)
    words = ("import", "products", str(file), "--show", str(tmp_path / "s.cuedesk"), "--currency", "USD", "--json")
    code = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 * 2**30, 3 * 2**30))
from console.__main__ import main
from tests.end_to_end.peak import field
code = main({words!r})
print(code, field("VmHWM"))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=False, cwd=ROOT
    )
    assert "Traceback" not in ran.stderr
    code_and_most = ran.stdout.splitlines()[-1].split()
    assert code_and_most[0] == "1"
    assert int(code_and_most[1]) < MOST_MEMORY


def test_a_file_that_vanishes_while_it_is_read_is_told(
    tmp_path: Path, cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "goods.csv"
    file.write_text("Handle,Title,Variant Price\n" + "a,A,1\n" * 10)

    class Vanishing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if size is not None and size > 8:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return super().read(size)

    monkeypatch.setattr("pathlib.Path.open", lambda path, _: Vanishing(path.read_bytes()))
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda path: b"Handle,Title,Variant Price\na,A,1\n" if path else b"")
    ran = cuedesk("import", "products", file, "--show", tmp_path / "s.cuedesk", "--currency", "USD")
    assert ran.err == "cuedesk: goods.csv cannot be read: Input/output error. Check the file and its rights.\n"
    assert not (tmp_path / "s.cuedesk").exists()


def test_an_export_of_what_came_in_computes_nothing(tmp_path: Path, cuedesk: Cuedesk) -> None:
    from tests.imports.hostile import CELLS

    show = tmp_path / "show.cuedesk"
    for case in CELLS:
        case.make(tmp_path / "in.csv")
        cuedesk("import", "products", tmp_path / "in.csv", "--show", show, "--currency", "USD")
    assert json.loads(cuedesk("export", "products", tmp_path / "out.csv", "--show", show, "--json").out)["rows"] > 9
    content = (tmp_path / "out.csv").read_text("utf-8-sig")
    assert not any(category(letter) == "Cc" for letter in content.replace("\n", ""))
    assert not any(
        cell.lstrip('"').startswith(("=", "+", "-", "@")) for row in content.split("\n") for cell in row.split(",")
    )
