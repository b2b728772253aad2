"""The program's own log: in the user's log folder, rotated, without secrets or buyers' words."""

import logging
from functools import cache
from logging.handlers import RotatingFileHandler

from console.settings import log_folder

BYTES = 1_000_000
FILES = 5


@cache
def log() -> logging.Logger:
    """The log."""
    logger = logging.getLogger("cuedesk")
    handler = writing()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return logger


def writing() -> logging.Handler:
    """What writes the log; where its folder cannot be used, the log goes to the standard error."""
    try:
        return RotatingFileHandler(log_folder() / "cuedesk.log", maxBytes=BYTES, backupCount=FILES, encoding="utf-8")
    except OSError:
        return logging.StreamHandler()


def log_failure(name: str, error: BaseException) -> None:
    """Note that a part of the program failed: where and of what kind, but not its words, which may hold a buyer's."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename.rpartition('console')[2]}:{trace.tb_lineno}" if trace else "?"
    log().error("%s failed: %s at %s", name, type(error).__name__, where)
