"""SKUs for variants that have none: made from handle and options, the same at every import."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from itertools import chain, count

Key = tuple[str, tuple[str, ...]]

_MOST = 120
_KEPT = ("L", "N", "M")


def make_skus(names: Mapping[Key, str], taken: Collection[str]) -> dict[Key, str]:
    """A SKU for each (handle, options), unlike each other and all that are `taken`, whatever their order.

    `names` has what each would be called: its `readable` text. Where several would be called the same, or the name is
    taken, each gets a mark that depends on its handle and options alone.
    """
    often = Counter(names.values())
    skus = {key: name for key, name in names.items() if name and often[name] == 1 and name not in taken}
    used = {*taken, *names.values()}
    for key in sorted(names.keys() - skus.keys()):
        skus[key] = _marked(key, names[key], used)
        used.add(skus[key])
    return skus


def readable(key: Key) -> str:
    """Handle and options in small letters and digits of any script, joined by hyphens; "" if there are none.

    `classic-varsity-top` with `Small` reads `classic-varsity-top-small`.
    """
    handle, options = key
    return "-".join(filter(None, map(_slug, chain([handle], options))))[:_MOST].strip("-")


def _slug(text: str) -> str:
    if text.isascii():
        return "-".join(re.findall("[a-z0-9]+", text.lower()))
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = (char if unicodedata.category(char)[0] in _KEPT else " " for char in folded)
    return "-".join("".join(kept).split())


def _marked(key: Key, name: str, used: Collection[str]) -> str:
    handle, options = key
    parts = "\0".join((handle, *options))
    for turn in count():
        mark = hashlib.sha256(f"{turn}\0{parts}".encode()).hexdigest()[:8]
        if (sku := f"{name}-{mark}" if name else mark) not in used:
            return sku
    raise AssertionError("unreachable: the names that are used are finite")
