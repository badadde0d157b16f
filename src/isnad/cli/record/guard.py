"""Errors of a command as one line and an exit status."""

import errno
import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from isnad.cli.complaint import complain

P = ParamSpec("P")
_DRIVERS = frozenset({"sqlite3", "psycopg", "sqlalchemy"})


def guarded(command: Callable[P, bool]) -> Callable[P, None]:
    """A command whose answer is whether it found or did anything: exit status 0 or 1; an error is told and gives 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        from isnad.model import IsnadError, RecordError  # the types are loaded when a command runs, not for --help

        done = False
        try:
            done = command(*args, **kwargs)
            sys.stdout.flush()
        except IsnadError as error:
            complain(error)
        except UnicodeEncodeError:
            complain(IsnadError("an argument is not valid text: use the encoding of the terminal"))
        except OSError as error:
            # the reader of our output has seen enough, or there is no room for it; what is buffered has nowhere to go
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            done = error.errno == errno.EPIPE
            if not done:
                complain(IsnadError(f"cannot write the output: {error.strerror or error}"))
        except Exception as error:
            if type(error).__module__.partition(".")[0] not in _DRIVERS:
                raise
            said = str(getattr(error, "orig", None) or error).strip().splitlines()
            complain(RecordError(str(kwargs.get("record", "the record")), said[0] if said else type(error).__name__))
        raise SystemExit(0 if done else 1)

    return run
