"""What can be typed after `cuedesk`."""

import argparse
import importlib
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from console.cli.values import chat, currency, encoding, minutes, path, report, shop, size, speed, text_factor
from console.errors import CuedeskError

Options = argparse.Namespace
SAMPLE = object()
"""What `--surprises` stands for where it names no file."""

STATES = ("empty", "normal", "overloaded", "degraded")


class OneLine(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Say it, and leave with 2."""
        self.exit(2, f"{self.prog}: {message.rstrip('.')}. Try {self.prog} --help\n")


def parse(arguments: Sequence[str]) -> Options:
    """The options, with `run`: the function that carries them out. Leaves with 2 for a wrong use."""
    parser = OneLine(prog="cuedesk", description="The console on a live-commerce studio's PC.")
    parser.set_defaults(run=command("start"))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog="cuedesk")
    for name in named(arguments):
        about, add = COMMANDS[name]
        add(commands.add_parser(name, help=about))
    return parser.parse_args(arguments)


def named(arguments: Sequence[str]) -> Iterable[str]:
    """The command that is asked for, or all of them: a window need not wait for the options of the others."""
    return arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS


def command(name: str) -> Callable[[Options], int]:
    """The `main` of a command's module, imported when it is run. It raises CuedeskError for what the system refuses."""

    def run(options: Options) -> int:
        try:
            code: int = importlib.import_module(f"console.cli.{name}").main(options)
        except BrokenPipeError:
            raise
        except OSError as error:
            what = error.filename or "The system"
            raise CuedeskError(f"{what}: {error.strerror or error}.", "Check the place and who may use it.") from error
        return code

    return run


def add_show(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    """Add --show FILE."""
    parser.add_argument("--show", type=path, metavar="FILE", required=needed, help="the studio's file")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def add_pace(parser: argparse.ArgumentParser) -> None:
    """Add what rehearsals and shows share."""
    parser.add_argument("--headless", action="store_true", help="without a window")
    parser.add_argument("--minutes", type=minutes, metavar="N", help="end after so many minutes of the show")
    parser.add_argument("--report", type=report, metavar="FILE.json", help="write what it came to")


def add_rehearse(parser: argparse.ArgumentParser) -> None:
    """`cuedesk rehearse`."""
    add_show(parser, needed=False)
    parser.add_argument("--from", dest="source", type=path, metavar="FILE", help="rehearse a copy of this show")
    parser.add_argument("--speed", type=speed, default=1.0, metavar="X", help="so many times as fast")
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="another number, other viewers")
    surprises = "what goes wrong: the sample's surprises, or those of a file"
    parser.add_argument("--surprises", type=path, nargs="?", const=SAMPLE, metavar="FILE.json", help=surprises)
    parser.add_argument("--by-itself", action="store_true", help="segments are taken and surprises answered by itself")
    add_pace(parser)
    parser.set_defaults(run=command("rehearse"))


def add_run(parser: argparse.ArgumentParser) -> None:
    """`cuedesk run`."""
    add_show(parser, needed=True)
    parser.add_argument("--chat", type=chat, action="append", default=[], metavar="ADDRESS", help="twitch:NAME, …")
    parser.add_argument("--shop", type=shop, metavar="ADDRESS", help="vendure+https://user@shop.example")
    parser.add_argument("--currency", type=currency, metavar="USD", help="begin a new file in it")
    add_pace(parser)
    parser.set_defaults(run=command("live"))


def add_import(parser: argparse.ArgumentParser) -> None:
    """`cuedesk import products`, `cuedesk import rundown` and `cuedesk import stock`."""
    kinds = parser.add_subparsers(title="kinds", metavar="KIND", required=True)
    products = kinds.add_parser("products", help="products as Shopify, WooCommerce or Cuedesk export them")
    products.add_argument("files", type=path, nargs="+", metavar="FILE")
    products.add_argument("--currency", type=currency, required=True, metavar="USD", help="what the prices are in")
    products.set_defaults(run=command("import_products"))
    rundown = kinds.add_parser("rundown", help="a rundown as CSV or XLSX")
    rundown.add_argument("files", type=path, nargs=1, metavar="FILE")
    rundown.set_defaults(run=command("import_rundown"))
    stock = kinds.add_parser("stock", help="a stock sheet as CSV or XLSX: SKU and what was counted")
    stock.add_argument("files", type=path, nargs=1, metavar="FILE")
    stock.add_argument("--preview", action="store_true", help="say what would change, and change nothing")
    stock.set_defaults(run=command("import_stock"))
    for kind in (products, rundown, stock):
        kind.add_argument("--encoding", type=encoding, metavar="NAME", help="of a text that is not UTF-8: gb18030, …")
        add_show(kind, needed=True)
        add_json(kind)


ONLY = "those with these words, or of sku:, buyer:, source: or state: what stands behind it"


def add_export(parser: argparse.ArgumentParser) -> None:
    """`cuedesk export`."""
    from console.exports.kinds import Export  # noqa: PLC0415 - a window need not wait for it

    parser.add_argument("kind", choices=[each.value for each in Export], metavar="KIND", help=", ".join(Export))
    parser.add_argument("file", type=path, metavar="FILE", help="the new file, ending in .csv or .xlsx")
    parser.add_argument("--only", default="", metavar="TEXT", help=f"of claims, {ONLY}")
    parser.add_argument("--replace", action="store_true", help="take the place of a file that is there")
    add_show(parser, needed=True)
    add_json(parser)
    parser.set_defaults(run=command("export"))


def add_stock(parser: argparse.ArgumentParser) -> None:
    """`cuedesk stock`."""
    parser.add_argument("show", type=path, metavar="FILE")
    parser.add_argument("sku", nargs="?", metavar="SKU", help="one SKU, with its movements")
    add_json(parser)
    parser.set_defaults(run=command("stock"))


def add_findings(parser: argparse.ArgumentParser) -> None:
    """`cuedesk findings`."""
    parser.add_argument("show", type=path, metavar="FILE")
    add_json(parser)
    parser.set_defaults(run=command("findings"))


def add_handover(parser: argparse.ArgumentParser) -> None:
    """`cuedesk handover`."""
    parser.add_argument("show", type=path, metavar="FILE")
    add_json(parser)
    parser.set_defaults(run=command("handover"))


def add_rundown(parser: argparse.ArgumentParser) -> None:
    """`cuedesk rundown print` and `cuedesk rundown report`."""
    kinds = parser.add_subparsers(title="kinds", metavar="KIND", required=True)
    printed = kinds.add_parser("print", help="the plan, and when each row is expected")
    printed.add_argument("show", type=path, metavar="FILE")
    printed.add_argument("--at", metavar="TIME", help="at this moment instead of now: 20:30 or 2026-05-01T20:30")
    printed.set_defaults(run=command("rundown_print"))
    reported = kinds.add_parser("report", help="what was planned, what was played, and what made the delay")
    reported.add_argument("show", type=path, metavar="FILE")
    reported.set_defaults(run=command("rundown_report"))
    for kind in (printed, reported):
        add_json(kind)


def add_claims(parser: argparse.ArgumentParser) -> None:
    """`cuedesk claims list`, `cuedesk claims receipt` and `cuedesk claims parse`."""
    kinds = parser.add_subparsers(title="kinds", metavar="KIND", required=True)
    listed = kinds.add_parser("list", help="all claims, in their order")
    listed.add_argument("show", type=path, metavar="FILE")
    listed.add_argument("--only", default="", metavar="TEXT", help=ONLY)
    listed.set_defaults(run=command("claims_list"))
    orders = kinds.add_parser("orders", help="what each buyer has got, with the order's code and state")
    orders.add_argument("show", type=path, metavar="FILE")
    orders.set_defaults(run=command("claims_orders"))
    receipt = kinds.add_parser("receipt", help="why a claim won, waited or lost, to be told to the buyer")
    receipt.add_argument("show", type=path, metavar="FILE")
    receipt.add_argument("claim", type=int, metavar="CLAIM", help="its number")
    receipt.set_defaults(run=command("claims_receipt"))
    parsed = kinds.add_parser("parse", help="read lines of chat, one a line, as the show would now")
    add_show(parsed, needed=True)
    parsed.add_argument("--pinned", metavar="CODE", default="", help="as if the item of that code were on the air")
    parsed.set_defaults(run=command("claims_parse"))
    for kind in (listed, orders, receipt, parsed):
        add_json(kind)


def add_verify(parser: argparse.ArgumentParser) -> None:
    """`cuedesk verify`."""
    parser.add_argument("show", type=path, metavar="FILE")
    add_json(parser)
    parser.set_defaults(run=command("verify"))


def add_backup(parser: argparse.ArgumentParser) -> None:
    """`cuedesk backup`."""
    parser.description = (
        "Keep a copy of a studio's file as it is now, also while a console has it open. The copy is checked, "
        "and there whole or not at all. Passwords are in no file. The console makes backups by itself as well: in the "
        "window, Ctrl+Shift+B shows them."
    )
    parser.add_argument("file", type=path, metavar="FILE", help="the studio's file, open in a console or not")
    help_to = "the new file; nothing is overwritten. Without it, the folder of the backups that are made by themselves"
    parser.add_argument("to", type=path, nargs="?", metavar="TO", help=help_to)
    add_json(parser)
    parser.set_defaults(run=command("backup"))


def add_restore(parser: argparse.ArgumentParser) -> None:
    """`cuedesk restore`."""
    parser.description = (
        "Make a file to go on with out of a backup, or out of a file from another computer. It sends nothing to a shop "
        "before somebody has seen how it differs from the shop. Passwords are to be entered again."
    )
    parser.add_argument("backup", type=path, metavar="BACKUP", help="a backup, or a file from another computer")
    parser.add_argument("to", type=path, metavar="TO", help="the new file; nothing is overwritten")
    add_json(parser)
    parser.set_defaults(run=command("restore"))


def add_resume(parser: argparse.ArgumentParser) -> None:
    """`cuedesk resume`."""
    parser.description = (
        "A copied or restored file sends nothing to a shop, since another copy may have gone on with it. Look at how "
        "it differs from its shops, then let it send again. Its console must be closed. 1 while it is held."
    )
    parser.add_argument("show", type=path, metavar="FILE", help="the copied or restored file")
    parser.add_argument("--yes", action="store_true", help="let it send again")
    add_json(parser)
    parser.set_defaults(run=command("resume"))


def add_doctor(parser: argparse.ArgumentParser) -> None:
    """`cuedesk doctor`."""
    parser.description = (
        "Look at what is configured, reachable and missing, each with a next step; nothing is changed, and no password "
        "is told. With FILE also at the file, its backups, its shop and its chats. 0 if all is good, 1 if not."
    )
    parser.add_argument("file", type=path, nargs="?", metavar="FILE", help="a show's file, to look at it too")
    add_json(parser)
    parser.set_defaults(run=command("doctor"))


def add_screenshots(parser: argparse.ArgumentParser) -> None:
    """`cuedesk screenshots`."""
    parser.add_argument("folder", type=path, metavar="DIR")
    parser.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    parser.add_argument("--lang", default="en", metavar="LANG")
    parser.add_argument("--text", type=text_factor, default=1.0, metavar="1..2", help="so many times as large")
    parser.add_argument("--state", choices=STATES, default="normal", help="what is in the window, and around it")
    parser.set_defaults(run=command("screenshots"))


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "rehearse": ("rehearse the sample show, or a copy of your own", add_rehearse),
    "run": ("open a studio's file and run its show", add_run),
    "import": ("take products, a rundown or a stock sheet into a file", add_import),
    "export": ("write products, stock, rundown, orders or chat as a table", add_export),
    "stock": ("print the stock of a file", add_stock),
    "rundown": ("print the rundown of a file with its forecast, or what became of it", add_rundown),
    "claims": ("print the claims of a file, why one won, waited or lost, or what chat is read as", add_claims),
    "findings": ("print what does not add up, and which orders to cancel about it", add_findings),
    "handover": ("print what whoever takes the shift has to know", add_handover),
    "verify": ("check a file against its journal", add_verify),
    "backup": ("keep a copy of a file, whole and checked, beside its console", add_backup),
    "restore": ("make a file to go on with out of a backup", add_restore),
    "resume": ("see how a copied file differs from its shops, and let it send again", add_resume),
    "doctor": ("look at this computer, and at a file and what it is connected to", add_doctor),
    "screenshots": ("render the window to pictures", add_screenshots),
}
