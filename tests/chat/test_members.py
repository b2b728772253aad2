from hypothesis import given
from hypothesis import strategies as st

from console.chat.irc_lines import parse_line
from console.chat.members import MOST_RANKED, Members


def told(*lines: str) -> Members:
    members = Members("#shop")
    for raw in lines:
        line = parse_line(raw)
        assert line is not None
        members.learn(line)
    return members


def test_names_carry_ranks_also_several_of_one_person() -> None:
    members = told(":s 353 me = #shop :~ann @+bo +cy dee", ":s 353 me = #other :@dee")
    assert [set(members.roles(nick)) for nick in ("Ann", "bo", "cy", "dee")] == [
        {"host"},
        {"moderator", "vip"},
        {"vip"},
        set(),
    ]


def test_modes_with_values_do_not_shift_the_nicks() -> None:
    members = told(":s MODE #shop +bklo-v *!*@bad key 50 bo cy", ":s MODE #shop -l+o dee")
    assert members.roles("bo") == members.roles("dee") == {"moderator"}
    assert members.roles("50") == set()


def test_the_server_says_which_modes_are_ranks() -> None:
    members = told(":s 005 me PREFIX=(yo)~@ CHANMODES=b,k,Hl,imnt :are supported", ":s MODE #shop +Hy 50:60 ann")
    assert members.roles("ann") == {"host"}


def test_a_rank_follows_a_new_nick_and_ends_with_leaving() -> None:
    members = told(":s 353 me = #shop :@ann @bo @cy", ":ann!a@h NICK eve", ":bo!b@h QUIT :x", ":s KICK #shop cy :x")
    assert [bool(members.roles(nick)) for nick in ("ann", "eve", "bo", "cy")] == [False, True, False, False]


def test_an_operator_with_the_rooms_name_is_its_host_and_a_voice_is_not() -> None:
    assert told(":s 353 me = #shop :@shop").roles("Shop") == {"host"}
    assert told(":s 353 me = #shop :+shop").roles("Shop") == {"vip"}


def test_the_list_is_bounded() -> None:
    members = told(*(f":s 353 me = #shop :@n{number}" for number in range(MOST_RANKED + 10)))
    assert members.roles(f"n{MOST_RANKED - 1}")
    assert not members.roles(f"n{MOST_RANKED + 1}")


@given(st.lists(st.tuples(st.sampled_from(["005", "353", "MODE", "NICK", "KICK", "QUIT"]), st.text(max_size=40))))
def test_no_line_breaks_it(lines: list[tuple[str, str]]) -> None:
    members = Members("#shop")
    for command, words in lines:
        line = parse_line(f":a!b@c {command} #shop {words}")
        if line is not None:
            members.learn(line)
    assert members.roles("") <= {"host", "moderator", "vip"}
