"""The way from another thread to the desk: what a window needs of the engine, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from console.desk.watching import Watcher
    from console.domain.actors import Actor
    from console.domain.backups import Backup, BackupsSeen
    from console.domain.changes import HeardLine
    from console.domain.claims.buyers import Told
    from console.domain.claims.receipt import Receipt
    from console.domain.claims.sieve import Sieve
    from console.domain.commands import Command
    from console.domain.connections import Connection
    from console.domain.found import FoundSku
    from console.domain.orders import Order
    from console.domain.outcomes import Outcome
    from console.domain.products import Product
    from console.domain.secret import Secret
    from console.domain.trials import Verdict
    from console.domain.why import Explained
    from console.exports.kinds import Export
    from console.imports.catalogue import Catalogue
    from console.imports.course import Course
    from console.imports.encodings import Encoding
    from console.imports.plan import Rundown


class Line(Protocol):
    """Every call returns at once and may come from any thread; the futures end on the engine's."""

    def watch(self, watcher: Watcher) -> None:
        """Have the watcher told, on the engine's thread: a full copy first, then what happens."""

    def ask(self, command: Command, actor: Actor, command_id: str = "") -> Future[Outcome]:
        """Have a command decided; its entries carry the id, so that who asked knows them again."""

    def why(self, sku: str) -> Future[list[Explained]]:
        """The movements that make a SKU's numbers, oldest first."""

    def find_products(self, text: str) -> Future[list[Product]]:
        """Products of the catalogue whose title, id, SKU or barcode holds the text; all of them for no text, capped."""

    def find_skus(self, text: str) -> Future[list[FoundSku]]:
        """SKUs of the catalogue with their numbers, by code, SKU, barcode, title or sound; the best first, capped."""

    def recent_orders(self) -> Future[list[tuple[Order, str]]]:
        """The newest orders with their buyers' names."""

    def claims_told(self, show: int) -> Future[Told]:
        """What is known of claims and their buyers beside this show."""

    def receipt(self, claim: int) -> Future[Receipt | None]:
        """Why a claim won, waited or lost, from the file alone; None if there is no such claim."""

    def search_chat(self, text: str) -> Future[list[HeardLine]]:
        """The newest chat lines in which the words stand."""

    def read_products(
        self, paths: Sequence[Path], currency: str, encoding: Encoding | None, course: Course
    ) -> Future[Catalogue]:
        """Read product files for a preview. Raises CuedeskError for a file that cannot be read at all."""

    def take_in(self, catalogue: Catalogue, actor: Actor, course: Course) -> Future[Outcome]:
        """Take a catalogue in, all of it or nothing. Raises CuedeskError if the course was given up."""

    def export(self, kind: Export, to: Path, course: Course, sieve: Sieve) -> Future[int]:
        """Write a table of the file and return its rows. Raises CuedeskError or OSError, and leaves nothing then."""

    def read_rundown(self, path: Path, encoding: Encoding | None = None) -> Future[Rundown]:
        """Read a rundown file for a preview. Raises CuedeskError for a file that cannot be read at all."""

    def try_out(self, connection: Connection, secret: Secret | None) -> Future[Verdict]:
        """Connect for real, once, with this secret or the one that is kept. Cancelling the future ends the trial."""

    def keep_secret(self, connection: Connection, secret: Secret) -> Future[None]:
        """Keep a connection's secret in the system's keyring and begin it anew. Raises CuedeskError."""

    def picture(self, address: str) -> Future[Path]:
        """The file of the picture at an address, fetched if it is not here yet. Raises CuedeskError."""

    def backups(self) -> Future[BackupsSeen]:
        """The backups of the file that are there."""

    def back_up(self, to: Path | None) -> Future[Backup]:
        """Back the file up, into its folder of backups where no other place is named. Raises CuedeskError."""

    def restore(self, backup: Path, to: Path) -> Future[None]:
        """Make a file to go on with out of a backup. Raises CuedeskError."""

    def retry(self, connection: str) -> None:
        """Try a connection again now, without waiting for its turn."""
