"""The steps from one order to the next."""

from collections.abc import Hashable

from hypothesis import given
from hypothesis import strategies as st

from console.ui.widgets.row_steps import Come, Gone, Went, steps

ids = st.lists(st.integers(0, 12), unique=True)


@given(ids, ids)
def test_the_steps_lead_from_any_rows_to_any_others(before: list[int], after: list[int]) -> None:
    now: list[Hashable] = list(before)
    for step in steps(before, after):
        match step:
            case Gone(at):
                del now[at]
            case Come(at, item):
                now.insert(at, item)
            case Went(at, to):
                now.insert(to, now.pop(at))
    assert now == after


@given(st.data())
def test_one_row_that_moved_is_one_step(data: st.DataObject) -> None:
    before = list(range(data.draw(st.integers(2, 30))))
    origin = data.draw(st.sampled_from(before))
    to = data.draw(st.sampled_from([each for each in before if each != origin]))
    after = [each for each in before if each != origin]
    after.insert(to, origin)
    assert len(list(steps(before, after))) == 1


def test_the_same_rows_need_no_step() -> None:
    assert list(steps([3, 1, 2], [3, 1, 2])) == []
