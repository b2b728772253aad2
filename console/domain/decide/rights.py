"""Which command wants which right, and setting what roles may do."""

from console.domain import commands as c
from console.domain.actors import Role
from console.domain.changes import RightsSet
from console.domain.decide.decision import Decision
from console.domain.outcomes import Done
from console.domain.rights import Right, Rights
from console.domain.show import Show

WANTED: dict[Right, tuple[type, ...]] = {
    Right.STOCK: (
        *(c.AdjustStock, c.CountStock, c.UndoMove, c.HoldStock, c.ReleaseStock, c.SetLimits),
        *(c.SetRelease, c.RingFence),
    ),
    Right.PRICE: (c.SaveProduct, c.ImportCatalogue),
    Right.RUNDOWN: (
        *(c.SaveSegment, c.RemoveSegment, c.RestoreSegment, c.MoveSegment, c.SkipSegment, c.ImportRundown),
        *(
            c.AddSegments,
            c.MoveSegments,
            c.RestoreRundown,
            c.TakeEdits,
            c.SetDelay,
            c.ApplyDelay,
            c.ApproveScript,
            c.SetRundownRules,
        ),
    ),
    Right.TAKE: (c.Take, c.Back, c.SetNext, c.PauseSegment, c.ResumeSegment, c.AddTime, c.AnswerProposal),
    Right.SHOW: (
        *(c.NewShow, c.GoLive, c.EndShow, c.SetConnection, c.RemoveConnection, c.SetClaimRules, c.SetRights),
        *(c.CancelOrder, c.RefundOrder, c.ResumeSending),
    ),
}
BY_COMMAND = {kind: right for right, kinds in WANTED.items() for kind in kinds}


def lacking(rights: Rights, role: Role, command: c.Command) -> Right | None:
    """The first right that a role lacks for a command; None if it may."""
    if isinstance(command, c.Together):
        missing = (lacking(rights, role, each) for each in command.commands)
        return next((each for each in missing if each is not None), None)
    right = BY_COMMAND.get(type(command))
    return right if right is not None and right not in rights.of(role) else None


def set_rights(show: Show, rights: Rights) -> Decision:
    """What an assistant and an anchor may do from now on."""
    return Decision(Done(), () if rights == show.rights else (RightsSet(rights),))
