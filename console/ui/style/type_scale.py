"""Type: five sizes of the system's family, with its faces for Chinese, Japanese, Korean, Thai and emoji."""

from enum import IntEnum
from functools import cache

import msgspec
from PySide6.QtGui import QFont, QFontDatabase

_FAMILIES = {
    "win32": (
        "Segoe UI",
        "Microsoft YaHei UI",
        "Yu Gothic UI",
        "Malgun Gothic",
        "Microsoft JhengHei UI",
        "Leelawadee UI",
        "Segoe UI Emoji",
    ),
    "darwin": ("PingFang SC", "Hiragino Sans", "Apple SD Gothic Neo", "PingFang TC", "Thonburi", "Apple Color Emoji"),
    "linux": (
        "Inter",
        "Noto Sans",
        "Cantarell",
        "Ubuntu",
        "Noto Sans CJK SC",
        "Noto Sans CJK JP",
        "Noto Sans CJK KR",
        "Noto Sans CJK TC",
        "Noto Sans Thai",
        "DejaVu Sans",
        "Noto Color Emoji",
    ),
}


class Size(IntEnum):
    """Sizes in pixels at a factor of 1; a counter grows from its own as far as its space allows."""

    CAPTION = 12
    TEXT = 14
    STRONG = 16
    HEADING = 24
    COUNTER = 96


class TypeScale(msgspec.Struct, frozen=True):
    """Families in their order of preference, and the factor (1 to 2) by which a person enlarges all text."""

    families: tuple[str, ...] = ()
    factor: float = 1.0

    def pixels(self, size: float) -> int:
        """A length in pixels that grows with the text."""
        return round(size * self.factor)

    def font(self, size: Size, *, bold: bool = False) -> QFont:
        """A face of this size with tabular figures."""
        return self.font_of(self.pixels(size), bold=bold)

    def font_of(self, pixels: int, *, bold: bool = False) -> QFont:
        """A face of so many pixels, already scaled, with tabular figures."""
        return QFont(_face(self.families, max(1, pixels), bold))


@cache
def _face(families: tuple[str, ...], pixels: int, bold: bool) -> QFont:  # noqa: FBT001 - a key of the cache
    """The face that others are copies of: painting asks for one with every word."""
    font = QFont(list(families)) if families else QFont()
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def type_scale(platform: str, factor: float = 1.0) -> TypeScale:
    """The faces of a platform (as `sys.platform` names it) that are installed here. The factor is kept within 1 to 2.

    A face that is missing is left out, because Qt searches all faces for each missing name.
    """
    installed = frozenset(QFontDatabase.families())
    named = tuple(name for name in _FAMILIES.get(platform, _FAMILIES["linux"]) if name in installed)
    return TypeScale(_system_face(platform) + named, min(2.0, max(1.0, factor)))


def _system_face(platform: str) -> tuple[str, ...]:
    if platform != "darwin":
        return ()
    return (QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),)
