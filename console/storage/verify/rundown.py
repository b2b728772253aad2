"""The rundown, what lies over it and what was played of it, as the journal makes them."""

from console.storage.verify.row import Body, Row, Tables, json_text, length, microseconds

OF_RUNDOWN = ("segments", "aired", "pauses", "as_planned", "rundown_rules", "proposals")
LATER = {  # what rows of before do not say
    "coupon": "",
    "gift": "",
    "offer_until": None,
    "kind": "segment",
    "group": 0,
    "hard": False,
    "planned_end": None,
    "count_to_end": False,
    "flag": False,
    "colour": "",
    "loops_to": 0,
    "approved": False,
}
WORDS = ("title", "owner", "notes", "script", "coupon", "gift", "kind", "colour", "loops_to")
INSTANTS = ("planned_start", "planned_end", "offer_until")
SAID = ("hard", "count_to_end", "flag", "approved")


class RundownRows:
    """Reads what became of the rundown into the tables. `order` has the rows of the current show."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.show = 0
        self.order: list[int] = []

    def begin(self, show: int) -> None:
        """Go on with another show."""
        self.show, self.order = show, []

    def end(self, table: str, row: Row) -> None:
        """End what is still going on of this show."""
        for stretch in self.tables[table].values():
            if stretch["show"] == self.show and stretch["ended"] is None:
                stretch["ended"] = row.at

    def live(self) -> Body:
        """The stretch that is live."""
        number = len(self.tables["aired"])
        stretch = self.tables["aired"][number]
        if stretch["ended"] is not None or stretch["show"] != self.show:
            raise ValueError("nothing is live")
        return {"number": number, "stretch": stretch}

    def on_SegmentAdded(self, body: Body, row: Row) -> None:
        self.order.insert(body["at"], body["segment"]["id"])
        self.keep(body["segment"], {"skipped": 0, "delay": 0})

    def on_SegmentChanged(self, body: Body, row: Row) -> None:
        known = self.tables["segments"][body["segment"]["id"]]
        self.keep(body["segment"], {"skipped": known["skipped"], "delay": known["delay"]})

    def keep(self, segment: Body, over: Body) -> None:
        """Expect a row of the rundown, and what lies over it."""
        self.tables["segments"][segment["id"]] = {**planned(segment), "show": self.show, **over}

    def on_SegmentRemoved(self, body: Body, row: Row) -> None:
        self.order.remove(body["segment"])
        del self.tables["segments"][body["segment"]]

    def on_SegmentMoved(self, body: Body, row: Row) -> None:
        self.order.remove(body["segment"])
        self.order.insert(body["to"], body["segment"])

    def on_RundownImported(self, body: Body, row: Row) -> None:
        for gone in self.order:
            del self.tables["segments"][gone]
        self.order = [segment["id"] for segment in body["segments"]]
        for segment in body["segments"]:
            self.keep(segment, {"skipped": 0, "delay": 0})
        self.tables["shows"][self.show]["next"] = None

    def on_SegmentSkipped(self, body: Body, row: Row) -> None:
        self.tables["segments"][body["segment"]]["skipped"] = int(body["skip"])

    def on_DelaySet(self, body: Body, row: Row) -> None:
        self.tables["segments"][body["segment"]]["delay"] = length(body["delay"])

    def on_RundownRulesSet(self, body: Body, row: Row) -> None:
        self.tables["rundown_rules"][self.show] = {"body": json_text(body["rules"])}

    def on_PlanKept(self, body: Body, row: Row) -> None:
        for position, number in enumerate(self.order):
            kept = {name: value for name, value in self.tables["segments"][number].items() if name not in OVER}
            self.tables["as_planned"][self.show, position] = {**kept, "id": number}

    def on_Taken(self, body: Body, row: Row) -> None:
        self.end("aired", row)
        self.end("pauses", row)
        copy = body.get("copy")
        stretch = {"show": self.show, "segment": body["segment"], "began": row.at, "ended": None, "added": 0}
        self.tables["aired"][len(self.tables["aired"]) + 1] = {**stretch, "copy": json_text(copy) if copy else None}
        self.tables["segments"][body["segment"]]["skipped"] = 0
        self.tables["shows"][self.show]["next"] = None

    def on_AiredDespite(self, body: Body, row: Row) -> None:
        if not body["reason"] or not body["gates"]:
            raise ValueError("nothing that stood against it, or no reason")

    def on_Proposed(self, body: Body, row: Row) -> None:
        open_now = {"answer": None, "answered_at": None, "over": 0}
        about = {"at": row.at, "body": json_text(body["proposal"])}
        self.tables["proposals"][self.show, body["number"]] = {**about, **open_now}

    def on_ProposalAnswered(self, body: Body, row: Row) -> None:
        offered = self.tables["proposals"][self.show, body["proposal"]]
        if offered["answer"] is not None:
            raise ValueError("a second answer")
        offered.update(answer=body["answer"], answered_at=row.at, over=length(body["over"]))

    def on_NextSet(self, body: Body, row: Row) -> None:
        self.tables["shows"][self.show]["next"] = body["segment"]

    def on_Paused(self, body: Body, row: Row) -> None:
        pauses = self.tables["pauses"]
        pause = {"show": self.show, "aired": self.live()["number"], "began": row.at, "ended": None}
        pauses[len(pauses) + 1] = pause

    def on_Resumed(self, body: Body, row: Row) -> None:
        self.end("pauses", row)

    def on_TimeAdded(self, body: Body, row: Row) -> None:
        self.live()["stretch"]["added"] += length(body["by"])

    def on_EditsTaken(self, body: Body, row: Row) -> None:
        self.live()["stretch"]["copy"] = json_text(body["segment"])


OVER = frozenset({"skipped", "delay"})


def planned(segment: Body) -> Body:
    """The columns of a row's plan."""
    said = {**LATER, **segment}
    starts = {name: microseconds(said[name]) if said[name] else None for name in INSTANTS}
    about = {"group_row": said["group"], "planned": length(said["planned"]), "products": json_text(said["products"])}
    return {**{name: said[name] for name in WORDS}, **{name: int(said[name]) for name in SAID}, **starts, **about}
