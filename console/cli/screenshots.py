"""`cuedesk screenshots DIR`: pictures of each window and panel."""

from console.cli.parser import Options


def main(options: Options) -> int:
    """Render them and print their names."""
    from console.shots.rendering import Sight, shots  # noqa: PLC0415 - Qt, which other commands must not import
    from console.shots.states import State  # noqa: PLC0415 - as above

    sight = Sight(options.size, options.theme, options.lang, options.text)
    print(*shots(options.folder, sight, State(options.state)), sep="\n")
    return 0
