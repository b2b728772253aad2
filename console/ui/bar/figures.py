"""The figures of the bar: where the show stands, what it sold, how fast the chat goes."""

from PySide6.QtCore import QCoreApplication, QLocale

from console.ui.bar.figure import Figure, FigureValue
from console.ui.bar.standing import Standing
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size


def _tr(text: str) -> str:
    return QCoreApplication.translate("Bar", text)


class Figures:
    """Six figures, each told by one of three calls. Those of `spare` may be left out, the last one first."""

    def __init__(self, look: LiveLook) -> None:
        self.clock = Figure(look, Size.HEADING)
        self.over, self.ends, self.orders, self.units, self.pace = (Figure(look) for _ in range(5))

    @property
    def firm(self) -> tuple[Figure, ...]:
        """Where the show stands."""
        return (self.clock, self.over, self.ends)

    @property
    def spare(self) -> tuple[Figure, ...]:
        """What was sold, and the chat."""
        return (self.orders, self.units, self.pace)

    def stand(self, told: Standing) -> None:
        """Show where the show stands."""
        self.clock.set_value(FigureValue(told.clock))
        self.over.set_value(FigureValue(told.over, _tr("over") if told.late else "", late=told.late))
        self.ends.set_value(FigureValue(told.ends, told.ends_word))

    def sell(self, orders: int | None, units: int | None) -> None:
        """Show what was sold; None shows nothing."""
        self.orders.set_value(FigureValue(_number(orders), after=_tr("orders")))
        self.units.set_value(FigureValue(_number(units), after=_tr("sold")))

    def run(self, pace: float | None) -> None:
        """Show the lines a second of the chat; None shows nothing."""
        figure = "" if pace is None else QLocale().toString(pace, "f", 1)
        self.pace.set_value(FigureValue(figure, after=_tr("lines/s")))


def _number(number: int | None) -> str:
    return "" if number is None else QLocale().toString(number)
