"""`isnad actors`, `who`, `dates` and `learn-offices` from outside."""

import json
import subprocess
import sysconfig
from pathlib import Path
from typing import get_args

import pytest
import yaml

from isnad.labels.terms import Lang, labels
from isnad.lexicon.collective import ActorKind
from isnad.lexicon.people import OfficeId, load_people
from isnad.model import LexiconError
from isnad.model.reading import MentionKind
from isnad.registry import FindingKind

ISNAD = Path(sysconfig.get_path("scripts")) / "isnad"
TEXT = "أجرى وزير الخارجية العراقي فؤاد حسين، أمس الجمعة، اتصالا هاتفيا مع نظيره العماني بدر البوسعيدي."
UNLISTED = "استقبل وزير الداخلية النمساوي كارل غوستاف هوفمان وفدا في فيينا."


def isnad(*args: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([ISNAD, *map(str, args)], input=stdin, capture_output=True, check=False, timeout=120)


def lines(out: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "call.txt"
    path.write_text(f"بغداد تهاتف مسقط\n{TEXT}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", get_args(Lang))
def test_every_term_has_a_label(lang: Lang) -> None:
    words = labels(lang)
    assert set(words.offices) == set(get_args(OfficeId))
    assert set(words.mentions) == set(get_args(MentionKind))
    assert set(words.actors) == set(get_args(ActorKind))
    assert set(words.findings) == set(get_args(FindingKind))
    assert set(words.terms) == {"acting", "rival", "nominal"}


@pytest.mark.parametrize("command", ["actors", "who", "dates", "learn-offices"])
def test_help(command: str) -> None:
    done = isnad(command, "--help")
    assert done.returncode == 0
    assert f"Usage: isnad {command}".encode() in done.stdout


@pytest.mark.parametrize(
    "args",
    [
        ["actors"],
        ["actors", "--office", "king"],
        ["actors", "x", "--on", "then"],
        ["who"],
        ["dates"],
        ["learn-offices"],
    ],
)
def test_a_wrong_command_line_is_status_2(args: list[str]) -> None:
    assert isnad(*args).returncode == 2


def test_actors_as_a_table_in_both_languages() -> None:
    done = isnad("actors", "لافروف")
    assert done.returncode == 0
    assert "RUS  Sergey Lavrov" in done.stdout.decode()
    assert "foreign minister  2004-03-09 – today" in done.stdout.decode()
    arabic = isnad("actors", "lavrov", "--lang", "ar").stdout.decode()
    assert "وزير الخارجية" in arabic
    assert "مارس" in arabic


def test_actors_for_programs() -> None:
    (person,) = lines(
        isnad(
            "actors", "--office", "foreign-minister", "--side", "TUR", "--on", "2020-01-27", "--format", "jsonl"
        ).stdout
    )
    assert (person["kind"], person["id"]) == ("person", "mevlut-cavusoglu")
    assert person["offices"] == [
        {
            "office": "foreign-minister",
            "from": "2015-11-24",
            "to": "2023-06-03",
            "source": person["offices"][0]["source"],  # type: ignore[index]
            "limit": None,
            "acting": False,
            "rival": False,
            "nominal": False,
            "title": None,
            "side": None,
        }
    ]


def test_nothing_found_is_status_1() -> None:
    done = isnad("actors", "nobody", "of", "that", "name")
    assert done.returncode == 1
    assert b"nothing in the registry" in done.stdout


def test_who_in_a_text() -> None:
    out = isnad("who", TEXT, "--published", "2024-11-30").stdout.decode()
    assert "[وزير الخارجية العراقي فؤاد حسين]" in out
    assert "Fuad Hussein" in out
    assert "OMN" in out


def test_who_for_programs_has_spans_of_the_text() -> None:
    (found,) = lines(isnad("who", TEXT, "--format", "jsonl").stdout)
    mentions = {m["text"]: m for m in found["mentions"]}  # type: ignore[attr-defined]
    assert all(TEXT[m["start"] : m["end"]] == text for text, m in mentions.items())
    hussein = mentions["وزير الخارجية العراقي فؤاد حسين"]
    assert (hussein["actor"], hussein["side"], hussein["office"]) == ("fuad-hussein", "IRQ", "وزير الخارجية العراقي")


def test_who_reads_files_and_standard_input(article: Path) -> None:
    (from_file,) = lines(isnad("who", article, "--format", "jsonl").stdout)
    (from_pipe,) = lines(isnad("who", "-", "--format", "jsonl", stdin=article.read_bytes()).stdout)
    assert from_file["article"] == "call"
    assert from_file["mentions"] == from_pipe["mentions"] != []


def test_who_of_an_absent_file_is_status_1(tmp_path: Path) -> None:
    done = isnad("who", tmp_path / "absent.txt")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"absent.txt" in done.stderr


def test_who_prints_no_control_characters() -> None:
    assert b"\x1b" not in isnad("who", TEXT + "\u202e\x1b[31m").stdout


def test_dates_with_a_day_given(article: Path) -> None:
    (found,) = lines(isnad("dates", article, "--published", "2024-11-30", "--format", "jsonl").stdout)
    (time,) = found["times"]  # type: ignore[misc]
    assert (time["text"], time["value"], time["earliest"], time["latest"]) == (
        "أمس الجمعة",
        "2024-11-29",
        *["2024-11-29"] * 2,
    )
    table = isnad("dates", article, "--published", "2024-11-30").stdout.decode()
    assert "2024-11-29" in table
    assert time["rule"] in table


def test_dates_argues_step_by_step_and_tells_contradictions(article: Path) -> None:
    article.write_text("خبر\nوصل الوفد أمس الجمعة 29 نوفمبر 2024 إلى بغداد.\n", encoding="utf-8")
    table = isnad("dates", article).stdout.decode()
    assert "published: 2024-11-30" in table
    assert "leaves 2024-11-30" in table
    wrong = isnad("dates", article, "--published", "2024-12-09").stdout.decode()
    assert "problem" in wrong


def test_dates_of_a_text_without_any() -> None:
    done = isnad("dates", "-", "--lang", "ar", stdin="خبر\nشكر الوزير الحضور.\n".encode())
    assert done.returncode == 0
    assert "لا تعبير زمنيا فيه" in done.stdout.decode()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    articles = [{"id": f"n{n}", "date": f"2010-03-0{n}", "title": "", "text": UNLISTED} for n in (1, 2, 3)]
    path.write_text("\n".join(json.dumps(a) for a in articles), encoding="utf-8")
    return path


def test_learn_offices(corpus: Path) -> None:
    (found,) = lines(isnad("learn-offices", corpus, "--format", "jsonl").stdout)
    assert (found["kind"], found["side"], found["office"]) == ("person", "AUT", "interior-minister")
    assert (found["first"], found["last"], found["articles"]) == ("2010-03-01", "2010-03-03", 3)
    table = isnad("learn-offices", corpus).stdout.decode()
    assert "not in the registry" in table
    assert isnad("learn-offices", corpus, "--min-articles", "4", "--format", "jsonl").stdout == b""


def test_proposals_wait_for_a_person_to_complete_them(corpus: Path, tmp_path: Path) -> None:
    out = isnad("learn-offices", corpus, "--format", "yaml").stdout.decode()
    (entry,) = yaml.safe_load(out)
    assert entry["name"] == {"ar": "كارل غوستاف هوفمان", "en": ""}
    folder = tmp_path / "people"
    folder.mkdir()
    (folder / "AUT.yml").write_text(out, encoding="utf-8")
    with pytest.raises(LexiconError):
        load_people(folder)
    done = (
        out.replace('id: ""', "id: karl-hofmann")
        .replace('from: ""', "from: 2010")
        .replace('source: ""', "source: A list")
    )
    (folder / "AUT.yml").write_text(done, encoding="utf-8")
    assert load_people(folder)[0].offices[0].office == "interior-minister"


def test_an_unreadable_corpus_is_status_1(tmp_path: Path) -> None:
    assert isnad("learn-offices", tmp_path / "absent").returncode == 1
