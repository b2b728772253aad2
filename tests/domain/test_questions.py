"""What most people ask is told, once for each meaning, and not for ever."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.chat import ChatLine, LineKind
from console.domain.questions import ANSWERED, LASTING, MOST_KEPT, MOST_PEOPLE, Question, Questions
from console.imports.script_sayings import asking_words

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def said(text: str, author: str = "u1", at: datetime = NOW) -> ChatLine:
    return ChatLine("T", f"{author}{text}{at}", author, author, text, at)


def top(*texts: str) -> Question | None:
    """What is asked most when each text is said by somebody else."""
    questions = Questions(asking_words())
    questions.hear(said(text, f"u{at}") for at, text in enumerate(texts))
    return questions.top(NOW + SECOND)


def test_questions_of_one_meaning_are_one() -> None:
    most = top("does it run small?", "Does this run small??", "do these run SMALL", "when do you ship?")
    assert most == Question("do these run SMALL", 3)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("does it run small?", "Hi, does this run small??"),
        ("请问这个会不会起球", "会不会起球呀"),
        ("什么时候发货", "请问什么时候发货呢？"),
        ("Is there pockets?", "is there a pocket?"),
        ("how long is the shirt", "How long is this shirt?"),
    ],
)
def test_they_mean_the_same(one: str, two: str) -> None:
    found = top(one, two)
    assert found is not None
    assert found.people == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("does it run small?", "does it run large?"),
        ("什么时候发货", "会不会起球"),
        ("how long is the shirt?", "how long is the sleeve?"),
    ],
)
def test_they_do_not(one: str, two: str) -> None:
    found = top(one, two)
    assert found is not None
    assert found.people == 1


@pytest.mark.parametrize(
    "text", ["12 M", "love this shirt", "?", "？？？", "两件", "多好看的衬衫", "how", "", "what a night", "是的没错"]
)
def test_that_is_no_question(text: str) -> None:
    assert top(text) is None


def test_who_asks_twice_counts_once() -> None:
    questions = Questions(asking_words())
    questions.hear([said("does it run small?"), said("does it run small?"), said("any in blue? when?", "u2")])
    found = questions.top(NOW)
    assert found is not None
    assert found.people == 1


def test_the_studio_s_own_lines_and_those_of_before_ask_nothing() -> None:
    questions = Questions(asking_words())
    own = ChatLine("T", "1", "u", "u", "does it run small?", NOW, roles=frozenset({"host"}))
    old = ChatLine("T", "2", "u", "u", "does it run small?", NOW, backlog=True)
    told = ChatLine("T", "3", "u", "u", "does it run small?", NOW, kind=LineKind.NOTICE)
    questions.hear([own, old, told])
    assert questions.top(NOW) is None


def test_a_question_is_forgotten_after_some_minutes() -> None:
    questions = Questions(asking_words())
    questions.hear([said("does it run small?")])
    assert questions.top(NOW + LASTING - SECOND)
    assert questions.top(NOW + LASTING) is None


def test_an_answered_question_rests_and_can_be_asked_again_later() -> None:
    questions = Questions(asking_words())
    questions.hear([said("does it run small?")])
    asked = questions.top(NOW)
    assert asked is not None
    questions.answer(asked, NOW)
    questions.hear([said("does this run small", "u2", NOW + ANSWERED - SECOND)])
    assert questions.top(NOW + ANSWERED) is None
    questions.hear([said("does this run small", "u3", NOW + ANSWERED)])
    assert questions.top(NOW + ANSWERED) == Question("does this run small", 1)


@given(st.lists(st.tuples(st.text(max_size=30), st.integers(0, 9)), max_size=40))
def test_any_chat_can_be_heard(lines: list[tuple[str, int]]) -> None:
    questions = Questions(asking_words())
    questions.hear(said(f"{text}?", f"u{who}") for text, who in lines)
    found = questions.top(NOW)
    assert found is None or 1 <= found.people <= 10


def test_what_is_kept_is_bounded() -> None:
    questions = Questions(asking_words())
    questions.hear(said(f"is number {at} warm?", f"u{at}") for at in range(3 * MOST_KEPT))
    questions.hear(said("does it run small?", f"v{at}") for at in range(2 * MOST_PEOPLE))
    assert len(questions._groups) <= MOST_KEPT
    found = questions.top(NOW)
    assert found is not None
    assert found.people == MOST_PEOPLE
