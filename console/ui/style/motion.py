"""Whether this system's user wishes for less motion."""

import ctypes
import sys
from configparser import ConfigParser
from configparser import Error as ConfigError
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths

SPI_GETCLIENTAREAANIMATION = 0x1042
PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_MS = 300


def calm_wished() -> bool:
    """Whether the system is set to less motion. A system that does not say so wishes for nothing.

    Qt 6.11 has no word for it. It may take a moment on Linux, so nobody asks before the window is painted.
    """
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _macos()
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    return in_files(folder) or _portal()


def _windows() -> bool:
    """Windows' “Animation effects” are off."""
    shown = ctypes.c_int(1)
    library = getattr(ctypes, "windll").user32  # noqa: B009 - only Windows has it
    told = library.SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shown), 0)
    return bool(told) and not shown.value


def _macos() -> bool:
    """MacOS' “Reduce motion” is on, as NSWorkspace says."""
    library = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    library.objc_getClass.restype = library.sel_registerName.restype = ctypes.c_void_p
    library.objc_getClass.argtypes = library.sel_registerName.argtypes = [ctypes.c_char_p]
    send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", library))
    ask = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", library))
    workspace = send(library.objc_getClass(b"NSWorkspace"), library.sel_registerName(b"sharedWorkspace"))
    return bool(ask(workspace, library.sel_registerName(b"accessibilityDisplayShouldReduceMotion")))


def in_files(folder: Path) -> bool:
    """Whether KDE's or GTK's own files in the user's folder of settings say so."""
    if _value(folder / "kdeglobals", "KDE", "AnimationDurationFactor") in {"0", "0.0"}:
        return True
    gtk = (
        _value(folder / each / "settings.ini", "Settings", "gtk-enable-animations") for each in ("gtk-4.0", "gtk-3.0")
    )
    return any(value.casefold() in {"0", "false"} for value in gtk)


def _value(path: Path, section: str, name: str) -> str:
    parser = ConfigParser(interpolation=None, strict=False)
    with suppress(OSError, ConfigError, UnicodeDecodeError):
        parser.read_string(path.read_text("utf-8"))
    return parser.get(section, name, fallback="")


def _portal() -> bool:
    """GNOME's and others' “Reduce animation”, as the desktop's portal tells it."""
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415 - 90 ms, where files say nothing

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    asking = QDBusMessage.createMethodCall(
        PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "ReadOne"
    )
    asking.setArguments(["org.gnome.desktop.interface", "enable-animations"])
    told = bus.call(asking, QDBus.CallMode.Block, PORTAL_MS)
    return told.type() == QDBusMessage.MessageType.ReplyMessage and told.arguments() == [False]
