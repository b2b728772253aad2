"""Files that cannot be read at all, and the words in which they are refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from console.imports import files, lines
from console.imports.catalogue import Catalogue, catalogue_steps, read_catalogue
from console.imports.findings import ImportRefused

Read = Callable[..., Catalogue]

HEAD = "Handle,Title,Variant Price\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\r\n\r\n", "is empty"),
        (HEAD, "header and no products"),
        (HEAD + ",,\n\n", "header and no products"),
        ("Handle,Price\na,1\n", "no column “Title”"),
        ("Title\nMug\n", "no column “Handle” or “URL handle”, no column “Variant Price” or “Price”"),
        ("Handle;Title;Variant Price\na;A;1\n", "not separated by commas"),
        ("Handle\tTitle\tVariant Price\na\tA\t1\n", "not separated by commas"),
        ("Handle,Title,Title,Price\na,A,A,1\n", "column “Title” twice"),
        ("Handle,Title,title ,Price\na,A,A,1\n", "“Title” twice"),
        ("Handle,Title,Variant Price,Price\na,A,1,2\n", "“Variant Price” and “Price”, which mean the same"),
        (HEAD.encode() + "a,Caf\xe9,1\n".encode("cp1252"), "not in UTF-8: line 2, byte 6"),
        (HEAD.encode() + "a,瓷杯,1\n".encode("gbk"), "not in UTF-8: line 2"),
        ((HEAD + "a,A,1\n").encode("utf-16")[:-1], "not in UTF-16"),
        ((HEAD + "a,A\0,1\n").encode("utf-16"), "NUL byte on line 2"),
        (HEAD + "a,A,1\nb,B\0,2\n", "NUL byte on line 3"),
        (HEAD + "a,A,1\n" + 'b,"B,2\nc,C,3\n', "row at line 3 has a quotation mark without its partner"),
        (HEAD + 'a,"A"x,1\n', "row at line 2 has a quotation mark without its partner"),
        (HEAD + f"a,{'A' * 1_000_001},1\n", "row at line 2 has a cell of more than 1,000,000 characters"),
        (HEAD.replace("\n", "\r") + "a,A,1\r", "bare carriage return"),
        (HEAD.strip() + "," * 1000 + "\na,A,1\n", "more than 999 columns on line 1"),
        (HEAD + "a,A,1" + "," * 1000 + "\n", "more than 999 columns on line 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_words(read: Read, content: bytes | str, words: str) -> None:
    with pytest.raises(ImportRefused) as refusal:
        read(content)
    assert words in refusal.value.title
    assert "a.csv" in refusal.value.title


@pytest.mark.parametrize("currency", ["", "usd", "XYZ", "$", "US", "Dollar"])
def test_an_unknown_currency_is_refused(read: Read, currency: str) -> None:
    with pytest.raises(ImportRefused, match="not a currency"):
        read(HEAD + "a,A,1\n", currency=currency)


def test_a_cell_at_the_cap_is_read(read: Read) -> None:
    content = f"Handle,Title,Price,Description\na,A,1,{'word ' * 200_000}".rstrip()
    assert len(read(content).products[0].description) == 19_999


def test_the_same_file_twice_is_refused(read: Read) -> None:
    with pytest.raises(ImportRefused, match=r"a\.csv and b\.csv are the same file"):
        read(HEAD + "a,A,1\n", HEAD + "a,A,1\n")


def test_too_many_problems_refuse_a_file(read: Read) -> None:
    rows = "".join(f"p{number},P,x\n" for number in range(10_001))
    with pytest.raises(ImportRefused, match="more than 10,000 problems"):
        read(HEAD + rows)


def test_files_too_large_together_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text(HEAD + "a,A,1\n")
    other.write_text(HEAD + "b,B,1\n")
    monkeypatch.setattr(files, "MOST_BYTES", one.stat().st_size * 2 - 1)
    with pytest.raises(ImportRefused, match=r"one\.csv, other\.csv is larger than 200 MB"):
        read_catalogue([one, other], "USD")
    assert len(read_catalogue([one], "USD").products) == 1


def test_a_stream_that_grows_too_large_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_BYTES", len(HEAD) + 3)
    with pytest.raises(ImportRefused, match=r"a\.csv is larger than"):
        read(HEAD + "a,A,1\n")


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_what_is_not_a_file_is_refused_without_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ImportRefused, match="is not a file") as refusal:
        read_catalogue([tmp_path / name], "USD")
    assert str(tmp_path.parent) not in refusal.value.title


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "products.csv").write_text(HEAD + f"{folder},A,x\n")
    catalogue = read_catalogue([tmp_path / "one" / "products.csv", tmp_path / "two" / "products.csv"], "USD")
    assert [problem.file for problem in catalogue.problems] == ["products.csv", "products.csv (2)"]


def test_reading_can_be_given_up_between_steps(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text(HEAD + "".join(f"p{number},P,1\n" for number in range(1000)))
    steps = catalogue_steps([path], "USD")
    assert next(steps) > 0
    steps.close()
    assert next(steps, None) is None
