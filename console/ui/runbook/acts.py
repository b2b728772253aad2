"""What can be done in the runbook."""

from console.domain.incidents import IncidentKind
from console.ui.act import QT_TRANSLATE_NOOP, Act

SOLD_OUT = Act("runbook.sold_out", QT_TRANSLATE_NOOP("Acts", "Card: sold out early"), ("1",))
WRONG_PRICE = Act("runbook.wrong_price", QT_TRANSLATE_NOOP("Acts", "Card: wrong price on air"), ("2",))
TROLLS = Act("runbook.trolls", QT_TRANSLATE_NOOP("Acts", "Card: trolls in the chat"), ("3",))
HOST_ABSENT = Act("runbook.host_absent", QT_TRANSLATE_NOOP("Acts", "Card: the host is away"), ("4",))
NO_PICTURE = Act("runbook.no_picture", QT_TRANSLATE_NOOP("Acts", "Card: picture or sound lost"), ("5",))
OTHER = Act("runbook.other", QT_TRANSLATE_NOOP("Acts", "Card: something else"), ("6",))

FIRST = Act("runbook.do_first", QT_TRANSLATE_NOOP("Acts", "First step of the card"), ("A",))
SECOND = Act("runbook.do_second", QT_TRANSLATE_NOOP("Acts", "Second step of the card"), ("S",))
THIRD = Act("runbook.do_third", QT_TRANSLATE_NOOP("Acts", "Third step of the card"), ("D",))
WRITE = Act("runbook.write", QT_TRANSLATE_NOOP("Acts", "Write down what is seen or done"), ("N",))
END = Act("runbook.end", QT_TRANSLATE_NOOP("Acts", "The incident is over"), ("X",))

CARDS = {
    IncidentKind.SOLD_OUT: SOLD_OUT,
    IncidentKind.WRONG_PRICE: WRONG_PRICE,
    IncidentKind.TROLLS: TROLLS,
    IncidentKind.HOST_ABSENT: HOST_ABSENT,
    IncidentKind.NO_PICTURE: NO_PICTURE,
    IncidentKind.OTHER: OTHER,
}
STEPS = (FIRST, SECOND, THIRD)
ACTS = (*CARDS.values(), *STEPS, WRITE, END)
