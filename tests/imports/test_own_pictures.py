"""Pictures that lie beside a product file."""

from pathlib import Path

import pytest

from console.imports.catalogue import read_catalogue

HEADER = "Handle,Title,Variant SKU,Variant Price,Image Src"


def picture_of(folder: Path, picture: str) -> str:
    """What a product's picture is, that a file in the folder names so."""
    file = folder / "goods.csv"
    file.write_text(f'{HEADER}\ncap,Cap,CAP,15.00,"{picture}"\n', "utf-8")
    (product,) = read_catalogue([file], "USD").products
    return product.picture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a picture in it, one below it, and one outside."""
    made = tmp_path / "export"
    (made / "pics").mkdir(parents=True)
    for place in (made / "a.png", made / "pics" / "b.png", tmp_path / "secret.png"):
        place.write_bytes(b"picture")
    return made


@pytest.mark.parametrize("written", ["a.png", "./a.png", "pics/../a.png"])
def test_a_picture_beside_the_file_is_found_wherever_the_show_is(folder: Path, written: str) -> None:
    assert picture_of(folder, written) == str(folder.resolve() / "a.png")


@pytest.mark.parametrize("written", ["pics/b.png", "pics\\b.png"])
def test_a_picture_below_it_is_found_as_any_system_writes_it(folder: Path, written: str) -> None:
    assert picture_of(folder, written) == str(folder.resolve() / "pics" / "b.png")


@pytest.mark.parametrize(
    "written",
    [
        "../secret.png",
        "pics/../../secret.png",
        "/etc/hostname",
        "C:\\pictures\\a.png",
        "C:a.png",
        "\\\\host\\share\\a.png",
        "//host/share/a.png",
        "https://pictures.example/a.png",
        "http://pictures.example/a.png",
        "missing.png",
        "pics",
        "x" * 500,
    ],
)
def test_anything_else_stays_as_it_is_written(folder: Path, written: str) -> None:
    assert picture_of(folder, written) == written


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    assert picture_of(folder, "link.png") == "link.png"
