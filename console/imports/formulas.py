"""The apostrophe that keeps a spreadsheet from computing a text: put before it by an export, taken off by an import."""

COMPUTED = ("=", "+", "-", "@", "\t", "\r")


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet computes; `bare` gives the text back, whatever it was."""
    return f"'{text}" if text.lstrip("'").startswith(COMPUTED) else text


def bare(text: str) -> str:
    """The text of a cell, without the apostrophe that keeps it from being computed."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(COMPUTED) else text
