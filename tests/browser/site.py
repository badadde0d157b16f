"""A running `isnad serve`, and a browser's page that keeps what went wrong in it."""

import re
import subprocess
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

ISNAD = Path(sysconfig.get_path("scripts")) / "isnad"
TOKEN = "a-token-of-the-tests"
# what Chromium says of an address left before all of it had come
_LEFT = "net::ERR_ABORTED"


class Site(NamedTuple):
    """A server: `origin` is its address without a path."""

    origin: str
    token: str


class Watched(NamedTuple):
    """A page of the browser, and what must not have happened in it. `statuses` are the errors that a test asks for."""

    page: Page
    site: Site
    wrong: list[str]
    statuses: set[int]

    def go(self, path: str) -> Page:
        """Open an address of the site."""
        self.page.goto(self.site.origin + path)
        return self.page

    def enter(self) -> Page:
        """Show the token."""
        self.go("/en/enter")
        self.page.get_by_label("Token").fill(self.site.token)
        self.page.get_by_role("button", name="Enter the token").click()
        return self.page

    @property
    def path(self) -> str:
        """Where the page is: path and query."""
        at = urlsplit(self.page.url)
        return f"{at.path}?{at.query}" if at.query else at.path


def watched(page: Page, site: Site, expecting: frozenset[int]) -> Watched:
    """The page with its watch: the console, errors of scripts, requests that fail or go elsewhere."""
    told = Watched(page, site, [], set(expecting))

    def console(message: ConsoleMessage) -> None:
        status = re.search(r"the server responded with a status of (\d+)", message.text)
        if status and int(status[1]) in told.statuses:
            return
        if message.type in ("error", "warning"):
            told.wrong.append(f"console {message.type}: {message.text} ({page.url})")

    def asked(request: Request) -> None:
        if not request.url.startswith(f"{site.origin}/"):
            told.wrong.append(f"request to another host: {request.url} ({page.url})")

    def answered(response: Response) -> None:
        if response.status >= 400 and response.status not in told.statuses:
            told.wrong.append(f"{response.status}: {response.url} ({page.url})")

    def failed(request: Request) -> None:
        if request.failure != _LEFT:
            told.wrong.append(f"request failed: {request.url}: {request.failure} ({page.url})")

    page.on("console", console)
    page.on("pageerror", lambda error: told.wrong.append(f"script: {error} ({page.url})"))
    page.on("request", asked)
    page.on("response", answered)
    page.on("requestfailed", failed)
    return told


@contextmanager
def served(record: Path) -> Iterator[Site]:
    """`isnad serve` on a record, at a free port, until the context is left."""
    command = [ISNAD, "serve", "--record", record, "--port", "0", "--token", TOKEN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        try:
            assert running.stdout is not None
            told = re.search(r"http://\S+?(?=/)", running.stdout.readline())
            assert told, "isnad serve did not say where it serves"
            yield Site(told[0], TOKEN)
        finally:
            running.terminate()
