"""How long to wait before coming back."""

import msgspec

MOST_DOUBLINGS = 16


class Backoff(msgspec.Struct, frozen=True):
    """Waits that double from `first` to `most` seconds; `failures` is how many there were in a row."""

    first: float = 1
    most: float = 60
    failures: int = 0

    def failed(self) -> "Backoff":
        """One more failure."""
        return msgspec.structs.replace(self, failures=min(self.failures + 1, MOST_DOUBLINGS))

    def healed(self) -> "Backoff":
        """The connection has shown life: begin anew."""
        return msgspec.structs.replace(self, failures=0)

    def wait(self, chance: float) -> float:
        """Seconds to wait, between half and the whole of the doubled time; `chance` is from 0 to 1."""
        whole = min(self.most, self.first * 2.0 ** max(0, self.failures - 1))
        return whole * (0.5 + chance / 2)
