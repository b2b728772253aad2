"""Errors in the log, without what strangers said."""

from traceback import extract_tb


def where(error: BaseException) -> str:
    """The kind of an error and the line it came from; never its message, which may quote a viewer."""
    frames = extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return type(error).__name__ + place
