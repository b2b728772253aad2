"""The thirteenth migration: the money of an order that is on its way back."""

THIRTEENTH = ("ALTER TABLE orders ADD COLUMN refunding INTEGER NOT NULL DEFAULT 0",)
