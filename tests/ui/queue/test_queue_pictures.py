"""Pictures that nobody vouches for."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from console.ui.pictures.decode import MOST_BYTES, SIDE, decoded, local_path
from console.ui.pictures.pictures import Pictures

SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"


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
    assert decoded(saved(tmp_path / "wide.png", 4097, 8, "png")) is None
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
    assert local_path(picture, tmp_path / "pictures") is None


def test_a_relative_path_lies_in_the_folder(tmp_path: Path) -> None:
    assert local_path("a.png", tmp_path) == (tmp_path / "a.png").resolve()


def test_a_picture_comes_later_and_once(qtbot: QtBot, tmp_path: Path) -> None:
    saved(tmp_path / "a.png", 10, 10, "png")
    pictures = Pictures(tmp_path)
    with qtbot.waitSignal(pictures.came, timeout=3000) as signal:
        assert pictures.of("a.png") is None
        assert pictures.of("a.png") is None
    assert signal.args == ["a.png"]
    assert pictures.of("a.png") is not None
    pictures.close()
