"""The rules that a refused field breaks: each has a name, which stays, and English words for the command line."""

from enum import StrEnum


class Rule(StrEnum):
    """What a field must be. The window has words of its own for each, in the person's language."""

    SEGMENT_TITLE = "segment_title"
    SHOW_TITLE = "show_title"
    PRODUCT_TITLE = "product_title"
    CONNECTION_NAME = "connection_name"
    SHOP_NAME = "shop_name"
    CURRENCY = "currency"
    HOURS = "hours"
    CHARACTERS = "characters"
    CODE = "code"
    HAS_SKU = "has_sku"
    SKU_ONCE = "sku_once"
    SKU_ELSEWHERE = "sku_elsewhere"
    PRICE = "price"
    AMOUNT_IN = "amount_in"
    AMOUNT_UP_TO = "amount_up_to"
    PIECES = "pieces"
    PIECES_UP_TO = "pieces_up_to"
    PIECES_STAY = "pieces_stay"
    PIECES_POSITIVE = "pieces_positive"
    NO_CHANGE = "no_change"
    RESERVED = "reserved"
    SAY_WHY = "say_why"
    BUYER = "buyer"
    SHARE = "share"
    TAKEABLE = "takeable"
    TIMED = "timed"
    ANCHORED = "anchored"
    COLOUR = "colour"
    GROUP = "group"
    LOOP = "loop"
    LOOP_EVERY = "loop_every"
    LOOPED = "looped"
    KIND = "kind"
    MIX = "mix"
    STILL_PROPOSED = "still_proposed"
    CUE_WORDS = "cue_words"
    CUES_OPEN = "cues_open"
    SAY_WHAT = "say_what"
    NOTES = "notes"
    UNDONE = "undone"


ENGLISH = {
    Rule.SAY_WHAT: "say what was done or seen",
    Rule.NOTES: "at most {0} notes of one incident",
    Rule.CUE_WORDS: "this cue says something in words",
    Rule.CUES_OPEN: "the anchor has {0} cues to take note of: wait, or take one back",
    Rule.SEGMENT_TITLE: "a segment has a title",
    Rule.SHOW_TITLE: "a show has a title",
    Rule.PRODUCT_TITLE: "a product has a title",
    Rule.CONNECTION_NAME: "a connection has a name without a slash",
    Rule.SHOP_NAME: "“{0}” is another shop's name: its orders are kept under it",
    Rule.CURRENCY: "“{0}” is not a currency such as USD",
    Rule.HOURS: "between 0 and {0} hours",
    Rule.CHARACTERS: "at most {0} characters",
    Rule.CODE: "1 to {0} characters without spaces",
    Rule.HAS_SKU: "a product has at least one SKU",
    Rule.SKU_ONCE: "each SKU once",
    Rule.SKU_ELSEWHERE: "{0} belongs to {1}",
    Rule.PRICE: "an amount of money, not below zero",
    Rule.AMOUNT_IN: "an amount in {0}",
    Rule.AMOUNT_UP_TO: "more than 0 and at most {0}",
    Rule.PIECES: "between 0 and {0} pieces",
    Rule.PIECES_UP_TO: "at most {0} pieces",
    Rule.PIECES_STAY: "0 pieces or more stay sold",
    Rule.PIECES_POSITIVE: "a positive number of pieces",
    Rule.NO_CHANGE: "a change of 0 pieces is none",
    Rule.RESERVED: "only {0} reserved",
    Rule.SAY_WHY: "say why",
    Rule.BUYER: "an identity such as twitch/123",
    Rule.SHARE: "between 0 and 1",
    Rule.TAKEABLE: "a segment or an ad-lib: groups and milestones are not taken",
    Rule.TIMED: "a segment of the order",
    Rule.ANCHORED: "a plan with a start on the clock",
    Rule.COLOUR: "a colour such as #c4232b, or none",
    Rule.GROUP: "a group of this rundown; groups hold no groups",
    Rule.LOOP_EVERY: "half a minute to an hour",
    Rule.LOOPED: "at most {0} items",
    Rule.LOOP: "a segment of this rundown",
    Rule.KIND: "a segment stays one; a group or a milestone cannot become another kind of row",
    Rule.MIX: "each role once, the most not below the least",
    Rule.UNDONE: "what was undone here is not sent again",
    Rule.STILL_PROPOSED: "only what is still proposed",
}
