"""Errors for people: a title and a next step."""


class CuedeskError(Exception):
    """Something a person must know: what is wrong, and what to do next. Neither holds a secret."""

    def __init__(self, title: str, next_step: str) -> None:
        super().__init__(f"{title} {next_step}")
        self.title = title
        self.next_step = next_step
