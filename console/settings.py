"""Where things are on this computer, and the secrets that the system keeps."""

import os
import re
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from platformdirs import user_cache_path, user_data_path, user_log_path

from console.errors import CuedeskError

APPLICATION = "Cuedesk"


class SecretPlace(StrEnum):
    """Where a connection's secret is."""

    ENVIRONMENT = "environment"
    KEYRING = "keyring"
    NOWHERE = "nowhere"


def data_folder() -> Path:
    """The folder of this user's shows, made if it is missing."""
    return user_data_path(APPLICATION, appauthor=False, ensure_exists=True)


def marks_folder() -> Path:
    """The folder of this user's marks of journals; it may be missing."""
    return user_data_path(APPLICATION, appauthor=False) / "marks"


def pictures_folder() -> Path:
    """The folder of pictures that were fetched; it may be missing."""
    return user_cache_path(APPLICATION, appauthor=False) / "pictures"


def new_rehearsal() -> Path:
    """A new file in the user's folder of rehearsals, named by the time."""
    folder = data_folder() / "rehearsals"
    folder.mkdir(exist_ok=True)
    return folder / f"{datetime.now(UTC).astimezone():%Y-%m-%d %H-%M-%S}.cuedesk"


def log_folder() -> Path:
    """The folder of the program's own log, made if it is missing."""
    return user_log_path(APPLICATION, appauthor=False, ensure_exists=True)


def resources() -> Path:
    """The folder of icons, the sample show and the like: inside an installed package, beside it in a clone."""
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def variable(connection: str) -> str:
    """The environment variable that may hold a connection's secret."""
    return f"CUEDESK_SECRET_{re.sub(r'[^A-Z0-9]', '_', connection.upper())}"


def in_environment(connection: str) -> bool:
    """Whether the environment names a connection's secret: it goes before all others."""
    return variable(connection) in os.environ


def secret_of(connection: str, address: str) -> str | None:
    """A connection's secret, from the environment or from the system's keyring; None if it is in neither.

    The keyring has it under the address, so that no other server is ever told it.
    """
    if (told := os.environ.get(variable(connection))) is not None:
        return told
    import keyring  # noqa: PLC0415 - slow to import, and needed for a connection only
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        return keyring.get_password(APPLICATION, address)
    except KeyringError:
        return None


def keep_secret(connection: str, address: str, secret: str) -> None:
    """Have the system's keyring keep a connection's secret. Raises CuedeskError where there is none that does."""
    if in_environment(connection):
        title = "The environment names this password already, and it goes before the keyring."
        raise CuedeskError(title, f"Take {variable(connection)} out of the environment, or change it there.")
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        keyring.set_password(APPLICATION, address, secret)
        kept = keyring.get_password(APPLICATION, address) == secret
    except KeyringError:
        kept = False
    if not kept:
        title = "This computer has no keyring that keeps a password."
        step = (
            f"It is used until the console is closed; for the next time, set {variable(connection)} in the environment."
        )
        raise CuedeskError(title, step)


def secret_place(connection: str, address: str) -> SecretPlace:
    """Where a connection's secret is."""
    if in_environment(connection):
        return SecretPlace.ENVIRONMENT
    return SecretPlace.NOWHERE if secret_of(connection, address) is None else SecretPlace.KEYRING
