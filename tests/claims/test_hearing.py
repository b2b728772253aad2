"""What of the chat is read for claims on its way to the desk."""

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace

from console.desk.hearing import Hearing
from console.domain.chat import ChatLine, LineKind
from console.domain.claims.grammar import Form, Grammar
from console.domain.claims.listening import Listening
from console.domain.claims.rules import ClaimRules
from console.domain.commands import EndShow, GoLive, NewShow, Pin, QueueProducts, ReviewClaim, SetClaimRules
from console.domain.show import Show
from console.imports.claim_words import claim_words
from console.parts import ChatPart
from console.storage.reader import reading
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.claiming import line_of
from tests.domain.goods import ANNA, after, running, stocked


def show() -> Show:
    return after(running({"cap": 5, "mug": 5}), QueueProducts(("cap", "mug")), SetClaimRules(ClaimRules(by_chat=True)))


def said(text: str, id_: str = "m1") -> ChatLine:
    return replace(line_of(id_, "mia"), text=text)


def hearing() -> Hearing:
    return Hearing(Listening(claim_words()))


def skus(by: Hearing, *lines: ChatLine, during: Show) -> list[str]:
    return [item.sku for claim in by.asked(lines, during) for item in claim.reading.items]


def test_what_viewers_claim_goes_on_with_their_lines_in_their_order() -> None:
    lines = (said("sold 2", "m1"), said("lovely", "m2"), said("sold 1", "m3"))
    assert skus(hearing(), *lines, during=show()) == ["mug", "cap"]


@pytest.mark.parametrize(
    "line",
    [
        replace(said("sold 1"), backlog=True),
        replace(said("sold 1"), kind=LineKind.NOTICE),
        replace(said("sold 1"), roles=frozenset({"host"})),
        replace(said("sold 1"), roles=frozenset({"subscriber", "moderator"})),
    ],
)
def test_staff_notices_and_history_claim_nothing(line: ChatLine) -> None:
    assert hearing().asked((line,), show()) == ()
    assert skus(hearing(), replace(line, backlog=False, kind=LineKind.MESSAGE, roles=frozenset()), during=show())


def test_nothing_is_read_for_claims_while_no_show_runs() -> None:
    assert hearing().asked((said("sold 1"),), after(show(), EndShow())) == ()


def test_a_line_means_the_item_on_the_air_as_it_came_even_if_the_desk_is_asked_again_later() -> None:
    first, second = (item.id for item in show().queue)
    by = hearing()
    assert skus(by, said("+1"), during=after(show(), Pin(first))) == ["cap"]
    assert skus(by, said("+1"), said("+1", "m2"), during=after(show(), Pin(second))) == ["cap", "mug"]
    by.kept()
    assert skus(by, said("+1", "m3"), during=after(show(), Pin(second))) == ["mug"]


def test_a_change_of_the_queue_or_of_the_grammar_is_heeded_at_once() -> None:
    by = hearing()
    assert skus(by, said("sold 3", "m1"), during=show()) == []
    more = after(show(), stocked("hat", 5), QueueProducts(("hat",)))
    assert skus(by, said("sold 3", "m2"), during=more) == ["hat"]
    strict = after(more, SetClaimRules(ClaimRules(by_chat=True, grammar=Grammar(forms=(Form.CODE,)))))
    assert skus(by, said("sold 3", "m3"), during=strict) == []


def test_what_a_room_says_becomes_claims_in_the_file(tmp_path: Path) -> None:
    async def work() -> list[tuple[str, int]]:
        async with desk_on(tmp_path / "show.cuedesk") as desk:
            rules = SetClaimRules(ClaimRules(by_chat=True))
            for command in (NewShow("Friday", "USD"), stocked("cap", 5), QueueProducts(("cap",)), rules, GoLive()):
                await desk.ask(command, ANNA)
            part = ChatPart(desk, (), hearing())
            await part._hear((said("sold 1 x2", "m1"), said("is 1 warm?", "m2")))
            await part._hear((said("sold 9", "m3"),))
            (unclear,) = desk.show.claims.tray
            assert unclear.parts == ()
            await desk.ask(ReviewClaim(unclear.id, accept=False), ANNA)
            await part._hear((said("sold 9", "m4"),))
            return [(part.sku, part.got) for claim in desk.show.claims.by_id.values() for part in claim.parts]

    assert asyncio.run(work()) == [("cap", 2)]
    assert verify(tmp_path / "show.cuedesk") == []
    with reading(tmp_path / "show.cuedesk") as reader:
        assert len(reader.show().claims.tray) == 1


def test_until_a_person_says_so_no_line_claims() -> None:
    quiet = after(show(), SetClaimRules(ClaimRules()))
    assert hearing().asked((said("sold 1"),), quiet) == ()
