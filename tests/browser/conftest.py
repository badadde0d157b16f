"""One browser, one record of the samples, and one server for all that only look; those that write have their own."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from .site import ISNAD, Site, Watched, served, watched

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# what waits longer is broken; the machine may be slow
PATIENCE_MS = 15_000
Visit = Callable[..., Watched]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them on one worker, where tests are spread: one browser is enough."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, without a window; the tests are skipped where none is installed."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"no browser: none of {', '.join(names)} is installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGS))
        expect.set_options(timeout=PATIENCE_MS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the sample articles."""
    made = tmp_path_factory.mktemp("browser") / "samples.db"
    subprocess.run([ISNAD, "add", "--samples", "--record", made], check=True, capture_output=True, timeout=120)
    return made


@pytest.fixture(scope="package")
def site(record: Path) -> Iterator[Site]:
    """The server that is only looked at."""
    with served(record) as running:
        yield running


@pytest.fixture(scope="module")
def own_site(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server on a copy of the record, for the tests of one module to write to."""
    copy = tmp_path_factory.mktemp("own") / "samples.db"
    shutil.copy(record, copy)
    with served(copy) as running:
        yield running


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens a page of its own: `visit(site, expecting={404}, **context)`. Nothing may go wrong in any of them."""
    opened: list[Watched] = []

    def visit(site: Site, expecting: frozenset[int] = frozenset(), **context: Any) -> Watched:
        made = browser.new_context(**{"viewport": {"width": 1200, "height": 900}, "locale": "en"} | context)
        made.set_default_timeout(PATIENCE_MS)
        opened.append(watched(made.new_page(), site, expecting))
        return opened[-1]

    yield visit
    for one in opened:
        one.page.context.close()
    assert [wrong for one in opened for wrong in one.wrong] == []


@pytest.fixture
def look(visit: Visit, site: Site) -> Watched:
    """A page of the server that is only looked at."""
    return visit(site)
