"""The import of a rundown: choose a file, look at its segments, put them in place of the ones planned."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.errors import CuedeskError
from console.imports.course import Course
from console.imports.lines import WrongEncoding
from console.imports.plan import Rundown
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
        self._course = Course()
        self._paths: Sequence[Path] = ()
        self._rundown: Rundown | None = None
        sentence = self.tr(
            "Choose or drop a CSV or XLSX file with a row a segment: title, start or duration, products."
        )
        self.frame = ImportFrame(look, self.tr("Import a rundown"), sentence, several=False)
        self.preview = SegmentsView(look)
        self.frame.add_content(self.preview)
        self.frame.chosen.connect(self.choose)
        self.frame.encoding.chosen.connect(self._read)
        self.frame.course.left.connect(self._give_up)
        self.frame.accepted.connect(self._accept)
        self.frame.left.connect(self._leave)
        self.setFocusProxy(self.frame.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def choose(self, paths: Sequence[Path]) -> None:
        """Read the first of these files."""
        self._paths = paths[:1]
        self.frame.encoding.set_value(None)
        self.frame.show_files([paths[0].name])
        self._read()

    def _read(self) -> None:
        self._rundown = None
        self._course = Course()
        self.frame.show_busy(self.tr("Reading {0}").format(self._paths[0].name), self._course)
        self._acts.start(self._reads(self._paths[0], self._course), "read a rundown")

    def _give_up(self) -> None:
        """Wait no more for what is being read."""
        self._course = Course()
        self.frame.show_hint()

    def _leave(self) -> None:
        """Forget what was chosen."""
        self._course = Course()
        self._paths, self._rundown = (), None
        self.frame.encoding.set_value(None)
        self.frame.show_files([self.tr("No file is chosen.")])
        self.frame.show_trouble("")
        self.frame.show_hint()
        self.left.emit()

    async def _reads(self, path: Path, course: Course) -> None:
        """Read and show, unless something else has been chosen meanwhile."""
        encoding = self.frame.encoding.value
        try:
            rundown = await self._acts.bridge.read_rundown(path, encoding)
        except WrongEncoding as error:
            if course is self._course and error.fits and encoding is None:
                self.frame.show_guess(error)
                await self._reads(path, course)
            elif course is self._course:
                self._refuse(error)
        except CuedeskError as error:
            if course is self._course:
                self._refuse(error)
        else:
            if course is self._course:
                self._show_preview(rundown)
                self.frame.tell_guess()

    def _refuse(self, error: CuedeskError) -> None:
        self.frame.show_hint()
        self.frame.show_trouble(error.title, error.next_step)

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
        outcome = await self._acts.ask(rundown.command)
        if words := words_for(outcome):
            self._show_preview(rundown)
            self.frame.show_trouble(words.title, words.next_step)
        else:
            self.frame.left.emit()
