"""The rules of the show: what counts as a claim, how long it holds, how much one buyer may have; and a line to try."""

from datetime import timedelta

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console.domain.claims.claim import MOST_PIECES
from console.domain.claims.grammar import Arming, Form, Grammar
from console.domain.claims.listening import Listening
from console.domain.claims.rules import LONGEST_HOLD, ClaimRules, WhenSoldOut
from console.domain.commands import SetClaimRules
from console.domain.show import Show
from console.domain.stock import MOST
from console.imports.claim_words import claim_words
from console.ui.act import action_of, follow
from console.ui.acts import Acts
from console.ui.claims import acts as claims_acts
from console.ui.claims.form_words import arming_words, form_words
from console.ui.claims.item_rules import ItemRules
from console.ui.claims.reading_words import reading_words
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.number_field import NumberField
from console.ui.widgets.panel import Panel
from console.ui.widgets.plain_label import PlainLabel

MINUTE = timedelta(minutes=1)
MOST_TRIED = 500


class RulesDrawer(Panel):
    """Shows the rules; they hold from when they are kept. `left` asks to close the drawer."""

    left = Signal()

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("RulesDrawer", "Rules of claims"), parent)
        self._acts = acts
        self._rules = acts.bridge.show.claims.rules
        self._queue = acts.bridge.show.queue
        self._listening = Listening(claim_words())
        self.line = QLineEdit(placeholderText=self.tr("Try a line: SOLD 12 M x2"), maxLength=MOST_TRIED)
        self.line.setAccessibleName(self.tr("A line to try"))
        self.read = _prose()
        self.by_chat = QCheckBox(self.tr("What viewers say in the chats claims by itself"))
        self.forms = {form: QCheckBox(form_words(form)) for form in Form}
        self.armed = QComboBox()
        self.armed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.armed.setAccessibleName(self.tr("When items can be claimed"))
        for arming in Arming:
            self.armed.addItem(arming_words(arming), arming)
        self.items = ItemRules()
        self.hold = NumberField(self.tr("Minutes that pieces are held"), 1, LONGEST_HOLD // MINUTE)
        self.hold_moved_up = NumberField(self.tr("Minutes for who moves up"), 0, LONGEST_HOLD // MINUTE)
        self.hold_moved_up.setSpecialValueText(self.tr("as many"))
        self.first_paid = QCheckBox(self.tr("Nothing is held: whoever pays first has the pieces"))
        self.late_waits = QCheckBox(self.tr("Who is too late waits for pieces"))
        self.otherwise = _prose()
        self.limit = NumberField(self.tr("The most pieces of one SKU for a buyer"), 0, MOST)
        self.limit.setSpecialValueText(self.tr("no limit"))
        self.partial = QCheckBox(self.tr("Give what is left if more is asked for"))
        self.orders = QCheckBox(self.tr("What a buyer has got becomes an order at the shop by itself"))
        self.most = NumberField(self.tr("Pieces of one thing above which a person looks first"), 1, MOST_PIECES)
        self.sure = NumberField(self.tr("Per cent of sureness below which a person looks first"), 0, 100)
        self.sold_out = QComboBox()
        self.sold_out.setAccessibleName(self.tr("When what is explained sells out"))
        for rule, words in self._sold_out_words().items():
            self.sold_out.addItem(words, rule)
        self.keep = WordButton(self.tr("Keep these rules"), Kind.PRIMARY)
        self._build(look)
        self._connect()
        self._show(self._rules)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def rules(self) -> ClaimRules:
        """The rules as they are typed here."""
        forms = tuple(form for form, box in self.forms.items() if box.isChecked())
        grammar: Grammar = replace(
            self._rules.grammar,
            forms=forms,
            armed=Arming(self.armed.currentData()),
            threshold=self.sure.value() / 100,
            most=self.most.value(),
        )
        hold = self._rules.hold if self.hold.value() == self._rules.hold // MINUTE else self.hold.value() * MINUTE
        typed = replace(
            self._rules,
            hold=hold,
            hold_moved_up=self._moved_up(),
            first_paid=self.first_paid.isChecked(),
            late_waits=self.late_waits.isChecked(),
            partial=self.partial.isChecked(),
            limit=self.limit.value(),
            grammar=grammar,
            by_chat=self.by_chat.isChecked(),
            sends_orders=self.orders.isChecked(),
            sold_out=WhenSoldOut(self.sold_out.currentData()),
        )
        return self.items.rules(typed)

    def _moved_up(self) -> timedelta | None:
        """How long pieces are held for who moves up, to the second where that is what was kept."""
        known, minutes = self._rules.hold_moved_up, self.hold_moved_up.value()
        if known is not None and minutes == known // MINUTE:
            return known
        return minutes * MINUTE if minutes else None

    def _build(self, look: LiveLook) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(BREATH, 0, BREATH, STEP)
        column.setSpacing(STEP)
        parts: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Try a line"), (self.line, self.read)),
            (self.tr("What counts as a claim"), (self.by_chat, self.armed, *self.forms.values())),
            (self.tr("What is different for one item"), (self.items,)),
            (self.tr("A person looks first below this many per cent"), (self.sure,)),
            (self.tr("A person looks first above this many pieces"), (self.most,)),
            (self.tr("Pieces are held for this many minutes"), (self.hold,)),
            (self.tr("For who moves up in the wait-list"), (self.hold_moved_up,)),
            (self.tr("Who pays first"), (self.first_paid, self.late_waits, self.otherwise)),
            (self.tr("Pieces of one SKU that one buyer may have"), (self.limit, self.partial)),
            (self.tr("Orders go to the first shop that is linked"), (self.orders,)),
            (self.tr("When what is explained sells out"), (self.sold_out,)),
        )
        for name, widgets in parts:
            column.addWidget(PlainLabel(name, face="strong"))
            for widget in widgets:
                column.addWidget(widget)
            column.addSpacing(STEP)
        column.addWidget(self.keep)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.set_body(area)
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)
        self.setFocusProxy(self.line)

    def _connect(self) -> None:
        follow(self.keep, action_of(claims_acts.KEEP_RULES, self._keep, self, self))
        self.line.textChanged.connect(self._try)
        for box in (*self.forms.values(), self.partial):
            box.toggled.connect(self._try)
        for signal in (self.sure.valueChanged, self.most.valueChanged, self.armed.currentIndexChanged):
            signal.connect(self._try)
        self.items.changed.connect(self._try)
        self._acts.bridge.shown.connect(self._shown)

    def _shown(self, show: Show, _entries: object) -> None:
        """Follow rules and a queue that were set elsewhere; what is typed here stays while they are as they were."""
        if show.claims.rules != self._rules or show.queue is not self._queue:
            self._show(show.claims.rules if show.claims.rules != self._rules else self.rules)
            self._rules = show.claims.rules

    def _show(self, rules: ClaimRules) -> None:
        self._rules, self._queue = rules, self._acts.bridge.show.queue
        self.items.set_value(rules, self._acts.bridge.show)
        self.armed.setCurrentIndex(self.armed.findData(rules.grammar.armed))
        self.most.setValue(rules.grammar.most)
        self.hold_moved_up.setValue((rules.hold_moved_up or timedelta()) // MINUTE)
        self.first_paid.setChecked(rules.first_paid)
        self.late_waits.setChecked(rules.late_waits)
        self.otherwise.setText(self._otherwise_words(rules))
        for form, box in self.forms.items():
            box.setChecked(form in rules.grammar.forms)
        self.sure.setValue(round(rules.grammar.threshold * 100))
        self.hold.setValue(rules.hold // MINUTE)
        self.limit.setValue(rules.limit)
        self.by_chat.setChecked(rules.by_chat)
        self.orders.setChecked(rules.sends_orders)
        self.sold_out.setCurrentIndex(self.sold_out.findData(rules.sold_out))
        self.partial.setChecked(rules.partial)
        self._try()

    def _otherwise_words(self, rules: ClaimRules) -> str:
        """For whom it is the other way round."""
        if not rules.otherwise:
            return self.tr("A key on a claim makes it the other way round for its buyer.")
        return self.tr("The other way round for: {0}").format(", ".join(rules.otherwise))

    def _keep(self) -> None:
        self._acts.do(SetClaimRules(self.rules))

    def _try(self) -> None:
        """Say how the line would be read by the rules as they are typed."""
        text = self.line.text()
        if text.strip():
            reading = self._listening.read(text, self._acts.bridge.show, self.rules.grammar)
            self.read.setText(reading_words(reading))
        else:
            self.read.setText(self.tr("What the show would do about it is told here; nothing is claimed."))

    def _sold_out_words(self) -> dict[WhenSoldOut, str]:
        return {
            WhenSoldOut.MARK: self.tr("It is marked as sold out, no more"),
            WhenSoldOut.UNPIN: self.tr("It is not explained any more"),
            WhenSoldOut.NEXT: self.tr("It is not explained any more, and the next one is proposed"),
        }


def _prose() -> QLabel:
    words = QLabel()
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    words.setProperty("tone", "muted")
    return words
