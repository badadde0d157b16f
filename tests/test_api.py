"""The HTTP API, on the sample articles: every question, every error, and what it says of itself."""

import csv
import io
import json
import sqlite3
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from isnad.cli import main
from isnad.model import Comparison, Reading, RecordContact
from isnad.samples import folder
from isnad.sources import read_pages
from isnad.store.record import Record
from isnad.web.api.examples import examples
from isnad.web.api.openapi import document, operations
from isnad.web.app import create_app
from isnad.web.settings import Settings

from .record_cases import ANKARA, MOSCOW

TOKEN = "a token of the tests"
WRITER = {"authorization": f"Bearer {TOKEN}"}
SATURDAY = "2024-11-30"
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles in a record, which no test changes."""
    path = tmp_path_factory.mktemp("api") / "samples.db"
    with Record(str(path)) as record:
        list(record.add(read_pages([str(folder())])))
        record.merge()
    return path


def server(record: Path | str, **more: Any) -> TestClient:
    app = create_app(Settings(record=str(record), token=TOKEN, **more))
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)


@pytest.fixture(scope="module")
def client(made: Path) -> TestClient:
    return server(made)


@pytest.fixture
def own(made: Path, tmp_path: Path) -> TestClient:
    """A server of a copy of the record, which a test may change."""
    path = tmp_path / "own.db"
    with sqlite3.connect(made) as source, sqlite3.connect(path) as target:
        source.backup(target)
    source.close()
    target.close()
    return server(path)


def get(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(f"/api/v1/{path}", params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == PROBLEM
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert told["title"]
    assert set(told) == {"type", "title", "status", "detail", "instance"}
    return told


def cli(record: Path, *args: str) -> str:
    result = CliRunner(env={"ISNAD_RECORD": str(record)}).invoke(main, list(args), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def several(client: TestClient) -> dict[str, Any]:
    """A contact with two reports or more."""
    found = get(client, "contacts", size=200)["contacts"]
    return next(c for c in found if len(c["reports"]) > 1)  # type: ignore[no-any-return]


def test_the_pages_of_contacts_are_what_the_command_lists(client: TestClient, made: Path) -> None:
    at: str | None = "/api/v1/contacts?size=7"
    found: list[dict[str, Any]] = []
    links = 0
    while at:
        answer = client.get(at)
        told = answer.json()
        assert (f'<{told["next"]}>; rel="next"' in answer.headers.get("link", "")) is bool(told["next"])
        found += told["contacts"]
        links += 1
        at = told["next"]
    assert links > 2
    listed = [json.loads(line) for line in cli(made, "contacts", "--format", "jsonl").splitlines()]
    assert found[::-1] == listed
    assert told["total"] == len(listed)


def test_all_contacts_as_a_file_are_what_the_command_writes(client: TestClient, made: Path) -> None:
    for form, media in (("jsonl", "application/x-ndjson"), ("csv", "text/csv; charset=utf-8")):
        answer = client.get("/api/v1/contacts", params={"format": form})
        assert answer.headers["content-type"] == media
        assert answer.text == cli(made, "contacts", "--format", form)


def test_contacts_are_filtered_as_by_the_command(client: TestClient, made: Path) -> None:
    args = ["--side", "RUS", "--actor", "لافروف", "--kind", "call", "--since", "2024-11-01", "--until", SATURDAY]
    wanted = [json.loads(line)["id"] for line in cli(made, "contacts", *args, "--format", "jsonl").splitlines()]
    query = {"side": "RUS", "actor": "لافروف", "kind": "call", "since": "2024-11-01", "until": SATURDAY}
    assert [c["id"] for c in get(client, "contacts", **query)["contacts"]] == wanted[::-1]
    assert wanted


def test_a_form_sends_what_was_left_empty(client: TestClient) -> None:
    empty = {"actor": "", "since": "", "until": "", "sources": "", "kind": "", "topic": "", "story": " "}
    left = get(client, "contacts", **empty)
    assert left["contacts"] == get(client, "contacts")["contacts"]
    assert "topic=" in left["next"]


def test_a_contact_is_its_document(client: TestClient, made: Path) -> None:
    id_ = several(client)["id"]
    answer = client.get(f"/api/v1/contact/{id_}")
    assert answer.content + b"\n" == cli(made, "show", id_, "--format", "jsonl").encode()
    assert msgspec.json.decode(answer.content, type=RecordContact).schema == "isnad/contact/1"
    assert get(client, f"contact/{id_[:8]}")["id"] == id_


@pytest.mark.parametrize("below", ["", "/compare", "/statements"])
def test_an_old_id_leads_to_the_present_one(client: TestClient, below: str) -> None:
    contact = several(client)
    old = next(r["contact"] for r in contact["reports"] if r["contact"] != contact["id"])
    answer = client.get(f"/api/v1/contact/{old}{below}?size=3")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/api/v1/contact/{contact['id']}{below}?size=3"


def test_a_comparison_is_the_commands(client: TestClient, made: Path) -> None:
    id_ = several(client)["id"]
    answer = client.get(f"/api/v1/contact/{id_}/compare")
    assert answer.content + b"\n" == cli(made, "compare", id_, "--format", "jsonl").encode()
    msgspec.json.decode(answer.content, type=Comparison)


def said_in(contact: dict[str, Any]) -> set[str]:
    return {id_ for report in contact["reports"] for id_ in report.get("statements", ())}


def test_statements(client: TestClient, made: Path) -> None:
    contact = max(get(client, "contacts", size=200)["contacts"], key=lambda c: len(said_in(c)))
    said = get(client, f"contact/{contact['id']}/statements", size=200)
    assert {s["statement"]["id"] for s in said["statements"]} == said_in(contact)
    assert said["total"] == len(said["statements"]) > 1
    assert {s["contact"] for s in said["statements"]} == {contact["id"]}
    every: list[dict[str, Any]] = []
    page = get(client, "statements", speaker="لافروف", size=3)
    while True:
        every += page["statements"]
        if not page["next"]:
            break
        page = client.get(page["next"]).json()
    listed = cli(made, "statements", "--record", str(made), "--speaker", "لافروف", "--format", "jsonl").splitlines()
    assert len(every) == page["total"] == len(listed)
    assert {s["statement"]["id"] for s in every} == {json.loads(line)["statement"]["id"] for line in listed}
    assert get(client, "statements", side="RUS", since=SATURDAY, until=SATURDAY)["total"] > 0


def test_stories(client: TestClient) -> None:
    found = get(client, "stories", single=True, size=200)
    assert found["total"] == len(found["stories"])
    story = max(found["stories"], key=lambda s: len(s["contacts"]))
    assert get(client, f"story/{story['id']}") == story
    assert get(client, f"story/{story['id'][:10]}") == story
    inner = next(id_ for id_ in story["contacts"] if id_ != story["id"])
    answer = client.get(f"/api/v1/story/{inner}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/api/v1/story/{story['id']}")
    days = get(client, "stories", single=True, since=SATURDAY, until=SATURDAY)
    assert 0 < days["total"] < found["total"]
    problem(client.get("/api/v1/story/ffffffffffffffff"), 404)


def test_actors(client: TestClient) -> None:
    found = get(client, "actors", q="لافروف")
    assert [p["id"] for p in found["people"]] == ["sergey-lavrov"]
    assert get(client, "actors", q="روسيا")["actors"][0]["id"] == "RUS"
    ministers = get(client, "actors", office="foreign-minister", on=SATURDAY, side="TUR")["people"]
    assert [p["id"] for p in ministers] == ["hakan-fidan"]
    page = get(client, "actors", size=3)
    assert len(page["people"]) == 3
    assert client.get(page["next"]).json()["people"] != page["people"]


def test_an_actor(client: TestClient) -> None:
    person = get(client, "actor/sergey-lavrov")
    assert person["person"]["name"]["en"] == "Sergey Lavrov"
    assert person["contacts"] == get(client, "contacts", actor="sergey-lavrov")["total"] > 0
    assert person["first"] <= person["last"]
    state = get(client, "actor/RUS")
    assert (state["person"], state["collective"]["kind"]) == (None, "state")
    assert state["contacts"] == get(client, "contacts", side="RUS")["total"]
    problem(client.get("/api/v1/actor/nobody-at-all"), 404)


def test_articles(client: TestClient) -> None:
    found = get(client, "articles", size=200)
    assert found["total"] == len(found["articles"])
    days = [a["published"]["earliest"] or "" for a in found["articles"]]
    assert days == sorted(days, reverse=True)
    outlet = next(a["outlet"] for a in found["articles"] if a["outlet"])
    some = get(client, "articles", outlet=outlet[:4])["articles"]
    assert some
    assert all(outlet[:4] in a["outlet"] for a in some)
    assert get(client, "articles", since=SATURDAY, until=SATURDAY)["total"] < found["total"]


def test_an_article_is_its_reading_with_the_text(client: TestClient) -> None:
    head = next(a for a in get(client, "articles", size=200)["articles"] if a["contacts"])
    by_sha = client.get(f"/api/v1/article/{head['sha256']}")
    reading = msgspec.json.decode(by_sha.content, type=Reading)
    assert reading.schema == "isnad/reading/1"
    text = reading.article.text
    assert isinstance(text, str)
    for contact in reading.contacts:
        assert text[contact.evidence.start : contact.evidence.end] == contact.evidence.text
    for ref in (head["sha256"][:12], head["key"]):
        assert client.get(f"/api/v1/article/{ref}").content == by_sha.content
    problem(client.get("/api/v1/article/there-is-no-such-key"), 404)


def test_outlets_and_names(client: TestClient) -> None:
    outlets = get(client, "outlets")
    assert outlets["total"] == len(outlets["outlets"]) > 0
    referents = get(client, "names/referents")["referents"]
    used = get(client, "names", referent=referents[0]["id"])["names"]
    assert {u["referent"] for u in used} == {referents[0]["id"]}
    assert sum(u["times"] for u in used) >= referents[0]["times"]


def test_search(client: TestClient) -> None:
    found = get(client, "search", q="دمشق", size=2)
    assert found["total"] > len(found["hits"]) == 2
    snippet = found["hits"][0]["snippets"][0]
    start, end = snippet["hits"][0]
    assert "دمشق" in snippet["text"][start - snippet["start"] : end - snippet["start"]]
    following = client.get(found["next"]).json()
    assert not {h["sha256"] for h in found["hits"]} & {h["sha256"] for h in following["hits"]}
    for nothing in ("؟؟", 'O\'Neill "x" a:* & (', "\0"):
        assert get(client, "search", q=nothing) == {"hits": [], "total": 0, "next": None}
    problem(client.get("/api/v1/search"), 422)


def test_timeline_and_network(client: TestClient, made: Path) -> None:
    line = get(client, "timeline", by="week", side="RUS")
    told = [
        json.loads(row)
        for row in cli(made, "timeline", "--by", "week", "--side", "RUS", "--format", "jsonl").splitlines()
    ]
    assert line == {"by": "week", "bins": told}
    net = get(client, "network", by="person")
    assert net["ties"] == [
        json.loads(row) for row in cli(made, "network", "--by", "person", "--format", "jsonl").splitlines()
    ]
    few = get(client, "network", top=2)
    assert len(few["ties"]) == 2
    assert {n["id"] for n in few["nodes"]} == {end for t in few["ties"] for end in (t["a"], t["b"])}


def test_the_network_as_files(client: TestClient) -> None:
    net = get(client, "network", by="person")
    answer = client.get("/api/v1/network?by=person&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(r["a"], r["b"], int(r["contacts"])) for r in rows] == [
        (t["a"], t["b"], t["contacts"]) for t in net["ties"]
    ]
    answer = client.get("/api/v1/network?by=person&format=graphml")
    assert answer.headers["content-type"] == "application/graphml+xml"
    graph = ElementTree.fromstring(answer.content)
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    assert [n.get("id") for n in graph.findall(".//g:node", space)] == [n["id"] for n in net["nodes"]]
    assert len(graph.findall(".//g:edge", space)) == len(net["ties"])


def test_the_brief_of_a_day(client: TestClient) -> None:
    told = get(client, "brief", on=SATURDAY)
    assert told["sections"]
    found = {item["contact"]["id"] for section in told["sections"] for item in section["items"]}
    assert found == {c["id"] for c in get(client, "contacts", since=SATURDAY, until=SATURDAY, size=200)["contacts"]}
    assert get(client, "brief")["sections"]
    assert get(client, "brief", on="1990-01-01") == {"sections": [], "articles": [], "outlets": []}


def test_conflicts(own: TestClient) -> None:
    assert get(own, "conflicts") == {"conflicts": [], "total": 0, "next": None}
    days = {c["time"]["value"]: c for c in get(own, "contacts", kind="call", size=200)["contacts"] if c["time"]}
    a, b = list(days.values())[:2]
    judged(own, kind="join", subject=a["id"], other=b["id"])
    found = get(own, "conflicts")
    assert found["total"] == get(own, "contacts", conflicting=True)["total"] == 1
    assert found["conflicts"][0]["contact"] == min(a["id"], b["id"])
    assert found["conflicts"][0]["conflicts"]


def test_etags(client: TestClient) -> None:
    answer = client.get("/api/v1/contacts")
    tag = answer.headers["etag"]
    assert tag.startswith('"')
    assert answer.headers["cache-control"] == "no-cache"
    for shown in (tag, f'"x", W/{tag}', "*"):
        again = client.get("/api/v1/contacts", headers={"if-none-match": shown})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/api/v1/contacts?size=2", headers={"if-none-match": tag}).status_code == 200


def test_head_is_get_without_the_body(client: TestClient) -> None:
    for path in ("contacts", "outlets", "contacts?format=csv", "contact/ffffffffffffffff", "nothing"):
        asked, headed = client.get(f"/api/v1/{path}"), client.head(f"/api/v1/{path}")
        assert headed.content == b""
        assert (headed.status_code, dict(headed.headers)) == (asked.status_code, dict(asked.headers))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nothing/here", 404),
        ("contact/ffffffffffffffff", 404),
        ("contact/ffffffffffffffff/compare", 404),
        ("contact/not-an-id", 422),
        ("contact/%00", 422),
        ("article/%00", 422),
        ("article/" + "a" * 2001, 422),
        ("verdicts/1", 404),
        ("verdicts/0", 422),
        ("verdicts/99999999999999999999", 422),
        ("contacts?since=yesterday", 422),
        ("contacts?since=1732924800", 422),
        ("contacts?since=2024-02-31", 422),
        ("contacts?since=2024-12-01&until=2024-11-30", 422),
        ("contacts?kind=phone", 422),
        ("contacts?status=held&status=perhaps", 422),
        ("contacts?sources=-1", 422),
        ("contacts?size=201", 422),
        ("contacts?size=0", 422),
        ("contacts?page=0", 422),
        ("contacts?format=xml", 422),
        ("contacts?topic=" + "a" * 201, 422),
        ("contacts?" + "&".join(["side=RUS"] * 9), 422),
        ("actors?office=king-of-the-hill", 422),
        ("search?q=", 422),
        ("timeline?by=decade", 422),
        ("network?format=gexf", 422),
        ("brief?on=today", 422),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, path: str, status: int) -> None:
    problem(client.get(f"/api/v1/{path}"), status)


def test_which_parameter_is_wrong_is_said(client: TestClient) -> None:
    assert problem(client.get("/api/v1/contacts?since=x"), 422)["detail"].startswith("since: ")
    assert "later" in problem(client.get("/api/v1/contacts?since=2024-12-01&until=2024-11-30"), 422)["detail"]


def test_nul_finds_nothing_and_breaks_nothing(client: TestClient) -> None:
    assert get(client, "contacts", actor="\0")["total"] == get(client, "contacts")["total"]
    assert get(client, "contacts", actor="RU\0S", side="R\0US") == get(client, "contacts", actor="RUS", side="RUS")


def test_a_beginning_of_several_ids_names_none(own: TestClient, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "own.db") as record:
        two = [row[0] for row in record.execute("SELECT id FROM contacts LIMIT 2")]
        for id_, new in zip(two, ("abcdef0000000000", "abcdef1111111111"), strict=True):
            record.execute("UPDATE reports SET id = ? WHERE id = ?", (new, id_))
    record.close()
    assert "several" in problem(own.get("/api/v1/contact/abcdef"), 404)["detail"]
    assert own.get("/api/v1/contact/abcdef0").status_code == 200


def test_a_method_that_is_not_there(client: TestClient) -> None:
    for path, methods in (
        ("contacts", "HEAD, GET"),
        ("verdicts", "HEAD, GET, POST"),
        ("verdicts/1", "HEAD, GET, DELETE"),
    ):
        answer = client.put(f"/api/v1/{path}", headers=WRITER)
        problem(answer, 405)
        assert answer.headers["allow"] == methods


def test_a_record_that_is_not_there(tmp_path: Path) -> None:
    nowhere = server(tmp_path / "no.db")
    problem(nowhere.get("/api/v1/contacts"), 503)
    problem(nowhere.post("/api/v1/articles", json={"text": MOSCOW}, headers=WRITER), 503)
    assert not (tmp_path / "no.db").exists()


def test_a_name_of_somebody_elses(client: TestClient) -> None:
    problem(client.get("/api/v1/contacts", headers={"host": "elsewhere.example"}), 421)


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "articles"), ("POST", "verdicts"), ("DELETE", "verdicts/1"), ("PUT", "contacts")]
)
def test_writing_needs_the_token(client: TestClient, method: str, path: str) -> None:
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}):
        answer = client.request(method, f"/api/v1/{path}", json={"text": MOSCOW}, headers=headers)
        problem(answer, 401)
        assert answer.headers["www-authenticate"] == "Bearer"


def test_without_a_token_nobody_writes(made: Path) -> None:
    closed = TestClient(create_app(Settings(record=str(made))), base_url="http://127.0.0.1")
    for shown in ("", "Bearer ", "Bearer None"):
        problem(closed.post("/api/v1/verdicts", json={}, headers={"authorization": shown}), 401)


def test_a_public_server_is_read_with_the_token_alone(made: Path) -> None:
    public = server(made, public=True, hosts=("news.example",))
    host = {"host": "news.example"}
    problem(public.get("/api/v1/contacts", headers=host), 401)
    assert public.get("/api/v1/contacts", headers=host | WRITER).status_code == 200
    assert all(op["security"] for op in operations(document(public.app)))  # type: ignore[arg-type]


HTML = f"<html><body><article><h1>اتصال بين موسكو وأنقرة</h1><p>{MOSCOW}</p><p>{ANKARA}</p></article></body></html>"
FORM = {"date": SATURDAY, "outlet": "صحيفة الاختبار"}


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"text": MOSCOW, **FORM}},
        {"content": MOSCOW.encode(), "headers": {"content-type": "text/plain; charset=utf-8"}},
        {"content": MOSCOW.encode("cp1256"), "headers": {"content-type": "text/plain"}},
        {"content": HTML.encode(), "headers": {"content-type": "text/html"}},
        {"files": {"file": ("خبر.txt", MOSCOW.encode())}, "data": FORM},
        {"files": {"file": ("news.html", HTML.encode())}},
        {"files": {"file": ("news", json.dumps({"text": MOSCOW}).encode())}},
    ],
)
def test_an_article_is_read_and_forgotten(client: TestClient, sent: dict[str, Any]) -> None:
    before = get(client, "articles")["total"]
    answer = client.post("/api/v1/read", **sent)
    assert answer.status_code == 200, answer.text
    reading = msgspec.json.decode(answer.content, type=Reading)
    assert [c.kind for c in reading.contacts] == ["call"]
    assert isinstance(reading.article.text, str)
    assert "لافروف" in reading.article.text
    if "json" in sent or "data" in sent:
        assert reading.article.outlet == FORM["outlet"]
        assert reading.article.published is not None
        assert reading.article.published.earliest == SATURDAY
    assert get(client, "articles")["total"] == before


JSON = {"content-type": "application/json"}


@pytest.mark.parametrize("path", ["read", "articles"])
@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"content": b'{"text":', "headers": JSON}, 422),
        ({"content": b"\xff\xfe\xfd", "headers": JSON}, 422),
        ({"content": b"[" * 100_000, "headers": JSON}, 422),
        ({"json": []}, 422),
        ({"json": {"text": ""}}, 422),
        ({"json": {"text": MOSCOW, "author": "x"}}, 422),
        ({"json": {"text": MOSCOW, "date": "30/11/2024"}}, 422),
        ({"json": {"text": MOSCOW, "outlet": "x" * 501}}, 422),
        ({"json": {"text": "This is English, and not read."}}, 422),
        ({"json": {"text": "\0\0"}}, 422),
        ({"json": {"text": "س" * 200_001}}, 422),
        ({"content": ("س " * 150_000).encode(), "headers": {"content-type": "text/plain"}}, 413),
        ({"content": b"", "headers": {"content-type": "text/plain"}}, 422),
        ({"content": b"\x00\x01\x02" * 99, "headers": {"content-type": "text/plain"}}, 422),
        ({"content": b"<html></html>", "headers": {"content-type": "text/html"}}, 422),
        ({"content": b"x", "headers": {"content-type": "application/pdf"}}, 415),
        ({"content": b"x"}, 415),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 422),
        ({"content": b"--b\r\nnonsense", "headers": {"content-type": "multipart/form-data; boundary=b"}}, 422),
        ({"files": [("file", ("a.txt", b"x")), ("file", ("b.txt", b"y"))]}, 422),
        ({"files": {"file": ("a.zip", b"PK\x03\x04")}}, 422),
        ({"files": {"file": ("a.gz", b"\x1f\x8b")}}, 422),
        ({"files": {"file": ("a.csv", f"text\n«{MOSCOW}»\n«{ANKARA}»\n".encode())}}, 422),
        ({"files": {"file": ("a.txt", MOSCOW.encode())}, "data": {"date": "soon"}}, 422),
        ({"content": b"x" * (4 * 2**20 + 1), "headers": JSON}, 413),
    ],
)
def test_what_cannot_be_read_is_said(client: TestClient, path: str, sent: dict[str, Any], status: int) -> None:
    headers = {**sent.get("headers", {}), **(WRITER if path == "articles" else {})}
    problem(client.post(f"/api/v1/{path}", **{**sent, "headers": headers}), status)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("read", "application/json"),
        ("read", "text/plain"),
        ("read", "multipart/form-data; boundary=b"),
        ("articles", "text/html"),
        ("verdicts", "application/json"),
    ],
)
def test_a_body_without_a_length_is_bounded_too(client: TestClient, path: str, kind: str) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(100):
            yield b"x" * 2**16

    problem(client.post(f"/api/v1/{path}", content=endless(), headers={"content-type": kind, **WRITER}), 413)


def test_an_article_is_kept_and_merged(own: TestClient) -> None:
    sent = {"text": MOSCOW, "date": "2025-03-01", "outlet": "ألف"}
    answer = own.post("/api/v1/articles", json=sent, headers=WRITER)
    assert answer.status_code == 201
    told = answer.json()
    assert (told["added"], told["contacts"]) == ("new", 1)
    assert own.get(answer.headers["location"]).json()["article"]["sha256"] == told["sha256"]
    days = {"since": "2025-02-20", "until": "2025-03-02"}
    assert told["sha256"] in {r["sha256"] for c in get(own, "contacts", **days)["contacts"] for r in c["reports"]}
    again = own.post("/api/v1/articles", json=sent, headers=WRITER)
    assert (again.status_code, again.json()["added"]) == (200, "known")
    other = own.post("/api/v1/articles", json=sent | {"outlet": "باء", "date": "2025-03-02"}, headers=WRITER)
    assert (other.status_code, other.json()["added"]) == (201, "elsewhere")
    second = own.post("/api/v1/articles", json={"text": ANKARA, "date": "2025-03-01", "outlet": "جيم"}, headers=WRITER)
    assert second.status_code == 201
    both = [
        c for c in get(own, "contacts", **days)["contacts"] if told["sha256"] in {r["sha256"] for r in c["reports"]}
    ]
    assert [len(c["reports"]) for c in both] == [2]


def judged(own: TestClient, **told: Any) -> Any:
    answer = own.post("/api/v1/verdicts", json=told, headers=WRITER)
    assert answer.status_code == 201, answer.text
    assert own.get(answer.headers["location"]).json() == answer.json()
    return answer.json()


def test_verdicts(own: TestClient) -> None:
    contact = several(own)
    id_ = contact["id"]
    assert judged(own, kind="accept", subject=id_[:9], by="a reader", note="both say so")["verdict"]["by"] == "a reader"
    assert get(own, f"contact/{id_}")["verdict"] == "accept"
    judged(own, kind="correct", subject=id_, correction={"day": "2024-11-29", "status": "ongoing"})
    assert get(own, f"contact/{id_}")["time"]["value"] == "2024-11-29"
    before = get(own, "contacts")["total"]
    rejected = judged(own, kind="reject", subject=id_)
    assert get(own, "contacts")["total"] == before - 1
    assert get(own, "contacts", rejected=True)["total"] == before
    assert [v["verdict"]["kind"] for v in get(own, "verdicts")["verdicts"]] == ["reject", "correct", "accept"]
    assert own.delete(f"/api/v1/verdicts/{rejected['number']}", headers=WRITER).status_code == 204
    assert get(own, "contacts")["total"] == before
    problem(own.delete(f"/api/v1/verdicts/{rejected['number']}", headers=WRITER), 404)


def test_parting_and_joining(own: TestClient) -> None:
    contact = several(own)
    a, b = contact["reports"][0]["contact"], contact["reports"][1]["contact"]
    number = judged(own, kind="part", subject=a, other=b)["number"]
    apart = {own.get(f"/api/v1/contact/{id_}", follow_redirects=True).json()["id"] for id_ in (a, b)}
    assert len(apart) == 2
    assert own.delete(f"/api/v1/verdicts/{number}", headers=WRITER).status_code == 204
    judged(own, kind="join", subject=a, other=b)
    together = {own.get(f"/api/v1/contact/{id_}", follow_redirects=True).json()["id"] for id_ in (a, b)}
    assert together == {contact["id"]}


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"kind": "praise", "subject": "39cae3ff"},
        {"kind": "accept", "subject": "not an id"},
        {"kind": "accept", "subject": "ffffffffffffffff"},
        {"kind": "accept", "subject": "39cae3ff", "other": "39cae3ff"},
        {"kind": "join", "subject": "39cae3ff"},
        {"kind": "correct", "subject": "39cae3ff"},
        {"kind": "correct", "subject": "39cae3ff", "correction": {}},
        {"kind": "correct", "subject": "39cae3ff", "correction": {"day": "2024-02-31"}},
        {"kind": "correct", "subject": "39cae3ff", "correction": {"day": "9999-12-31"}},
        {"kind": "correct", "subject": "39cae3ff", "correction": {"kind": "phone"}},
        {"kind": "correct", "subject": "39cae3ff", "correction": {"parties": "x"}},
        {"kind": "correct", "subject": "39cae3ff", "correction": {"place": "\0"}},
        {"kind": "accept", "subject": "39cae3ff", "note": "x" * 501},
        {"kind": "accept", "subject": "39cae3ff", "by": "\0"},
        {"kind": "accept", "subject": "39cae3ff", "more": 1},
    ],
)
def test_a_verdict_that_makes_no_sense(client: TestClient, told: dict[str, Any]) -> None:
    problem(client.post("/api/v1/verdicts", json=told, headers=WRITER), 422)
    assert get(client, "verdicts")["total"] == 0


def test_a_report_is_not_joined_with_itself(client: TestClient) -> None:
    id_ = several(client)["reports"][0]["contact"]
    answer = client.post("/api/v1/verdicts", json={"kind": "join", "subject": id_, "other": id_}, headers=WRITER)
    assert "itself" in problem(answer, 422)["detail"]


def test_a_verdict_is_json(client: TestClient) -> None:
    problem(client.post("/api/v1/verdicts", content=b"{", headers={**JSON, **WRITER}), 422)
    problem(client.post("/api/v1/verdicts", data={"kind": "accept"}, headers=WRITER), 415)


def test_the_document_describes_every_operation(client: TestClient) -> None:
    told = get(client, "openapi.json")
    assert told["openapi"].startswith("3.1")
    seen = set()
    for operation in operations(told):
        assert operation["operationId"] not in seen
        seen.add(operation["operationId"])
        assert operation["description"]
        assert operation["tags"]
        for parameter in operation.get("parameters", []):
            assert parameter["description"], (operation["operationId"], parameter["name"])
            assert "anyOf" not in parameter["schema"]
        for status, answer in operation["responses"].items():
            for media in answer.get("content", {}):
                assert (media == PROBLEM) is (int(status) >= 400)
    assert set(examples()) == seen
    named = {name for name in told["components"]["schemas"] if "_" in name}
    assert not named
    text = json.dumps(told)
    for part in text.split('"#/components/schemas/')[1:]:
        assert part.partition('"')[0] in told["components"]["schemas"]
    assert "HTTPValidationError" not in text


def test_what_writes_says_that_it_needs_the_token(client: TestClient) -> None:
    told = get(client, "openapi.json")
    locked = {op["operationId"] for op in operations(told) if op.get("security")}
    assert locked == {"addArticle", "decide", "withdraw"}
    assert told["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_the_contracts_say_which_fields_are_always_there(client: TestClient) -> None:
    schemas = get(client, "openapi.json")["components"]["schemas"]
    assert set(schemas["RecordContact"]["required"]) == set(schemas["RecordContact"]["properties"])
    assert "text" not in schemas["ArticleInfo"]["required"]
    assert "copy_of" not in schemas["Report"]["required"]
    assert schemas["SentArticle"]["required"] == ["text"]


def test_the_documentation_is_a_page_without_scripts(client: TestClient) -> None:
    answer = client.get("/api/v1/docs")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    for operation in operations(get(client, "openapi.json")):
        assert f'id="{operation["operationId"]}"' in answer.text
    for forbidden in ("<script", "style=", "onclick=", 'src="http', 'href="http'):
        assert forbidden not in answer.text
