"""A command of somebody: decided if the role has the right to it."""

from datetime import datetime

from console.domain.actors import Role
from console.domain.commands import Command
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.decide.rights import lacking
from console.domain.outcomes import NotAllowed
from console.domain.show import Show


def decide_for(show: Show, command: Command, role: Role, now: datetime) -> Decision:
    """The outcome of a command that a role asks for."""
    if right := lacking(show.rights, role, command):
        return Decision(NotAllowed(role, right))
    return decide(show, command, now)
