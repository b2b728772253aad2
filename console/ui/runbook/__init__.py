"""The runbook: cards for what goes wrong, each with words to say and acts of one key; using one writes it down."""
