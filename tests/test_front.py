"""What the page takes from others: named by the lockfile, fetched at build time, whole or absent."""

import importlib.util
import json
import os
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import isnad

FONT_BYTES = 600_000

# an npm that makes packages out of nothing, as `npm ci` lays them out, and notes that it was run
NPM = """#!/bin/sh
echo run >> "$FAKE_NPM_RUNS"
mkdir -p node_modules
[ -z "$FAKE_NPM_FAILS" ] || { echo "npm error code $FAKE_NPM_FAILS" >&2; exit 1; }
cp -R "$FAKE_NPM_PACKAGES"/. node_modules/
"""


@pytest.fixture(scope="session")
def front(root: Path) -> ModuleType:
    """The program front/build.py as a module."""
    spec = importlib.util.spec_from_file_location("isnad_front_build", root / "front" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def vendor() -> Path:
    """The vendor folder of the Isnad under test; the test is skipped where it was built without one."""
    folder = Path(isnad.__file__).parent / "web" / "static" / "vendor"
    if not folder.exists() and os.environ.get("ISNAD_FRONT") != "require":
        pytest.skip("built without npm: no vendor folder (`make front` makes one)")
    return folder


class Tree:
    """A source tree with a fake npm."""

    def __init__(self, root: Path, environment: pytest.MonkeyPatch) -> None:
        self.root = root
        self.environment = environment
        self.lines: list[str] = []

    def fail(self, code: str) -> None:
        """From now on npm fails, half-way."""
        self.environment.setenv("FAKE_NPM_FAILS", code)

    @property
    def runs(self) -> int:
        """How often npm was run."""
        notes = self.root / "runs"
        return len(notes.read_text().splitlines()) if notes.exists() else 0

    def files(self) -> set[str]:
        """All files beneath src, and what lies in front."""
        sources = {path.relative_to(self.root).as_posix() for path in (self.root / "src").rglob("*") if path.is_file()}
        return sources | {f"front/{path.name}" for path in (self.root / "front").iterdir()} - {"front/node_modules"}


@pytest.fixture
def tree(tmp_path: Path, root: Path, front: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """A source tree with the front's own files, where npm hands out packages of a few bytes."""
    (tmp_path / "src").mkdir()
    (tmp_path / "front").mkdir()
    for name in ("package.json", "package-lock.json", "build.py"):
        shutil.copyfile(root / "front" / name, tmp_path / "front" / name)
    packages = tmp_path / "packages"
    taken = dict(front.FILES)
    for package, subsets in front.FONTS.items():
        taken[package] = [file for subset in subsets for file in front.font_files(package, subset).values()]
        family = {"metadata.json": {"family": package}, "unicode.json": dict.fromkeys(subsets, "U+0600-06FF")}
        for name, data in family.items():
            (packages / package).mkdir(parents=True, exist_ok=True)
            (packages / package / name).write_text(json.dumps(data))
    for package, files in taken.items():
        for file in [*files, "LICENSE"]:
            (packages / package / file).parent.mkdir(parents=True, exist_ok=True)
            (packages / package / file).write_text(f"{package} {file}")
        about = {"name": package, "version": "1.2.3", "license": "MIT"}
        (packages / package / "package.json").write_text(json.dumps(about))
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text(NPM)
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{npm.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("FAKE_NPM_RUNS", str(tmp_path / "runs"))
    monkeypatch.setenv("FAKE_NPM_PACKAGES", str(packages))
    monkeypatch.setenv("FAKE_NPM_FAILS", "")
    return Tree(tmp_path, monkeypatch)


def test_the_lockfile_is_in_step_and_names_no_host(root: Path, front: ModuleType) -> None:
    wanted = json.loads((root / "front" / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((root / "front" / "package-lock.json").read_text(encoding="utf-8"))
    assert wanted["private"] is True
    assert set(wanted) & {"devDependencies", "optionalDependencies", "scripts"} == set()
    assert set(wanted["dependencies"]) == {*front.FILES, *front.FONTS}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted["dependencies"].values())
    own = lock["packages"].pop("")
    assert own["dependencies"] == wanted["dependencies"]
    assert {name: about["version"] for name, about in lock["packages"].items()} == {
        f"node_modules/{name}": version for name, version in wanted["dependencies"].items()
    }
    for about in lock["packages"].values():
        assert about["integrity"].startswith("sha512-")
        # whom to pay is no address that anything is fetched from
        about.pop("funding", None)
    assert "resolved" not in json.dumps(lock)
    assert "//" not in re.sub(r'"sha512-[^"]*"', "", json.dumps(lock))


def test_the_vendor_folder_is_what_its_manifest_says(vendor: Path, root: Path, front: ModuleType) -> None:
    manifest = json.loads((vendor / "manifest.json").read_text(encoding="utf-8"))
    assert {path.name for path in vendor.iterdir()} == {*manifest["files"], "manifest.json"}
    for name, about in manifest["files"].items():
        assert about["sha256"] == front.sha256(vendor / name)
        assert about["bytes"] == (vendor / name).stat().st_size > 0
    if manifest["made_from"] != front.stamp(root) and os.environ.get("ISNAD_FRONT") != "require":
        pytest.skip("made from an older lockfile: `make front` makes it anew")
    assert manifest["made_from"] == front.stamp(root)
    wanted = json.loads((root / "front" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {name: about["version"] for name, about in manifest["packages"].items()} == wanted


def test_the_style_sheet_of_fonts_names_files_beside_it(vendor: Path) -> None:
    css = (vendor / "fonts.css").read_text(encoding="utf-8")
    rules = re.findall(r"@font-face \{[^}]*\}", css)
    fonts = {path.name for path in vendor.glob("*.woff2")}
    assert sorted(re.findall(r"url\('([^']*)'\)", css)) == sorted(fonts)
    assert len(rules) == len(fonts) == css.count("url(") == css.count("unicode-range: U+") == css.count("display: swap")
    assert set(re.findall(r"font-family: '([^']*)'", css)) == {
        "IBM Plex Sans",
        "IBM Plex Sans Arabic",
        "Amiri",
    }
    assert "//" not in css
    assert sum((vendor / name).stat().st_size for name in fonts) < FONT_BYTES


def test_licences_come_along(vendor: Path) -> None:
    licences = (vendor / "LICENSES.txt").read_text(encoding="utf-8")
    manifest = json.loads((vendor / "manifest.json").read_text(encoding="utf-8"))
    for name, about in manifest["packages"].items():
        assert f"{name} {about['version']} ({about['license']}): " in licences
    assert licences.count("SIL OPEN FONT LICENSE") == sum(
        about["license"] == "OFL-1.1" for about in manifest["packages"].values()
    )
    for name, about in manifest["files"].items():
        assert "package" not in about or name in licences


def test_the_outlines_are_of_states_by_number(vendor: Path) -> None:
    states = json.loads((vendor / "countries-110m.json").read_bytes())["objects"]["countries"]["geometries"]
    assert {"760", "400", "682"} <= {state.get("id") for state in states}


def test_a_build_with_npm_makes_the_folder_once(tree: Tree, front: ModuleType) -> None:
    assert front.build(tree.root, "require", tree.lines.append)
    made = tree.files()
    assert {path.name for path in (tree.root / front.VENDOR).iterdir()} >= {"cytoscape.min.js", "fonts.css"}
    assert front.build(tree.root, "", tree.lines.append)
    assert (tree.runs, tree.files(), tree.lines) == (1, made, [])


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_a_damaged_folder_is_made_anew(tree: Tree, front: ModuleType, damage: str) -> None:
    front.build(tree.root, "require")
    file = tree.root / front.VENDOR / "fonts.css"
    if damage == "missing":
        file.unlink()
    else:
        file.write_text("")
    assert front.build(tree.root, "", tree.lines.append)
    assert tree.runs == 2
    assert file.stat().st_size > 0


def test_a_failing_npm_leaves_nothing_half_done_and_is_told(tree: Tree, front: ModuleType) -> None:
    before = tree.files()
    tree.fail("EAI_AGAIN")
    assert not front.build(tree.root, "", tree.lines.append)
    assert tree.files() == before
    [line] = tree.lines
    assert "without its own fonts" in line
    assert "EAI_AGAIN" in line
    with pytest.raises(front.FrontError, match="EAI_AGAIN"):
        front.build(tree.root, "require")
    assert tree.files() == before


def test_a_package_that_lacks_a_file_leaves_nothing_half_done(tree: Tree, front: ModuleType) -> None:
    before = tree.files()
    (tree.root / "packages" / "world-atlas" / "countries-110m.json").unlink()
    assert not front.build(tree.root, "", tree.lines.append)
    assert tree.files() == before
    assert len(tree.lines) == 1


def test_a_machine_without_npm_builds_on(tree: Tree, front: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not front.build(tree.root, "", tree.lines.append)
    assert "npm is not installed" in tree.lines[0]
    with pytest.raises(front.FrontError, match="not installed"):
        front.build(tree.root, "require")


def test_what_was_made_stays_without_npm(tree: Tree, front: ModuleType) -> None:
    """As in an sdist that brings its vendor folder, and as after a change of the lockfile without a network."""
    front.build(tree.root, "require")
    made = tree.files()
    tree.fail("EAI_AGAIN")
    assert front.build(tree.root, "require", tree.lines.append)
    assert (tree.runs, tree.lines) == (1, [])
    lock = tree.root / "front" / "package-lock.json"
    lock.write_text(lock.read_text() + "\n")
    assert front.build(tree.root, "", tree.lines.append)
    assert tree.files() == made
    assert "older lockfile" in tree.lines[0]
    with pytest.raises(front.FrontError):
        front.build(tree.root, "require")
    assert tree.files() == made


def test_skip_never_runs_npm(tree: Tree, front: ModuleType) -> None:
    assert not front.build(tree.root, "skip", tree.lines.append)
    assert tree.runs == 0
    assert len(tree.lines) == 1


def test_an_unknown_mode_is_refused(tree: Tree, front: ModuleType) -> None:
    with pytest.raises(front.FrontError, match="skip, require"):
        front.build(tree.root, "maybe")


def test_wheel_and_sdist_take_the_folder_along_though_git_ignores_it(root: Path, front: ModuleType) -> None:
    made = {f"{front.VENDOR.as_posix()}/{path.name}" for path in (root / front.VENDOR).glob("*")}
    wheel = {file.distribution_path for file in WheelBuilder(str(root)).recurse_included_files()}
    sdist = {file.distribution_path for file in SdistBuilder(str(root)).recurse_included_files()}
    assert {name for name in wheel if "/vendor/" in name} == {name.removeprefix("src/") for name in made}
    assert {name for name in sdist if "/vendor/" in name} == made
    assert {"front/build.py", "front/package.json", "front/package-lock.json", "front/.npmrc"} <= sdist
    assert not any("node_modules" in name for name in wheel | sdist)
