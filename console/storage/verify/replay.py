"""The tables as the journal makes them: a second reading of every body, from plain JSON."""

import json
from itertools import count

from console.storage.journal import origins
from console.storage.sqlite import Connection
from console.storage.verify.claims import OF_CLAIMS, ClaimRows
from console.storage.verify.errands import Errands
from console.storage.verify.row import Body, Row, Tables, json_text, length, microseconds
from console.storage.verify.rundown import OF_RUNDOWN, RundownRows

NAMES = (
    *("shows", "stock", "movements", "undone", "queue", "pins", "pin_loops", *OF_RUNDOWN),
    *("orders", "order_lines", "cursors", "links", "findings", "outbox", "releases", *OF_CLAIMS),
    *("role_rights", "cues", "incidents", "incident_notes"),
    *("connections", "former_connections", "products", "variants"),
    "held",  # not a table: the pieces that movements reserve, by what they name as the reason
)
COUNTERS = {"on_hand": 0, "reserved": 1, "committed": 2}


def replay(connection: Connection) -> tuple[Tables, list[str]]:
    """Every table that the journal makes, by key; `products` only those that a person saved last.

    A row that cannot follow on the rows before it ends the reading; the second value names it.
    """
    world = World()
    for head, rows in origins(connection):
        for signed, _ in rows:
            try:
                row = Row(head.origin, head.base + signed.seq, signed.at, json.loads(signed.actor))
                world.take(signed.kind, json.loads(signed.body), row)
            except (KeyError, ValueError, TypeError, IndexError) as error:
                name = f"journal of {head.origin[:8]}, row {signed.seq}"
                return world.numbered(), [f"{name}: {signed.kind} cannot follow on the rows before it ({error!r})"]
    return world.numbered(), []


class World:
    """The tables so far, and the show that is current."""

    def __init__(self) -> None:
        self.tables: Tables = {name: {} for name in NAMES}
        claims = ClaimRows(self.tables, lambda: self.show, self.move_stock)
        self.played = RundownRows(self.tables)
        self.readers = (self, Errands(self.tables), claims, self.played)
        self.show = 0
        self.queue: list[int] = []

    def take(self, kind: str, body: Body, row: Row) -> None:
        """Read one row of the journal."""
        handlers = [handler for reader in self.readers if (handler := getattr(reader, f"on_{kind}", None))]
        if not handlers:
            raise ValueError("a kind that this program does not know")
        handlers[0](body, row)

    def numbered(self) -> Tables:
        """The tables, with the positions of the current show's lists."""
        for table, order in (("queue", self.queue), ("segments", self.played.order)):
            for position, key in enumerate(order):
                self.tables[table][key]["position"] = position
        return self.tables

    def move_stock(self, movements: list[Body], row: Row) -> None:
        for place, each in enumerate(movements):
            level = self.tables["stock"].setdefault(each["sku"], zero())
            level[each["counter"]] += each["delta"]
            level["opened"] |= each["kind"] == "opening"
            counter, reference = COUNTERS[each["counter"]], each.get("reference", "")
            self.tables["movements"][each["sku"], row.number, place] = {"counter": counter, "delta": each["delta"]}
            if each["counter"] == "reserved" and reference:
                self.tables["held"].setdefault(reference, {"pieces": 0})["pieces"] += each["delta"]

    def on_LimitsSet(self, body: Body, row: Row) -> None:
        level = self.tables["stock"].setdefault(body["sku"], zero())
        level.update(buffer=body["buffer"], low=body["low"])

    def open_stock(self, opened: list[Body], reference: str, row: Row) -> None:
        kind = {"counter": "on_hand", "kind": "opening", "reference": reference}
        self.move_stock([{"sku": each["sku"], "delta": each["quantity"], **kind} for each in opened], row)

    def on_StockMoved(self, body: Body, row: Row) -> None:
        self.move_stock(body["movements"], row)
        if body["undoes"]:
            self.tables["undone"][body["undoes"]] = {"entry": row.number}

    def on_CatalogueImported(self, body: Body, row: Row) -> None:
        self.open_stock(body["opened"], f"import {body['digest'][:12]}", row)
        if body["products"]:
            self.tables["products"].clear()
            self.tables["variants"].clear()
        for product in body["shown"]:
            self.keep_product(product)

    def on_ProductSaved(self, body: Body, row: Row) -> None:
        self.keep_product(body["product"])
        self.open_stock(body["opened"], f"product {body['product']['id']}", row)

    def keep_product(self, product: Body) -> None:
        """Expect the product as a person or a shown import left it."""
        variants = self.tables["variants"]
        for sku in [sku for sku, each in variants.items() if each["product"] == product["id"]]:
            del variants[sku]
        words = {name: product[name] for name in ("title", "description", "vendor", "kind", "picture")}
        self.tables["products"][product["id"]] = {**words, "option_names": json_text(product["option_names"])}
        for position, each in enumerate(product["variants"]):
            compare_at = each["compare_at"]["minor"] if each["compare_at"] else None
            money = {"price": each["price"]["minor"], "compare_at": compare_at, "currency": each["price"]["currency"]}
            where = {"product": product["id"], "position": position, "options": json_text(each["options"])}
            variants[each["sku"]] = {**where, **money, "barcode": each["barcode"]}

    def on_ShowOpened(self, body: Body, row: Row) -> None:
        self.numbered()
        self.show, self.queue = body["show"], []
        self.played.begin(self.show)
        about = {"title": body["title"], "currency": body["currency"]}
        self.tables["shows"][self.show] = {**about, "mode": "off", "began": None, "ended": None, "next": None}

    def on_WentLive(self, body: Body, row: Row) -> None:
        show = self.tables["shows"][self.show]
        show.update(mode=body["mode"], began=show["began"] or row.at, ended=None)

    def on_ShowEnded(self, body: Body, row: Row) -> None:
        self.tables["shows"][self.show].update(mode="off", ended=row.at)
        self.played.end("aired", row)
        self.played.end("pauses", row)
        self.played.end("pins", row)

    def on_Queued(self, body: Body, row: Row) -> None:
        item = body["item"]
        self.queue.append(item["id"])
        role = item.get("role", "")
        about = {"show": self.show, "code": item["code"], "product": item["product"], "role": role}
        self.tables["queue"][item["id"]] = about

    def on_Unqueued(self, body: Body, row: Row) -> None:
        self.queue.remove(body["item"])
        del self.tables["queue"][body["item"]]

    def on_ItemMoved(self, body: Body, row: Row) -> None:
        self.queue.remove(body["item"])
        self.queue.insert(body["to"], body["item"])

    def on_CodeSet(self, body: Body, row: Row) -> None:
        self.tables["queue"][body["item"]]["code"] = body["code"]

    def on_RoleSet(self, body: Body, row: Row) -> None:
        self.tables["queue"][body["item"]]["role"] = body["role"]

    def on_Pinned(self, body: Body, row: Row) -> None:
        pins = self.tables["pins"]
        pins[len(pins) + 1] = {"show": self.show, "item": body["item"], "began": row.at, "ended": None}
        loop = self.tables["pin_loops"].get(self.show, {"items": "[]"})
        if body["item"] in json.loads(loop["items"]):
            loop["last"] = body["item"]

    def on_Unpinned(self, body: Body, row: Row) -> None:
        self.played.end("pins", row)

    def on_PinLoopSet(self, body: Body, row: Row) -> None:
        pinned = next((pin["item"] for pin in self.tables["pins"].values() if pin["ended"] is None), 0)
        self.tables["pin_loops"][self.show] = {
            "show": self.show,
            "items": json_text(body["items"]),
            "every": length(body["every"]),
            "last": pinned if pinned in body["items"] else 0,
        }

    def on_OrderRecorded(self, body: Body, row: Row) -> None:
        order, told = body["order"], body["order"]["snapshot"]
        key = (told["shop"], told["ref"])
        words = {name: told[name] for name in ("code", "status", "version", "buyer")}
        money = {"total": told["total"]["minor"], "currency": told["total"]["currency"]}
        money |= {name: told.get(name, 0) for name in ("paid", "refunded", "refunding")}
        kept = {**words, **money, "placed_at": microseconds(told["placed_at"]), "show": order["show"]}
        kept["adopted"] = json_text(order["adopted"])
        kept["open"] = int(bool(money["refunding"]) or any(promised(line) for line in told["lines"]))
        self.tables["orders"][key] = kept
        lines = self.tables["order_lines"]
        for number in count():
            if lines.pop((*key, number), None) is None:
                break
        lines.update({(*key, number): dict(line) for number, line in enumerate(told["lines"])})
        self.move_stock(body["movements"], row)

    def on_CursorMoved(self, body: Body, row: Row) -> None:
        self.tables["cursors"][body["shop"]] = {"cursor": body["cursor"]}

    def on_ShopLinked(self, body: Body, row: Row) -> None:
        self.tables["links"][body["shop"]] = {"at": microseconds(body["at"])}

    def on_FindingOpened(self, body: Body, row: Row) -> None:
        found = body["finding"]
        about = {"kind": found["kind"], "subject": found["subject"], "settled": None}
        self.tables["findings"][found["id"]] = {**about, "body": json_text(found)}

    def on_FindingSettled(self, body: Body, row: Row) -> None:
        self.tables["findings"][body["finding"]]["settled"] = body["how"]

    def on_CueSent(self, body: Body, row: Row) -> None:
        words = {"show": self.show, "kind": body["kind"], "text": body["text"]}
        self.tables["cues"][body["cue"]] = {**words, "sent": row.at, "noted": None, "back": None}

    def on_CueNoted(self, body: Body, row: Row) -> None:
        self.tables["cues"][body["cue"]]["noted"] = row.at

    def on_CueTakenBack(self, body: Body, row: Row) -> None:
        self.tables["cues"][body["cue"]]["back"] = row.at

    def on_RightsSet(self, body: Body, row: Row) -> None:
        rights = {role: sorted(each) for role, each in body["rights"].items()}
        self.tables["role_rights"][1] = {"body": json_text(rights)}

    def on_IncidentOpened(self, body: Body, row: Row) -> None:
        about = {"show": self.show, "kind": body["kind"], "began": row.at, "ended": None}
        self.tables["incidents"][body["incident"]] = about

    def on_IncidentNoted(self, body: Body, row: Row) -> None:
        notes = self.tables["incident_notes"]
        said = {"at": row.at, "person": row.actor["person"], "text": body["text"]}
        notes[len(notes) + 1] = {"incident": body["incident"], **said}

    def on_IncidentEnded(self, body: Body, row: Row) -> None:
        self.tables["incidents"][body["incident"]]["ended"] = row.at

    def on_ConnectionSet(self, body: Body, row: Row) -> None:
        each = body["connection"]
        self.tables["former_connections"].pop(each["name"], None)
        self.tables["connections"][each["name"]] = {"kind": each["kind"], "address": each["address"]}

    def on_ConnectionRemoved(self, body: Body, row: Row) -> None:
        gone = self.tables["connections"].pop(body["name"])
        if gone["kind"] == "shop":
            self.tables["former_connections"][body["name"]] = {"address": gone["address"]}


def zero() -> Body:
    """A SKU of which nothing is known."""
    return {"on_hand": 0, "reserved": 0, "committed": 0, "buffer": 0, "opened": 0, "low": None}


def promised(line: Body) -> int:
    """The pieces of an order's line that are still on the shelf for it."""
    unshipped = line["placed"] - line["shipped"]
    return int(unshipped - min(line["cancelled"], unshipped) if line["cancelled"] <= unshipped else 0)
