"""The documents say what is so: their commands parse, their links lead somewhere, their rules hold."""

import os
import re
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path

import click
import msgspec
import pytest

from isnad.cli import main
from isnad.lexicon.constructions import Construction, frame
from isnad.lexicon.people import Person
from isnad.lexicon.titles import Head
from isnad.query.coordinates import coordinates
from isnad.samples import folder

DOCUMENTS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "benchmarks/README.md",
    "docs/adr/README.md",
    "docs/tour.md",
    "docs/fields.md",
)
SHOWN = ("README.md", "docs/tour.md")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)


def fenced(path: Path, language: str) -> list[str]:
    return [body for tag, body in FENCE.findall(path.read_text(encoding="utf-8")) if tag == language]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(root: Path, name: str) -> None:
    document = root / name
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert broken == []


def test_every_decision_is_listed(root: Path) -> None:
    folder = root / "docs" / "adr"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert records
    assert [name for name in records if f"({name})" not in listed] == []


@pytest.mark.parametrize("name", [*SHOWN, "benchmarks/README.md"])
def test_commands_of_the_documents_parse(root: Path, name: str) -> None:
    blocks = "\n".join(fenced(root / name, ""))
    for line in re.findall(r"^(?:\$ |\.venv/bin/)?isnad (.+?)(?: {2,}#.*)?$", blocks, re.M):
        command, *args = shlex.split(line)
        found = main.get_command(click.Context(main), command)
        assert found is not None, line
        found.make_context(command, [arg for arg in args if arg != "-o" and not arg.endswith((".jsonl", "brief.md"))])


def test_the_readme_is_read_in_one_go(root: Path) -> None:
    assert len((root / "README.md").read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize("name", SHOWN)
def test_the_output_in_the_documents_is_what_is_printed(root: Path, tmp_path: Path, name: str) -> None:
    isnad = Path(sysconfig.get_path("scripts")) / "isnad"
    shutil.copytree(folder(), tmp_path / "articles")
    # the documents show the width of a pipe
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "ISNAD_RECORD")}
    blocks = fenced(root / name, "console")
    assert blocks
    for block in blocks:
        for command, shown in re.findall(r"^\$ isnad (.+)\n((?:(?!\$ ).*\n)*)", block, re.M):
            printed = subprocess.check_output([isnad, *shlex.split(command)], cwd=tmp_path, env=environment)
            assert printed.decode() == shown


def test_sample_files_that_the_documents_name_are_there(root: Path) -> None:
    named = re.findall(r"articles/([\w.-]+\.\w+)", "\n".join((root / name).read_text("utf-8") for name in SHOWN))
    assert named
    assert {name for name in named if not (folder() / name).is_file()} == set()


def test_every_target_of_the_makefile_is_explained(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.M)
    assert phony
    for target in set(phony[1].split()) - {"help"}:
        assert f"@echo 'make {target} " in makefile


def test_rules_of_the_second_door_hold(root: Path) -> None:
    for body in fenced(root / "CONTRIBUTING.md", "yaml"):
        value = msgspec.yaml.decode(body)
        if isinstance(value, dict) and "id" in value:
            assert value["id"] == "RUS"
        elif isinstance(value, dict):
            known = coordinates()
            for state, places in value.items():
                for name, point in places.items():
                    assert known[state][name] == tuple(float(part) for part in point.split())
        elif "slots" in value[0]:
            assert [frame(row).id for row in msgspec.convert(value, tuple[Construction, ...])] == ["meeting.ijtamaa"]
        elif "rank" in value[0]:
            msgspec.convert(value, tuple[Head, ...])
        else:
            dated = [person | {"offices": [_written(term) for term in person["offices"]]} for person in value]
            msgspec.convert(dated, tuple[Person, ...])


def _written(term: dict[str, object]) -> dict[str, object]:
    return {key: str(value) if key == "from" else value for key, value in term.items()}


def test_no_file_names_a_registry_or_a_path_of_one_machine(root: Path) -> None:
    told = [root / "Makefile", root / "pyproject.toml", root / ".ci" / "run", *(root / name for name in DOCUMENTS)]
    wrong = re.compile(r"pypi|pythonhosted|npmjs|/work/|/root/|/home/|/tmp/", re.I)
    assert [path.name for path in told if wrong.search(path.read_text(encoding="utf-8"))] == []
