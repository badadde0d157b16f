"""Errors of a command as one line and an exit status."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from isnad.cli.complaint import complain

P = ParamSpec("P")


def guarded(command: Callable[P, bool]) -> Callable[P, None]:
    """A command whose answer is whether it found or did anything: exit status 0 or 1; an error is told and gives 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        from isnad.model import IsnadError  # the types are loaded when a command runs, not for --help

        try:
            done = command(*args, **kwargs)
        except IsnadError as error:
            complain(error)
            done = False
        raise SystemExit(0 if done else 1)

    return run
