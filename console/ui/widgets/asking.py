"""Asking for a file, by the system's own dialog and without waiting for it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".cuedesk"


def ask_file(
    parent: QWidget, title: str, folder: Path, chosen: Callable[[Path], object], filters: Sequence[str] = ()
) -> None:
    """Let the person choose a file that is there; `chosen` gets it."""
    dialog = opened(parent, title, folder, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(filters))
    dialog.open()


def ask_place(parent: QWidget, title: str, suggested: Path, chosen: Callable[[Path], object]) -> None:
    """Let the person choose where a file goes; one that is there is refused by whoever would write it."""
    dialog = opened(parent, title, suggested, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(SUFFIX)
    dialog.open()


def opened(parent: QWidget, title: str, at: Path, chosen: Callable[[Path], object]) -> QFileDialog:
    """A dialog that goes when it is done."""
    dialog = QFileDialog(parent, title, str(at))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    return dialog
