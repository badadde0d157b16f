"""The command line from outside: what it prints, where, and with which exit status."""

import json
import os
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import msgspec
import pytest

from isnad import __version__
from isnad.clean import clean
from isnad.cli.batch import readings
from isnad.lexicon import load
from isnad.model import Page, SourceError
from isnad.reading import read
from isnad.sources import read_pages

ISNAD = Path(sysconfig.get_path("scripts")) / "isnad"
CALL = (
    "بغداد تهاتف مسقط بشأن المياه\n"
    "أجرى وزير الخارجية العراقي فؤاد حسين، اليوم السبت، اتصالا هاتفيا مع نظيره العماني بدر البوسعيدي.\n"
)
QUIET = "موسم الزيتون يبدأ مبكرا\nبدأ المزارعون جني الزيتون قبل موعده بعد أمطار غزيرة.\n"


def isnad(*args: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([ISNAD, *map(str, args)], input=stdin, capture_output=True, check=False, timeout=120)


@pytest.fixture
def call(tmp_path: Path) -> Path:
    path = tmp_path / "call.txt"
    path.write_text(CALL, encoding="utf-8")
    return path


def lines(out: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_version() -> None:
    assert isnad("--version").stdout.decode().strip().endswith(__version__)


@pytest.mark.parametrize("args", [["--help"], ["read", "--help"], ["samples", "--help"]])
def test_help(args: list[str]) -> None:
    done = isnad(*args)
    assert done.returncode == 0
    assert b"Usage: isnad" in done.stdout


def test_help_loads_nothing_heavy() -> None:
    heavy = ["rich", "yaml", "feedparser", "resiliparse", "trafilatura", "lxml", "pycrfsuite", "isnad.lexicon"]
    code = f"import sys, isnad.cli; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.mark.parametrize(
    "args", [["read"], ["read", "x", "--format", "xml"], ["read", "x", "--published", "soon"], ["reed"]]
)
def test_a_wrong_command_line_is_status_2(args: list[str]) -> None:
    done = isnad(*args)
    assert done.returncode == 2
    assert done.stdout == b""


def test_jsonl_is_the_encoded_reading_and_nothing_else(call: Path) -> None:
    (page,) = read_pages([str(call)])
    assert isinstance(page, Page)
    expected = read(clean(page), load())
    done = isnad("read", call, "--format", "jsonl")
    assert done.returncode == 0
    assert done.stdout == msgspec.json.encode(expected) + b"\n"
    assert done.stderr == b""
    (reading,) = lines(done.stdout)
    assert "text" not in reading["article"]


def test_with_text_puts_the_stored_text_into_the_reading(call: Path) -> None:
    (reading,) = lines(isnad("read", call, "--format", "jsonl", "--with-text").stdout)
    assert reading["article"]["text"] == CALL


def test_a_call_is_read_and_shown(call: Path) -> None:
    done = isnad("read", call, "--published", "2024-11-30")
    assert done.returncode == 0
    table = done.stdout.decode()
    assert "call  held" in table
    assert "IRQ" in table
    assert "OMN" in table
    assert "2024-11-30" in table
    assert "articles: 1  contacts: 1  unreadable: 0" in table


def test_arabic_table(call: Path) -> None:
    table = isnad("read", call, "--lang", "ar").stdout.decode()
    assert "اتصال" in table
    assert "العراق" in table
    assert "المقالات: 1" in table


def test_published_stands_in_only_where_the_input_has_no_date(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    title, text = CALL.splitlines()
    articles = [{"id": "dated", "date": "2024-11-23"}, {"id": "undated"}]
    path.write_text("\n".join(json.dumps(a | {"title": title, "text": text}) for a in articles), encoding="utf-8")
    lexicon = load()
    done = readings([str(path)], lexicon, "2024-11-30", with_text=False)
    dates = {article.key: article.date for item in done if not isinstance(item, SourceError) for article in [item[0]]}
    assert dates == {"dated": "2024-11-23", "undated": "2024-11-30"}


def test_explain_names_the_rule(call: Path) -> None:
    (reading,) = lines(isnad("read", call, "--format", "jsonl").stdout)
    rule = reading["contacts"][0]["rule"]
    assert rule in isnad("read", call, "--explain").stdout.decode()
    assert rule in isnad("read", call, "--explain", "--format", "markdown").stdout.decode()
    assert rule not in isnad("read", call).stdout.decode()


def test_a_bad_input_gets_one_line_and_the_rest_goes_on(call: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    done = isnad("read", tmp_path / "absent.txt", tmp_path / "empty.txt", tmp_path / "binary.txt", call)
    assert done.returncode == 0
    complaints = done.stderr.decode().splitlines()
    assert len(complaints) == 3
    for line, name in zip(complaints, ["absent.txt", "empty.txt", "binary.txt"], strict=True):
        assert line.startswith("isnad: ")
        assert name in line
    assert "articles: 1  contacts: 1  unreadable: 3" in done.stdout.decode()


def test_nothing_read_is_status_1(tmp_path: Path) -> None:
    done = isnad("read", tmp_path / "absent.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
    assert isnad("read", tmp_path).returncode == 1


def test_standard_input(call: Path) -> None:
    done = isnad("read", "-", "--format", "jsonl", stdin=CALL.encode())
    assert done.returncode == 0
    assert len(lines(done.stdout)) == 1


def test_output_file(call: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = isnad("read", call, "--format", "jsonl", "-o", out)
    assert done.stdout == b""
    assert out.read_bytes() == isnad("read", call, "--format", "jsonl").stdout
    assert isnad("read", call, "-o", tmp_path / "no" / "such" / "folder").returncode == 2


def test_an_input_is_never_written_over(call: Path) -> None:
    assert isnad("read", call, "-o", call).returncode == 2
    assert call.read_text(encoding="utf-8") == CALL


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    title, text = QUIET.splitlines()
    many = (json.dumps({"id": str(n), "title": title, "text": text}) + "\n" for n in range(2000))
    path.write_text("".join(many), encoding="utf-8")
    command = [ISNAD, "read", path, "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_a_reading_is_written_before_the_next_input_is_there(call: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    os.mkfifo(later)
    command = [ISNAD, "read", call, later, "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        first = running.stdout.readline()
        assert json.loads(first)["article"]["key"] == "call"
        started = time.monotonic()
        later.write_text(QUIET, encoding="utf-8")
        running.stdout.read()
        assert time.monotonic() - started < 60


def test_samples_are_copied_and_read(tmp_path: Path) -> None:
    folder = tmp_path / "samples"
    assert isnad("samples", folder).returncode == 0
    assert isnad("samples", folder).returncode == 2
    copied = isnad("read", folder, "--format", "jsonl")
    packaged = isnad("read", "--samples", "--format", "jsonl")
    assert packaged.returncode == 0
    assert packaged.stderr == b""
    assert copied.stdout == packaged.stdout
    assert len(lines(packaged.stdout)) >= 12


def test_the_lavrov_fidan_call_is_among_the_samples() -> None:
    found = [
        contact
        for reading in lines(isnad("read", "--samples", "--format", "jsonl").stdout)
        for contact in reading["contacts"]
        if contact["kind"] == "call" and {p["side"] for p in contact["parties"]} == {"RUS", "TUR"}
    ]
    assert any(c["time"] and c["time"]["earliest"] == c["time"]["latest"] == "2024-11-30" for c in found)
