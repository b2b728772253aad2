"""The runbook's cards in words: what went wrong, and what may be said about it."""

from PySide6.QtCore import QCoreApplication

from console.domain.incidents import IncidentKind


def _tr(text: str) -> str:
    return QCoreApplication.translate("Runbook", text)


def incident_words(kind: IncidentKind) -> str:
    """What a card is for."""
    return {
        IncidentKind.SOLD_OUT: _tr("Sold out early"),
        IncidentKind.WRONG_PRICE: _tr("Wrong price on air"),
        IncidentKind.TROLLS: _tr("Trolls in the chat"),
        IncidentKind.HOST_ABSENT: _tr("The host is away"),
        IncidentKind.NO_PICTURE: _tr("Picture or sound lost"),
        IncidentKind.OTHER: _tr("Something else"),
    }[kind]


def lines_to_say(kind: IncidentKind) -> str:
    """What the anchor may say, as a start: true whatever the numbers are."""
    return {
        IncidentKind.SOLD_OUT: _tr(
            "“That one is gone. Claim it all the same and you are on the wait-list, in order: what comes back goes to "
            "you first. Let me show you what comes next.”"
        ),
        IncidentKind.WRONG_PRICE: _tr(
            "“One moment: the price that you saw is wrong. We have stopped this item and are putting it right. Who has "
            "ordered at that price hears from us.”"
        ),
        IncidentKind.TROLLS: _tr(
            "“We are here for your questions about what we show. Ask away, I read them.” Do not repeat, name or answer "
            "the others."
        ),
        IncidentKind.HOST_ABSENT: _tr(
            "“We take a short break and are back in a few minutes. Nobody loses a place in line.”"
        ),
        IncidentKind.NO_PICTURE: _tr(
            "“We know that you cannot see or hear us, and are on it. Nobody loses a place in line.” Write it in the "
            "chat: nobody hears it."
        ),
        IncidentKind.OTHER: _tr("Write down what you see and do: it is the report after the show."),
    }[kind]
