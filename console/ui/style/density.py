"""How dense the window is, by who works with it."""

from enum import StrEnum


class Density(StrEnum):
    """Rows of 28 px; rows of 36 px with large targets; or few things, to be read from 3 m."""

    COMPACT = "compact"
    ROOMY = "roomy"
    STAGE = "stage"
