"""What the large button does: a show that is not in order is looked at first, and goes live when that is meant."""

from console.domain.commands import EndShow, GoLive
from console.domain.show import Mode, Purpose
from console.ui.acts import Acts
from console.ui.drawers import Drawers
from console.ui.standings import Standings


class GoingLive:
    """Nothing is forbidden: with the list in view, the same button goes live, and what is ignored is on record."""

    def __init__(self, acts: Acts, standings: Standings, drawers: Drawers) -> None:
        self._acts = acts
        self._standings = standings
        self._drawers = drawers

    def meant(self) -> None:
        """Begin the show, end it, or show what is not in order."""
        show = self._acts.bridge.show
        if show.mode is not Mode.OFF:
            self._acts.do(EndShow())
        elif show.purpose is Purpose.REHEARSAL:
            self._acts.do(GoLive())
        else:
            self._begin()

    def _begin(self) -> None:
        from console.ui.preflight.checks import not_in_order  # noqa: PLC0415 - the first paint does not wait for it

        ignored = not_in_order(self._acts.bridge.show, self._standings)
        if ignored and not self._drawers.preflight_shown:
            self._drawers.open_preflight()
            return
        self._acts.do(GoLive(ignored))
        if self._drawers.preflight_shown:
            self._drawers.frame.close_page()
