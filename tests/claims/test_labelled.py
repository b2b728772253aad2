"""How well chat is read: precision and recall by form, on the lines it was tuned on and on those it never saw."""

import sys
from pathlib import Path

import pytest

from tests.claims.labelled import HELD_OUT, TUNING, labelled, reader, scores, table


@pytest.mark.parametrize("file", [TUNING, HELD_OUT], ids=["tuning", "held_out"])
def test_of_each_half_the_table_is_printed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = list(labelled(file))
    found = scores(lines, reader())
    whole = found[-1]
    verdict = "TARGETS MISSED: " + "; ".join(whole.missed) if whole.missed else "All targets are met."
    with capsys.disabled():
        sys.stdout.write(f"\n\n{file.stem}: {len(lines)} lines\n{table(found)}\n{verdict}\n")
    assert len(lines) >= 300
    assert whole.granted > len(lines) / 3


def test_the_lines_it_was_tuned_on_meet_the_targets() -> None:
    assert not scores(labelled(TUNING), reader())[-1].missed
