"""`cuedesk findings FILE`: what does not add up, and what is proposed; also while a console has the file open."""

from typing import Any

import msgspec

from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.domain.decide.proposing import proposed
from console.domain.findings import Finding, FindingKind, Proposal
from console.domain.show import Show
from console.storage.reader import reading
from console.storage.recognised import readable

NEXT = "In the window, Ctrl+Shift+F has it cancelled with one key."


def main(options: Options) -> int:
    """Print the open findings, the oldest first, with the orders that they propose to cancel."""
    readable(options.show)
    with reading(options.show) as reader:
        show = reader.show()
    found = [(finding, proposal_of(show, finding)) for finding in show.open_findings]
    if options.json:
        print_json([as_data(show, *each) for each in found])
        return 0
    for finding, proposal in found:
        print_finding(show, finding, proposal)
    if any(proposal.cuts for _, proposal in found):
        print(NEXT)
    return 0


def proposal_of(show: Show, finding: Finding) -> Proposal:
    """What is proposed about a finding."""
    return proposed(show, finding.subject) if finding.kind is FindingKind.OVERSOLD else Proposal()


def as_data(show: Show, finding: Finding, proposal: Proposal) -> dict[str, Any]:
    """A finding for JSON; orders by their key and by the code that buyers know."""
    told: dict[str, Any] = msgspec.to_builtins(finding)
    cuts = [
        {**msgspec.to_builtins(cut), "code": show.orders[cut.order].snapshot.code, "buyer": buyer(show, cut.order)}
        for cut in proposal.cuts
    ]
    return {**told, "proposal": {**msgspec.to_builtins(proposal), "cuts": cuts}}


def buyer(show: Show, order: str) -> str:
    """The shop's id of an order's buyer."""
    return show.orders[order].snapshot.buyer


def print_finding(show: Show, finding: Finding, proposal: Proposal) -> None:
    """Print one for people."""
    print(f"{finding.id:>6}  {finding.kind:22}  {one_line(finding.subject)}  {one_line(finding.reference)}")
    if proposal.missing:
        coming = f", {proposal.coming} being cancelled" if proposal.coming else ""
        left = f", {proposal.left} in no order that could be cancelled" if proposal.left else ""
        print(f"        {proposal.missing} sold more than there is{coming}{left}")
    for cut in proposal.cuts:
        code = one_line(show.orders[cut.order].snapshot.code)
        print(f"        cancel {cut.pieces} of {cut.pieces + cut.keep} of order {code}, buyer {buyer(show, cut.order)}")
