from hypothesis import given
from hypothesis import strategies as st

from console.chat.backoff import Backoff


@given(st.integers(1, 500), st.floats(0, 1))
def test_a_wait_is_at_least_half_of_its_doubling_and_never_above_the_most(failures: int, chance: float) -> None:
    backoff = Backoff(first=1, most=60)
    for _ in range(failures):
        backoff = backoff.failed()
    whole = min(60, 2 ** min(failures - 1, 15))
    assert whole / 2 <= backoff.wait(chance) <= whole


def test_life_begins_the_waits_anew() -> None:
    assert Backoff().failed().failed().failed().healed() == Backoff()
