"""What the command line refuses: in one line on stderr, with the right exit code and never a traceback."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cuedesk
from tests.end_to_end.consoles import ask

FAILED, WRONG_USE = 1, 2
IMPORT = ("import", "products")


@pytest.fixture
def folder(studio: Path) -> Path:
    """A folder with a studio's file, a good export, another folder, an empty file and junk."""
    folder = studio.parent
    (folder / "dir").mkdir()
    (folder / "empty").write_bytes(b"")
    (folder / "junk").write_bytes(bytes(range(256)) * 20)
    return folder


WRONG = [
    ("nope",),
    ("--nope",),
    ("run",),
    ("stock",),
    ("import",),
    (*IMPORT, "{}/goods.csv", "--show", "{}/studio.cuedesk"),
    (*IMPORT, "{}/goods.csv", "--show", "{}/studio.cuedesk", "--currency", "€€"),
    (*IMPORT, "{}/goods.csv", "--show", "{}/studio.cuedesk", "--currency", ""),
    (*IMPORT, "{}/goods.csv", "--show", "a\0b", "--currency", "EUR"),
    (*IMPORT, "{}/goods.csv", "--show", "x" * 5000, "--currency", "EUR"),
    ("stock", "x" * 300),
    ("stock", "{}/goods.csv/below"),
    ("run", "--show", "{}/studio.cuedesk", "--minutes", "0"),
    ("run", "--show", "{}/studio.cuedesk", "--minutes", "٣"),
    ("run", "--show", "{}/studio.cuedesk", "--shop", "what"),
    ("run", "--show", "{}/studio.cuedesk", "--shop", "vendure+http://u:hunter2@127.0.0.1:1"),
    ("run", "--show", "{}/studio.cuedesk", "--shop", "vendure+http://shop.example"),
    ("run", "--show", "{}/studio.cuedesk", "--chat", "what"),
    ("run", "--show", "{}/studio.cuedesk", "--chat", "irc+ws://chat.example/#room"),
    ("rehearse", "--speed", "nan"),
    ("rehearse", "--speed", "0"),
    ("rehearse", "--speed", "-1"),
    ("rehearse", "--seed", "x"),
    ("rehearse", "--headless", "--report", "{}/no/report.json"),
    ("rehearse", "--headless", "--report", "{}/dir"),
    ("screenshots", "{}/pictures", "--size", "1x1"),
    ("screenshots", "{}/pictures", "--text", "3"),
    ("screenshots", "{}/pictures", "--text", "nan"),
    ("screenshots", "{}/pictures", "--state", "perfect"),
]

UNUSABLE = [
    *[(*IMPORT, file, "--show", "{}/studio.cuedesk", "--currency", "EUR") for file in ("{}/none", "{}/dir", "{}/junk")],
    *[(*IMPORT, "{}/goods.csv", "--show", show, "--currency", "EUR") for show in ("{}/dir", "{}/junk", "{}/no/x")],
    (*IMPORT, "{}/empty", "--show", "{}/studio.cuedesk", "--currency", "EUR"),
    ("import", "rundown", "{}/goods.csv", "--show", "{}/studio.cuedesk"),
    ("import", "rundown", "{}/dir", "--show", "{}/studio.cuedesk"),
    *[(command, file) for command in ("stock", "verify") for file in ("{}/none", "{}/dir", "{}/junk", "{}/goods.csv")],
    *[(command, file, "{}/new") for command in ("backup", "restore") for file in ("{}/none", "{}/dir", "{}/junk")],
    *[("backup", "{}/studio.cuedesk", to) for to in ("{}/dir", "{}/studio.cuedesk", "{}/no/x")],
    *[("doctor", file) for file in ("{}/none", "{}/dir", "{}/junk", "{}/empty")],
    ("stock", "{}/studio.cuedesk", "NOPE"),
    *[("run", "--headless", "--show", file) for file in ("{}/none", "{}/dir", "{}/junk", "{}/no/x")],
    ("rehearse", "--headless", "--show", "{}/studio.cuedesk"),
    *[("rehearse", "--headless", "--from", file, "--show", "{}/copy") for file in ("{}/none", "{}/dir", "{}/junk")],
    ("rehearse", "--headless", "--from", "{}/studio.cuedesk", "--show", "{}/studio.cuedesk"),
    ("rehearse", "--headless", "--from", "{}/studio.cuedesk", "--show", "{}/no/copy"),
]


def typed(arguments: tuple[str, ...]) -> str:
    return " ".join(each[:20].replace("\0", "NUL") for each in arguments)


@pytest.mark.parametrize("arguments", WRONG, ids=typed)
def test_a_wrong_use_ends_with_2(arguments: tuple[str, ...], folder: Path, cuedesk: Cuedesk) -> None:
    code, out, err = cuedesk(*(each.replace("{}", str(folder)) for each in arguments))
    assert (code, out) == (WRONG_USE, "")
    assert err.startswith("cuedesk")
    assert err.count("\n") == 1
    assert "hunter2" not in err


@pytest.mark.parametrize("arguments", UNUSABLE, ids=typed)
def test_what_cannot_be_done_ends_with_1(arguments: tuple[str, ...], folder: Path, cuedesk: Cuedesk) -> None:
    code, out, err = cuedesk(*(each.replace("{}", str(folder)) for each in arguments))
    assert (code, out) == (FAILED, "")
    assert err.startswith("cuedesk: ")
    assert err.count("\n") == 1


def test_what_the_system_refuses_ends_with_1(folder: Path, cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "studio.cuedesk.pid")

    monkeypatch.setattr(Path, "write_text", refused)
    code, _, err = cuedesk(*IMPORT, folder / "goods.csv", "--show", folder / "studio.cuedesk", "--currency", "EUR")
    assert code == FAILED
    assert err == "cuedesk: studio.cuedesk cannot be locked: Permission denied. Check its folder.\n"


def test_a_process_of_its_own_says_the_same(tmp_path: Path) -> None:
    ran = ask(tmp_path, "verify", str(tmp_path / "none"))
    assert ran.returncode == FAILED
    assert ran.stdout == ""
    assert ran.stderr.startswith("cuedesk: There is no file ")
    assert ran.stderr.count("\n") == 1


def test_a_live_show_is_not_run_on_a_rehearsals_file(folder: Path, cuedesk: Cuedesk) -> None:
    copy = folder / "copy.cuedesk"
    from console.storage.files import copy_for_rehearsal

    copy_for_rehearsal(folder / "studio.cuedesk", copy)
    code, _, err = cuedesk("run", "--headless", "--show", copy)
    assert (code, err) == (
        FAILED,
        "cuedesk: copy.cuedesk is a rehearsal's file. Open it with cuedesk rehearse --show copy.cuedesk\n",
    )
