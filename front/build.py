"""Fetches by lockfile what the page takes from others, and lays it out under src/isnad/web/static/vendor.

The folder is made at build time, never kept in the repository, and either whole or absent:

- cytoscape.min.js            the network view; a plain script that defines the global `cytoscape`
- countries-110m.json         outlines of states (TopoJSON, object `countries`, ids are ISO 3166 numeric)
- FAMILY-SUBSET-WEIGHT-normal.woff2   fonts: ibm-plex-sans (latin, latin-ext), ibm-plex-sans-arabic (arabic),
                              amiri (arabic, latin), each in weights 400 and 700
- fonts.css                   their @font-face rules, with addresses beside it
- LICENSES.txt                under which all of this is passed on
- manifest.json               what is there: versions, sizes, SHA-256, and the stamp of what it was made from

The environment variable ISNAD_FRONT says how much it matters: `skip` never runs npm, `require` makes absence an error,
and otherwise a build without npm goes on without these files. `python front/build.py` does the same by hand.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

VENDOR = Path("src/isnad/web/static/vendor")
MODES = ("", "skip", "require")

# package: the files taken from it
FILES = {
    "cytoscape": ["dist/cytoscape.min.js"],
    "world-atlas": ["countries-110m.json"],
}
# Static fonts, not variable ones: Chromium puts a variable font into a PDF as shapes, three times as large.
WEIGHTS = (400, 700)
FONTS = {
    "@fontsource/ibm-plex-sans": ["latin", "latin-ext"],
    "@fontsource/ibm-plex-sans-arabic": ["arabic"],
    "@fontsource/amiri": ["arabic", "latin"],
}
# what a package's own LICENSE leaves out
NOTES = {
    "cytoscape": "The minified file holds parts of lodash (MIT, OpenJS Foundation) and of heap (MIT, Xueqiao Xu).",
    "world-atlas": "The data are Natural Earth's, which are in the public domain.",
}

# Short waits: who builds without a network should not sit through npm's patience.
NPM_CI = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
NPM_WAITS = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"]
SECONDS = 300


class FrontError(Exception):
    """Why the files of others could not be had, in a few words."""


def stamp(root: Path) -> str:
    """What the vendor folder is made from, as one hash: the lockfile and this program."""
    sources = [root / "front" / "package-lock.json", root / "front" / "build.py"]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()


def present(vendor: Path) -> dict[str, Any] | None:
    """The manifest of a whole vendor folder; None where there is none, or where a file is missing or was changed."""
    try:
        manifest: dict[str, Any] = json.loads((vendor / "manifest.json").read_text(encoding="utf-8"))
        files = manifest["files"]
        if all(sha256(vendor / name) == about["sha256"] for name, about in files.items()):
            return manifest
    except (OSError, ValueError, LookupError):
        pass
    return None


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetch(front: Path) -> Path:
    """Runs `npm ci` in a folder; its node_modules. Raises FrontError where npm is absent or does not succeed."""
    npm = shutil.which("npm")
    if npm is None:
        raise FrontError("npm is not installed")
    command = [npm, *NPM_CI, *NPM_WAITS]
    try:
        done = subprocess.run(command, cwd=front, capture_output=True, text=True, errors="replace", timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise FrontError(f"npm ci: {type(error).__name__}") from error
    if done.returncode != 0:
        code = re.search(r"npm (?:error|ERR!) code (\w+)", done.stderr)
        raise FrontError(f"npm ci failed ({code[1] if code else f'exit status {done.returncode}'})")
    return front / "node_modules"


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def font_files(package: str, subset: str) -> dict[int, str]:
    """Where a font package keeps a subset, for each weight."""
    name = package.rpartition("/")[2]
    return {weight: f"files/{name}-{subset}-{weight}-normal.woff2" for weight in WEIGHTS}


def font_rules(package: Path, subset: str, files: dict[int, str]) -> list[str]:
    """The @font-face rules of one subset of a font package."""
    family = read_json(package / "metadata.json")["family"]
    characters = read_json(package / "unicode.json")[subset]
    return [
        f"@font-face {{\n  font-family: '{family}';\n  font-style: normal;\n  font-weight: {weight};\n"
        f"  font-display: swap;\n  src: url('{Path(file).name}') format('woff2');\n  unicode-range: {characters};\n}}\n"
        for weight, file in files.items()
    ]


def licence(package: Path, about: dict[str, Any], files: list[str]) -> str:
    """What a package says about passing it on, with the names of the files taken from it."""
    head = f"{about['name']} {about['version']} ({about['license']}): {', '.join(Path(file).name for file in files)}"
    note = NOTES.get(about["name"])
    text = (package / "LICENSE").read_text(encoding="utf-8").strip()
    return "\n".join([head, *([note] if note else []), "", text])


def lay_out(modules: Path, folder: Path, made_from: str) -> None:
    """Copies the named files out of node_modules, with style sheet, licences and manifest."""
    taken = {package: list(files) for package, files in FILES.items()}
    rules = []
    for package, subsets in FONTS.items():
        for subset in subsets:
            files = font_files(package, subset)
            taken.setdefault(package, []).extend(files.values())
            rules += font_rules(modules / package, subset, files)
    folder.mkdir(parents=True)
    manifest: dict[str, Any] = {"made_from": made_from, "packages": {}, "files": {}}
    licences = []
    for package, files_of_it in taken.items():
        about = read_json(modules / package / "package.json")
        manifest["packages"][package] = {"version": about["version"], "license": about["license"]}
        licences.append(licence(modules / package, about, files_of_it))
        for file in files_of_it:
            shutil.copyfile(modules / package / file, folder / Path(file).name)
            manifest["files"][Path(file).name] = {"package": package}
    for name, text in {
        "fonts.css": "\n".join(rules),
        "LICENSES.txt": f"\n\n{'-' * 80}\n\n".join(licences) + "\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        manifest["files"][name] = {}
    for name, entry in manifest["files"].items():
        entry |= {"bytes": (folder / name).stat().st_size, "sha256": sha256(folder / name)}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8", newline="\n")


def put_in_place(made: Path, vendor: Path, aside: Path) -> None:
    """Exchanges the vendor folder for a new one by renaming, so that nobody sees half of it."""
    vendor.parent.mkdir(parents=True, exist_ok=True)
    if vendor.exists():
        vendor.rename(aside)
    made.rename(vendor)
    shutil.rmtree(aside, ignore_errors=True)


def renew(root: Path, made_from: str) -> None:
    """Makes the vendor folder anew. Raises FrontError, and leaves what was there, where that cannot be done."""
    made, aside = root / "front" / "made", root / "front" / "aside"
    for left in (made, aside):
        shutil.rmtree(left, ignore_errors=True)
    try:
        lay_out(fetch(root / "front"), made, made_from)
        put_in_place(made, root / VENDOR, aside)
    except (OSError, LookupError, ValueError) as error:
        raise FrontError(f"the packages are not as expected: {error}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def build(root: Path, mode: str = "", say: Callable[[str], object] = print) -> bool:
    """Brings the vendor folder of a source tree up to date; whether a whole one is there afterwards.

    Says in one line what is missing. Raises FrontError for an unknown mode and, in the mode `require`, where the folder
    could not be brought up to date.
    """
    if mode not in MODES:
        raise FrontError(f"ISNAD_FRONT is skip, require or empty, not {mode!r}")
    vendor = root / VENDOR
    made_from = stamp(root)
    there = present(vendor)
    if there is not None and there["made_from"] == made_from:
        return True
    reason = "ISNAD_FRONT=skip"
    if mode != "skip":
        try:
            renew(root, made_from)
            return True
        except FrontError as error:
            if mode == "require":
                raise
            reason = str(error)
    if there is not None:
        say(f"{VENDOR} stays as an older lockfile made it: {reason}.")
        return True
    # what is broken is worse than what is absent: the page tells the two apart by the folder alone
    shutil.rmtree(vendor, ignore_errors=True)
    say(f"The page comes without its own fonts, the map outline and the livelier network: {reason}.")
    return False


def main() -> int:
    """Builds in the source tree that this file lies in, as ISNAD_FRONT says; the exit status."""
    try:
        build(
            Path(__file__).resolve().parent.parent,
            os.environ.get("ISNAD_FRONT", ""),
            lambda line: print(line, file=sys.stderr),
        )
    except FrontError as error:
        print(f"front: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
