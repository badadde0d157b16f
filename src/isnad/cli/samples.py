"""The sample articles that come with the package."""

import shutil
from pathlib import Path

import click

from isnad.samples import folder as articles


@click.command(short_help="Copy the sample articles into a folder.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def samples(folder: Path) -> None:
    """Copy the sample articles into FOLDER, to look at or to change.

    FOLDER is made where it does not exist; one that holds anything already is left alone.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty: choose a new directory")
    try:
        shutil.copytree(articles(), folder, dirs_exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"{folder}: {error.strerror or error}") from error
    count = sum(1 for path in folder.rglob("*") if path.is_file())
    click.echo(f"{count} files in {folder}; read them with: isnad read {folder}")
