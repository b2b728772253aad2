"""The rules of fields, in the person's language."""

from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.outcomes import Invalid
from console.domain.rules import Rule


def rule_words(invalid: Invalid) -> str:
    """The rule that a field breaks."""
    values = (QLocale().toString(value) if isinstance(value, int) else value for value in invalid.values)
    return _words()[invalid.rule].format(*values)


def _words() -> dict[Rule, str]:
    return {
        Rule.SEGMENT_TITLE: _tr("a segment has a title"),
        Rule.SHOW_TITLE: _tr("a show has a title"),
        Rule.PRODUCT_TITLE: _tr("a product has a title"),
        Rule.CONNECTION_NAME: _tr("a connection has a name without a slash"),
        Rule.SHOP_NAME: _tr("“{0}” is another shop's name: its orders are kept under it"),
        Rule.CURRENCY: _tr("“{0}” is not a currency such as USD"),
        Rule.HOURS: _tr("between 0 and {0} hours"),
        Rule.CHARACTERS: _tr("at most {0} characters"),
        Rule.CODE: _tr("1 to {0} characters without spaces"),
        Rule.HAS_SKU: _tr("a product has at least one SKU"),
        Rule.SKU_ONCE: _tr("each SKU once"),
        Rule.SKU_ELSEWHERE: _tr("{0} belongs to {1}"),
        Rule.PRICE: _tr("an amount of money, not below zero"),
        Rule.AMOUNT_IN: _tr("an amount in {0}"),
        Rule.AMOUNT_UP_TO: _tr("more than 0 and at most {0}"),
        Rule.PIECES: _tr("between 0 and {0} pieces"),
        Rule.PIECES_UP_TO: _tr("at most {0} pieces"),
        Rule.PIECES_STAY: _tr("0 pieces or more stay sold"),
        Rule.PIECES_POSITIVE: _tr("a positive number of pieces"),
        Rule.NO_CHANGE: _tr("a change of 0 pieces is none"),
        Rule.RESERVED: _tr("only {0} reserved"),
        Rule.SAY_WHY: _tr("say why"),
        Rule.BUYER: _tr("an identity such as twitch/123"),
        Rule.SHARE: _tr("between 0 and 1"),
        Rule.TAKEABLE: _tr("a segment or an ad-lib: groups and milestones are not taken"),
        Rule.TIMED: _tr("a segment of the order"),
        Rule.ANCHORED: _tr("a plan with a start on the clock"),
        Rule.COLOUR: _tr("a colour such as #c4232b, or none"),
        Rule.GROUP: _tr("a group of this rundown; groups hold no groups"),
        Rule.LOOP_EVERY: _tr("half a minute to an hour"),
        Rule.LOOPED: _tr("at most {0} items"),
        Rule.LOOP: _tr("a segment of this rundown"),
        Rule.KIND: _tr("a segment stays one; a group or a milestone cannot become another kind of row"),
        Rule.MIX: _tr("each role once, the most not below the least"),
        Rule.UNDONE: _tr("what was undone here is not sent again"),
        Rule.STILL_PROPOSED: _tr("only what is still proposed"),
        Rule.SAY_WHAT: _tr("say what was done or seen"),
        Rule.NOTES: _tr("at most {0} notes of one incident"),
        Rule.CUE_WORDS: _tr("this cue says something in words"),
        Rule.CUES_OPEN: _tr("the anchor has {0} cues to take note of: wait, or take one back"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rules", text)
