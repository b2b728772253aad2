"""The outbox as the journal makes it, each step only from where it may begin (I10, I11)."""

from typing import Any

from console.storage.verify.row import Body, Row, Tables


class Errands:
    """Reads what became of errands into the tables."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def on_ErrandQueued(self, body: Body, row: Row) -> None:
        errand = body["errand"]
        if errand["key"] != f"{row.origin}-{errand['id']}":
            raise ValueError("a key that is not the errand's own")
        what = {name: errand[name] for name in ("shop", "key", "body", "again", "turn")}
        what |= {name: errand.get(name, 0) for name in ("cause", "undoes")}
        sent = {"sent_at": None, "request": None, "seen": None}
        told = {"answer": "", "title": "", "next_step": "", "open": 1, "was_left": 0}
        self.tables["outbox"][errand["id"]] = {**what, "queued_at": row.at, "state": "pending", **sent, **told}

    def on_ErrandSent(self, body: Body, row: Row) -> None:
        self.move_errand(body, "sent", from_=("pending",), sent_at=row.at, **body["prepared"])

    def on_ErrandDoubted(self, body: Body, row: Row) -> None:
        self.move_errand(body, "unknown", from_=("sent",), title=body["title"])

    def on_ErrandDone(self, body: Body, row: Row) -> None:
        self.move_errand(body, "done", from_=("pending", "sent", "unknown"), answer=body["answer"], open=0)

    def on_ErrandRejected(self, body: Body, row: Row) -> None:
        words = {name: body[name] for name in ("title", "next_step")}
        self.move_errand(body, "rejected", from_=("pending", "sent", "unknown"), **words)

    def on_ErrandSettled(self, body: Body, row: Row) -> None:
        self.move_errand(body, "rejected", from_=("rejected",), open=0, was_left=int(body.get("left", False)))

    def move_errand(self, body: Body, state: str, from_: tuple[str, ...], **columns: Any) -> None:  # noqa: ANN401
        """Expect an errand to have gone a step on from one of these states."""
        errand = self.tables["outbox"][body["errand"]]
        if errand["state"] not in from_ or not errand["open"]:
            raise ValueError(f"an errand that is {errand['state']}")
        errand.update(columns, state=state)

    def on_SendingResumed(self, body: Body, row: Row) -> None:
        self.tables["releases"][row.origin] = {"at": row.at}
