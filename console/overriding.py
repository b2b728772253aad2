"""`override`, which Python has from 3.12 on, without the package that brings it to 3.11."""

from typing import TYPE_CHECKING

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: object) -> object:
        """Mark a method that takes the place of one of the class above; this is for the type checker and the reader."""
        return method
