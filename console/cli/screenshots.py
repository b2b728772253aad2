"""`cuedesk screenshots DIR`: pictures of each window and panel."""

from console.cli.parser import Options


def main(options: Options) -> int:
    """Render them and print their names."""
    from console.shots import shots  # noqa: PLC0415 - Qt, which other commands must not import

    print(*shots(options.folder, options.size, options.theme, options.lang), sep="\n")
    return 0
