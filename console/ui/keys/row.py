"""A row of the sheet: an act with its keys, where others can be chosen for it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.act import Act, words_of
from console.ui.keymap import Keymap
from console.ui.keys.choice import Choice
from console.ui.keys.pressed import Reserved, key_words, press_words, pressed, reserved
from console.ui.style.grid import RADIUS, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.key_hint import KeyHint
from console.ui.widgets.plain_label import PlainLabel

MOST_KEYS = 2
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2}


class KeyRow(QWidget):
    """Shows one act and its keys. Enter, or a click, waits for another key; `moved` asks for the next row (±1).

    `grown` tells that it says more than before.
    """

    moved = Signal(int)
    grown = Signal()

    def __init__(self, look: LiveLook, keymap: Keymap, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keymap = keymap
        self.act = act
        self._choice: Choice | None = None
        self._searched = ""
        self._keys = QHBoxLayout()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keymap.changed.connect(self.show_keys)
        self.show_keys()

    @property
    def choosing(self) -> bool:
        """Whether it waits for a key, or for an answer about one."""
        return self._choice is not None

    def holds(self, words: Sequence[str]) -> bool:
        """Whether each of the words stands in the act or its keys."""
        return all(word in self._searched for word in words)

    def show_keys(self) -> None:
        """Show the keys of now."""
        keys = self._keymap.keys(self.act)
        words = words_of(self.act)
        presses = map(press_words, self._keymap.presses(self.act))
        said = ", ".join(filter(None, (key_words(keys), *presses)))
        self._searched = f"{words} {said}".casefold()
        told = said or self.tr("no key")
        self.setAccessibleName(f"{words}: {told}")
        own = "" if self._keymap.own(self.act) else self.tr("Its own: {0}").format(key_words(self.act.keys) or "–")
        self.setAccessibleDescription(own or ("" if self.act.fixed else self.tr("Enter chooses another key")))
        self.setToolTip(own)
        while (item := self._keys.takeAt(0)) is not None:
            if hint := item.widget():
                hint.hide()
                hint.deleteLater()
        for key in keys[:MOST_KEYS]:
            self._keys.addWidget(KeyHint(self._look, QKeySequence(key)))
        for press in self._keymap.presses(self.act)[:MOST_KEYS]:
            self._keys.addWidget(PlainLabel(press_words(press), tone="muted", face="caption"))
        if not self._keys.count():
            self._keys.addWidget(PlainLabel("–", tone="muted"))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(STEP // 2)
        line.addWidget(PlainLabel(words_of(self.act)), 1)
        line.addLayout(self._keys)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(STEP // 2, 3, STEP // 2, 3)
        self._column.setSpacing(STEP // 2)
        self._column.addLayout(line)

    def begin(self) -> None:
        """Wait for a key."""
        if self.act.fixed or self._choice:
            return
        self._choice = Choice(self._look, self)
        self._choice.none.connect(lambda: self._take(""))
        self._choice.own.connect(self._reset)
        self._choice.left.connect(self.leave)
        self._choice.taken.connect(self._take)
        self._choice.ask(self.tr("Press the key, or the pedal, for this."), own=key_words(self.act.keys))
        self._column.addWidget(self._choice)
        self._choice.show()
        self.setFocus()
        self.grown.emit()

    def leave(self) -> None:
        """Wait for nothing."""
        if self._choice:
            self._column.removeWidget(self._choice)
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
            self.setFocus()

    def learn(self, press: str) -> None:
        """Have a press of a pedal, gamepad or MIDI do the act, beside its keys."""
        self.leave()
        self._keymap.teach(self.act, press)

    def _take(self, key: str) -> None:
        self.leave()
        if not key:
            self._keymap.forget_presses(self.act)
        self._keymap.bind(self.act, key)

    def _reset(self) -> None:
        self.leave()
        self._keymap.reset(self.act)

    def _try(self, event: QKeyEvent) -> None:
        """Take a key that nothing else has, or ask; say why another one cannot be had."""
        match found := pressed(event):
            case None:
                return
            case Reserved(why=why):
                self._say(why)
            case _:
                if no := reserved(self.act, found.key):
                    self._say(no.why)
                elif others := self._keymap.holders(self.act, found.key):
                    names = ", ".join(f"“{words_of(each)}”" for each in others)
                    told = self.tr("{0} does {1} now.").format(key_words((found.key,)), names)
                    self._offer(told, found.key)
                else:
                    self._take(found.key)

    def _say(self, words: str) -> None:
        if self._choice:
            self._choice.say(words)
            self.grown.emit()

    def _offer(self, words: str, key: str) -> None:
        if self._choice:
            self._choice.offer(words, key)
            self.grown.emit()

    def event(self, event: QEvent) -> bool:
        """While a key is waited for, no other key does anything, not even Tab."""
        if self._choice and self._choice.waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._key(event)
                return True
        return super().event(event)

    def _key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif not event.isAutoRepeat():
            self._try(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, the arrows go to the neighbours, Esc answers no."""
        if self._choice and event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _OPENS:
            self.begin()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.begin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the ring of the keyboard, and a quiet ground while a key is waited for."""
        if not (self.hasFocus() or self._choice):
            return
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.accent), RING) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.raised if self._choice else palette.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
