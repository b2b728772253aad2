"""`cuedesk` alone: the start page."""

from console.cli.parser import Options


def main(_: Options) -> int:
    """Open the window on the start page."""
    from console.app import run_window  # noqa: PLC0415 - Qt, which no other command needs

    return run_window(None)
