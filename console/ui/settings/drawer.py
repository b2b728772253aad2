"""The drawer of settings: each is worn at once, and kept."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from console.preferences import Preferences
from console.ui.live_preferences import LivePreferences
from console.ui.looking import SIZES
from console.ui.settings.choices import Choices
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, WordButton
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.plain_label import PlainLabel


class SettingsDrawer(DrawerPanel):
    """Shows what a person prefers. `left` asks to close the drawer, `keys_wanted` for the sheet of keys."""

    keys_wanted = Signal()

    def __init__(self, preferences: LivePreferences, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("SettingsDrawer", "Settings"), parent)
        self._preferences = preferences
        self.theme = Choices(
            self.tr("Colours"),
            (("dark", self.tr("Dark")), ("light", self.tr("Light")), ("system", self.tr("As the system"))),
        )
        self.text = Choices(self.tr("Text"), [(size, f"{QLocale().toString(round(size * 100))} %") for size in SIZES])
        self.motion = Choices(
            self.tr("Motion"),
            (("system", self.tr("As the system")), ("reduced", self.tr("Reduced")), ("full", self.tr("Full"))),
        )
        self.keys = WordButton(self.tr("All keys…"))
        self._build(look)
        self._show(preferences.value, preferences.value)

    def _show(self, _before: Preferences, now: Preferences) -> None:
        self.theme.set_value(now.theme)
        self.text.set_value(now.text)
        self.motion.set_value(now.motion)

    def _build(self, look: LiveLook) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(BREATH, 0, BREATH, STEP)
        column.setSpacing(STEP)
        self._section(column, self.tr("Colours"), self.theme, self.tr("Both are checked for contrast."))
        self._section(
            column, self.tr("Text"), self.text, self.tr("Also by keys, at any time: look for “text” among them.")
        )
        told = self.tr("Reduced: nothing flashes. What changes is told by words and shapes in any case.")
        self._section(column, self.tr("Motion"), self.motion, told)
        told = self.tr("English. Numbers, times and prices follow the system's manner already.")
        self._section(column, self.tr("Language"), None, told)
        self._section(column, self.tr("Keys"), self.keys, self.tr("Every key can be chosen anew."))
        column.addStretch(1)
        self.set_body(_scrolled(content))
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)
        self.setFocusProxy(self.theme.buttons[0])
        self._connect()

    def _connect(self) -> None:
        self.theme.chosen.connect(lambda value: self._preferences.change(theme=value))
        self.text.chosen.connect(lambda value: self._preferences.change(text=value))
        self.motion.chosen.connect(lambda value: self._preferences.change(motion=value))
        self.keys.clicked.connect(self.keys_wanted)
        self._preferences.changed.connect(self._show)

    @staticmethod
    def _section(column: QVBoxLayout, name: str, choices: QWidget | None, told: str) -> None:
        words = QLabel(told)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setProperty("tone", "muted")
        column.addWidget(PlainLabel(name, face="strong"))
        if choices is not None:
            side = Qt.AlignmentFlag.AlignLeft if isinstance(choices, WordButton) else Qt.AlignmentFlag(0)
            column.addWidget(choices, 0, side)
        column.addWidget(words)
        column.addSpacing(2 * STEP)


def _scrolled(content: QWidget) -> QScrollArea:
    """Room for all of it, however large the text is."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area
