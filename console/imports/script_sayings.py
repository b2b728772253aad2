"""The patterns of scripts and the words of questions, from the files that come with the console."""

import re
from functools import cache

import msgspec

from console.domain.questions import Asking
from console.domain.script.sayings import Sayings, read_sayings
from console.errors import CuedeskError
from console.settings import resources


@cache
def script_sayings() -> Sayings:
    """The patterns, read once. Raises CuedeskError where the file cannot be used."""
    file = resources() / "script" / "sayings.json"
    try:
        return read_sayings(file.read_bytes())
    except (OSError, msgspec.MsgspecError, re.error) as error:
        raise CuedeskError(f"The patterns of scripts cannot be read: {error}", "Install Cuedesk anew.") from error


def asking_words() -> Asking:
    """The words of questions. Raises CuedeskError where the file cannot be used."""
    file = resources() / "script" / "questions.json"
    try:
        return msgspec.json.decode(file.read_bytes(), type=Asking)
    except (OSError, msgspec.MsgspecError) as error:
        raise CuedeskError(f"The words of questions cannot be read: {error}", "Install Cuedesk anew.") from error
