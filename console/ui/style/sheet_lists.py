"""The rules for what lists things: tables, lists, menus, scroll bars, tabs, splitters."""

LISTS = """
QAbstractItemView {
  background: @panel; alternate-background-color: @panel; color: @text;
  border: @ringpx solid transparent; outline: none;
  selection-background-color: @raised; selection-color: @text; gridline-color: @line;
}
QAbstractItemView:focus { border: @ringpx solid @accent; border-radius: @radiuspx; }
QAbstractItemView::item { min-height: @rowpx; padding: 0 8px; border: none; }
QAbstractItemView::item:hover { background: @raised; }
QAbstractItemView::item:selected { background: @accent_tint; color: @text; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section {
  background: @panel; color: @muted; border: none; border-bottom: 1px solid @line; padding: 4px 8px;
  font-size: @captionpx;
}
QMenu { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @ground; }
QMenu::item:disabled { color: @faint; background: transparent; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; margin: 0; }
QScrollBar:horizontal { height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; }
QSplitter::handle { background: @ground; }
QSplitter::handle:hover { background: @accent; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }
QTabWidget::pane { border: none; }
"""
