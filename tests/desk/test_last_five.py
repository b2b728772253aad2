"""Twenty buyers at once for the last five pieces, with kill -9 among the rounds: a small part of the benchmark."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_there_are_five_winners_each_time_whatever_is_killed() -> None:
    command = [sys.executable, "-m", "tests.bench.bench_last_five", "--rounds", "200", "--seed", "11"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert ran.returncode == 0, ran.stderr
    killed, halfway = (int(ran.stdout.split(words)[0].split()[-1]) for words in (" killed", " of them between"))
    assert killed > 50
    assert halfway > 0
