"""Claims and their receipts, from the file alone."""

import asyncio
import io
import json
from pathlib import Path
from typing import Any

import pytest

from console.domain.claims.reading import Asked
from console.domain.commands import AdjustStock, Command, GoLive, MarkPaid, NewShow, QueueProducts, ReleaseClaim
from console.storage.reader import reading
from tests.cli.conftest import Cuedesk
from tests.desk.house import desk_on
from tests.domain.claiming import claiming
from tests.domain.goods import ANNA, stocked

EVENING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    stocked("cap", 2),
    GoLive(),
    claiming("m1", "u1", Asked("cap", 2), name="Mia\x1b[2J"),
    claiming("m2", "u2", Asked("cap", 1), name="Tom"),
    claiming("m3", "u3", Asked("cap", 1)),
)


def worked(path: Path, *more: Command) -> list[int]:
    async def work() -> None:
        async with desk_on(path) as desk:
            for command in (*EVENING, *more):
                await desk.ask(command, ANNA)

    asyncio.run(work())
    with reading(path) as reader:
        return [claim.id for claim, _ in reader.claims()]


def test_the_list_names_all_claims_with_what_became_of_them(tmp_path: Path, cuedesk: Cuedesk) -> None:
    path = tmp_path / "show.cuedesk"
    worked(path)
    ran = cuedesk("claims", "list", path)
    assert [line.split()[3] for line in ran.out.splitlines()] == ["granted", "waiting", "waiting"]
    assert "Tom" in ran.out
    assert "\x1b" not in ran.out
    told = json.loads(cuedesk("claims", "list", path, "--json").out)
    assert [(each["buyer"], each["state"]) for each in told] == [
        ("twitch/u1", "granted"),
        ("twitch/u2", "waiting"),
        ("twitch/u3", "waiting"),
    ]


def test_the_list_can_be_of_some_claims_only(tmp_path: Path, cuedesk: Cuedesk) -> None:
    path = tmp_path / "show.cuedesk"
    worked(path)
    assert [
        line.split()[3] for line in cuedesk("claims", "list", path, "--only", "state:waiting tom").out.splitlines()
    ] == ["waiting"]
    ran = cuedesk("export", "claims", tmp_path / "out.csv", "--show", path, "--only", "buyer:u3")
    assert (ran.code, ran.out) == (0, "1 rows.\n")


def test_a_receipt_says_who_was_before_and_what_became_of_it_and_stays_the_same(
    tmp_path: Path, cuedesk: Cuedesk
) -> None:
    path = tmp_path / "show.cuedesk"
    first, second, third = worked(path)
    waits = cuedesk("claims", "receipt", path, third).out
    assert f"Had pieces before: claim {first} (2)." in waits
    assert f"Waited before: claim {second} (1)." in waits
    assert "Place 2 of those who waited." in waits
    assert "waiting, because too few were left" in waits
    assert "Tom" not in waits
    won = cuedesk("claims", "receipt", path, first, "--json").out
    asyncio.run(went_on(path, ReleaseClaim(first), AdjustStock("cap", 9, "found"), MarkPaid(second)))
    later = json.loads(cuedesk("claims", "receipt", path, second, "--json").out)
    (line,) = later["lines"]
    assert [(step["state"], step["why"]) for step in line["steps"]] == [
        ("waiting", "too_few_left"),
        ("held", "moved_up"),
        ("paid", "paid"),
    ]
    assert [each["claim"] for each in line["before"]] == [first]
    assert (
        json.loads(won)["lines"][0]["steps"]
        == json.loads(cuedesk("claims", "receipt", path, first, "--json").out)["lines"][0]["steps"][:1]
    )


async def went_on(path: Path, *commands: Command) -> None:
    async with desk_on(path) as desk:
        for command in commands:
            await desk.ask(command, ANNA)


def test_a_claim_that_is_not_there_is_named(tmp_path: Path, cuedesk: Cuedesk) -> None:
    path = tmp_path / "show.cuedesk"
    worked(path)
    ran = cuedesk("claims", "receipt", path, 999)
    assert ran.code == 1
    assert "999" in ran.err


def parsed(path: Path, cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch, lines: bytes, *more: str) -> list[Any]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    ran = cuedesk("claims", "parse", "--show", path, "--json", *more)
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_lines_of_chat_are_read_one_by_one_as_the_show_would(
    tmp_path: Path, cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "show.cuedesk"
    worked(path, QueueProducts(("cap",)))
    told = parsed(path, cuedesk, monkeypatch, "SOLD 1 x2\r\n\n1号还有吗\n\xff\n+1".encode() + b"\n\xff\xfe")
    assert [each["decision"] for each in told] == ["grant", "ignore", "ignore", "ignore", "review", "ignore"]
    assert told[0]["items"] == [{"sku": "cap", "quantity": 2}]
    assert (told[0]["form"], told[0]["reason"], told[2]["reason"]) == ("words", "matched", "question")
    (pinned,) = parsed(path, cuedesk, monkeypatch, b"+1", "--pinned", "1")
    assert (pinned["decision"], pinned["items"]) == ("grant", [{"sku": "cap", "quantity": 1}])


def test_people_are_told_what_a_line_is_read_as(
    tmp_path: Path, cuedesk: Cuedesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "show.cuedesk"
    worked(path, QueueProducts(("cap",)))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"sold 1")))
    assert cuedesk("claims", "parse", "--show", path).out == "grant   1.00  1 × cap  (matched words)\n"
    refused = cuedesk("claims", "parse", "--show", path, "--pinned", "99")
    assert refused.code == 1
    assert "no item 99" in refused.err
