"""HTML as plain text: what a reader would see, line by line."""

import re
from html.parser import HTMLParser

MOST_INPUT = 200_000
MOST_TEXT = 20_000

_LINES = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_UNSEEN = frozenset({"script", "style"})
_DECLARATIONS = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)", re.DOTALL)
_SPACE = re.compile(r"\s+")
_TAG = re.compile("<(?=[a-zA-Z/])")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def plain_text(html: str) -> str:
    """The text of `html` without its tags: one line for each paragraph or list item, at most 20,000 characters.

    Scripts, styles and comments are left out, entities are decoded, white space is collapsed. Only the first 200,000
    characters are looked at, so hostile input costs little.
    """
    if "<" not in html and "&" not in html:
        return _tidy(_SPACE.sub(" ", html[:MOST_INPUT]))
    source = _DECLARATIONS.sub(" ", html[:MOST_INPUT])
    end = source.rfind(">") + 1
    seen = _Seen()
    seen.feed(source[:end])
    seen.feed(_TAG.split(source[end:], maxsplit=1)[0].replace("<", "&lt;"))
    seen.close()
    return _tidy("".join(seen.parts))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in _CONTROLS.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)[:MOST_TEXT].rstrip()


class _Seen(HTMLParser):
    """Collects the text that a reader would see, with line ends where blocks begin and end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's
        if tag in _UNSEEN:
            self._unseen = tag
        elif tag in _LINES:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's
        if tag in _LINES:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""
        elif tag in _LINES:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(_SPACE.sub(" ", data))
