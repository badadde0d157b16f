"""What is installed is the whole of Isnad: resources, samples and types are in the wheel that is tested."""

import ast
import os
from importlib.metadata import entry_points, metadata
from pathlib import Path

import pytest

import isnad

_WORD, _LIST = 3, 5
PACKAGE = Path(isnad.__file__).parent


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.skipif("ISNAD_TEST_WHEEL" not in os.environ, reason="run by `make test`, which installs the wheel")
def test_the_wheel_is_under_test_and_holds_every_file_of_the_package(root: Path) -> None:
    source = root / "src" / "isnad"
    assert source not in [PACKAGE, *PACKAGE.parents]
    assert contents(PACKAGE) == contents(source)


@pytest.mark.skipif("ISNAD_TEST_WHEEL" not in os.environ, reason="run by `make test`, which installs the wheel")
def test_the_wheel_holds_the_files_of_others_where_they_were_built(root: Path) -> None:
    vendor = root / "src" / "isnad" / "web" / "static" / "vendor"
    if not vendor.exists():
        pytest.skip("built without npm: no vendor folder")
    assert {"manifest.json", "fonts.css", "LICENSES.txt"} <= set(contents(PACKAGE / "web" / "static" / "vendor"))


def test_resources_samples_and_type_marker_are_installed() -> None:
    names = contents(PACKAGE)
    assert "py.typed" in names
    assert "resources/labels.yml" in names
    assert any(name.startswith("samples/articles/") for name in names)


def test_metadata() -> None:
    about = metadata("isnad")
    assert about["Version"] == isnad.__version__
    assert about["License-Expression"] == "Apache-2.0"
    assert {script.name for script in entry_points(group="console_scripts") if script.value == "isnad.cli:main"} == {
        "isnad"
    }


def arabic_words(node: ast.AST) -> list[str]:
    """The words of three Arabic letters or more in the string constants beneath a node."""
    texts = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    words = (word for text in texts for word in text.split())
    return [word for word in words if sum("\u0620" <= char <= "\u064a" for char in word) >= _WORD]


def test_python_files_hold_no_word_lists() -> None:
    """Language knowledge is data: a list of Arabic words stands in a resource, where who reads Arabic can mend it."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.Compare | ast.Call):
                words = arabic_words(node)
                if len(words) >= _LIST:
                    found[f"{path.relative_to(PACKAGE)}:{node.lineno}"] = words
    assert found == {}
