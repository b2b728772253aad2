"""What can be done with cues."""

from console.domain.cues import CueKind
from console.ui.act import QT_TRANSLATE_NOOP, Act

BACK = Act("cues.take_back", QT_TRANSLATE_NOOP("Acts", "Take the chosen cue back"), ("Del",))

WRAP_UP = Act("cues.wrap_up", QT_TRANSLATE_NOOP("Acts", "Cue: wrap up"), ("1",))
STRETCH = Act("cues.stretch", QT_TRANSLATE_NOOP("Acts", "Cue: stretch"), ("2",))
SOLD_OUT = Act("cues.sold_out", QT_TRANSLATE_NOOP("Acts", "Cue: sold out"), ("3",))
PRICE_WRONG = Act("cues.price_wrong", QT_TRANSLATE_NOOP("Acts", "Cue: the price is wrong"), ("4",))
QUESTION = Act("cues.question", QT_TRANSLATE_NOOP("Acts", "Cue: a question, in words"), ("5",))
FREE = Act("cues.note_to", QT_TRANSLATE_NOOP("Acts", "Cue: a note, in words"), ("6",))

KINDS = {
    CueKind.WRAP_UP: WRAP_UP,
    CueKind.STRETCH: STRETCH,
    CueKind.SOLD_OUT: SOLD_OUT,
    CueKind.PRICE_WRONG: PRICE_WRONG,
    CueKind.QUESTION: QUESTION,
    CueKind.FREE: FREE,
}
ACTS = (*KINDS.values(), BACK)
