"""The import of a rundown: choose a file, look at its segments, put them in place of the ones planned."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.commands import ImportRundown
from console.errors import CuedeskError
from console.imports.findings import ImportRefused
from console.imports.rundown import Rundown
from console.ui.acts import Acts
from console.ui.imports.frame import ImportFrame
from console.ui.imports.segments_view import SegmentsView
from console.ui.style.look import LiveLook
from console.ui.words.outcomes import words_for


class RundownPage(QWidget):
    """Shows the import of a rundown. `left` asks to close the page, also once it is taken in."""

    left = Signal()

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._reading = 0
        self._rundown: Rundown | None = None
        sentence = self.tr("Choose or drop a CSV file with a row for each segment: title, start or duration, products.")
        self.frame = ImportFrame(look, self.tr("Import a rundown"), sentence, several=False)
        self.preview = SegmentsView(look)
        self.frame.add_content(self.preview)
        self.frame.chosen.connect(self.choose)
        self.frame.accepted.connect(self._accept)
        self.frame.left.connect(self._leave)
        self.setFocusProxy(self.frame.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def actions_list(self) -> list[QAction]:
        """What can be done here by keys."""
        return self.frame.actions_list()

    def choose(self, paths: Sequence[Path]) -> None:
        """Read the first of these files."""
        self._reading += 1
        self._rundown = None
        self.frame.show_files([paths[0].name])
        self.frame.show_busy(self.tr("Reading {0}").format(paths[0].name))
        self._acts.start(self._reads(paths[0], self._reading), "read a rundown")

    def _leave(self) -> None:
        """Forget what was chosen."""
        self._reading += 1
        self._rundown = None
        self.frame.show_files([self.tr("No file is chosen.")])
        self.frame.show_trouble("")
        self.frame.show_hint()
        self.left.emit()

    async def _reads(self, path: Path, reading: int) -> None:
        """Read and show, unless something else has been chosen meanwhile."""
        try:
            rundown = await self._acts.bridge.read_rundown(path)
        except (CuedeskError, ImportRefused) as error:
            if reading == self._reading:
                self.frame.show_hint()
                self.frame.show_trouble(error.title, error.next_step)
        else:
            if reading == self._reading:
                self._show_preview(rundown)

    def _show_preview(self, rundown: Rundown) -> None:
        self._rundown = rundown
        self.preview.set_value(rundown, len(self._acts.bridge.show.segments))
        count = len(rundown.segments)
        words = self.tr("Import one segment") if count == 1 else self.tr("Import %n segments", "", count)
        self.frame.show_content(self.preview, words, enabled=bool(count))

    def _accept(self) -> None:
        if self._rundown is not None:
            self._acts.start(self._take_in(self._rundown), "import a rundown")

    async def _take_in(self, rundown: Rundown) -> None:
        """Import what was shown, once, and leave."""
        self._rundown = None
        self.frame.main.setEnabled(False)
        outcome = await self._acts.ask(ImportRundown(rundown.name, rundown.digest, rundown.segments))
        if words := words_for(outcome):
            self._show_preview(rundown)
            self.frame.show_trouble(words.title, words.next_step)
        else:
            self.frame.left.emit()
