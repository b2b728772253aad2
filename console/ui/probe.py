"""What Qt says of this computer, as JSON on the standard output; run in a process of its own, which Qt may end."""

import sys

import msgspec
from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImageReader, QScreen

MOST_FONTS = 5


def seen(app: QGuiApplication) -> dict[str, object]:
    """The platform, its screens, its fonts for Chinese, the formats of pictures."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return {
        "qt": qVersion(),
        "platform": app.platformName(),
        "screens": [told(screen) for screen in app.screens()],
        "chinese": [each for each in families if not QFontDatabase.isPrivateFamily(each)][:MOST_FONTS],
        "formats": [bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()],
    }


def told(screen: QScreen) -> dict[str, object]:
    """A screen's name and size."""
    return {"name": screen.name(), "width": screen.size().width(), "height": screen.size().height()}


if __name__ == "__main__":
    sys.stdout.write(msgspec.json.encode(seen(QGuiApplication(sys.argv[:1]))).decode())
