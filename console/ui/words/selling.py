"""What is said of a stopped sale: sentences that are ready."""

from PySide6.QtCore import QCoreApplication


def ready_sentences() -> list[str]:
    """A few sentences for viewers; the first is said where nobody chooses another."""
    return [
        QCoreApplication.translate("Selling", "We are checking the stock. Claims wait in their order."),
        QCoreApplication.translate("Selling", "Gone for now. Who waits moves up if pieces come back."),
        QCoreApplication.translate("Selling", "The price is being corrected. Claims wait in their order."),
        QCoreApplication.translate("Selling", "A short break. The sale goes on in a few minutes."),
    ]
