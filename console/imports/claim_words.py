"""The words by which chat is read for claims, from the file that comes with the console."""

import msgspec

from console.domain.claims.lexicon import Lexicon, read_words
from console.errors import CuedeskError
from console.settings import resources


def claim_words() -> Lexicon:
    """The lexicon. Raises CuedeskError where the file cannot be used."""
    file = resources() / "claims" / "words.json"
    try:
        return read_words(file.read_bytes())
    except (OSError, msgspec.MsgspecError) as error:
        raise CuedeskError(f"The words of claims cannot be read: {error}", "Install Cuedesk anew.") from error
