"""What the lamps call connections of one kind."""

import pytest

from console.ui.bar.names import short_names

HERE = "irc+ws://127.0.0.1:6667"


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["twitch:kite"], [""]),
        (["twitch:kite", f"{HERE}/#kite"], ["twitch", "irc"]),
        ([f"{HERE}/#kite", f"{HERE}/#tea"], ["#kite", "#tea"]),
        (["twitch:kite", "twitch:tea", f"{HERE}/#kite"], ["kite", "tea", "irc"]),
        ([f"{HERE}/#kite", "irc+wss://chat.example/#kite"], ["#kite 127.0.0.1:6667", "#kite chat.example"]),
        (["rehearsal:zh", "rehearsal:en"], ["zh", "en"]),
    ],
)
def test_names_are_short_and_no_two_are_one(names: list[str], short: list[str]) -> None:
    assert list(short_names(names).values()) == short
