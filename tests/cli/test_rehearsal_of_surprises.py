"""An hour with scripted surprises: what the report says of it is what the file has, worked out in another way."""

import json
import sqlite3
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import pytest

from tests.cli.conftest import Cuedesk
from tests.end_to_end.consoles import CLONE, PROGRAM, surroundings

SECOND = 1_000_000
MOVED = """SELECT journal.at, command, product, movements.sku, CASE counter WHEN 0 THEN delta ELSE -delta END
    FROM movements JOIN journal ON journal.id = entry JOIN variants ON variants.sku = movements.sku
    ORDER BY entry, place"""
SOLD = """SELECT coalesce(sum(placed - cancelled), 0) FROM order_lines JOIN orders USING (shop, ref)
    JOIN variants USING (sku) WHERE product IN (SELECT value FROM json_each(?)) AND placed_at > ? AND placed_at <= ?"""
pytestmark = pytest.mark.xdist_group("the hour")  # one worker rehearses it, once
AT_SPEED = ("--speed", "2000", "--seed", "7")


class Hour(NamedTuple):
    """An hour that was rehearsed: its file, and what its report says."""

    path: Path
    told: dict[str, Any]

    def rows(self, select: str, *values: object) -> list[tuple[Any, ...]]:
        """What the file answers, plainly."""
        with closing(sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(select, values).fetchall()

    def since(self, at: int) -> float:
        """An instant of the file as the report writes it: in seconds since the show began."""
        began: int = self.rows("SELECT began FROM shows")[0][0]
        return (at - began) / SECOND

    def aired(self, title: str) -> tuple[float, float]:
        """From when until when a segment was live."""
        select = "SELECT began, ended FROM aired JOIN segments ON segments.id = segment WHERE title = ?"
        began, ended = self.rows(select, title)[0]
        return self.since(began), self.since(ended)

    def available(self) -> Iterator[tuple[float, str, int]]:
        """What could be promised of a product after each command that moved it: a running sum of the movements."""
        levels: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
        began: int = self.rows("SELECT began FROM shows")[0][0]
        for (at, _), moves in groupby(self.rows(MOVED), key=lambda row: row[:2]):
            for *_, product, sku, delta in (moved := list(moves)):
                levels[product][sku] += delta
            for product in dict.fromkeys(row[2] for row in moved):
                left = levels[product].values()
                yield (at - began) / SECOND, product, sum(max(0, each) for each in left) or sum(left)


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> Hour:
    """The sample's hour, as fast as it goes."""
    folder = tmp_path_factory.mktemp("hour")
    path, report = folder / "hour.cuedesk", folder / "hour.json"
    wanted = ("rehearse", "--headless", "--surprises", "--show", str(path), "--report", str(report), *AT_SPEED)
    ran = subprocess.run((*PROGRAM, *wanted), cwd=CLONE, env=surroundings(folder, {}), capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    return Hour(path, json.loads(report.read_bytes()))


def test_the_file_is_what_its_journal_says(hour: Hour, cuedesk: Cuedesk) -> None:
    assert cuedesk("verify", hour.path).code == 0
    assert hour.told["errors"] == []


def test_cues_are_told_with_the_time_that_they_took(hour: Hour) -> None:
    cues = hour.rows("SELECT kind, text, sent, noted FROM cues ORDER BY id")
    took = [(noted - sent) / SECOND for _, _, sent, noted in cues if noted]
    told = hour.told["cues"]
    assert [(each["kind"], each["text"], each["sent"], each["took"]) for each in told["each"]] == [
        (kind, text, hour.since(sent), (noted - sent) / SECOND if noted else None) for kind, text, sent, noted in cues
    ]
    assert (told["sent"], told["noted"], told["never_noted"]) == (6, 5, 1)
    assert (told["median"], told["slowest"]) == (median(took), max(took)) == (9, 140)


def test_proposals_are_told_with_what_came_of_them(hour: Hour) -> None:
    titles = dict(hour.rows("SELECT id, title FROM segments"))
    goods = dict(hour.rows("SELECT id, products FROM segments"))
    kept = hour.rows("SELECT at, body, answer, answered_at FROM proposals ORDER BY number")
    assert len(kept) == len(hour.told["proposals"])
    assert {answer for *_, answer, _ in kept} >= {"accepted", "dismissed"}
    assert {json.loads(body)["advice"] for _, body, *_ in kept} >= {"shorten", "extend"}
    for (at, body, answer, answered_at), told in zip(kept, hour.told["proposals"], strict=True):
        proposal, came = json.loads(body), told["came"]
        assert (told["at"], told["answer"]) == (hour.since(at), answer)
        assert told["answered_at"] == hour.since(answered_at)
        assert (told["advice"], told["segment"]) == (proposal["advice"], proposal["segment"])
        if proposal["advice"] == "skip":
            continue
        _, ended = hour.aired(titles[proposal["segment"]])
        assert came["foretold"] == told["by"]
        assert came["really"] == pytest.approx(ended - told["at"] - told["left"])
        until = at + round((ended - told["at"]) * SECOND)
        assert came["sold"] == hour.rows(SOLD, goods[proposal["segment"]], at, until)[0][0]
        assert came["over"] == hour.told["rundown"]["over"]


def test_segments_were_given_what_was_accepted_and_nothing_else(hour: Hour) -> None:
    accepted: defaultdict[int, float] = defaultdict(float)
    for told in hour.told["proposals"]:
        if told["answer"] == "accepted" and told["advice"] != "skip":
            accepted[told["segment"]] += told["by"]
    segments = hour.told["rundown"]["segments"]
    assert {each["id"]: each["added"] for each in segments if each["added"]} == accepted


def test_what_sold_out_is_told_with_its_time(hour: Hour) -> None:
    queued = {product for (product,) in hour.rows("SELECT product FROM queue")}
    ends = hour.since(hour.rows("SELECT ended FROM shows")[0][0])
    first: dict[str, float] = {}
    lasted: defaultdict[str, float] = defaultdict(float)
    gone: dict[str, float] = {}
    there: set[str] = set()
    for at, product, left in hour.available():
        if left > 0:
            there.add(product)
            lasted[product] += at - gone.pop(product, at)
        elif product in there & queued and at > 0 and product not in gone:
            first.setdefault(product, at)
            gone[product] = at
    for product, at in gone.items():
        lasted[product] += ends - at
    told = {each["product"]: each for each in hour.told["sold_outs"]}
    assert told.keys() == {product for product in first if lasted[product] >= 1}
    assert {"linen-shirt", "celadon-teapot"} <= told.keys()
    for product, each in told.items():
        assert each["at"] == first[product]
        assert each["lasted"] == pytest.approx(lasted[product])
        assert each["still"] == (product in gone)


def test_the_hero_sells_out_when_somebody_buys_all_of_it(hour: Hour) -> None:
    (number, first), *_ = hour.rows("SELECT count(*), min(placed_at) FROM orders WHERE buyer LIKE 'rush-%'")
    at = hour.aired("The linen shirt")[0] + 200
    assert number > 10
    assert hour.since(first) == at
    assert any(each["product"] == "linen-shirt" and each["at"] == at for each in hour.told["sold_outs"])


def test_lines_are_struck_from_when_they_were_not_so(hour: Hour) -> None:
    strikes = {(each["title"], each["line"]): each for each in reversed(hour.told["strikes"])}
    began, ended = hour.aired("Three teapots")
    teapots = [(at, left) for at, product, left in hour.available() if product == "celadon-teapot" and at <= ended]
    other = next(at for at, left in reversed(teapots) if left == 3)
    since = max(began, next(at for at, left in teapots if left != 3 and at > other))
    three = strikes["Three teapots", 1]
    assert (three["why"], three["at"], three["until"]) == ("left", since, ended)
    price = strikes["Something for the table", 1]
    assert (price["said"], price["why"]) == ("$12.50 tonight", "costs")
    began, ended = hour.aired("Something for the table")
    assert (price["at"], price["until"]) == (began + 90, ended)
    began, ended = hour.aired("Flash: rice hand cream")
    offer = [each for each in hour.told["strikes"] if each["title"] == "Flash: rice hand cream"]
    assert [(each["why"], each["at"], each["until"]) for each in offer] == [
        ("no_end", began, began + 40),
        ("ended", began + 100, ended),
    ]


def test_the_segment_that_ran_over_and_the_anchor_who_was_away_are_told(hour: Hour, cuedesk: Cuedesk) -> None:
    told = json.loads(cuedesk("rundown", "report", hour.path, "--json").out)
    lines = {each["title"]: each for each in told["segments"]}
    late = next(each for each in told["segments"] if each["id"] == told["made_it_late"])
    assert late["title"] == "Silk and pearls"
    assert late["difference"] == 240
    assert lines["Warm welcome"]["held"] == 45
    assert sum(each["difference"] for each in told["segments"]) + told["late"] + told["rest"] == told["over"]


def test_trolls_and_what_was_done_about_them_are_on_record(hour: Hour) -> None:
    said = hour.rows("""SELECT count(*) FROM chat JOIN chat_speakers
        ON chat_speakers.id = speaker WHERE author LIKE 'troll-%'""")
    assert said == [(75 * 6,)]
    assert [each["kind"] for each in hour.told["incidents"]] == ["host_absent", "wrong_price", "trolls"]


def test_what_a_silent_shop_sold_is_counted_when_it_answers(hour: Hour) -> None:
    recorded = "SELECT at FROM journal JOIN kinds ON kinds.id = journal.kind WHERE name = 'OrderRecorded'"
    begins = hour.aired("The beauty shelf")[0] + 100
    ends = begins + 150
    counted = [at for (row,) in hour.rows(recorded) if begins <= (at := hour.since(row)) <= ends]
    sold = [at for (row,) in hour.rows("SELECT placed_at FROM orders") if begins <= (at := hour.since(row)) < ends]
    assert set(counted) == {ends}
    assert 0 < len(sold) <= len(counted)


def test_people_read_the_same_in_words(hour: Hour, cuedesk: Cuedesk) -> None:
    told = cuedesk("rundown", "report", hour.path).out
    for words in (
        *("Proposals", "Cues", "Sold out", "Struck from the script", "Incidents"),
        "wrap up; noted after 140 s",
        "free: The shop is silent: say no numbers.; never noted",
        "“there are three of these” (left)",
    ):
        assert words in told
