"""A strip that asks for one number of pieces: how many more are released, how many are kept for this show."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from console.domain.commands import RingFence, SetRelease
from console.overriding import override
from console.ui.stock.asking_strip import AskingStrip
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.number_field import NumberField
from console.ui.widgets.plain_label import PlainLabel


class NumberStrip(AskingStrip):
    """Asks for a number, or for all there is."""

    def __init__(self, look: LiveLook, name: str, all_words: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._build: Callable[[int | None], SetRelease | RingFence] = lambda pieces: SetRelease("", pieces)
        self.title = PlainLabel(tone="muted", face="caption")
        self.pieces = NumberField(name)
        self.done = WordButton(name, Kind.PRIMARY)
        self.every = WordButton(all_words)
        self._lay_out()
        self.done.clicked.connect(self.submit)
        self.every.clicked.connect(lambda: self.send(self._build(None)))

    def begin(self, title: str, pieces: int, build: Callable[[int | None], SetRelease | RingFence]) -> None:
        """Ask, with a number to begin with; `build` makes the command of it, or of None for all there is."""
        self._build = build
        self.title.set_value(title)
        self.pieces.setValue(pieces)
        self.open_at(self.pieces)
        self.pieces.selectAll()

    @override
    def submit(self) -> None:
        """Have it done with this number."""
        self.send(self._build(self.pieces.value()))

    def _lay_out(self) -> None:
        self.pieces.setMinimumWidth(STEP * 12)
        self.grid.addWidget(self.title, 0, 0, 1, 5)
        for at, widget in enumerate((self.pieces, self.done, self.every)):
            self.grid.addWidget(widget, 1, at)
        self.grid.setColumnStretch(3, 1)
        self.grid.addWidget(self.cancel, 1, 4)
        self.grid.addWidget(self.message, 2, 0, 1, 5)
