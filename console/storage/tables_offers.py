"""The seventh migration: the coupon and the gift of a segment, and until when they hold."""

SEVENTH = (
    "ALTER TABLE segments ADD COLUMN coupon TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE segments ADD COLUMN gift TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE segments ADD COLUMN offer_until INTEGER",
)
