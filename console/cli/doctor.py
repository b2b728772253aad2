"""`cuedesk doctor [FILE]`: what is configured, reachable and missing, each with a next step."""

import msgspec

from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.doctor.examine import examined
from console.domain.health import Check, State, to_do

WORDS = {State.OK: "ok", State.ATTENTION: "look", State.BAD: "BAD", State.UNKNOWN: "?"}
WIDE = 20
MORE = "A show's file, its backups, its shop and its chats are looked at as well: cuedesk doctor FILE"


def main(options: Options) -> int:
    """Print what was found; 0 if all is good, 1 if something is to be done."""
    checks = examined(options.file)
    waiting = to_do(checks)
    if options.json:
        print_json({"good": not waiting, "checks": msgspec.to_builtins(checks)})
    else:
        print_words(checks)
        print(f"{len(waiting)} to be done." if waiting else "All is good.")
        if options.file is None:
            print(MORE)
    return 1 if waiting else 0


def print_words(checks: list[Check]) -> None:
    """The findings for people, a line each and one for the next step."""
    for check in checks:
        name = f"{check.name} ({check.about})" if check.about else check.name
        print(f"{WORDS[check.state]:5} {one_line(name, 60):{WIDE}} {one_line(check.words, 300)}")
        if check.state is not State.OK:
            print(f"{'':5} {'':{WIDE}} → {one_line(check.next_step, 300)}")
