"""What the processes of a pool do in the tests of `run`: they import it by name."""

import os

from isnad.model import Page

DEADLY = "deadly"


def nothing() -> None:
    """Prepares nothing."""


def dies() -> None:
    """A process that cannot be prepared."""
    os._exit(3)


def keys(pages: tuple[Page, ...]) -> list[tuple[str, int]]:
    """The key of each page and the process that read it; a deadly page ends the process."""
    if any(page.text == DEADLY for page in pages):
        os._exit(3)
    return [(page.key, os.getpid()) for page in pages]


def sizes(pages: tuple[Page, ...]) -> list[int]:
    """How many pages came together."""
    return [len(pages)]
