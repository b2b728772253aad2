"""How a layout folds: where there is no room for every panel side by side, those that matter less share a column."""

from collections.abc import Sequence

from console.ui.layout.values import PanelName

ATTENTION = (PanelName.STOCK, PanelName.RUNDOWN, PanelName.CHAT, PanelName.QUEUE)

BESIDE = 3

Columns = tuple[tuple[PanelName, ...], ...]


def folded(docked: Sequence[PanelName], width: int, least: int, gap: int) -> Columns:
    """The panels by column, in their order. A column is at least `least` wide, with `gap` between two; in pixels.

    What is on air keeps a column of its own the longest; the others share the place of the first of them.
    """
    most = max(1, (width + gap) // (least + gap))
    if len(docked) <= most:
        return tuple((panel,) for panel in docked)
    alone = set(sorted(docked, key=ATTENTION.index)[: most - 1])
    shared = tuple(panel for panel in docked if panel not in alone)
    return tuple(shared if panel is shared[0] else (panel,) for panel in docked if panel in alone or panel is shared[0])


def drawer_width(room: int, wanted: int, least: int, gap: int, beside: int = BESIDE) -> int:
    """How wide a drawer is beside the panels: as it wants, unless that leaves less than so many columns of them.

    It is no narrower than a column and a half, unless that leaves less than one.
    """
    column = least + gap
    return max(1, min(max(min(wanted, room - beside * column), column * 8 // 5), room - column))
