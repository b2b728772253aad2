"""What a person does to a layout: each returns the layout after it. Whatever comes in, every panel stays in it."""

from collections.abc import Mapping, Sequence

from msgspec import structs

from console.ui.layout.values import WHOLE, Frame, Layout, PanelName, Place

STEP = 40
LEAST = 60


def with_place(layout: Layout, place: Place) -> Layout:
    """The layout with another place for that panel."""
    return Layout(tuple(place if each.panel is place.panel else each for each in layout.places))


def with_shown(layout: Layout, panel: PanelName, *, shown: bool) -> Layout:
    """Show a panel, or hide it; the last one that can be seen stays."""
    if not shown and layout.shown == (panel,):
        return layout
    return with_place(layout, structs.replace(layout.place(panel), shown=shown))


def with_floating(layout: Layout, panel: PanelName, frame: Frame | None) -> Layout:
    """Give a panel a window of its own, there; or (None) put it back among the others."""
    place = layout.place(panel)
    kept = frame or place.frame
    return with_place(layout, structs.replace(place, shown=True, floating=frame is not None, frame=kept))


def with_frames(layout: Layout, frames: Mapping[PanelName, Frame]) -> Layout:
    """Note where the windows of floating panels are now."""
    for panel in layout.floating:
        if panel in frames:
            layout = with_place(layout, structs.replace(layout.place(panel), frame=frames[panel]))
    return layout


def moved(layout: Layout, panel: PanelName, by: int) -> Layout:
    """Move a panel past so many of those that are in the window; it stops at the ends."""
    docked = layout.docked
    if panel not in docked:
        return layout
    to = min(max(0, docked.index(panel) + by), len(docked) - 1)
    return put(layout, panel, to)


def put(layout: Layout, panel: PanelName, to: int) -> Layout:
    """Put a panel in the window, at this position among the others there."""
    place = structs.replace(layout.place(panel), shown=True, floating=False)
    others = [each for each in layout.places if each.panel is not panel]
    docked = [at for at, each in enumerate(others) if each.docked]
    at = docked[to] if to < len(docked) else len(others)
    return Layout((*others[:at], place, *others[at:]))


def widened(layout: Layout, panel: PanelName, by: int) -> Layout:
    """Give a panel so many thousandths more of the width; the others give way alike, down to their least."""
    docked = layout.docked
    if panel not in docked or len(docked) == 1:
        return layout
    shares = shares_of(layout, docked)
    others = WHOLE - shares[panel]
    share = min(max(LEAST, shares[panel] + by), WHOLE - LEAST * (len(docked) - 1))
    given = {each: max(1, shares[each] * (WHOLE - share) // others) for each in docked if each is not panel}
    return with_shares(layout, given | {panel: share})


def shares_of(layout: Layout, panels: Sequence[PanelName]) -> dict[PanelName, int]:
    """The shares of these panels, as thousandths of what they have together."""
    total = sum(layout.place(panel).share for panel in panels)
    return {panel: max(1, layout.place(panel).share * WHOLE // total) for panel in panels}


def with_shares(layout: Layout, shares: Mapping[PanelName, int]) -> Layout:
    """The layout with these shares of the width."""
    for panel, share in shares.items():
        bounded = min(max(1, share), WHOLE)
        layout = with_place(layout, structs.replace(layout.place(panel), share=bounded))
    return layout


def resized(layout: Layout, columns: Sequence[Sequence[PanelName]], sizes: Sequence[int]) -> Layout:
    """Take over the widths to which a person dragged the columns; panels that share one grow and shrink alike."""
    total = max(1, sum(sizes))
    before = sum(column_share(layout, column) for column in columns)
    shares: dict[PanelName, int] = {}
    for column, size in zip(columns, sizes, strict=True):
        growth = (size / total) / (column_share(layout, column) / before)
        shares |= {panel: round(layout.place(panel).share * growth) for panel in column}
    return with_shares(layout, shares)


def column_share(layout: Layout, column: Sequence[PanelName]) -> int:
    """The share of a column: that of the widest panel in it."""
    return max(layout.place(panel).share for panel in column)


def mended(layout: Layout, default: Layout) -> Layout:
    """The layout with each panel once, and one in view at least; what it does not name is where it is by default."""
    places = {place.panel: place for place in reversed(layout.places)}
    named = [place.panel for place in layout.places]
    order = sorted(places, key=named.index) + [each.panel for each in default.places if each.panel not in places]
    whole = Layout(tuple(places.get(panel) or default.place(panel) for panel in order))
    return whole if whole.shown else default


def all_docked(layout: Layout) -> Layout:
    """The layout with every panel in the window."""
    return Layout(tuple(structs.replace(each, shown=True, floating=False) for each in layout.places))
