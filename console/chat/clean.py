"""Clean chat text: whatever a stranger typed becomes one line of plain text that can do no harm on a screen."""

import re
from unicodedata import category, normalize

MOST_TEXT = 1_000
MOST_NAME = 60
MOST_MARKS = 3
_READ_AHEAD = 4
_LOOK_BACK = 64

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
_HIDDEN = re.compile(
    f"({_FLAG})|["
    "\x00-\x1f\x7f-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # invisible fillers and joiners
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width, direction marks, overrides, isolates
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\uffff"  # lone surrogates, no characters, specials
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # formats, tags
    "]"
)
_SUSPECT = re.compile(f"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0{_SELECTORS}]")
_LATIN = "\x00-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_JOINER = re.compile(f"[{_ZWNJ}{_ZWJ}]")
_NEEDED_JOINER = re.compile(f"(?<=[^{_LATIN}\\s{_ZWNJ}{_ZWJ}])[{_ZWNJ}{_ZWJ}](?=([^{_LATIN}\\s{_ZWNJ}{_ZWJ}]))")
_REPEATED_SELECTORS = re.compile(f"(?:^|(?<=\\s))[{_SELECTORS}]+|(?<=[{_SELECTORS}])[{_SELECTORS}]+")
_STACKED = re.compile(r"[^\w\x00-\u02ff]{4,}")


def clean(text: str, most: int = MOST_TEXT) -> str:
    """One line of plain text of at most `most` characters.

    NFC; without controls, direction overrides and invisible characters; with at most three marks on a letter.
    Joiners stay where scripts and emoji need them.
    """
    text = text[: most * _READ_AHEAD]
    if text.isascii() and text.isprintable():
        return text[:most].strip()
    if not text.isprintable() or _SUSPECT.search(text):
        text = _visible(text)
    text = _few_marks(normalize("NFC", _few_marks(text))).strip()
    return text if len(text) <= most else text[: _boundary(text, most)].rstrip()


def clean_name(name: str) -> str:
    """A name as `clean` leaves it, cut at 60 characters."""
    return clean(name, MOST_NAME)


def _visible(text: str) -> str:
    text = _HIDDEN.sub(lambda found: found[1] or "", _BREAKS.sub(" ", text))
    text = normalize("NFC", _few_marks(text))
    needed = {found.start() for found in _NEEDED_JOINER.finditer(text) if not category(found[1]).startswith("M")}
    text = _JOINER.sub(lambda found: found[0] if found.start() in needed else "", text)
    return _REPEATED_SELECTORS.sub("", text)


def _few_marks(text: str) -> str:
    """At most three marks that take no room of their own on each letter.

    Also done before NFC, which sorts a run of n marks in n² steps, and after it, which can make two marks of one.
    """
    return text if text.isascii() else _STACKED.sub(_thinned, text)


def _thinned(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in run[0]:
        kind = category(char)
        if kind in {"Mn", "Me"}:
            marks += 1
        elif kind != "Mc":
            marks = 0
        if marks <= MOST_MARKS or kind == "Mc":
            kept.append(char)
    return "".join(kept)


def _boundary(text: str, cut: int) -> int:
    """Where to cut, at `cut` or a little before, so that no letter loses its marks and no emoji its parts."""
    for at in range(cut, max(0, cut - _LOOK_BACK), -1):
        if not _joined(text, at):
            return at
    return cut


def _joined(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before == _ZWJ or after in (_ZWJ, _ZWNJ) or category(after) in {"Mn", "Me", "Mc"}:
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":
        return True
    return _is_letter_of_flag(after) and _flag_letters_before(text, at) % 2 == 1


def _is_letter_of_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flag_letters_before(text: str, at: int) -> int:
    begin = at
    while begin and _is_letter_of_flag(text[begin - 1]):
        begin -= 1
    return at - begin
