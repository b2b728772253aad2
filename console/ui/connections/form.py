"""The form of one connection: fields that are checked as they are typed, a secret that is passed on and forgotten."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console.domain.addresses import Wrong
from console.domain.commands import RemoveConnection, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.health import Check, State
from console.domain.outcomes import Accepted
from console.domain.secret import Secret
from console.errors import CuedeskError
from console.ui.act import action_of, follow
from console.ui.acts import Acts
from console.ui.connections import acts as connection_acts
from console.ui.connections.draft import Typed, read, typed_of
from console.ui.connections.trial import Trial
from console.ui.standings import Standings
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.check_line import CheckLine, prose
from console.ui.widgets.plain_label import PlainLabel

MOST = 2_000


class ConnectionForm(QWidget):
    """Edits one connection. `left` asks to go back to the list, with the connection's name if it was saved."""

    left = Signal(str)

    def __init__(self, acts: Acts, standings: Standings, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._kind = ConnectionKind.SHOP
        self._before: Connection | None = None
        self.title = PlainLabel(face="strong")
        self.address, self.user, self.secret = (QLineEdit(maxLength=MOST) for _ in range(3))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.fault, self.hint = CheckLine(look), prose("muted")
        self.found = CheckLine(look)
        self.trial = Trial(acts, standings, self)
        self._user_rows: list[QWidget] = []
        self._names: dict[QLineEdit, PlainLabel] = {}
        self._actions = [
            action_of(connection_acts.SAVE, self.save, self, self),
            action_of(connection_acts.TRY, self.test, self, self),
            action_of(connection_acts.LEAVE, self.leave, self, self),
        ]
        self._lay_out()
        self._connect()

    @property
    def typed(self) -> Typed:
        """What the fields hold, but for the secret."""
        shop = self._kind is ConnectionKind.SHOP
        return Typed(self._kind, self.address.text(), self.user.text() if shop else "")

    def open(self, kind: ConnectionKind, connection: Connection | None = None) -> None:
        """Edit this connection, or a new one of that kind."""
        self._kind, self._before = kind, connection
        known = typed_of(connection) if connection else Typed(kind, "")
        self.address.setText(known.address)
        self.user.setText(known.user)
        self.forget()
        self._dress()
        self.fault.set_value(None)
        self.address.setFocus()

    def save(self) -> None:
        """Have the connection kept, its secret in the keyring; or say what is wrong."""
        wanted = self._read()
        if isinstance(wanted, Connection):
            self._acts.start(self._saves(wanted, self._taken()), "save a connection")

    def test(self) -> None:
        """Try what is typed: with the secret that is typed, or else with the one that is kept."""
        wanted = self._read()
        if isinstance(wanted, Connection):
            typed = self.secret.text()
            self.trial.begin(wanted, Secret(typed) if typed else None)

    def leave(self) -> None:
        """Go back and keep nothing."""
        self.forget()
        self.left.emit("")

    def forget(self) -> None:
        """Keep no secret, and try nothing."""
        self.trial.cancel()
        self.secret.clear()

    def _taken(self) -> Secret | None:
        """The secret that is typed; the field forgets it."""
        typed = self.secret.text()
        self.secret.clear()
        return Secret(typed) if typed else None

    async def _saves(self, wanted: Connection, secret: Secret | None) -> None:
        """The secret first: the connection is tried as soon as it is set."""
        before = self._before
        unkept = await self._unkept(wanted, secret)
        outcome = await self._acts.ask(SetConnection(wanted))
        if not isinstance(outcome, Accepted):
            return
        self._before = wanted
        if before and before.name != wanted.name:
            await self._acts.ask(RemoveConnection(before.name))
        if unkept is not None:
            words = self.tr("The connection is kept, its password is not. {0}").format(unkept.title)
            self.fault.set_value(Check("secret", State.ATTENTION, words, unkept.next_step))
            return
        self.trial.cancel()
        self.left.emit(wanted.name)

    async def _unkept(self, wanted: Connection, secret: Secret | None) -> CuedeskError | None:
        """Have a secret kept. Returns why it is not, if it is used for now only."""
        try:
            if secret is not None:
                await self._acts.bridge.keep_secret(wanted, secret)
        except CuedeskError as error:
            return error
        return None

    def _read(self) -> Connection | Wrong:
        """What is typed; what is wrong with it is said beside the field."""
        wanted = read(self.typed, self._acts.bridge.show, self._before)
        self._say(wanted)
        if isinstance(wanted, Wrong):
            self.address.setFocus()
        return wanted

    def _say(self, wanted: Connection | Wrong | None) -> None:
        wrong = Check("address", State.BAD, wanted.title, wanted.next_step) if isinstance(wanted, Wrong) else None
        self.fault.set_value(wrong)

    def _check(self) -> None:
        """Say while it is typed what cannot be right; an empty field is not wrong yet."""
        self.trial.cancel()
        self._say(read(self.typed, self._acts.bridge.show, self._before) if self.address.text().strip() else None)

    def _dress(self) -> None:
        """Show the fields that this kind has."""
        shop = self._kind is ConnectionKind.SHOP
        new = {True: self.tr("New shop"), False: self.tr("New chat")}[shop]
        self.title.set_value(self._before.name if self._before else new)
        for row in self._user_rows:
            row.setVisible(shop)
        self.address.setPlaceholderText("https://shop.example" if shop else "twitch:NAME")
        self.hint.setText(self._hint(shop))

    def _hint(self, shop: bool) -> str:  # noqa: FBT001 - of this class only
        if shop:
            kept = self.tr("Leave it empty to go on with the one that is kept.") if self._before else ""
            told = self.tr("It goes into this computer's keyring, never into the file.")
            return f"{told} {kept}".strip()
        return self.tr("A channel of Twitch (twitch:NAME), or any IRC server over WebSocket (irc+wss://HOST/#ROOM).")

    def _connect(self) -> None:
        for field in (self.address, self.user):
            field.textEdited.connect(self._check)
            field.returnPressed.connect(self.save)
        self.secret.textEdited.connect(self.trial.cancel)
        self.secret.returnPressed.connect(self.save)
        self.trial.told.connect(self._show_found)

    def _show_found(self, found: Check | None) -> None:
        self.found.set_value(found)
        self._test.set_value(self.tr("Give up the test") if found and found.state is State.UNKNOWN else self.tr("Test"))

    def _press_test(self) -> None:
        if self.trial.running:
            self.trial.cancel()
        else:
            self.test()

    def _lay_out(self) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(BREATH, 0, BREATH, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(self.title)
        column.addSpacing(STEP)
        self._add(column, self.tr("Address"), self.address)
        column.addWidget(self.fault)
        self._user_rows = [*self._add(column, self.tr("User (empty: an API key)"), self.user)]
        self._user_rows += self._add(column, self.tr("Password or API key"), self.secret)
        column.addWidget(self.hint)
        column.addSpacing(STEP)
        column.addWidget(self.found)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, STEP)
        whole.setSpacing(STEP)
        whole.addWidget(scrolled(fields), 1)
        whole.addLayout(self._buttons())
        self.setFocusProxy(self.address)

    def _add(self, column: QVBoxLayout, name: str, field: QLineEdit) -> tuple[QWidget, QWidget]:
        label = PlainLabel(name, tone="muted", face="caption")
        field.setAccessibleName(name)
        column.addWidget(label)
        column.addWidget(field)
        return label, field

    def _buttons(self) -> QHBoxLayout:
        save, self._test, leave = (
            WordButton(self.tr("Save"), Kind.PRIMARY),
            WordButton(self.tr("Test")),
            WordButton(self.tr("Cancel"), Kind.QUIET),
        )
        follow(save, self._actions[0])
        self._test.clicked.connect(self._press_test)
        follow(leave, self._actions[2])
        row = QHBoxLayout()
        row.setContentsMargins(BREATH, 0, BREATH, 0)
        row.setSpacing(STEP)
        for button in (save, self._test, leave):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        return row


def scrolled(fields: QWidget) -> QScrollArea:
    """Fields that scroll where there is little room; the keyboard brings what it is on into view."""
    area = QScrollArea()
    area.setWidget(fields)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for ground in (area.viewport(), fields):
        ground.setAutoFillBackground(False)
    return area
