"""Every pair of writing and ground that the window uses can be read."""

import pytest

from console.ui.style.contrast import contrast
from console.ui.style.palette import DARK, LIGHT, Palette, mix, tint

_THEMES = pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])


def _pairs(palette: Palette) -> dict[str, tuple[str, str]]:
    states = {name: getattr(palette, name) for name in ("accent", "good", "low", "out", "muted", "text")}
    grounds = {name: getattr(palette, name) for name in ("ground", "panel", "raised")}
    pairs = {f"{s} on {g}": (states[s], grounds[g]) for s in states for g in grounds}
    pairs |= {f"{s} on its tint": (states[s], tint(states[s], palette.panel)) for s in states}
    pairs |= {f"source {i} on its tint": (hue, tint(hue, palette.panel)) for i, hue in enumerate(palette.sources)}
    return pairs | {
        "primary button": (palette.ground, palette.accent),
        "primary button, hovered": (palette.ground, mix(palette.text, palette.accent, 0.12)),
        "on air": (palette.ground, palette.out),
        "muted on a notice of chat": (palette.muted, mix(palette.raised, palette.panel, 0.5)),
        "text on a chosen item": (palette.text, tint(palette.accent, palette.panel)),
        "rehearsal on its stripes": (palette.low, tint(palette.low, palette.panel)),
    }


def test_the_measure_of_contrast_knows_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@_THEMES
def test_all_writing_has_a_contrast_of_at_least_four_and_a_half(palette: Palette) -> None:
    weak = {name: round(contrast(*pair), 2) for name, pair in _pairs(palette).items() if contrast(*pair) < 4.5}
    assert not weak


@_THEMES
def test_the_ring_of_the_focus_stands_out_from_every_ground(palette: Palette) -> None:
    assert min(contrast(palette.accent, ground) for ground in (palette.ground, palette.panel, palette.raised)) >= 3


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert (mix("#FF0000", "#0000FF", 1), mix("#FF0000", "#0000FF", 0)) == ("#ff0000", "#0000ff")
    assert mix("#FF0000", "#0000FF", 0.5) == "#800080"


def test_any_index_of_a_source_has_a_hue() -> None:
    assert DARK.source(-1) in DARK.sources
    assert DARK.source(1_000) in DARK.sources
