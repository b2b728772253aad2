"""Who holds which rank in a room of plain IRC."""

from itertools import islice

from console.chat.irc_lines import IrcLine

MOST_RANKED = 10_000
RANKS = {"~": "host", "&": "moderator", "@": "moderator", "%": "moderator", "+": "vip"}


class Members:
    """The ranked people of one room, learnt from what the server says; people without a rank are not kept."""

    def __init__(self, room: str) -> None:
        self._room = room
        self._symbols = dict(zip("qaohv", "~&@%+", strict=True))
        self._with_value, self._value_when_set = set("beIk"), set("l")
        self._held: dict[str, str] = {}

    def roles(self, nick: str) -> frozenset[str]:
        """The roles of a nick: the room's founder, and an operator who bears the room's name, is its host."""
        held = self._held.get(nick.lower())
        if held is None:
            return frozenset()
        owns_name = nick.lower() == self._room.lstrip("#&")
        return frozenset("host" if owns_name and symbol in "&@" else RANKS[symbol] for symbol in held)

    def learn(self, line: IrcLine) -> None:
        """Take note of names, modes and leavings."""
        match line.command:
            case "005":
                self._learn_server(line)
            case "353" if line.param(2).lower() == self._room:
                self._learn_names(line.param(3))
            case "MODE" if line.param(0).lower() == self._room:
                self._learn_modes(line.param(1), list(line.params[2:]))
            case "NICK":
                self._keep(line.param(0), self._held.pop(line.nick.lower(), ""))
            case "PART" | "QUIT":
                self._held.pop(line.nick.lower(), None)
            case "KICK":
                self._held.pop(line.param(1).lower(), None)
            case _:
                return

    def _learn_server(self, line: IrcLine) -> None:
        for word in line.params:
            key, _, value = word.partition("=")
            if key == "PREFIX" and value.startswith("("):
                modes, _, symbols = value[1:].partition(")")
                self._symbols = {mode: sign for mode, sign in zip(modes, symbols, strict=False) if sign in RANKS}
            elif key == "CHANMODES":
                lists, keys, limits = islice((*value.split(","), "", "", ""), 3)
                self._with_value, self._value_when_set = set(lists + keys), set(limits)

    def _learn_names(self, names: str) -> None:
        for word in names.split(" "):
            nick = word.lstrip("~&@%+!")
            self._keep(nick.partition("!")[0], "".join(sign for sign in word[: len(word) - len(nick)] if sign in RANKS))

    def _learn_modes(self, modes: str, values: list[str]) -> None:
        setting = True
        for mode in modes:
            if mode in "+-":
                setting = mode == "+"
            elif mode in self._symbols and values:
                self._rank(values.pop(0), self._symbols[mode], setting=setting)
            elif (mode in self._with_value or (setting and mode in self._value_when_set)) and values:
                values.pop(0)

    def _rank(self, nick: str, symbol: str, *, setting: bool) -> None:
        held = self._held.get(nick.lower(), "").replace(symbol, "")
        self._keep(nick, held + symbol if setting else held)

    def _keep(self, nick: str, held: str) -> None:
        key = nick.lower()
        self._held.pop(key, None)
        if held and len(self._held) < MOST_RANKED:
            self._held[key] = held
