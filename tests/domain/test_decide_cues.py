"""Cues to the anchor: sent in silence, taken note of once, and growing until then."""

from datetime import timedelta

import pytest

from console.domain.commands import EndShow, NewShow, NoteCue, SendCue, TakeCueBack
from console.domain.cues import MOST_OPEN, MOST_TEXT, CueKind, Urgency, open_cues, urgency
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.outcomes import Added, Done, Invalid, Missing, NotRunning
from console.domain.rules import Rule
from console.domain.undo import Lasting, inverse
from tests.domain.goods import NOON, after, asked, running


def test_a_cue_is_open_until_the_anchor_takes_note_of_it() -> None:
    outcome, show = asked(running({}), SendCue(CueKind.WRAP_UP))
    assert outcome == Added(show.cues[0].id)
    assert open_cues(show.cues) == show.cues
    noted = after(show, NoteCue(show.cues[0].id))
    assert (open_cues(noted.cues), noted.cues[0].took) == ((), timedelta(0))


def test_a_cue_ends_once() -> None:
    show = after(running({}), SendCue(CueKind.STRETCH))
    number = show.cues[0].id
    for first, then in ((NoteCue(number), TakeCueBack(number)), (TakeCueBack(number), NoteCue(number))):
        ended = after(show, first)
        assert decide(ended, then, NOON) == Decision(Done())
        assert decide(ended, first, NOON) == Decision(Done())


def test_the_same_cue_is_open_only_once_and_can_be_sent_again_when_it_was_noted() -> None:
    show = after(running({}), SendCue(CueKind.SOLD_OUT))
    assert decide(show, SendCue(CueKind.SOLD_OUT), NOON) == Decision(Done())
    again = after(show, NoteCue(show.cues[0].id), SendCue(CueKind.SOLD_OUT))
    assert len(again.cues) == 2


@pytest.mark.parametrize("kind", [CueKind.QUESTION, CueKind.FREE])
def test_a_question_and_a_free_cue_have_words(kind: CueKind) -> None:
    show = running({})
    assert asked(show, SendCue(kind, " \n"))[0] == Invalid("text", Rule.CUE_WORDS)
    assert asked(show, SendCue(kind, "x" * (MOST_TEXT + 1)))[0] == Invalid("text", Rule.CHARACTERS, (MOST_TEXT,))
    assert after(show, SendCue(kind, " does it\nrun small? ")).cues[0].text == "does it run small?"


def test_nobody_is_cued_while_the_show_is_off_nor_with_more_than_can_be_read() -> None:
    show = after(running({}), *(SendCue(CueKind.FREE, f"{number}") for number in range(MOST_OPEN)))
    assert asked(show, SendCue(CueKind.WRAP_UP))[0] == Invalid("cue", Rule.CUES_OPEN, (MOST_OPEN,))
    assert asked(after(show, EndShow()), SendCue(CueKind.WRAP_UP))[0] == NotRunning()
    assert asked(show, NoteCue(9_999))[0] == Missing("cue", "9999")


def test_cues_belong_to_their_show() -> None:
    show = after(running({}), SendCue(CueKind.WRAP_UP), EndShow(), NewShow("Saturday", "USD"))
    assert show.cues == ()


def test_a_cue_grows_with_its_age_and_a_clock_that_was_behind_does_no_harm() -> None:
    cue = after(running({}), SendCue(CueKind.WRAP_UP)).cues[0]
    ages = {-60: Urgency.FRESH, 0: Urgency.FRESH, 5: Urgency.WAITING, 14: Urgency.WAITING, 15: Urgency.URGENT}
    assert {age: urgency(cue, cue.sent + timedelta(seconds=age)) for age in ages} == ages


def test_undoing_takes_an_open_cue_back_and_what_was_noted_stays_said() -> None:
    show = running({})
    sent = decide(show, SendCue(CueKind.WRAP_UP), NOON)
    assert inverse(show, sent.changes, NOON) == TakeCueBack(show.serial + 1)
    cued = after(show, SendCue(CueKind.WRAP_UP))
    noted = decide(cued, NoteCue(cued.cues[0].id), NOON)
    assert inverse(cued, noted.changes, NOON) is Lasting.CUE
