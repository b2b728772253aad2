"""The drawer of roles: one key takes one; below, what an assistant and an anchor may do."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from console.domain.actors import Role
from console.domain.commands import SetRights
from console.domain.rights import Right, Rights
from console.domain.show import Show
from console.ui.act import action_of, follow_keyed
from console.ui.acts import Acts
from console.ui.roles import acts as role_acts
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, WordButton
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.hairline import hairline
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.rights import right_words, role_word

GIVEN = (Role.ASSISTANT, Role.ANCHOR)


class RolesDrawer(DrawerPanel):
    """Takes roles and sets rights. `taken` tells that another role was taken, `left` asks to close the drawer."""

    taken = Signal(object)

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("RolesDrawer", "Roles"), parent)
        self._acts = acts
        self.buttons = {role: WordButton("") for role in role_acts.TAKEN}
        self.checks = {(role, right): QCheckBox() for right in Right for role in GIVEN}
        self._fill(look)
        self._act()
        acts.bridge.shown.connect(self._follow)
        self._follow(acts.bridge.show, ())

    def take(self, role: Role) -> None:
        """Act in that role from now on: what is done is on record under it."""
        bridge = self._acts.bridge
        if bridge.actor.role is not role:
            bridge.actor = replace(bridge.actor, role=role)
            self.taken.emit(role)
        self._follow(bridge.show, ())

    def _fill(self, look: LiveLook) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(BREATH, 0, BREATH, STEP)
        column.setSpacing(STEP)
        for button in self.buttons.values():
            button.setCheckable(True)
            column.addWidget(button)
        column.addWidget(hairline(self))
        column.addWidget(PlainLabel(self.tr("What they may do"), face="strong"))
        column.addLayout(self._matrix())
        about = QLabel(self.tr("Pinning, cues, claims and stopping a sale are everybody's. The operator may do all."))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        column.addWidget(about)
        column.addStretch(1)
        self.set_body(body)
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)
        self.setFocusProxy(self.buttons[Role.OPERATOR])

    def _matrix(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(BREATH)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(0, 1)
        for at, role in enumerate(GIVEN, start=1):
            grid.addWidget(PlainLabel(role_word(role), tone="muted", face="caption"), 0, at)
        for row, right in enumerate(Right, start=1):
            words = QLabel(right_words(right))
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            grid.addWidget(words, row, 0)
            for at, role in enumerate(GIVEN, start=1):
                check = self.checks[role, right]
                check.setAccessibleName(f"{role_word(role)}: {right_words(right)}")
                check.clicked.connect(self._set)
                grid.addWidget(check, row, at, Qt.AlignmentFlag.AlignHCenter)
        return grid

    def _act(self) -> None:
        for role, act in role_acts.TAKEN.items():
            action = action_of(act, partial(self.take, role), self, self)
            follow_keyed(self.buttons[role], action, role_word(role))

    def _follow(self, show: Show, _entries: object) -> None:
        mine = self._acts.bridge.actor.role
        self.set_caption(self.tr("I am: {0}").format(role_word(mine)))
        for role, button in self.buttons.items():
            button.setChecked(role is mine)
        for (role, right), check in self.checks.items():
            check.setChecked(right in show.rights.of(role))
            check.setEnabled(Right.SHOW in show.rights.of(mine))

    def _set(self) -> None:
        given = {role: frozenset(right for right in Right if self.checks[role, right].isChecked()) for role in GIVEN}
        self._acts.do(SetRights(Rights(given[Role.ASSISTANT], given[Role.ANCHOR])))
