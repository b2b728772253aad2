"""The patterns by which a script is held against the facts, from the file that comes with the console."""

import re

import msgspec

from console.domain.script.sayings import Sayings, read_sayings
from console.errors import CuedeskError
from console.settings import resources


def script_sayings() -> Sayings:
    """The patterns. Raises CuedeskError where the file cannot be used."""
    file = resources() / "script" / "sayings.json"
    try:
        return read_sayings(file.read_bytes())
    except (OSError, msgspec.MsgspecError, re.error) as error:
        raise CuedeskError(f"The patterns of scripts cannot be read: {error}", "Install Cuedesk anew.") from error
