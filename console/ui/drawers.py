"""The drawers beside the panels: orders, findings, products, imports; each is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from console.domain.claims.book import ALL
from console.domain.products import Product
from console.ui.acts import Acts
from console.ui.drawer_frame import DrawerFrame
from console.ui.selling import Selling, stopped
from console.ui.standings import Standings
from console.ui.style.look import LiveLook
from console.ui.troubles.teller import Troubles
from console.ui.widgets.thumbnail import PictureSource

if TYPE_CHECKING:
    from console.ui.claims.by_hand import ByHandDrawer
    from console.ui.exports.page import ExportPage
    from console.ui.orders.drawer import OrdersDrawer
    from console.ui.products.editor import ProductEditor
    from console.ui.products.finder import ProductFinder
    from console.ui.stock.desk.drawer import StockDesk


class Drawer(NamedTuple):
    """A page, and the signal by which it wants to be left."""

    page: QWidget
    left: SignalInstance


class Drawers(QObject):
    """Opens one drawer at a time at the right edge of the panels. `made` tells each page when it is made.

    `panel_wanted` names a panel to go to, `role_taken` the role that a person took.
    """

    made = Signal(QWidget)
    panel_wanted = Signal(str)
    role_taken = Signal(object)

    def __init__(
        self, acts: Acts, standings: Standings, look: LiveLook, pictures: PictureSource, over: QWidget
    ) -> None:
        super().__init__(over)
        self._acts = acts
        self._pictures = pictures
        self._standings = standings
        self.troubles = Troubles(acts, standings, self.open_connections, self.open_outbox, self)
        self._look = look
        self.selling = Selling(acts, self)
        self.frame = DrawerFrame(over)
        self._made: dict[str, Drawer] = {}
        self._editor: ProductEditor | None = None
        self._product_finder: ProductFinder | None = None
        self._orders_drawer: OrdersDrawer | None = None
        self._by_hand_drawer: ByHandDrawer | None = None
        self._stock_desk_page: StockDesk | None = None
        self._export_page: ExportPage | None = None

    def open_orders(self) -> None:
        """Show the shop's orders."""
        self.open_with("orders", self._orders)

    def open_findings(self) -> None:
        """Show what does not add up."""
        self.open_with("findings", self._findings)

    def open_outbox(self) -> None:
        """Show what is on its way to the shop, and what needs a person."""
        self.open_with("outbox", self._outbox)

    def open_stock_desk(self) -> None:
        """Find any SKU, and change its stock and its terms."""
        self.open_with("stock desk", self._stock_desk)

    def open_notice(self) -> None:
        """Change what is said of stopped sales."""
        there = stopped(self._acts.bridge.show)
        if not there:
            title = QCoreApplication.translate("Drawers", "No sale is stopped.")
            self._acts.notice("stop sale", title, QCoreApplication.translate("Drawers", "Stop one first."))
            return
        self._show("stock desk", self._stock_desk)
        if self._stock_desk_page is not None:
            self._stock_desk_page.ask_notice(() if ALL in there else tuple(there), self.selling.notice)

    def _stock_desk(self) -> Drawer:
        from console.ui.stock.desk.drawer import StockDesk  # noqa: PLC0415 - as below

        drawer = self._stock_desk_page = StockDesk(self._acts, self.selling, self._look, self._standings.now)
        return Drawer(drawer, drawer.left)

    def open_claims(self) -> None:
        """Show the claims: what needs a person first."""
        self.open_with("claims", self._claims)

    def open_by_hand(self) -> None:
        """Enter a claim for a buyer."""
        self.open_with("by hand", self._by_hand)

    def claim_for(self, buyer: str, name: str, source: str, about: str) -> None:
        """Enter a claim for who said a line, or for somebody whose line was missed."""
        from console.ui.claims.by_hand import Asking  # noqa: PLC0415 - the first paint need not wait for it

        page = self._page("by hand", self._by_hand)
        if self._by_hand_drawer is not None:
            self._by_hand_drawer.ask(Asking(buyer, name, source, about))
        if not page.isVisible():
            self.frame.open_page(page)

    def _by_hand(self) -> Drawer:
        from console.ui.claims.by_hand import ByHandDrawer  # noqa: PLC0415 - as above

        drawer = self._by_hand_drawer = ByHandDrawer(self._acts, self._look)
        return Drawer(drawer, drawer.left)

    def open_claim_rules(self) -> None:
        """Show what counts as a claim and how claims are granted."""
        self.open_with("claim rules", self._claim_rules)

    def _claim_rules(self) -> Drawer:
        from console.ui.claims.rules_drawer import RulesDrawer  # noqa: PLC0415 - the first paint need not wait for it

        drawer = RulesDrawer(self._acts, self._look)
        return Drawer(drawer, drawer.left)

    def open_finder(self) -> None:
        """Find products in the catalogue, to add them to the queue or to change them."""
        self.open_with("finder", self._finder)

    def find_product(self, text: str) -> None:
        """Find one product of the catalogue."""
        self._show("finder", self._finder)
        if self._product_finder:
            self._product_finder.look_for(text)

    def find_order(self, text: str) -> None:
        """Find one of the shop's orders."""
        self._show("orders", self._orders)
        if self._orders_drawer:
            self._orders_drawer.look_for(text)

    def open_products_import(self) -> None:
        """Import products, with a preview."""
        self.open_with("products import", self._products_import)

    def open_rundown_import(self) -> None:
        """Import a rundown, with a preview."""
        self.open_with("rundown import", self._rundown_import)

    def open_export(self) -> None:
        """Write what is in the file as tables."""
        self.open_with("export", self._export)

    def export_claims(self, only: str) -> None:
        """Write claims as a table: those that this lets through."""
        self._show("export", self._export)
        if self._export_page is not None:
            self._export_page.ask_claims(only)

    def open_connections(self) -> None:
        """Show the shops and chats, to set them up and to try them."""
        self.open_with("connections", self._connections)

    def open_preflight(self) -> None:
        """Show everything that is looked at before a show goes live."""
        self.open_with("preflight", self._preflight)

    @property
    def preflight_shown(self) -> bool:
        """Whether that list is in view."""
        return "preflight" in self._made and self._made["preflight"].page.isVisible()

    def _preflight(self) -> Drawer:
        from console.ui.preflight.drawer import PreflightDrawer  # noqa: PLC0415 - the first paint need not wait

        drawer = PreflightDrawer(self._acts, self._standings, self._look)
        drawer.go_to.connect(self._go_to)
        return Drawer(drawer, drawer.left)

    def _go_to(self, thing: str) -> None:
        """Open what puts a thing right; what is in a panel is told by `panel_wanted`."""
        openings = {
            "shop": self.open_connections,
            "chat": self.open_connections,
            "differences": self.open_findings,
            "outbox": self.open_outbox,
            "claims": self.open_claim_rules,
            "prices": self.open_finder,
            "backup": self.open_backups,
        }
        if thing in openings:
            openings[thing]()
        elif thing in {"queue", "stock", "rundown"}:
            self.frame.close_page()
            self.panel_wanted.emit(thing)

    def open_backups(self) -> None:
        """Show the backups of the file."""
        self.open_with("backups", self._backups)

    def _backups(self) -> Drawer:
        from console.ui.backups.drawer import BackupsDrawer  # noqa: PLC0415 - the first paint need not wait

        drawer = BackupsDrawer(self._acts, self._look, self._standings.now)
        return Drawer(drawer, drawer.left)

    def open_proposals(self) -> None:
        """Show what was proposed, and what came of it."""
        self.open_with("proposals", self._proposals)

    def _proposals(self) -> Drawer:
        from console.ui.proposals.drawer import ProposalsDrawer  # noqa: PLC0415 - the first paint need not wait

        drawer = ProposalsDrawer(self._acts, self._look, self._standings.now)
        return Drawer(drawer, drawer.left)

    def open_cues(self) -> None:
        """Cue the anchor."""
        self.open_with("cues", self._cues)

    def _cues(self) -> Drawer:
        from console.ui.cues.drawer import CuesDrawer  # noqa: PLC0415 - the first paint need not wait

        drawer = CuesDrawer(self._acts, self._look, self._standings.now)
        return Drawer(drawer, drawer.left)

    def open_runbook(self) -> None:
        """Show the cards for what goes wrong."""
        self.open_with("runbook", self._runbook)

    def _runbook(self) -> Drawer:
        from console.ui.runbook.drawer import RunbookDrawer  # noqa: PLC0415 - the first paint need not wait

        drawer = RunbookDrawer(self._acts, self._look)
        return Drawer(drawer, drawer.left)

    def open_handover(self) -> None:
        """Show what whoever takes the shift has to know."""
        self.open_with("handover", self._handover)

    def _handover(self) -> Drawer:
        from console.ui.handover.drawer import HandoverDrawer  # noqa: PLC0415 - the first paint need not wait

        drawer = HandoverDrawer(self._acts, self._look, self._standings.now)
        return Drawer(drawer, drawer.left)

    def open_roles(self) -> None:
        """Take a role, or say what roles may do."""
        self.open_with("roles", self._roles)

    def _roles(self) -> Drawer:
        from console.ui.roles.drawer import RolesDrawer  # noqa: PLC0415 - the first paint need not wait

        drawer = RolesDrawer(self._acts, self._look)
        drawer.taken.connect(self.role_taken)
        return Drawer(drawer, drawer.left)

    def open_troubles(self) -> None:
        """Show what is wrong, and what was."""
        self.open_with("troubles", self._shown_troubles)

    def _shown_troubles(self) -> Drawer:
        from console.ui.troubles.drawer import TroublesDrawer  # noqa: PLC0415 - the first paint need not wait

        drawer = TroublesDrawer(self.troubles, self._look)
        return Drawer(drawer, drawer.left)

    def _connections(self) -> Drawer:
        from console.ui.connections.drawer import ConnectionsDrawer  # noqa: PLC0415 - the first paint need not wait

        drawer = ConnectionsDrawer(self._acts, self._standings, self._look)
        drawer.history_wanted.connect(self.open_troubles)
        return Drawer(drawer, drawer.left)

    def _orders(self) -> Drawer:
        from console.ui.orders.drawer import OrdersDrawer  # noqa: PLC0415 - the first paint need not wait for it

        drawer = self._orders_drawer = OrdersDrawer(self._acts, self._look)
        return Drawer(drawer, drawer.left)

    def _findings(self) -> Drawer:
        from console.ui.findings.drawer import FindingsDrawer  # noqa: PLC0415 - as above

        drawer = FindingsDrawer(self._acts, self._look)
        return Drawer(drawer, drawer.left)

    def _outbox(self) -> Drawer:
        from console.ui.outbox.drawer import OutboxDrawer  # noqa: PLC0415 - as above

        drawer = OutboxDrawer(self._acts, self._look, self._standings.now)
        drawer.differences_wanted.connect(self.open_findings)
        return Drawer(drawer, drawer.left)

    def _claims(self) -> Drawer:
        from console.ui.claims.drawer import ClaimsDrawer  # noqa: PLC0415 - as above

        drawer = ClaimsDrawer(self._acts, self._look, self._standings.now)
        drawer.export_wanted.connect(self.export_claims)
        return Drawer(drawer, drawer.left)

    def _finder(self) -> Drawer:
        from console.ui.products.finder import ProductFinder  # noqa: PLC0415 - as above

        drawer = self._product_finder = ProductFinder(self._acts, self._look, self._pictures)
        drawer.edit_wanted.connect(self._edit)
        return Drawer(drawer, drawer.left)

    def _edit(self, product: Product | None) -> None:
        """Change a product, or (None) add one; then back to the finder."""
        if self._editor is None:
            from console.ui.products.editor import ProductEditor  # noqa: PLC0415 - as above

            self._editor = ProductEditor(self._acts, self._look)
            self._editor.left.connect(self.open_finder)
            self.made.emit(self._editor)
        self._editor.open(product)
        self.frame.open_page(self._editor)

    def _products_import(self) -> Drawer:
        from console.ui.imports.products_page import ProductsPage  # noqa: PLC0415 - as above

        page = ProductsPage(self._acts, self._look)
        return Drawer(page, page.left)

    def _export(self) -> Drawer:
        from console.ui.exports.page import ExportPage  # noqa: PLC0415 - as above

        page = self._export_page = ExportPage(self._acts, self._look)
        return Drawer(page, page.left)

    def _rundown_import(self) -> Drawer:
        from console.ui.imports.rundown_page import RundownPage  # noqa: PLC0415 - as above

        page = RundownPage(self._acts, self._look)
        return Drawer(page, page.left)

    def open_with(self, name: str, make: Callable[[], Drawer]) -> None:
        """Show the page of that name, or close it; the first time it is made."""
        self.frame.open_page(self._page(name, make))

    def _show(self, name: str, make: Callable[[], Drawer]) -> None:
        """Show the page of that name, if it is not in view."""
        page = self._page(name, make)
        if not page.isVisible():
            self.frame.open_page(page)

    def _page(self, name: str, make: Callable[[], Drawer]) -> QWidget:
        if name not in self._made:
            self._made[name] = make()
            self._made[name].left.connect(self.frame.close_page)
            self.made.emit(self._made[name].page)
        return self._made[name].page
