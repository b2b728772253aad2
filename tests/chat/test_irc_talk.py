from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.chat.dialects import PlainIrc, Twitch
from console.chat.irc_lines import parse_line
from console.chat.irc_talk import Send, Talk
from console.chat.made_up import MOST_REMEMBERED, MadeUpIds
from console.chat.nicks import anonymous, nick
from console.desk.ports import Alive, ChatError, ChatEvent
from console.domain.chat import ChatLine, LineDeleted

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
HELLO = (":s 001 me :hi", "@time=2026-11-22T20:00:00.500Z :me!m@h JOIN #shop")


def a_talk() -> Talk:
    return Talk("irc", "#shop", PlainIrc("#shop"), lambda: "me", NOW)


def heard(talk: Talk, *raws: str) -> list[Send | ChatEvent]:
    lines = [line for line in map(parse_line, raws) if line is not None]
    return [event for line in lines for event in talk.take(line, NOW)]


def lines(events: list[Send | ChatEvent]) -> list[ChatLine]:
    return [event for event in events if isinstance(event, ChatLine)]


def test_each_capability_is_asked_for_alone_and_the_end_comes_after_the_last_answer() -> None:
    talk = a_talk()
    asked = [send.text for send in talk.opening() if send.text.startswith("CAP")]
    assert all(len(ask.split()) == 3 for ask in asked)
    answers = [f":s CAP * {'NAK' if number % 2 else 'ACK'} :x" for number in range(len(asked))]
    assert heard(talk, *answers[:-1]) == []
    assert heard(talk, answers[-1]) == [Send("CAP END")]
    assert heard(talk, ":s CAP * ACK :late") == []


def test_a_server_without_capabilities_is_joined_all_the_same() -> None:
    talk = a_talk()
    assert heard(talk, ":s 421 me CAP :Unknown command") == [Send("CAP END")]
    assert heard(talk, ":s 001 given :hi") == [Send("JOIN #shop")]


def test_own_echoes_and_other_rooms_and_questions_of_clients_are_not_chat() -> None:
    talk = a_talk()
    events = heard(
        talk,
        *HELLO,
        ":ME!m@h PRIVMSG #shop :take 7",
        ":bo!b@h PRIVMSG #other :take 7",
        ":bo!b@h PRIVMSG me :take 7",
        ":bo!b@h PRIVMSG #shop :\x01VERSION\x01",
        ":bo!b@h PRIVMSG #shop :\u200b",
        ":bo!b@h PRIVMSG #SHOP :real",
    )
    assert [line.text for line in lines(events)] == ["real"]


def test_somebody_who_comes_in_is_a_sign_of_life_in_our_room_only() -> None:
    talk = a_talk()
    assert heard(talk, *HELLO) == [Send("JOIN #shop"), Alive()]
    arrivals = heard(talk, ":bo!b@h JOIN #shop", ":bo!b@h JOIN #other", ":bo!b@h PART #shop")
    assert arrivals == [Alive(arrival=True)]


def test_a_console_that_comes_in_as_a_trial_of_the_connection_does_is_nobody_s_arrival() -> None:
    talk = a_talk()
    heard(talk, *HELLO)
    assert heard(talk, f":{nick()}!c@h JOIN #shop", f":{anonymous()}!c@h JOIN #shop") == [Alive(), Alive()]


def test_what_comes_before_the_join_is_not_chat() -> None:
    assert lines(heard(a_talk(), ":bo!b@h PRIVMSG #shop :7")) == []


def test_a_batch_of_history_is_backlog_and_another_batch_is_not() -> None:
    talk = a_talk()
    events = heard(
        talk,
        *HELLO,
        ":s BATCH +a chathistory #shop",
        ":s BATCH +b netjoin x y",
        "@batch=a;msgid=1 :bo!b@h PRIVMSG #shop :old",
        "@batch=b;msgid=2 :bo!b@h PRIVMSG #shop :new",
        ":s BATCH -a",
        "@batch=a;msgid=3 :bo!b@h PRIVMSG #shop :newer",
    )
    assert [line.backlog for line in lines(events)] == [True, False, False]


def test_history_without_batches_is_known_by_the_servers_own_clock() -> None:
    events = heard(
        a_talk(),
        *HELLO,
        "@time=2026-11-22T19:59:59Z :bo!b@h PRIVMSG #shop :old",
        "@time=2026-11-22T20:00:00Z :bo!b@h PRIVMSG #shop :cut to its second",
    )
    assert [line.backlog for line in lines(events)] == [True, False]


def test_a_servers_clock_set_back_later_makes_nothing_backlog() -> None:
    events = heard(
        a_talk(),
        *HELLO,
        "@time=2026-11-22T20:00:01Z :bo!b@h PRIVMSG #shop :now",
        "@time=2026-11-22T19:00:00Z :bo!b@h PRIVMSG #shop :an hour earlier",
    )
    assert [line.backlog for line in lines(events)] == [False, False]


def test_the_order_is_that_of_arrival_however_wrong_the_servers_clock_is() -> None:
    events = heard(
        a_talk(),
        *HELLO,
        "@time=2031-01-01T00:00:00Z :bo!b@h PRIVMSG #shop :one",
        "@time=1999-01-01T00:00:00+08:00 :bo!b@h PRIVMSG #shop :two",
        "@time=yesterday :bo!b@h PRIVMSG #shop :three",
        "@time=0001-01-01T00:00:00+23:00 :bo!b@h PRIVMSG #shop :four",
    )
    assert [line.text for line in lines(events)] == ["one", "two", "three", "four"]
    assert {line.heard_at for line in lines(events)} == {NOW}
    assert [line.sent_at is None for line in lines(events)] == [False, False, True, True]


def test_an_account_is_a_better_author_than_a_mask() -> None:
    events = heard(a_talk(), *HELLO, "@account=bo :bo!b@h PRIVMSG #shop :7", ":bo!b@h PRIVMSG #shop :7")
    assert [line.author for line in lines(events)] == ["bo", "bo!b@h"]


def test_a_redaction_takes_a_line_away() -> None:
    events = heard(a_talk(), *HELLO, ":s REDACT #shop m-1 :spam", ":s REDACT #other m-2")
    assert events[-1] == LineDeleted("irc", "m-1")


def test_our_new_nick_is_known() -> None:
    talk = a_talk()
    with pytest.raises(ChatError):
        heard(talk, *HELLO, ":me!m@h NICK you", ":s KICK #shop you :out")


@pytest.mark.parametrize(
    ("raw", "retry"),
    [
        (":s 403 me #shop :No such channel", False),
        (":s 471 me #shop :full", True),
        (":s 473 me #shop :invite", False),
        (":s 474 me #shop :banned", False),
        (":s 465 me :You are banned", False),
        ("ERROR :Closing link: (me@h) [Z-lined: spam]", False),
        ("ERROR :Closing link: (me@h) [Ping timeout]", True),
        (":op!o@h KICK #shop me", True),
        (":me!m@h PART #shop", True),
    ],
)
def test_refusals_have_words_and_say_whether_coming_back_helps(raw: str, retry: bool) -> None:
    with pytest.raises(ChatError) as caught:
        heard(a_talk(), ":s 001 me :hi", raw)
    assert caught.value.title
    assert caught.value.retry is retry


def test_refusals_of_other_rooms_or_people_are_not_ours() -> None:
    assert heard(a_talk(), ":s 474 me #other :banned", ":op!o@h KICK #shop bo :x", ":s 403 me x :No") == []


def test_a_server_that_accepts_no_nick_is_left() -> None:
    talk = a_talk()
    assert heard(talk, ":s 433 * me :in use") == [Send("NICK me")]
    with pytest.raises(ChatError):
        heard(talk, *[":s 433 * me :in use"] * 5)


@given(st.lists(st.text(max_size=80) | st.from_regex(r"@?[a-z=;]{0,9} ?:?[a-z!@]{1,5} [A-Z]{3,8} #shop .{0,20}")))
def test_no_server_breaks_the_talk_but_by_ending_it(raws: list[str]) -> None:
    for dialect in (PlainIrc("#shop"), Twitch()):
        talk = Talk("irc", "#shop", dialect, lambda: "me", NOW)
        talk.joined = True
        try:
            events = heard(talk, *raws)
        except ChatError:
            continue
        assert not any("\n" in event.text for event in events if isinstance(event, Send))


def test_told_again_a_line_gets_its_made_up_id_again_also_when_said_twice_in_a_second() -> None:
    live, replay = MadeUpIds("irc", NOW), MadeUpIds("irc", NOW + timedelta(minutes=5))
    said = [("bo", "7"), ("bo", "7"), ("cy", "7")]
    first = [live.next(author, text, NOW + timedelta(milliseconds=300)) for author, text in said]
    assert [replay.next(author, text, NOW) for author, text in said] == first
    assert len(set(first)) == 3


def test_without_a_time_a_repeat_after_a_drop_is_a_new_line() -> None:
    assert MadeUpIds("irc", NOW).next("bo", "7", None) != MadeUpIds("irc", NOW + timedelta(1)).next("bo", "7", None)


def test_the_memory_of_made_up_ids_is_bounded() -> None:
    ids = MadeUpIds("irc", NOW)
    for number in range(MOST_REMEMBERED + 100):
        ids.next("bo", str(number), NOW)
    assert len(ids._times) == MOST_REMEMBERED
