"""What all tests share: where the shared corpora are, and how hypothesis behaves."""

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# the machine's load is no property of the code
settings.register_profile("isnad", deadline=None)
settings.load_profile("isnad")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles beside the repository; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("the shared corpora are not beside this repository")
    return folder
