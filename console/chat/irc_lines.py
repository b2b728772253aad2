"""IRC lines: text of the wire to a value, and nothing believed."""

import re

import msgspec

MOST_LINE = 16_384
MOST_TAGS = 100
MOST_PARAMS = 15

_COMMAND = re.compile(r"[A-Za-z]{1,32}|[0-9]{3}")
_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
_ESCAPES = {":": ";", "s": " ", "r": "\r", "n": "\n"}


class IrcLine(msgspec.Struct, frozen=True):
    """One line as a server sent it. `prefix` says who: `nick!user@host` or the name of a server."""

    command: str
    params: tuple[str, ...] = ()
    prefix: str = ""
    tags: dict[str, str] = {}

    @property
    def nick(self) -> str:
        """Who sent it, without user and host."""
        return self.prefix.partition("!")[0]

    @property
    def from_person(self) -> bool:
        """Whether a person sent it rather than the server."""
        return "!" in self.prefix

    def param(self, index: int) -> str:
        """The parameter at `index`, or nothing where there is none."""
        return self.params[index] if -len(self.params) <= index < len(self.params) else ""


def parse_line(raw: str) -> IrcLine | None:
    """Read one line, without its line end; None for what is no IRC or beyond the caps (RFC 1459, IRCv3 tags)."""
    if len(raw) > MOST_LINE:
        return None
    tags: dict[str, str] = {}
    prefix, rest = "", raw
    if rest.startswith("@"):
        words, _, rest = rest[1:].partition(" ")
        tags, rest = _tags(words), rest.lstrip(" ")
    if rest.startswith(":"):
        prefix, _, rest = rest[1:].partition(" ")
    head, colon, last = rest.partition(" :")
    command, *params = [word for word in head.split(" ", MOST_PARAMS + 1) if word] or [""]
    if colon:
        params.append(last)
    if not _COMMAND.fullmatch(command) or len(params) > MOST_PARAMS:
        return None
    return IrcLine(command.upper(), tuple(params), prefix, tags)


def _tags(words: str) -> dict[str, str]:
    tags: dict[str, str] = {}
    for word in words.split(";", MOST_TAGS)[:MOST_TAGS]:
        key, _, value = word.partition("=")
        if key:
            tags[key] = unescaped(value) if "\\" in value else value
    return tags


def unescaped(value: str) -> str:
    r"""A tag's value as it was meant (IRCv3: `\:` is `;`, `\s` a space); a stray backslash goes away."""
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), value)
