"""Dressing the application: palette, face and sheet in one go."""

import sys

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from console.ui.style.look import Look
from console.ui.style.palette import Palette, Theme, palette_of
from console.ui.style.sheet import sheet
from console.ui.style.type_scale import Size, type_scale

_ROLE = QPalette.ColorRole


def apply_style(app: QApplication, theme: Theme, factor: float = 1.0, *, calm: bool = False) -> Look:
    """Dress the whole application, and return the look for what paints itself. `factor` enlarges text, 1 to 2."""
    look = apply_ground(app, theme, factor, calm=calm)
    apply_sheet(app, look)
    return look


def apply_ground(app: QApplication, theme: Theme, factor: float = 1.0, *, calm: bool = False) -> Look:
    """Give the application its style, colours and face, and return the look; the sheet is still to come."""
    look = Look(palette_of(theme), type_scale(sys.platform, factor), calm)
    app.setStyle("Fusion")
    app.setPalette(qt_palette(look.palette))
    app.setFont(look.scale.font(Size.TEXT))
    return look


def apply_sheet(app: QApplication, look: Look) -> None:
    """Give all controls their rules. It costs least when the first window is made but not yet shown."""
    app.setStyleSheet(sheet(look.palette, look.scale))


def qt_palette(palette: Palette) -> QPalette:
    """Qt's own palette in these colours, for what no rule of the sheet reaches."""
    qt = QPalette()
    for role, colour in _roles(palette).items():
        qt.setColor(role, QColor(colour))
    for role in (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText):
        qt.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.muted))
    return qt


def _roles(palette: Palette) -> dict[QPalette.ColorRole, str]:
    return {
        _ROLE.Window: palette.ground,
        _ROLE.WindowText: palette.text,
        _ROLE.Base: palette.panel,
        _ROLE.AlternateBase: palette.raised,
        _ROLE.Text: palette.text,
        _ROLE.Button: palette.raised,
        _ROLE.ButtonText: palette.text,
        _ROLE.Mid: palette.line,
        _ROLE.PlaceholderText: palette.muted,
        _ROLE.Highlight: palette.accent,
        _ROLE.HighlightedText: palette.ground,
        _ROLE.Accent: palette.accent,
        _ROLE.Link: palette.accent,
        _ROLE.BrightText: palette.out,
        _ROLE.ToolTipBase: palette.raised,
        _ROLE.ToolTipText: palette.text,
    }
