"""The sample corpus: Arabic articles written for the project, of invented outlets, on real public facts."""

from importlib.resources import files
from pathlib import Path


def folder() -> Path:
    """The folder that holds the sample articles and nothing else; it can be given to `isnad read` as it is."""
    return Path(str(files(__name__) / "articles"))


def paths() -> tuple[Path, ...]:
    """The sample files, sorted by name. A file may hold several articles."""
    return tuple(sorted(path for path in folder().iterdir() if path.is_file() and not path.name.startswith(".")))
