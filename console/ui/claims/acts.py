"""What can be done about claims."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

FIND = Act("claims.find", QT_TRANSLATE_NOOP("Acts", "Find a claim"), ("/",))
ACCEPT = Act("claims.accept", QT_TRANSLATE_NOOP("Acts", "Accept the claim"), ("A",))
CHANGE = Act("claims.change_items", QT_TRANSLATE_NOOP("Acts", "Accept it with other items"), ("E",))
REJECT = Act("claims.reject", QT_TRANSLATE_NOOP("Acts", "Reject the claim"), ("R",))
EXTEND = Act("claims.extend_hold", QT_TRANSLATE_NOOP("Acts", "Hold it longer"), ("H",))
RELEASE = Act("claims.release", QT_TRANSLATE_NOOP("Acts", "Release the claim"), ("L",))
PAID = Act("claims.mark_paid", QT_TRANSLATE_NOOP("Acts", "Mark it as paid"), ("P",))
RECEIPT = Act("claims.copy_receipt", QT_TRANSLATE_NOOP("Acts", "Copy the receipt"), ("C",))
RESTRICT = Act("claims.restrict_buyer", QT_TRANSLATE_NOOP("Acts", "Restrict the buyer, or no longer"), ("B",))
ORDER = Act("claims.copy_order", QT_TRANSLATE_NOOP("Acts", "Copy the order's link or code"), ("O",))
SEND = Act("claims.send_order", QT_TRANSLATE_NOOP("Acts", "Send the buyer's order to the shop"), ("S",))
CLAIM = Act("claim_by_hand.claim", QT_TRANSLATE_NOOP("Acts", "Claim it"), ("Ctrl+S",))
KEEP_RULES = Act("claim_rules.keep", QT_TRANSLATE_NOOP("Acts", "Keep the rules of claims"), ("Ctrl+S",))

OF_BUYER = Act("claims.show_buyer", QT_TRANSLATE_NOOP("Acts", "Show the claims of this buyer alone"), ("U",))
EXPORT = Act("claims.export", QT_TRANSLATE_NOOP("Acts", "Export the claims that are shown"), ("X",))

OTHERWISE = Act("claims.turn_paying", QT_TRANSLATE_NOOP("Acts", "Have the buyer pay the other way"), ("T",))
JOIN = Act("claims.join_buyers", QT_TRANSLATE_NOOP("Acts", "Join the buyer with that of another claim"), ("J",))
PART = Act("claims.part_buyer", QT_TRANSLATE_NOOP("Acts", "Part this identity from the buyer"), ("Shift+J",))

ACTS = (
    FIND,
    ACCEPT,
    CHANGE,
    REJECT,
    EXTEND,
    RELEASE,
    PAID,
    RECEIPT,
    ORDER,
    SEND,
    RESTRICT,
    OTHERWISE,
    JOIN,
    PART,
    OF_BUYER,
    EXPORT,
)
RULES = (KEEP_RULES,)
BY_HAND = (CLAIM,)
