"""The sample corpus is there, is marked, and is as varied as its README says."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from isnad import samples

ARABIC = re.compile(r"[\u0621-\u064a]")


def _decoded(path: Path) -> str:
    return path.read_bytes().decode("cp1256" if "cp1256" in path.name else "utf-8")


def _rows() -> list[dict[str, str]]:
    lines = (line for path in samples.paths() if path.suffix == ".jsonl" for line in _decoded(path).splitlines())
    return [json.loads(line) for line in lines]


def test_paths_are_the_files_of_the_folder() -> None:
    assert {path.parent for path in samples.paths()} == {samples.folder()}
    assert list(samples.paths()) == sorted(samples.paths())


def test_reachable_as_package_data() -> None:
    assert (files("isnad.samples") / "articles" / "dafaf-lavrov-fidan.txt").is_file()
    assert (files("isnad.samples") / "README.md").is_file()


def test_every_layout_is_there() -> None:
    assert {path.suffix for path in samples.paths()} == {".txt", ".md", ".jsonl", ".html", ".xml"}
    assert sum(path.suffix == ".txt" for path in samples.paths()) + len(_rows()) >= 14


@pytest.mark.parametrize("path", samples.paths(), ids=lambda path: path.name)
def test_every_file_is_arabic_and_in_the_readme(path: Path) -> None:
    assert len(ARABIC.findall(_decoded(path))) > 300
    assert f"`{path.name}`" in (files("isnad.samples") / "README.md").read_text(encoding="utf-8")


def test_one_file_is_not_utf_8() -> None:
    (path,) = (path for path in samples.paths() if "cp1256" in path.name)
    with pytest.raises(UnicodeDecodeError):
        path.read_bytes().decode("utf-8")
    assert "عراقجي" in _decoded(path)


def test_rows_name_invented_outlets_and_addresses() -> None:
    rows = _rows()
    assert all(set(row) == {"id", "outlet", "date", "url", "title", "text"} for row in rows)
    assert all(row["outlet"].endswith("(عينة)") for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("path", samples.paths(), ids=lambda path: path.name)
def test_no_address_of_a_real_outlet(path: Path) -> None:
    hosts = re.findall(r"(?:https?://|pic\.)([\w.-]+)", _decoded(path))
    assert all(host.endswith("example.org") for host in hosts)
