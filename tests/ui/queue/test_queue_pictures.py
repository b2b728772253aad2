"""Pictures that nobody vouches for."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from console.domain.pictures import MOST_BYTES, cached_as
from console.errors import CuedeskError
from console.ui.pictures import pictures as module
from console.ui.pictures.decode import SIDE, decoded, local_path
from console.ui.pictures.pictures import PicturePlaces, Pictures
from console.ui.widgets.thumbnail import PictureState
from tests.pictures.samples import SVG, head_of_png

FAR = "https://cdn.example/a.png"


def saved(path: Path, width: int, height: int, form: str) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    assert QImageWriter(str(path), QByteArray(form.encode())).write(image)
    return path


@pytest.mark.parametrize("form", ["png", "jpeg", "webp"])
def test_the_three_formats_are_read_whatever_the_name_says(tmp_path: Path, form: str) -> None:
    image = decoded(saved(tmp_path / "picture.txt", 40, 20, form))
    assert image
    assert (image.width(), image.height()) == (40, 20)


@pytest.mark.parametrize("content", [SVG, b"GIF89a" + bytes(40), b"BM" + bytes(60), b"", b"\x89PNG\r\n\x1a\n broken"])
def test_anything_else_is_no_picture(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    assert decoded(path) is None


def test_a_large_picture_is_made_small(tmp_path: Path) -> None:
    image = decoded(saved(tmp_path / "a.png", 1600, 800, "png"))
    assert image
    assert (image.width(), image.height()) == (2 * SIDE, SIDE)


def test_too_many_pixels_or_bytes_are_refused(tmp_path: Path) -> None:
    assert decoded(saved(tmp_path / "wide.png", 16_385, 1, "png")) is None
    (tmp_path / "bomb.png").write_bytes(head_of_png(100_000, 100_000))
    assert decoded(tmp_path / "bomb.png") is None
    (tmp_path / "large.png").write_bytes(head_of_png(5_001, 5_000))
    assert decoded(tmp_path / "large.png") is None
    heavy = saved(tmp_path / "heavy.png", 8, 8, "png")
    with heavy.open("ab") as file:
        file.truncate(MOST_BYTES + 1)
    assert decoded(heavy) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert decoded(tmp_path / "pipe.png") is None


@pytest.mark.parametrize(
    "picture",
    [
        "../secret.png",
        "a/../../secret.png",
        "https://shop/a.png",
        "file:///a.png",
        "//host/a",
        "\\\\host\\a",
        "",
        "a\0b",
    ],
)
def test_what_leads_elsewhere_is_no_file(tmp_path: Path, picture: str) -> None:
    assert local_path(picture, [tmp_path / "pictures"]) is None


def test_a_relative_path_lies_in_one_of_the_folders(tmp_path: Path) -> None:
    folders = [tmp_path / "show", tmp_path / "sample"]
    for folder in folders:
        folder.mkdir()
    sample = saved(folders[1] / "a.png", 9, 9, "png")
    assert local_path("a.png", folders) == sample.resolve()
    mine = saved(folders[0] / "a.png", 9, 9, "png")
    assert local_path("a.png", folders) == mine.resolve()
    assert local_path("b.png", folders) is None


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_a_link_that_leads_out_of_the_folders_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "show").mkdir()
    saved(tmp_path / "secret.png", 9, 9, "png")
    (tmp_path / "show" / "a.png").symlink_to(tmp_path / "secret.png")
    assert local_path("a.png", [tmp_path / "show"]) is None


class Engine:
    """The engine's end of the line: what was asked for, to be answered by the test."""

    def __init__(self) -> None:
        self.asked: dict[str, Future[Path]] = {}
        self.there = True

    def fetch(self, address: str) -> "Future[Path] | None":
        if not self.there:
            return None
        assert address not in self.asked or self.asked[address].done()
        self.asked[address] = Future()
        return self.asked[address]


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def pictures(tmp_path: Path, engine: Engine) -> Iterator[Pictures]:
    (tmp_path / "cache").mkdir()
    made = Pictures(PicturePlaces((tmp_path,), tmp_path / "cache"), engine.fetch)
    yield made
    made.close()


def test_a_picture_comes_later_and_once(qtbot: QtBot, tmp_path: Path, pictures: Pictures) -> None:
    saved(tmp_path / "a.png", 10, 10, "png")
    with qtbot.waitSignal(pictures.came, timeout=3000) as signal:
        assert pictures.of("a.png").state is PictureState.LATE
        assert pictures.of("a.png").image is None
    assert signal.args == ["a.png"]
    assert pictures.of("a.png").image is not None
    assert pictures.of("a.png").state is PictureState.THERE


def test_a_file_that_is_not_there_is_told_and_looked_for_again_in_its_time(
    qtbot: QtBot, tmp_path: Path, pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(pictures.came, timeout=3000):
        pictures.of("a.png")
    assert pictures.of("a.png").state is PictureState.BROKEN
    assert pictures.of("a.png").words
    saved(tmp_path / "a.png", 10, 10, "png")
    monkeypatch.setattr(module, "monotonic", lambda: time.monotonic() + 61)
    with qtbot.waitSignal(pictures.came, timeout=3000):
        assert pictures.of("a.png").state is PictureState.BROKEN
    assert pictures.of("a.png").state is PictureState.THERE


def test_a_product_without_a_picture_waits_for_none(pictures: Pictures, engine: Engine) -> None:
    assert pictures.of("").state is PictureState.NONE
    assert engine.asked == {}


def test_a_picture_with_an_address_is_brought_by_the_engine(
    qtbot: QtBot, tmp_path: Path, pictures: Pictures, engine: Engine
) -> None:
    assert pictures.of(FAR).state is PictureState.LATE
    qtbot.waitUntil(lambda: FAR in engine.asked)
    assert pictures.of(FAR).state is PictureState.LATE
    with qtbot.waitSignal(pictures.came, timeout=3000):
        engine.asked[FAR].set_result(saved(tmp_path / "cache" / cached_as(FAR), 9, 9, "png"))
    assert pictures.of(FAR).state is PictureState.THERE


def test_one_that_was_fetched_before_is_there_without_an_engine_and_asked_about_later(
    qtbot: QtBot, tmp_path: Path, pictures: Pictures, engine: Engine
) -> None:
    engine.there = False
    kept = saved(tmp_path / "cache" / cached_as(FAR), 9, 9, "png")
    with qtbot.waitSignal(pictures.came, timeout=3000):
        pictures.of(FAR)
    assert pictures.of(FAR).state is PictureState.THERE
    engine.there = True
    pictures.ask_again()
    engine.asked[FAR].set_exception(CuedeskError("The server is gone", ""))
    qtbot.waitUntil(lambda: pictures._waiting._under_way == 0)
    assert pictures.of(FAR).state is PictureState.THERE
    assert kept.exists()


def test_why_there_is_none_is_told_in_the_engine_s_words(qtbot: QtBot, pictures: Pictures, engine: Engine) -> None:
    pictures.of(FAR)
    qtbot.waitUntil(lambda: FAR in engine.asked)
    with qtbot.waitSignal(pictures.came, timeout=3000):
        engine.asked[FAR].set_exception(CuedeskError("There is no picture at its address", "Change it."))
    assert pictures.of(FAR) == (None, PictureState.BROKEN, "There is no picture at its address")


@pytest.mark.parametrize("content", [SVG, head_of_png(100_000, 100_000), b"\x89PNG\r\n\x1a\n broken", b""])
def test_what_came_and_is_no_picture_is_told_and_not_asked_for_again(
    qtbot: QtBot, tmp_path: Path, pictures: Pictures, engine: Engine, content: bytes
) -> None:
    pictures.of(FAR)
    qtbot.waitUntil(lambda: FAR in engine.asked)
    (tmp_path / "cache" / cached_as(FAR)).write_bytes(content)
    with qtbot.waitSignal(pictures.came, timeout=3000):
        engine.asked[FAR].set_result(tmp_path / "cache" / cached_as(FAR))
    assert pictures.of(FAR).state is PictureState.BROKEN
    assert len(engine.asked) == 1


def test_the_newest_are_asked_for_first_and_not_too_many_at_a_time(
    qtbot: QtBot, tmp_path: Path, pictures: Pictures, engine: Engine
) -> None:
    addresses = [f"https://cdn.example/{number}.png" for number in range(250)]
    for address in addresses:
        pictures.of(address)
    qtbot.waitUntil(lambda: len(pictures._waiting._waiting) == 200)
    assert len(engine.asked) == 8
    pictures.of(FAR)
    qtbot.waitUntil(lambda: FAR in pictures._waiting._waiting)
    first = next(iter(engine.asked))
    engine.asked[first].set_result(saved(tmp_path / "cache" / cached_as(first), 9, 9, "png"))
    qtbot.waitUntil(lambda: FAR in engine.asked)


def test_a_call_that_is_ended_at_the_close_is_no_failure(qtbot: QtBot, pictures: Pictures, engine: Engine) -> None:
    pictures.of(FAR)
    qtbot.waitUntil(lambda: FAR in engine.asked)
    pictures.close()
    engine.asked[FAR].cancel()
    qtbot.waitUntil(lambda: pictures._waiting._under_way == 0)
    assert pictures.of(FAR).state is PictureState.LATE
