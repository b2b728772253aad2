"""The labelled set: lines of chat over the queue of the sample show, with what each means."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from console.domain.claims.grammar import Grammar
from console.domain.claims.offers import Offers
from console.domain.claims.read import Reader
from console.domain.claims.reading import Reading, Verdict
from console.domain.commands import ImportCatalogue, QueueProducts
from console.domain.products import Product
from console.imports.claim_words import claim_words
from console.settings import resources
from console.setup_rehearsal import sample_show

HERE = Path(__file__).parent
TUNING, HELD_OUT = HERE / "tuning.tsv", HERE / "held_out.tsv"
NONE, LOOK = "-", "?"
PRECISION, RECALL, TRAY = 0.995, 0.98, 0.10


class Labelled(msgspec.Struct, frozen=True):
    """A line said while the item `pinned` was on the air (0 = none). `means`: SKU*pieces, `-` nothing, `?` look."""

    form: str
    pinned: str
    text: str
    means: str

    @property
    def items(self) -> list[str]:
        return sorted(self.means.split(","))


class Score(msgspec.Struct):
    """How a form was read: how many grants were right, how many claims were granted or laid before a person."""

    form: str
    lines: int = 0
    granted: int = 0
    right: int = 0
    claims: int = 0
    found: int = 0
    tray: int = 0

    def add(self, line: Labelled, read: Reading) -> None:
        right = read.decision is Verdict.GRANT and said(read) == line.items
        review = read.decision is Verdict.REVIEW
        self.lines += 1
        self.granted += read.decision is Verdict.GRANT
        self.right += right
        self.claims += line.means != NONE
        self.found += line.means != NONE and (right or review)
        self.tray += review

    @property
    def precision(self) -> float:
        return self.right / self.granted if self.granted else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.claims if self.claims else 1.0

    @property
    def share(self) -> float:
        return self.tray / self.lines if self.lines else 0.0

    @property
    def missed(self) -> list[str]:
        """The targets that are not met, in words."""
        return [
            *([f"precision {self.precision:.2%} is below {PRECISION:.1%}"] if self.precision < PRECISION else []),
            *([f"recall {self.recall:.2%} is below {RECALL:.0%}"] if self.recall < RECALL else []),
            *([f"{self.share:.2%} in the tray is above {TRAY:.0%}"] if self.share > TRAY else []),
        ]


def said(read: Reading) -> list[str]:
    return sorted(f"{each.sku}*{each.quantity}" for each in read.items)


def labelled(file: Path) -> Iterator[Labelled]:
    for row in file.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("# form"):
            yield Labelled(*row.split("\t"))


def sample() -> list[tuple[str, Product]]:
    """The codes of the sample show's queue with their products."""
    commands = sample_show(resources() / "sample")
    products = {
        each.id: each for command in commands if isinstance(command, ImportCatalogue) for each in command.products
    }
    queue = next(command.products for command in commands if isinstance(command, QueueProducts))
    return [(str(n), products[each]) for n, each in enumerate(queue, 1)]


def reader(grammar: Grammar | None = None) -> Reader:
    lexicon = claim_words()
    return Reader(lexicon, grammar or Grammar(), Offers(sample(), lexicon))


def scores(lines: Iterable[Labelled], by: Reader) -> list[Score]:
    """By form, the whole last."""
    found: dict[str, Score] = {}
    whole = Score("all")
    for line in lines:
        read = by.read(line.text, "" if line.pinned == "0" else line.pinned)
        found.setdefault(line.form, Score(line.form)).add(line, read)
        whole.add(line, read)
    return [*found.values(), whole]


def table(each_form: Iterable[Score]) -> str:
    head = "| form | lines | grants | precision | claims | recall | in the tray |\n|---|---:|---:|---:|---:|---:|---:|"
    rows = (
        f"| {s.form} | {s.lines} | {s.granted} | {s.precision:.1%} | {s.claims} | {s.recall:.1%} | {s.share:.1%} |"
        for s in each_form
    )
    return "\n".join((head, *rows))
