"""The sheet: one text of rules that dresses every ordinary control."""

from console.ui.style.grid import HAIRLINE, RADIUS, RING, STEP
from console.ui.style.palette import Palette, mix, tint
from console.ui.style.sheet_lists import LISTS
from console.ui.style.type_scale import Size, TypeScale

STAGE = 28
STAGE_PRICE = 56
_GROUND = """
QWidget { color: @text; }
QMainWindow, QDialog, QWidget#ground { background: @ground; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="low"] { color: @low; }
QLabel[tone="out"] { color: @out; }
QLabel[face="caption"] { font-size: @captionpx; }
QLabel[face="strong"] { font-size: @strongpx; font-weight: 600; }
QLabel[face="heading"] { font-size: @headingpx; font-weight: 600; }
QLabel[face="stage"] { font-size: @stagepx; font-weight: 600; }
QLabel[face="stage-price"] { font-size: @stage_pricepx; font-weight: 600; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 8px; }
"""

_BUTTONS = """
QPushButton, QToolButton {
  background: @raised; color: @text; border: @hairpx solid @line; border-radius: @radiuspx;
  padding: @button_ypx @button_xpx; min-height: @controlpx;
}
QPushButton:hover, QToolButton:hover { background: @raised_hover; }
QPushButton:pressed, QToolButton:pressed { background: @line; }
QPushButton:checked, QToolButton:checked { background: @accent_tint; color: @accent; border-color: @accent; }
QPushButton[kind="primary"] { background: @accent; color: @ground; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[kind="danger"] { color: @out; border-color: @out; background: @panel; }
QPushButton[kind="danger"]:hover { background: @out_tint; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @raised; }
QToolButton[kind="quiet"] { padding: 4px; min-height: 0; }
QToolButton[kind="tab"] {
  background: transparent; border-color: transparent; color: @muted; padding: 2px @button_xpx; min-height: 0;
  font-size: @strongpx; font-weight: 600;
}
QToolButton[kind="tab"]:hover { color: @text; }
QToolButton[kind="tab"]:checked { background: @raised; color: @text; }
QToolButton[kind="normal"] { padding: @button_ypx @field_xpx; }
QPushButton[target="large"], QToolButton[target="large"] { min-height: @targetpx; padding: @button_ypx @button_xpx; }
QPushButton:disabled, QToolButton:disabled { background: @panel; color: @faint; border-color: @line; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled { border-color: transparent; }
QPushButton:focus, QToolButton:focus {
  border: @ringpx solid @accent; padding: @button_y_ringpx @button_x_ringpx;
}
QToolButton[kind="quiet"]:focus { padding: 3px; }
QToolButton[kind="normal"]:focus { padding: @button_y_ringpx @field_x_ringpx; }
QToolButton[target="large"]:focus { padding: @button_y_ringpx @button_x_ringpx; }
QPushButton[kind="primary"]:focus { border-color: @text; }
"""

_FIELDS = """
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit {
  background: @ground; color: @text; border: @hairpx solid @line; border-radius: @radiuspx;
  padding: @field_ypx @field_xpx; min-height: @controlpx;
  selection-background-color: @accent; selection-color: @ground; placeholder-text-color: @muted;
}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus {
  border: @ringpx solid @accent; padding: @field_y_ringpx @field_x_ringpx;
}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { background: @panel; color: @faint; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; outline: none; }
QCheckBox::indicator, QRadioButton::indicator {
  width: @boxpx; height: @boxpx; border: 1px solid @muted; border-radius: 3px; background: @ground;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: @accent; border-color: @accent; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 2px; border: @ringpx solid transparent; }
QCheckBox:focus, QRadioButton:focus { border: @ringpx solid @accent; border-radius: @radiuspx; }
"""


def sheet(palette: Palette, scale: TypeScale) -> str:
    """The rules of the whole application in these colours and sizes."""
    rules = _GROUND + _BUTTONS + _FIELDS + LISTS
    values = _values(palette, scale)
    for name in sorted(values, key=len, reverse=True):
        rules = rules.replace(f"@{name}", values[name])
    return rules


def _values(palette: Palette, scale: TypeScale) -> dict[str, str]:
    colours = {
        **{name: getattr(palette, name) for name in palette.__struct_fields__ if name != "sources"},
        "raised_hover": mix(palette.text, palette.raised, 0.06),
        "accent_hover": mix(palette.text, palette.accent, 0.12),
        "accent_tint": tint(palette.accent, palette.panel),
        "out_tint": tint(palette.out, palette.panel),
        "faint": mix(palette.muted, palette.panel, 0.7),
    }
    return colours | {name: str(length) for name, length in _lengths(scale).items()}


def _lengths(scale: TypeScale) -> dict[str, int]:
    thicker = RING - HAIRLINE
    return {
        "caption": scale.pixels(Size.CAPTION),
        "strong": scale.pixels(Size.STRONG),
        "stage": max(STAGE, scale.pixels(Size.HEADING)),
        "stage_price": max(STAGE_PRICE, scale.pixels(Size.HEADING)),
        "heading": scale.pixels(Size.HEADING),
        "control": scale.pixels(20),
        "target": scale.pixels(32),
        "box": scale.pixels(14),
        "row": scale.pixels(28),
        "hair": HAIRLINE,
        "ring": RING,
        "radius": RADIUS,
        "button_y": 5,
        "button_x": STEP + 4,
        "button_y_ring": 5 - thicker,
        "button_x_ring": STEP + 4 - thicker,
        "field_y": 5,
        "field_x": STEP,
        "field_y_ring": 5 - thicker,
        "field_x_ring": STEP - thicker,
    }
