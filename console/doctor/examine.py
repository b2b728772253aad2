"""All that the doctor looks at, in the order in which it is told."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path

from console.doctor import computer, connections, file
from console.doctor.looks import Look, looked
from console.doctor.screen import of_window
from console.domain.health import Check
from console.domain.preflight import of_outbox
from console.domain.show import Show
from console.settings import APPLICATION, SecretPlace, pictures_folder, secret_place
from console.storage.reader import reading
from console.storage.recognised import recognised

FILE_LONGEST = 60.0


def examined(path: Path | None) -> list[Check]:
    """What was found of the computer, and of a show's file and its connections if one is named.

    Raises CuedeskError if that is no studio's file.
    """
    show = shown(path) if path else Show()
    folders = {
        "data": user_data_path(APPLICATION, appauthor=False),
        "settings": user_config_path(APPLICATION, appauthor=False),
        "pictures": pictures_folder(),
        "log": user_log_path(APPLICATION, appauthor=False),
    }
    places = {"file": path.absolute().parent, **folders} if path else folders
    return looked([*of_computer(show, folders, places), *(of_file(path, show) if path else ())])


def shown(path: Path) -> Show:
    """The show of a file, and with it the connections."""
    recognised(path)
    with reading(path) as reader:
        return reader.show()


def of_computer(show: Show, folders: dict[str, Path], places: dict[str, Path]) -> list[Look]:
    """What of the computer is looked at."""
    return [
        Look("Python", computer.of_python),
        Look("SQLite", computer.of_sqlite),
        Look("Qt", computer.of_qt_package),
        Look("window", of_window),
        Look("time zone", computer.of_time_zone),
        Look("disk", partial(computer.of_disks, places)),
        Look("folders", partial(computer.of_folders, folders)),
        Look("log", partial(computer.of_log, folders["log"])),
        Look("network", computer.of_network),
        Look("keyring", partial(of_keyring, show)),
        Look("OBS", computer.of_obs),
    ]


def of_keyring(show: Show) -> tuple[Check, ...]:
    """The keyring, which is needed if a shop's password is not in the environment."""
    places = [secret_place(each.name, each.address) for each in connections.shops(show.connections)]
    return tuple(computer.of_keyring(needed=any(each is not SecretPlace.ENVIRONMENT for each in places)))


def of_file(path: Path, show: Show) -> list[Look]:
    """What of a file is looked at, and of what it is connected to."""
    trials = [
        Look(each.kind.value, partial(connections.of_connection, each, show.currency), each.name)
        for each in show.connections
    ]
    shops = connections.shops(show.connections)
    secrets = [Look("password", partial(connections.of_secret, each), each.name) for each in shops]
    return [
        Look("file", partial(file.of_soundness, path), longest=FILE_LONGEST),
        Look("rights", partial(file.of_rights, path)),
        Look("lock", partial(file.of_holder, path)),
        Look("clock", partial(file.of_last_time, show, datetime.now(UTC))),
        Look("backup", partial(file.of_backups, path)),
        Look("outbox", partial(of_outbox, show)),
        *secrets,
        *trials,
    ]
