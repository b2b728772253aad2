"""From a server's no to words for people: HTTP's and GraphQL's codes as ShopErrors."""

import re
from collections.abc import Mapping, Sequence
from email.utils import parsedate_to_datetime

from console.desk.ports import ShopDenied, ShopError, ShopRefused, ShopUnreachable

LONGEST_WAIT = 3600.0
OK = 200
BAD_REQUEST = 400
UNAUTHORIZED = 401
FORBIDDEN = 403
NOT_FOUND = 404
TOO_MANY = 429
TOO_EARLY = frozenset({408, 425, TOO_MANY})
REDIRECTS = range(300, 400)
SERVER_ERRORS = range(500, 600)
DENIALS = frozenset({"FORBIDDEN", "UNAUTHORIZED", "UNAUTHENTICATED"})


class Faulted(ShopRefused):
    """The shop's own program said no to the request; what it had begun is rolled back."""


class NotUnderstood(Faulted):
    """It said no because it does not know such a request, and began nothing."""


class NotAllowed(ShopDenied):
    """The credentials are accepted, but do not reach so far."""


def refusal_of_status(status: int, headers: Mapping[str, str]) -> ShopError | None:
    """The error that an HTTP status stands for; None for 200, and for 400, whose body says more."""
    if status in {OK, BAD_REQUEST}:
        return None
    if status in {UNAUTHORIZED, FORBIDDEN}:
        return denied()
    if status in TOO_EARLY or status in SERVER_ERRORS:
        wait = retry_after(headers)
        return ShopUnreachable(
            f"The shop is busy or broken ({status})",
            "Wait; the shop may recover.",
            retry_after=wait,
            nothing_done=status == TOO_MANY,
        )
    if status in REDIRECTS:
        return ShopRefused(
            "The shop's address leads elsewhere", "Enter the address that the shop has now.", nothing_done=True
        )
    if status == NOT_FOUND:
        return ShopRefused("There is no shop at this address", "Check the shop's address.", nothing_done=True)
    return ShopRefused(f"The shop answered with {status}", "Check the shop's address.")


def refusal_of_faults(codes: Sequence[str], *, before_all: bool) -> ShopError:
    """The error that GraphQL's error codes stand for. Messages are left out: they may repeat what was sent.

    `before_all`: the errors are of the request itself, and not of a part of an answer to what was done.
    """
    if DENIALS.intersection(codes):
        return denied(nothing_done=before_all)
    code = next((code for code in codes if re.fullmatch(r"[A-Z_]{1,60}", code)), "no code")
    if code == "INTERNAL_SERVER_ERROR":
        return ShopUnreachable("The shop reports an error of its own", "Wait; the shop may recover.")
    if code == "GRAPHQL_VALIDATION_FAILED":
        return NotUnderstood(
            "The shop does not know what it was asked", "The shop may be too new or too old.", nothing_done=True
        )
    return Faulted(f"The shop said no ({code})", "Tell the shop's administrator.", nothing_done=before_all)


def denied(*, nothing_done: bool = True) -> ShopDenied:
    """The credentials were not accepted, or do not reach far enough."""
    return ShopDenied(
        "The shop does not accept the sign-in",
        "Check the user, the password or key, and its rights.",
        nothing_done=nothing_done,
    )


def not_allowed(*, nothing_done: bool) -> NotAllowed:
    """Refused although the sign-in had just been accepted."""
    return NotAllowed(
        "The shop does not allow this user to do that",
        "Give the user the right in the shop's settings, then try again.",
        nothing_done=nothing_done,
    )


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The wait that a server asks for, in seconds, at most an hour; a date counts from the server's own Date."""
    told = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", told):
        return min(float(told), LONGEST_WAIT)
    try:
        wait = parsedate_to_datetime(told) - parsedate_to_datetime(headers.get("Date", ""))
    except (ValueError, TypeError):
        return None
    return min(max(wait.total_seconds(), 0.0), LONGEST_WAIT)
