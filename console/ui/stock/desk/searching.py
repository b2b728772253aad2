"""Asking the file for SKUs: one question at a time, and of those that come meanwhile only the newest."""

from PySide6.QtCore import QObject, Signal

from console.ui.acts import Acts


class Searching(QObject):
    """Looks texts up off this thread. `found` carries the answer to the newest one; what was overtaken is dropped."""

    found = Signal(object)

    def __init__(self, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._wanted: str | None = None
        self._newest = 0
        self._asking = False

    def look_for(self, text: str) -> None:
        """Find this; forget what was looked for before."""
        self._newest += 1
        self._wanted = text
        if not self._asking:
            self._asking = True
            self._acts.start(self._ask(), "find SKUs")

    def forget(self) -> None:
        """Want no answer any more."""
        self._newest += 1
        self._wanted = None

    async def _ask(self) -> None:
        try:
            while (text := self._wanted) is not None:
                self._wanted, asked = None, self._newest
                found = await self._acts.bridge.find_skus(text)
                if asked == self._newest:
                    self.found.emit(found)
        finally:
            self._asking = False
