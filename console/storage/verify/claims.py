"""The tables of claims as the journal makes them."""

from collections.abc import Callable

from console.storage.verify.row import Body, Row, Tables, json_text, microseconds

OF_CLAIMS = ("claims", "claim_parts", "drafts", "claim_rules", "claim_terms", "buyers_joined", "buyers_restricted")
NEXT = {
    "asked": {"asked", "payable", "waiting", "held", "refused", "released", "cancelled"},
    "payable": {"payable", "paid", "waiting", "refused", "released", "cancelled"},
    "waiting": {"waiting", "held", "paid", "refused", "released", "cancelled"},
    "held": {"held", "paid", "expired", "released", "cancelled"},
    "paid": {"paid", "cancelled"},
    "expired": {"expired", "paid"},
    "released": {"released", "paid"},
    "refused": {"refused", "paid"},
}
DRAFT_NEXT = {"open": {"open", "ended", "placed"}, "ended": {"ended", "placed"}, "placed": {"placed"}}
OPEN = {"asked", "payable", "waiting", "held"}
COLUMNS = ("quantity", "state", "got", "left", "rank", "why")


class ClaimRows:
    """Reads what became of claims into the tables. `show` tells the current one."""

    def __init__(self, tables: Tables, show: Callable[[], int], move_stock: Callable[[list[Body], Row], None]) -> None:
        self.tables = tables
        self._show = show
        self._move_stock = move_stock
        self._lines: set[tuple[str, str]] = set()
        self._skus: dict[int, list[str]] = {}

    def on_Claimed(self, body: Body, row: Row) -> None:
        claim = body["claim"]
        line = (platform(claim["source"]), claim["line"])
        if claim["line"] and line in self._lines:
            raise ValueError("a second claim of one line")
        self._lines.add(line)
        words = {name: claim[name] for name in ("show", "buyer", "source", "line", "place", "form", "review")}
        told = {"at": microseconds(claim["at"]), "platform": line[0], "shop_order": claim["order"]}
        read = {"reason": claim.get("reason", ""), "sure": claim.get("sure", 0)}
        self.tables["claims"][claim["id"]] = {
            **words,
            **told,
            **read,
            "open": int(is_open(claim["parts"], claim["review"])),
        }
        self._keep_parts(claim["id"], claim["parts"])
        self._move_stock(body["movements"], row)

    def on_ClaimMoved(self, body: Body, row: Row) -> None:
        number, now = body["claim"], {part["sku"]: part for part in body["parts"]}
        for sku in self._skus.pop(number):
            known = self.tables["claim_parts"].pop((number, sku))
            if sku in now and now[sku]["state"] not in NEXT.get(known["state"], {known["state"]}):
                raise ValueError(f"a claim that goes from {known['state']} to {now[sku]['state']}")
        about = {
            "review": body["review"],
            "shop_order": body["order"],
            "open": int(is_open(body["parts"], body["review"])),
        }
        self.tables["claims"][number].update(about)
        self._keep_parts(number, body["parts"])
        self._move_stock(body["movements"], row)

    def _keep_parts(self, claim: int, parts: list[Body]) -> None:
        self._skus[claim] = [part["sku"] for part in parts]
        for place, part in enumerate(parts):
            until = microseconds(part["until"]) if part["until"] else None
            kept = {name: part[name] for name in COLUMNS} | {"draft": part.get("draft", 0)}
            self.tables["claim_parts"][claim, part["sku"]] = {**kept, "place": place, "until": until}

    def on_DraftSet(self, body: Body, row: Row) -> None:
        draft = dict(body["draft"])
        number, drafts = draft.pop("id"), self.tables["drafts"]
        known = drafts.get(number)
        if known is None and draft["key"] != f"{row.origin}-{number}":
            raise ValueError("a name that is not the order's own")
        if known and draft["key"] != known["key"]:
            raise ValueError("an order under another name")
        if known and draft["state"] not in DRAFT_NEXT[known["state"]]:
            raise ValueError(f"an order that goes from {known['state']} to {draft['state']}")
        lines = {name: json_text(draft[name]) for name in ("lines", "offered")}
        drafts[number] = {**draft, **lines, "mended": int(draft["mended"])}

    def on_ClaimRulesSet(self, body: Body, row: Row) -> None:
        self.tables["claim_rules"][self._show()] = {"body": json_text(body["rules"])}

    def on_SaleStopped(self, body: Body, row: Row) -> None:
        for sku in body["skus"] or [""]:
            self._terms(sku)["stopped"] = body["notice"]

    def on_SaleResumed(self, body: Body, row: Row) -> None:
        for sku in body["skus"] or [""]:
            self._terms(sku)["stopped"] = None

    def on_ReleaseSet(self, body: Body, row: Row) -> None:
        self._terms(body["sku"])["released"] = body["pieces"]

    def on_RingFenced(self, body: Body, row: Row) -> None:
        self._terms(body["sku"])["fenced"] = body["pieces"]

    def _terms(self, sku: str) -> Body:
        return self.tables["claim_terms"].setdefault(
            (self._show(), sku), {"stopped": None, "released": None, "fenced": 0}
        )

    def on_BuyerJoined(self, body: Body, row: Row) -> None:
        people = self.tables["buyers_joined"]
        one, other = (people.setdefault(body[name], {"head": body[name]})["head"] for name in ("buyer", "other"))
        for each in people.values():
            if each["head"] == other:
                each["head"] = one

    def on_BuyersParted(self, body: Body, row: Row) -> None:
        people, leaving = self.tables["buyers_joined"], set(body["identities"])
        head = people[body["identities"][0]]["head"]
        group = {each for each, known in people.items() if known["head"] == head}
        if not leaving < group:
            raise ValueError("a parting of what was not together")
        for part in (leaving, group - leaving):
            for each in part:
                people[each]["head"] = min(part)

    def on_BuyerMarked(self, body: Body, row: Row) -> None:
        if body["restricted"]:
            self.tables["buyers_restricted"][body["buyer"]] = {}
        else:
            self.tables["buyers_restricted"].pop(body["buyer"], None)


def is_open(parts: list[Body], review: str) -> bool:
    """Whether something may still come of a claim; of one without parts, whether a person has yet to say what it is."""
    return any(part["state"] in OPEN for part in parts) if parts else review != ""


def platform(source: str) -> str:
    """A source's platform: of a room of IRC its server's name, else what stands before the colon."""
    kind, _, rest = source.partition(":")
    if not kind.startswith("irc"):
        return kind.partition("+")[0]
    place = rest.removeprefix("//").split("/")[0].split("#")[0].split("?")[0].rpartition("@")[2].lower()
    host = place.partition("]")[0].removeprefix("[") if place.startswith("[") else place.partition(":")[0]
    return f"irc:{host or rest}"
