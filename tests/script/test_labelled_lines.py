"""Lines of scripts, labelled by hand: true, not a claim at all, or struck and why."""

from pathlib import Path

import msgspec
import pytest

from console.domain.script.lines import script_lines
from console.domain.script.sayings import Sayings
from console.imports.script_sayings import script_sayings
from tests.script.scenes import SCENES

LINES = [each.split("\t") for each in Path(__file__).with_name("lines.tsv").read_text("utf-8").splitlines()]
SAYINGS = script_sayings()


@pytest.mark.parametrize(("scene", "line", "means"), [each[:3] for each in LINES], ids=[each[1] for each in LINES])
def test_a_line_means(scene: str, line: str, means: str) -> None:
    known = SCENES[scene]()
    known = msgspec.structs.replace(known, segment=msgspec.structs.replace(known.segment, script=line))
    (read,) = script_lines(known, SAYINGS)
    assert (str(read.strike.why) if read.strike else "") == (means if means not in {"true", "none"} else "")
    assert bool(_said(SAYINGS, line)) == (means != "none")


def _said(sayings: Sayings, line: str) -> bool:
    return bool(sayings.of(line.replace("{stock}", "3").replace("{price}", "￼")))


def test_there_are_lines_enough_of_each_sort() -> None:
    struck = sum(means not in {"true", "none"} for _, _, means, *_ in LINES)
    assert len(LINES) >= 80
    assert min(struck, sum(means == "true" for _, _, means, *_ in LINES)) >= 25
