"""Telling how long a start took."""

import os
import resource
import time


def ended(began: float) -> None:
    """Tell the time since the start and the CPU time of this process, in seconds, and end it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    try:
        print(time.time() - began, used.ru_utime + used.ru_stime, flush=True)
    finally:
        os._exit(0)
