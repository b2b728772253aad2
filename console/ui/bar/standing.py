"""Where the show stands, in the words of the bar."""

from datetime import datetime, timedelta, tzinfo

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.rundown import first_start
from console.domain.show import Mode, Show
from console.domain.timing import timing
from console.ui.words.times import SECOND, clock_text, show_clock_text, signed_text


class Standing(msgspec.Struct, frozen=True):
    """The show's clock, how late it is, and when it ends, as words. What is not known is empty."""

    clock: str = ""
    over: str = ""
    late: bool = False
    ends: str = ""
    ends_word: str = ""


def standing(show: Show, now: datetime, zone: tzinfo | None = None) -> Standing:
    """Where the show stands at `now`; times of day in `zone` (None: of this computer)."""
    if show.mode is not Mode.OFF and show.began:
        return _running(show, show.began, now, zone)
    if show.began and show.ended:
        ended = clock_text(show.ended, zone)
        return Standing(show_clock_text(show.ended - show.began), ends=ended, ends_word=_tr("ended"))
    first = first_start(show.segments)
    return Standing(ends=clock_text(first, zone), ends_word=_tr("planned")) if first else Standing()


def _running(show: Show, began: datetime, now: datetime, zone: tzinfo | None) -> Standing:
    clock = show_clock_text(now - began)
    told = timing(show, now)
    if told is None:
        return Standing(clock)
    over = told.over if told.live else timedelta(0)
    words = signed_text(over) if told.live else ""
    return Standing(clock, words, over >= SECOND, clock_text(told.ends, zone), _tr("ends"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Bar", text)
