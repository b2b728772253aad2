from datetime import UTC, datetime

import pytest

from console.chat.dialects import Author, Twitch
from console.chat.irc import IrcSource, Room
from console.chat.irc_lines import IrcLine
from console.desk.ports import Alive
from console.domain.chat import AuthorCleared, LineDeleted, LineKind, RoomCleared
from tests.chat.hearing import QUICK, WallClock, listening, twitch_source, until
from tests.servers.twitch import FakeTwitch


async def test_reads_anonymously_and_asks_for_one_capability_at_a_time(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)):
        await twitch.joined()
    spoken = [line for line in twitch.heard if not line.startswith("PING")]
    assert spoken[:3] == ["CAP REQ :twitch.tv/tags", "CAP REQ :twitch.tv/commands", "NICK justinfan12345"]
    assert spoken[-1] == "JOIN #shop"
    assert not any(line.startswith("PASS") for line in spoken)


async def test_a_line_has_its_id_its_author_and_its_time(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        badges = "moderator/1,subscriber/12,premium/1"
        await twitch.tell(twitch.said("12 M 两件", "mei", 77, display_name="小美", badges=badges, id="a-1"))
        await until(lambda: ear.lines)
    line = ear.lines[0]
    assert ear.events[0] == Alive()
    assert (line.source, line.id, line.author, line.name) == ("twitch:shop", "a-1", "77", "小美")
    assert (line.text, line.kind, line.backlog, line.made_up_id) == ("12 M 两件", LineKind.MESSAGE, False, False)
    assert line.roles == {"moderator", "subscriber"}
    assert line.sent_at == datetime(2025, 10, 9, 8, 53, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("badges", "role"),
    [("broadcaster/1", "host"), ("vip/1", "vip"), ("founder/0", "subscriber"), ("glitchcon/1", None)],
)
async def test_badges_are_roles(twitch: FakeTwitch, badges: str, role: str | None) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.tell(twitch.said("hi", badges=badges))
        await until(lambda: ear.lines)
    assert ear.lines[0].roles == ({role} if role else set())


async def test_a_slash_me_is_its_words_and_a_reply_names_its_line(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.tell(
            twitch.said("\x01ACTION waves\x01"), twitch.said("@Mei yes", "bo", 78, reply_parent_msg_id="a-1")
        )
        await until(lambda: len(ear.lines) == 2)
    assert ear.texts == ["waves", "@Mei yes"]
    assert ear.lines[1].reply_to == "a-1"


async def test_moderators_take_away_one_line_one_viewer_or_all(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.tell(
            "@login=mei;room-id=1;target-msg-id=never-seen;tmi-sent-ts=1 :tmi.twitch.tv CLEARMSG #shop :gone",
            "@ban-duration=60;room-id=1;target-user-id=77;tmi-sent-ts=1 :tmi.twitch.tv CLEARCHAT #shop :mei",
            "@room-id=1;tmi-sent-ts=1 :tmi.twitch.tv CLEARCHAT #shop",
            ":tmi.twitch.tv CLEARMSG #shop :without a target",
        )
        await twitch.tell(twitch.said("after"))
        await until(lambda: ear.lines)
    assert ear.events[1:4] == [
        LineDeleted("twitch:shop", "never-seen"),
        AuthorCleared("twitch:shop", "77", "mei"),
        RoomCleared("twitch:shop"),
    ]
    assert ear.texts == ["after"]


async def test_a_usernotice_with_words_is_a_notice_of_its_author(twitch: FakeTwitch) -> None:
    tags = "badges=;display-name=Bo;id=n-1;login=bo;msg-id=resub;system-msg=Bo\\ssubscribed;user-id=78;tmi-sent-ts=1"
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.tell(
            f"@{tags} :tmi.twitch.tv USERNOTICE #shop :love this shop",
            "@login=bo;msg-id=raid;user-id=78 :tmi.twitch.tv USERNOTICE #shop",
            "@msg-id=slow_on :tmi.twitch.tv NOTICE #shop :This room is now in slow mode.",
        )
        await until(lambda: len(ear.lines) == 2)
    assert [(line.kind, line.name, line.text) for line in ear.lines] == [
        (LineKind.NOTICE, "Bo", "love this shop"),
        (LineKind.NOTICE, "", "This room is now in slow mode."),
    ]


async def test_reconnect_means_at_once(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.tell(":tmi.twitch.tv RECONNECT")
        await until(lambda: ear.ended)
    assert ear.ending is not None
    assert ear.ending.at_once
    assert ear.ending.retry


async def test_a_closed_channel_is_not_tried_again(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.tell("@msg-id=msg_channel_suspended :tmi.twitch.tv NOTICE #shop :This channel does not exist.")
        await until(lambda: ear.ended)
    assert ear.ending is not None
    assert not ear.ending.retry


async def test_a_ping_is_answered_and_ours_keep_a_quiet_room_alive(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.tell("PING :tmi.twitch.tv")
        await until(lambda: "PONG :tmi.twitch.tv" in twitch.heard)
        await until(lambda: ear.events.count(Alive()) >= 4)
    assert ear.ending is None


async def test_a_socket_that_stays_open_and_silent_is_a_loss(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        twitch.silent = True
        await until(lambda: ear.ended, within=5)
    assert ear.ending is not None
    assert "silent" in ear.ending.title


async def test_a_room_that_never_lets_us_in_is_a_loss(twitch: FakeTwitch) -> None:
    twitch.silent = True
    patience = type(QUICK)(connect=1, join=0.3, idle=5, pong=5)
    async with listening(twitch_source(twitch, patience)) as ear:
        await until(lambda: ear.ended, within=3)
    assert ear.ending is not None
    assert "did not let" in ear.ending.title


async def test_without_tags_lines_still_come_under_ids_of_ours_and_repeats_stay_apart(twitch: FakeTwitch) -> None:
    twitch.grants = False
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.tell(*([":mei!mei@mei.tmi.twitch.tv PRIVMSG #shop :7"] * 3))
        await until(lambda: len(ear.lines) == 3)
    assert ear.texts == ["7", "7", "7"]
    assert len({line.id for line in ear.lines}) == 3
    assert all(line.made_up_id and line.id.startswith("h:") for line in ear.lines)


async def test_garbage_and_broken_utf8_cost_themselves_only(twitch: FakeTwitch) -> None:
    source = twitch_source(twitch)
    async with listening(source) as ear:
        await twitch.joined()
        await twitch.tell_bytes(b"@id=b-1;tmi-sent-ts=x :mei!m@h PRIVMSG #shop :caf\xe9 7\r\n")
        await twitch.tell(
            "@@@ !!!", ":", "@", "x" * 20_000, "PRIVMSG", "PRIVMSG #shop", "CLEARCHAT", "BATCH", "KICK", "001"
        )
        await twitch.tell(twitch.said("fine", tmi_sent_ts="9" * 40, user_id=""))
        await until(lambda: len(ear.lines) == 2)
    assert ear.texts == ["caf\N{REPLACEMENT CHARACTER} 7", "fine"]
    assert [line.sent_at for line in ear.lines] == [None, None]
    assert source.skipped >= 3


async def test_a_line_that_makes_the_adapter_fail_costs_itself_only(
    twitch: FakeTwitch, caplog: pytest.LogCaptureFixture
) -> None:
    class Fragile(Twitch):
        def author(self, line: IrcLine) -> Author:
            if line.nick == "bad":
                raise KeyError("words of a viewer")
            return super().author(line)

    room = Room("twitch:shop", twitch.address, "#shop", "https://www.twitch.tv")
    source = IrcSource(room, Fragile, WallClock(), lambda: "justinfan12345", QUICK)
    async with listening(source) as ear:
        await twitch.joined()
        await twitch.tell(twitch.said("one"), twitch.said("two", "bad"), twitch.said("three"))
        await until(lambda: len(ear.lines) == 2)
    assert ear.texts == ["one", "three"]
    assert source.skipped == 1
    assert "KeyError" in caplog.text
    assert "viewer" not in caplog.text


async def test_a_message_larger_than_any_chat_ends_the_connection_with_words(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.tell("x" * 300_000)
        await until(lambda: ear.ended)
    assert ear.ending is not None
    assert "more than a chat line" in ear.ending.title


async def test_a_close_code_has_words(twitch: FakeTwitch) -> None:
    async with listening(twitch_source(twitch)) as ear:
        await twitch.joined()
        await twitch.hang_up(1012)
        await until(lambda: ear.ended)
    assert ear.ending is not None
    assert ear.ending.title == "The chat server restarts."


async def test_a_server_that_is_not_there_has_words() -> None:
    fake = FakeTwitch()
    fake.port = 1
    async with listening(twitch_source(fake)) as ear:
        await until(lambda: ear.ended)
    assert ear.ending is not None
    assert "cannot be reached" in ear.ending.title
