"""Text in other encodings: told by its marks, chosen by a person, never guessed unseen."""

from collections.abc import Callable
from io import BytesIO

import pytest

from console.imports.catalogue import Catalogue
from console.imports.encodings import CODECS, Encoding, fitting
from console.imports.findings import ImportRefused
from console.imports.lines import WrongEncoding

Read = Callable[..., Catalogue]
HEAD = "Handle,Title,Variant Price\n"

TEXTS = {
    Encoding.GB18030: "cup,瓷杯 青花,12.50\ntea,【限时】龙井茶叶 礼盒装 —— 买一送一,88.00\n",
    Encoding.BIG5: "cup,瓷杯 青花,12.50\ntea,龍井茶葉 禮盒裝,88.00\nbag,帆布包 大號,39.90\n",
    Encoding.SHIFT_JIS: "cup,湯のみ 青,1250\nbag,トートバッグ（大）,3990\n",
    Encoding.EUC_KR: "cup,도자기 컵 세트,12500\ntea,녹차 세트 선물,8800\n",
    Encoding.WINDOWS_1252: "cup,Große Tasse für Tee,12.50\nbag,Café crème – 5 €,8.80\n",
}


def titles(catalogue: Catalogue) -> list[str]:
    return [product.title for product in catalogue.products]


@pytest.mark.parametrize("encoding", TEXTS)
def test_the_likeliest_encoding_is_the_right_one(encoding: Encoding) -> None:
    content = (HEAD + TEXTS[encoding]).encode(CODECS[encoding])
    assert fitting(BytesIO(content))[0] is encoding


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_file_that_is_not_utf_8_is_refused_with_what_it_could_be(read: Read, encoding: Encoding) -> None:
    with pytest.raises(WrongEncoding, match=r"a\.csv is not in UTF-8: line 2, byte") as refusal:
        read((HEAD + TEXTS[encoding]).encode(CODECS[encoding]))
    assert refusal.value.fits[0] is encoding
    assert f"It could be {encoding}" in refusal.value.next_step


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_chosen_encoding_is_read_exactly_and_said(read: Read, encoding: Encoding) -> None:
    catalogue = read((HEAD + TEXTS[encoding]).encode(CODECS[encoding]), encoding=encoding)
    assert titles(catalogue) == [line.split(",")[1] for line in TEXTS[encoding].splitlines()]
    assert catalogue.remarks == (f"a.csv was read as {encoding.upper()}.",)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_utf_16_is_told_by_its_mark(read: Read, codec: str, end: str) -> None:
    content = (HEAD + TEXTS[Encoding.GB18030]).replace("\n", end)
    mark = "" if codec == "utf-16" else "\ufeff"
    catalogue = read((mark + content).encode(codec))
    assert titles(catalogue) == ["瓷杯 青花", "【限时】龙井茶叶 礼盒装 —— 买一送一"]
    assert catalogue.remarks == ("a.csv was read as UTF-16.",)


def test_a_mark_outranks_a_choice(read: Read) -> None:
    content = (HEAD + TEXTS[Encoding.GB18030]).encode("utf-8-sig")
    assert titles(read(content, encoding=Encoding.BIG5))[0] == "瓷杯 青花"


def test_a_chosen_encoding_that_does_not_fit_is_refused(read: Read) -> None:
    with pytest.raises(WrongEncoding, match="not in SHIFT-JIS: line 2") as refusal:
        read(HEAD.encode() + b"cup,\x81\x01,1\n", encoding=Encoding.SHIFT_JIS)
    assert Encoding.SHIFT_JIS not in refusal.value.fits


def test_bytes_that_are_no_text_at_all_suggest_nothing(read: Read) -> None:
    with pytest.raises(WrongEncoding) as refusal:
        read(HEAD.encode() + b"a,\x81\xff\xfe\x8d,1\n")
    assert refusal.value.fits == ()
    assert "Save it again" in refusal.value.next_step


def test_utf_16_that_is_cut_is_refused(read: Read) -> None:
    with pytest.raises(ImportRefused, match="not in UTF-16"):
        read((HEAD + "a,A,1\n").encode("utf-16")[:-1])


def test_a_line_separator_within_a_cell_ends_no_line(read: Read) -> None:
    assert titles(read((HEAD + '"a","A\u2028B\x85C",1\n').encode("utf-16"))) == ["A B C"]
