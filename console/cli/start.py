"""`cuedesk` alone: the start page."""

from console.cli.parser import Options
from console.cli.window import open_window


def main(_: Options) -> int:
    """Open the window on the start page."""
    return open_window(None)
