"""What a rehearsal came to, for a file: equal for equal seeds, but for its timings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from console.domain.claims.claim import Why
from console.domain.show import Show


def report(show: Show, lines: Mapping[str, int], errors: Sequence[str], timings: Mapping[str, float]) -> dict[str, Any]:
    """The lines by source, the orders, what became of claims, the segments played, the stock by SKU, the timings."""
    claims = [claim for claim in show.claims.by_id.values() if claim.show == show.id]
    parts = [part for claim in claims for part in claim.parts]
    orders = [order.snapshot for order in show.orders.values() if order.show == show.id]
    return {
        "show": show.title,
        "lines": {**lines, "total": sum(lines.values())},
        "orders": {
            "placed": len(orders),
            "by_status": dict(sorted(Counter(str(order.status) for order in orders).items())),
            "units": sum(line.placed for order in orders for line in order.lines),
            "sold": dict(sorted((sku, pieces) for sku, pieces in show.sold.items())),
        },
        "claims": {
            "made": len(claims),
            "in_review": sum(bool(claim.review and claim.open) for claim in claims),
            "parts": dict(sorted(Counter(str(part.state) for part in parts).items())),
            "moved_up": sum(part.why is Why.MOVED_UP for part in parts),
            "orders": dict(sorted(Counter(str(each.state) for each in show.claims.drafts.values()).items())),
        },
        "segments": [segment.title for stretch in show.aired if (segment := show.segment(stretch.segment))],
        "findings": [finding.key for finding in show.open_findings],
        "stock": {
            sku: {
                "on_hand": level.on_hand,
                "reserved": level.reserved,
                "committed": level.committed,
                "available": level.available,
            }
            for sku, level in sorted(show.stock.items())
        },
        "errors": list(errors),
        "timings": dict(timings),
    }
