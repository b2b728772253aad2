"""What a preview or a result has to say, row by row."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.outcomes import Imported
from console.imports.catalogue import Catalogue, MadeSku
from console.imports.findings import Note, Problem

_tr = QCoreApplication.translate


class Weight(StrEnum):
    """How much a remark matters."""

    WITHHELD = "withheld"
    LEFT_OUT = "left out"
    NOTE = "note"
    MADE = "made"


class Remark(msgspec.Struct, frozen=True):
    """What is said of a place: a row of a file, a SKU or a product."""

    weight: Weight
    where: str
    column: str
    words: str


def weight_word(weight: Weight) -> str:
    """The weight as people read it."""
    return {
        Weight.WITHHELD: _tr("Imports", "withheld"),
        Weight.LEFT_OUT: _tr("Imports", "left out"),
        Weight.NOTE: _tr("Imports", "note"),
        Weight.MADE: _tr("Imports", "SKU made"),
    }[weight]


def of_catalogue(catalogue: Catalogue) -> list[Remark]:
    """What is said of the files, the problems, the notes, then the SKUs that were made."""
    told = [Remark(Weight.NOTE, "", "", remark) for remark in catalogue.remarks]
    return [
        *told,
        *of_problems(catalogue.problems),
        *map(_of_note, catalogue.notes),
        *map(_of_made, catalogue.made_skus),
    ]


def of_problems(problems: Sequence[Problem]) -> list[Remark]:
    """What withholds a row first."""
    remarks = [
        Remark(
            Weight.WITHHELD if problem.withholds else Weight.LEFT_OUT,
            f"{problem.file}:{problem.line}",
            problem.column,
            problem.reason,
        )
        for problem in problems
    ]
    return sorted(remarks, key=lambda remark: remark.weight is not Weight.WITHHELD)


def _of_note(note: Note) -> Remark:
    return Remark(Weight.NOTE, f"{note.file}:{note.line}", note.product, note.text)


def _of_made(made: MadeSku) -> Remark:
    words = _tr("Imports", "the file names no SKU: {0} was made from handle and options").format(made.sku)
    return Remark(Weight.MADE, made.handle, " / ".join(made.options), words)


def of_outcome(outcome: Imported) -> list[Remark]:
    """The conflicts, what waits for a person, and the quantities that differ."""
    return list(_outcome_remarks(outcome))


def _outcome_remarks(outcome: Imported) -> Iterator[Remark]:
    for conflict in outcome.conflicts:
        words = _tr("Imports", "not taken: its SKU {0} belongs to {1}").format(conflict.sku, conflict.owner)
        yield Remark(Weight.WITHHELD, conflict.product, conflict.sku, words)
    for product in outcome.withheld:
        words = _tr("Imports", "it is in the queue of a running show: the change waits among the findings")
        yield Remark(Weight.LEFT_OUT, product, "", words)
    for each in outcome.differences:
        words = _tr("Imports", "the file says {0}, on hand are {1}: left as it is")
        yield Remark(Weight.NOTE, each.sku, "", words.format(each.named, each.on_hand))
