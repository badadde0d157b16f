"""The pictures of the page that the README shows: a contact of the sample record, in both languages.

Makes a record of the samples, serves it, and photographs the page with the Chromium that is installed. Nothing is
touched up: what the pictures show is what `isnad serve` shows.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

DOCS = Path(__file__).resolve().parent.parent / "docs"
ISNAD = Path(sysconfig.get_path("scripts")) / "isnad"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--font-render-hinting=none")  # fmt: skip
# three witnesses, two readouts, a chain that ends with one side's own statement
CONTACT = "39cae3ff"
PICTURES = {"picture.png": "en", "picture-ar.png": "ar"}
SIZE: ViewportSize = {"width": 1200, "height": 1322}
MOST = 300_000


def main() -> int:
    """Make the pictures; the exit status says whether they were made."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print(f"No browser to photograph with: install one of {', '.join(BROWSERS)}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "samples.db"
        subprocess.run([ISNAD, "add", "--samples", "--record", record], check=True, stdout=subprocess.DEVNULL)
        command = [ISNAD, "serve", "--record", record, "--port", "0", "--read-only"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            try:
                assert server.stdout is not None
                told = re.search(r"http://\S+?(?=/)", server.stdout.readline())
                if told is None:
                    print("`isnad serve` did not start.", file=sys.stderr)
                    return 1
                photograph(browser, told[0])
            finally:
                server.terminate()
    return max(weighed(DOCS / name) for name in PICTURES)


def photograph(browser: str, origin: str) -> None:
    """One picture a language, as a reader in daylight sees the page."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=list(ARGS))
        page = started.new_page(viewport=SIZE, color_scheme="light")
        for name, lang in PICTURES.items():
            page.goto(f"{origin}/{lang}/contact/{CONTACT}", wait_until="networkidle")
            page.evaluate("document.fonts.ready")
            page.screenshot(path=DOCS / name)
        started.close()


def weighed(picture: Path) -> int:
    """Whether a picture is too heavy for a README, as an exit status."""
    size = picture.stat().st_size
    print(f"{picture.name}  {size // 1000} kB")
    return int(size > MOST)


if __name__ == "__main__":
    sys.exit(main())
