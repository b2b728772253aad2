"""A shop's short texts, which anybody may have written, as one plain line."""

import unicodedata


def one_line(text: str, most: int) -> str:
    """The text without line ends, control and direction characters, at most `most` characters long."""
    seen = "".join(_shown(char) for char in text[: most * 4])
    return " ".join(seen.split())[:most].rstrip()


def _shown(char: str) -> str:
    match unicodedata.category(char):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cf" if char not in "\u200c\u200d":
            return ""
        case "Cs":
            return ""
        case _:
            return char
