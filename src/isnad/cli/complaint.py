"""What went wrong, for the person at the terminal."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from isnad.model import IsnadError


def complain(error: "IsnadError") -> None:
    """One line on standard error, whatever the message holds."""
    from isnad.labels.plain import plain  # brings the labels, which most runs never need

    click.echo(f"isnad: {plain(str(error))}", err=True)
