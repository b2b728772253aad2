"""The form of a segment: fields, and two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from console.ui.rundown.field import Field
from console.ui.rundown.typed import Typed
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.plain_label import PlainLabel

_NAMES = ("title", "planned", "start", "owner", "products", "coupon", "gift", "until", "notes", "script")


class EditorForm(QWidget):
    """Shows texts to be changed, and what is wrong with each."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heading = PlainLabel(face="strong")
        self._save_button = WordButton(self.tr("Save"), Kind.PRIMARY)
        self._cancel_button = WordButton(self.tr("Cancel"))
        self._fields = {
            "title": Field(self.tr("Title"), QLineEdit(maxLength=300)),
            "planned": Field(self.tr("Planned mm:ss"), QLineEdit(maxLength=12)),
            "start": Field(self.tr("Starts hh:mm"), QLineEdit(maxLength=5, placeholderText=self.tr("follows"))),
            "owner": Field(self.tr("Owner"), QLineEdit(maxLength=100)),
            "products": Field(
                self.tr("Products by code or SKU"), QLineEdit(placeholderText=self.tr("12; SHIRT-WHITE-M"))
            ),
            "coupon": Field(self.tr("Coupon"), QLineEdit(maxLength=200)),
            "gift": Field(self.tr("Gift"), QLineEdit(maxLength=200)),
            "until": Field(self.tr("Offer until hh:mm"), QLineEdit(maxLength=5, placeholderText=self.tr("no end"))),
            "notes": Field(self.tr("Notes"), self._area(lines=3)),
            "script": Field(self.tr("Script"), self._area(lines=8)),
        }
        self._lay_out()

    def _area(self, lines: int) -> QPlainTextEdit:
        area = QPlainTextEdit(tabChangesFocus=True)
        area.setStyleSheet(f"QPlainTextEdit {{ min-height: {self._look.scale.pixels(20) * lines}px; }}")
        area.setFont(self._look.scale.font(Size.TEXT))
        return area

    def _lay_out(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(BREATH - 2, 0, BREATH - 2, STEP)
        column.setSpacing(STEP)
        column.addWidget(self._fields["title"])
        column.addLayout(self._beside("planned", "start", "owner"))
        column.addWidget(self._fields["products"])
        column.addLayout(self._beside("coupon", "gift", "until"))
        column.addWidget(self._fields["notes"], 1)
        column.addWidget(self._fields["script"], 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(STEP)
        outer.addLayout(self._head())
        outer.addWidget(self._scrolled(form), 1)

    def _beside(self, *names: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        for name in names:
            row.addWidget(self._fields[name], 1, Qt.AlignmentFlag.AlignTop)
        return row

    @staticmethod
    def _scrolled(form: QWidget) -> QScrollArea:
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(form)
        scroll.viewport().setAutoFillBackground(False)
        form.setAutoFillBackground(False)
        return scroll

    def _head(self) -> QHBoxLayout:
        save, cancel = self._save_button, self._cancel_button
        row = QHBoxLayout()
        row.setContentsMargins(BREATH - 2, 0, BREATH - 2, 0)
        row.setSpacing(STEP)
        row.addWidget(self._heading, 1)
        row.addWidget(cancel)
        row.addWidget(save)
        return row

    @property
    def value(self) -> Typed:
        """The texts as they stand."""
        return Typed(**{name: self._fields[name].value for name in _NAMES})

    def _begin(self, heading: str, typed: Typed) -> None:
        self._heading.set_value(heading)
        for name in _NAMES:
            self._fields[name].set_value(getattr(typed, name))
        self.set_wrong({})
        self._fields["title"].focus()

    def set_wrong(self, wrong: dict[str, str]) -> None:
        """Say what is wrong beside the fields, and bring the keyboard to the first of them."""
        for name, field in self._fields.items():
            field.set_wrong(wrong.get(name, ""))
        first = next((self._fields[name] for name in _NAMES if name in wrong), None)
        if first:
            first.focus()
