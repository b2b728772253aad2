"""The fourth migration: the number of available pieces at which a SKU is low, where a person has set one."""

FOURTH = ("ALTER TABLE stock ADD COLUMN low INTEGER CHECK (low >= 0)",)
