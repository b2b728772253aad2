"""The window, tried in a process of its own: Qt ends the one in which it finds no screen."""

import subprocess
import sys
from collections.abc import Iterator

import msgspec

from console.domain.health import Check, State

LONGEST = 15.0
WITHOUT_SCREEN = {"offscreen", "minimal", "vnc"}
LEAST = (1366, 768)
STEP = (
    "Start it in a desktop session; without a window there is --headless. A Linux without a desktop needs "
    "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1."
)


class Screen(msgspec.Struct, frozen=True):
    """A screen as the window sees it, in its own pixels."""

    name: str
    width: int
    height: int


class Seen(msgspec.Struct, frozen=True):
    """What Qt says of this computer."""

    qt: str
    platform: str
    screens: tuple[Screen, ...]
    chinese: tuple[str, ...]
    formats: tuple[str, ...]


def of_window() -> Iterator[Check]:
    """Whether a window can be opened, and what it would look like."""
    probe = [sys.executable, "-m", "console.ui.probe"]
    try:
        ran = subprocess.run(probe, capture_output=True, timeout=LONGEST, check=False)  # noqa: S603 - ours
    except subprocess.TimeoutExpired:
        yield Check("window", State.BAD, f"Qt did not answer within {LONGEST:.0f} s", STEP)
        return
    try:
        seen = msgspec.json.decode(ran.stdout, type=Seen)
    except msgspec.MsgspecError:
        said = ran.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        why = said or f"Qt ended with {ran.returncode}"
        yield Check("window", State.BAD, f"a window cannot be opened: {why}", STEP)
        return
    yield of_screens(seen)
    yield of_fonts(seen)
    yield of_formats(seen)


def of_screens(seen: Seen) -> Check:
    """The screens, and whether one of them is large enough."""
    if seen.platform in WITHOUT_SCREEN:
        return Check("window", State.OK, f"Qt {seen.qt}, without a screen ({seen.platform})")
    sizes = ", ".join(f"{each.width} × {each.height}" for each in seen.screens)
    words = f"Qt {seen.qt} ({seen.platform}): {sizes}"
    if any(each.width >= LEAST[0] and each.height >= LEAST[1] for each in seen.screens):
        return Check("window", State.OK, words)
    step = f"Use a screen of {LEAST[0]} × {LEAST[1]} or more, or a smaller scale in the system's settings."
    return Check("window", State.ATTENTION, words, step)


def of_fonts(seen: Seen) -> Check:
    """Whether Chinese, Japanese and Korean can be read."""
    if seen.chinese:
        return Check("fonts", State.OK, f"Chinese in {seen.chinese[0]}")
    step = "Install a font for Chinese, such as Noto Sans CJK (Debian: fonts-noto-cjk)."
    return Check("fonts", State.ATTENTION, "there is none for Chinese: viewers' words would be boxes", step)


def of_formats(seen: Seen) -> Check:
    """Whether pictures of products can be shown."""
    missing = sorted({"png", "jpeg", "webp"} - set(seen.formats))
    if not missing:
        return Check("pictures", State.OK, "PNG, JPEG and WebP")
    return Check("pictures", State.ATTENTION, f"{', '.join(missing)} cannot be shown", "Install cuedesk anew.")
