"""Files that mean harm or are badly broken, made here by name, and what is to be said of each."""

import os
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import openpyxl

HEAD = "Handle,Title,Body (HTML),Variant SKU,Variant Inventory Qty,Variant Price\n"
GOOD = "cap,Cap,,CAP,5,10.00\n"
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ZALGO = "Z" + "\u0310\u0321\u0348\u035b" * 50


class Case(NamedTuple):
    """A file: how it is made, what must be said of it, and how many products come in (None: it is refused)."""

    name: str
    make: Callable[[Path], None]
    said: str
    products: int | None = None


def text(content: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    """A file with this text."""
    return lambda path: void(path.write_bytes(content.encode(encoding, "surrogatepass")))


def raw(content: Callable[[], bytes]) -> Callable[[Path], None]:
    """A file with these bytes, made when they are wanted."""
    return lambda path: void(path.write_bytes(content()))


def long(begin: str, piece: str, times: int) -> Callable[[Path], None]:
    """A file that repeats itself, made when it is wanted."""
    return lambda path: void(path.write_text(begin + piece * times, "utf-8", newline=""))


def void(_: object) -> None:
    """Nothing."""


def rows(*more: str) -> Callable[[Path], None]:
    """A good row and these."""
    return text(HEAD + GOOD + "".join(row + "\n" for row in more))


def book(*cells: list[str | int | None]) -> bytes:
    """A workbook with the usual header and these rows."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(HEAD.strip().split(","))
    for row in cells:
        sheet.append(row)
    to = BytesIO()
    made.save(to)
    return to.getvalue()


def with_part(name: str, data: bytes, content: bytes | None = None) -> bytes:
    """The workbook with one part put in or changed."""
    to = BytesIO()
    with zipfile.ZipFile(BytesIO(content or book())) as before, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            if part.filename != name:
                after.writestr(part.filename, before.read(part))
        after.writestr(name, data)
    return to.getvalue()


def sheet_of(body: str) -> bytes:
    """The workbook with this in its sheet."""
    return with_part("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{SPACE}">{body}</worksheet>'.encode())


def zipped(name: str, data: bytes) -> bytes:
    """A zip archive of one file."""
    to = BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return to.getvalue()


def macros() -> bytes:
    """A workbook with a program in it."""
    return with_part("xl/vbaProject.bin", b"x", book(["c", "C", None, "C", 1, 1]))


def nested(depth: int) -> bytes:
    """Zips in zips, the innermost of zeros."""
    data = bytes(50_000_000)
    for level in range(depth):
        data = zipped(f"{level}.zip", data)
    return data


def encrypted() -> bytes:
    """A workbook whose parts claim to have a password."""
    content = bytearray(book())
    for at in range(len(content) - 4):
        if content[at : at + 4] == b"PK\x03\x04":
            content[at + 6] |= 1
        if content[at : at + 4] == b"PK\x01\x02":
            content[at + 8] |= 1
    return bytes(content)


def twice() -> bytes:
    """A workbook with two sheets of one name."""
    to = BytesIO(book())
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(to, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    return to.getvalue()


def strings(count: int) -> bytes:
    """A workbook with so many long shared strings."""
    items = "<si><t>" + "x" * 1000 + "</t></si>"
    return with_part("xl/sharedStrings.xml", f'<sst xmlns="{SPACE}">{items * count}</sst>'.encode())


def wide(columns: int) -> str:
    """A header of so many columns."""
    return HEAD.strip() + "".join(f",c{n}" for n in range(columns - HEAD.count(",") - 1)) + "\n"


DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [{}]><worksheet xmlns="' + SPACE + '">&a;</worksheet>'
LAUGHS = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
FAR = '<sheetData><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
WIDE = '<sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
SHEET = "xl/worksheets/sheet1.xml"

TEXTS = [
    Case("empty file", text(""), "is empty"),
    Case("blank lines only", text("\n\n\r\n"), "is empty"),
    Case("a header only", text(HEAD), "header and no products"),
    Case("a header and a million blank rows", long(HEAD, "\n", 1_000_000), "more than 500,000 rows"),
    Case("a header and a million rows of commas", long(HEAD, ",,,,,\n", 1_000_000), "500,000 rows"),
    Case("600,000 good rows", long(HEAD, GOOD, 600_000), "more than 500,000 rows"),
    Case(
        "a quotation mark never closed", rows('mug,"Mug,,M,1,1', "hat,Hat,,H,1,1"), "quotation mark without its partner"
    ),
    Case("a quotation mark never closed, 20 MB", long(HEAD + 'a,"', "x,\n", 7_000_000), "1,000,000"),
    Case("a cell of 3 MB", rows("mug," + "x" * 3_000_000 + ",,M,1,1"), "more than 1,000,000 characters"),
    Case("one line of 6 MB", text(HEAD + "," * 6_000_000), "too long a line"),
    Case("999 columns", text(HEAD.strip() + "".join(f",c{n}" for n in range(993)) + "\n" + GOOD), "fewer", 0),
    Case(
        "1,000 columns",
        text(HEAD.strip() + "".join(f",c{n}" for n in range(994)) + "\n" + GOOD),
        "more than 999 columns",
    ),
    Case("100,000 columns", text("," * 100_000 + "\n"), "more than 999 columns"),
    Case("a column twice", text(HEAD.strip() + ",Title\n"), "“Title” twice"),
    Case("NUL bytes", text(HEAD + "mug,M\0ug,,M,1,1\n"), "NUL byte"),
    Case("nothing but NUL bytes, 5 MB", raw(lambda: bytes(5_000_000)), "too long a line"),
    Case("random bytes", raw(lambda: bytes((n * 7919 + n // 3) % 256 for n in range(50_000))), "not in UTF-8"),
    Case("lone surrogates", text(HEAD + "mug,M\ud800ug,,M,1,1\n"), "not in UTF-8"),
    Case("UTF-8 cut within a character", raw(lambda: (HEAD + "mug,瓷").encode()[:-1]), "not in UTF-8"),
    Case("overlong UTF-8", raw(lambda: HEAD.encode() + b"mug,\xc0\xaf,,M,1,1\n"), "not in UTF-8"),
    Case("UTF-16 of half its bytes", raw(lambda: (HEAD + GOOD).encode("utf-16")[:-1]), "not in UTF-16"),
    Case("UTF-32", raw(lambda: (HEAD + GOOD).encode("utf-32")), "NUL byte"),
    Case("UTF-7", text("Handle+ACw-Title,Price\n"), "no column"),
    Case("GBK without being said", text(HEAD + "cup,瓷杯,,C,1,1\n", "gbk"), "It could be gb18030"),
    Case("bare carriage returns", text((HEAD + GOOD).replace("\n", "\r")), "bare carriage return"),
    Case("semicolons", text((HEAD + GOOD).replace(",", ";")), "not separated by commas"),
    Case("a web page", text("<!doctype html>\n<html><body>Sign in</body></html>\n"), "no column"),
    Case("JSON", text('{"products": [{"title": "Cap"}]}\n'), "no column"),
    Case("RTF", text("{\\rtf1\\ansi Handle,Title,Price}\n"), "text with formatting (RTF)"),
    Case("a PDF", text("%PDF-1.7\n"), "is a PDF file"),
    Case("a gzip", raw(lambda: b"\x1f\x8b\x08\0" + bytes(50)), "is a compressed file"),
    Case("a studio's file", raw(lambda: b"SQLite format 3\0" + bytes(5_000)), "is a database"),
    Case("an old workbook", raw(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000)), "old kind (.xls)"),
]
CELLS = [
    Case("a number of 5,000 digits", rows(f"mug,Mug,,M,{'9' * 5000},1"), "not a whole number", 1),
    Case("a price of 5,000 digits", rows(f"mug,Mug,,M,1,{'9' * 5000}"), "not an amount", 1),
    Case("NaN", rows("mug,Mug,,M,NaN,1"), "not a whole number", 1),
    Case("a price that is infinite", rows("mug,Mug,,M,1,Infinity"), "not an amount", 1),
    Case("a price as 1e400", rows("mug,Mug,,M,1,1e400"), "not an amount", 1),
    Case("digits of another script", rows("mug,Mug,,M,٣,1"), "not a whole number", 1),
    Case("negative stock", rows("mug,Mug,,M,-5,1"), "negative", 1),
    Case("half a piece", rows("mug,Mug,,M,0.5,1"), "not a whole number", 1),
    Case("separators of thousands", rows('mug,Mug,,M,1,"1,234.50"'), "not an amount", 1),
    Case("formulas", rows('=1+1,"=HYPERLINK(""http://x.example"",""x"")",,@SUM(1),1,1'), "2 products new", 2),
    Case("a DDE formula", rows("dde,=cmd|' /C calc'!A0,,-2+3,1,1"), "2 products new", 2),
    Case("HTML in a title", rows("h,<img src=http://x.example/a.png><b>Big</b>,,H,1,1"), "2 products new", 2),
    Case(
        "scripts in a description",
        rows("h,H,<script>fetch('http://x.example')</script>Good,H,1,1"),
        "2 products new",
        2,
    ),
    Case("RTF in a title", rows("r,{\\rtf1\\b Big},,R,1,1"), "2 products new", 2),
    Case("zalgo in a title", rows(f"z,{ZALGO},,Z1,1,1"), "2 products new", 2),
    Case("ANSI escapes in a title", rows("a,\x1b[31mRed\x1b[2J\x07,,A,1,1"), "2 products new", 2),
    Case("ANSI escapes in a bad cell", rows("a,A,,A,\x1b[31mRed\x1b]0;x\x07,1"), "not a whole number", 1),
    Case("ANSI escapes in a SKU", rows("a,A,,A\x1b[2J,1,1"), "control characters", 1),
    Case("text that runs right to left over its end", rows("a,\u202egnp.exe\u2066,,A,1,1"), "2 products new", 2),
    Case("a path for a handle", rows("../../etc/passwd,P,,P,1,1"), "2 products new", 2),
    Case("SQL for a handle", rows("'); DROP TABLE products;--,Q,,Q,1,1"), "2 products new", 2),
    Case("a title of 300 characters", rows(f"t,{'t' * 300},,T,1,1"), "longer than 255 characters", 1),
    Case("HTML nested 100,000 deep", rows(f"n,N,{'<div>' * 100_000}deep,N,1,1"), "2 products new", 2),
    Case("the same SKU a thousand times", rows(*(f"p{n},P,,SAME,1,1" for n in range(1000))), "is also at line", 2),
]
STRAY = '<sheetData><row r="1"><c r="A1" t="s"><v>99999</v></c></row></sheetData>'
HUGE = f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 2_000_000}</t></is></c></row></sheetData>'
BOOKS = [
    Case(
        "a zip bomb", raw(lambda: with_part("xl/media/a.png", bytes(400_000_000))), "larger than 256 MB when unpacked"
    ),
    Case("a sheet that is a bomb", raw(lambda: with_part(SHEET, b"<row/>" * 60_000_000)), "larger than 256 MB"),
    Case("zips in zips", raw(lambda: nested(3)), "zip archive and not a workbook"),
    Case(
        "a zip bomb in a workbook's part", raw(lambda: with_part("xl/media/a.zip", nested(1))), "header and no products"
    ),
    Case("a CSV in a zip", raw(lambda: zipped("products.csv", HEAD.encode())), "not a workbook"),
    Case("5,000 parts", raw(lambda: many_parts(5_000)), "damaged"),
    Case("two parts of one name", raw(twice), "damaged"),
    Case("a workbook with a password", raw(encrypted), "damaged"),
    Case("a workbook that is cut off", raw(lambda: book()[:-500]), "damaged"),
    Case("a workbook with a flipped byte", raw(lambda: flipped(book())), "damaged"),
    Case("a workbook of zeros after its mark", raw(lambda: b"PK\x03\x04" + bytes(5_000)), "damaged"),
    Case(
        "an entity from a file", raw(lambda: declared('<!ENTITY a SYSTEM "file:///etc/passwd">')), "declares entities"
    ),
    Case("an entity from the network", raw(lambda: declared('<!ENTITY a SYSTEM "http://127.0.0.1:9/">')), "declares"),
    Case("a billion laughs", raw(lambda: declared('<!ENTITY a "ha">' + LAUGHS)), "declares entities"),
    Case("a cell at XFD1", raw(lambda: sheet_of(WIDE)), "more than 999 columns"),
    Case("a cell in the last of a million rows", raw(lambda: sheet_of(FAR)), "is empty"),
    Case("a sheet that is no XML", raw(lambda: with_part(SHEET, b"\0\1\2 not xml")), "cannot be read as a workbook"),
    Case("a sheet cut within a tag", raw(lambda: with_part(SHEET, b"<worksheet><sheetData><row")), "cannot be read"),
    Case("a reference to a string that is not there", raw(lambda: sheet_of(STRAY)), "cannot be read as a workbook"),
    Case("styles that are no XML", raw(lambda: with_part("xl/styles.xml", b"{}")), "cannot be read as a workbook"),
    Case("a workbook without a workbook", raw(lambda: with_part("xl/workbook.xml", b"<x/>")), "no visible sheet"),
    Case("100 MB of shared strings", raw(lambda: strings(100_000)), "header and no products"),
    Case("errors for values", raw(lambda: book(["cap", "Cap", None, "CAP", "#REF!", "#DIV/0!"])), "not an amount", 0),
    Case("formulas in a workbook", raw(lambda: book(["cap", "=1+1", None, "CAP", 1, 1])), "is missing", 0),
    Case(
        "macros", raw(lambda: with_part("xl/vbaProject.bin", b"x", book(["c", "C", None, "C", 1, 1]))), "has macros", 1
    ),
    Case("a huge cell in a workbook", raw(lambda: sheet_of(HUGE)), "more than 1,000,000 characters"),
]


def many_parts(count: int) -> bytes:
    """A workbook with so many parts more."""
    to = BytesIO(book())
    with zipfile.ZipFile(to, "a") as archive:
        for number in range(count):
            archive.writestr(f"xl/media/{number}.png", b"")
    return to.getvalue()


def flipped(content: bytes) -> bytes:
    """The workbook with one bit of its first part changed."""
    at = len(content) // 4
    return content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]


def declared(entities: str) -> bytes:
    """The workbook with a sheet that declares entities."""
    return with_part(SHEET, DOCTYPE.format(entities).encode())


def link_to(target: str) -> Callable[[Path], None]:
    """A link, to a file or to nowhere."""
    return lambda path: path.symlink_to(target)


PLACES = [
    Case("a folder", Path.mkdir, "is not a file"),
    Case("a FIFO", os.mkfifo, "is not a file"),
    Case("a device", link_to("/dev/zero"), "is not a file"),
    Case("a link to nowhere", link_to("nowhere.csv"), "is not a file"),
    Case("a link to itself", lambda path: path.symlink_to(path.name), "is not a file"),
    Case("a file that is not there", void, "is not a file"),
]


EVERY = (*TEXTS, *CELLS, *BOOKS, *PLACES)
