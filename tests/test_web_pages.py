"""The pages: each shows what the record knows, in both languages; what is wrong is told in words; nothing is markup."""

import gzip
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient

from isnad.model import Page, Verdict
from isnad.query.contacts import contacts
from isnad.query.reader import Reader
from isnad.query.selection import Asked
from isnad.samples import folder
from isnad.sources import read_pages
from isnad.store.record import Record
from isnad.web.app import create_app
from isnad.web.settings import Settings

TOKEN = "a token of the tests"
SCRIPT = "<script>alert(1)</script><b onload=x>"
SHOWN = (
    "day/2024-11-30", "day/1999-01-01", "contacts", "contacts?side=SYR&kind=call", "timeline", "timeline?by=month",
    "network", "network?by=person", "map", "map?world=true", "plans", "names", "stories", "outlets", "actors",
    "actors?q=لافروف", "actor/sergey-lavrov", "actor/SYR", "actor/Hamas", "search", "search?q=دمشق", "review",
    "verdicts", "read", "enter",
)  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles, and one that tries to be markup."""
    where = tmp_path_factory.mktemp("web") / "record.db"
    evil = Page(
        key="evil/../<key>",
        origin="",
        outlet=f"صحيفة {SCRIPT}",
        url="javascript:alert(1)",
        date="2024-11-30",
        text=f"عنوان {SCRIPT}\nأجرى وزير الخارجية الروسي سيرغي لافروف اليوم السبت اتصالا هاتفيا مع نظيره المصري بدر "
        f'عبد العاطي. وقال لافروف إن "الوضع {SCRIPT} خطير". ووصف الإرهابيين {SCRIPT} بالخطر.',
    )
    with Record(str(where)) as opened:
        for _ in opened.add([*read_pages([str(folder())]), evil]):
            pass
        opened.merge()
    return where


@pytest.fixture(scope="module")
def client(record: Path) -> Iterator[TestClient]:
    """Somebody who looks at the page without a token."""
    app = create_app(Settings(record=str(record), token=TOKEN))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


@pytest.fixture
def writer(record: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Somebody who showed the token, at a record of his own."""
    own = tmp_path / "own.db"
    with Record(str(own)) as opened:
        for _ in opened.add(read_pages([str(folder())])):
            pass
        opened.merge()
    app = create_app(Settings(record=str(own), token=TOKEN))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        assert made.get("/en/enter", params={"token": TOKEN}).status_code == 303
        yield made


def words(answer: httpx2.Response) -> str:
    """What a reader sees of a page, on one line."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", answer.text, flags=re.S)
    return " ".join(unescape(text).split())


def page(client: TestClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return words(answer)


@pytest.mark.parametrize("path", SHOWN)
def test_every_page_stands_in_both_languages(client: TestClient, path: str) -> None:
    for lang, direction in (("ar", "rtl"), ("en", "ltr")):
        answer = client.get(f"/{lang}/{path}")
        assert answer.status_code == 200
        assert f'<html lang="{lang}" dir="{direction}">' in answer.text
        assert "style=" not in answer.text, "the policy forbids styles in the markup"
        assert " None " not in words(answer)
        assert "built-in method" not in answer.text


def test_the_start_is_the_last_day_that_has_contacts_in_the_readers_language(client: TestClient) -> None:
    assert client.get("/", headers={"accept-language": "en-GB,en;q=0.9"}).headers["location"] == "/en/"
    assert client.get("/", headers={"accept-language": "fr, ar"}).headers["location"] == "/ar/"
    assert client.get("/").headers["location"] == "/ar/"
    assert client.get("/ar/").headers["location"] == "/ar/day/2025-03-12"


def test_a_days_page_tells_who_when_and_on_whose_word(client: TestClient) -> None:
    told = page(client, "/en/day/2024-11-30")
    assert "Saturday 2024-11-30" in told
    assert "Mohamed bin Zayed – Bashar al-Assad" in told
    assert "3 independent sources · 2 outlets · 3 articles" in told
    assert "بيان للرئاسة السورية" in told
    arabic = page(client, "/ar/day/2024-11-30")
    assert "السبت 30 نوفمبر/تشرين الثاني 2024" in arabic
    assert "3 مصادر مستقلة" in arabic


def test_a_day_can_be_narrowed_to_a_side(client: TestClient) -> None:
    everything, some = page(client, "/en/day/2024-11-30"), page(client, "/en/day/2024-11-30?side=IRQ")
    assert "Mohamed bin Zayed – Bashar al-Assad" in everything
    assert "Mohamed bin Zayed – Bashar al-Assad" not in some
    assert "Bashar al-Assad – Mohammed Shia al-Sudani" in some


def test_a_contacts_page_shows_its_witnesses_side_by_side(client: TestClient) -> None:
    there = client.get("/en/contact/39cae3ff")
    assert there.status_code == 308, "the beginning of an id leads to the contact"
    told = page(client, there.headers["location"])
    for part in ("What each side said", "Reports", "United Arab Emirates", "Syria", "initiator", "Why these reports"):
        assert part in told
    answer = client.get(there.headers["location"]).text
    assert answer.count('class="evidence"') == 3
    assert 'class="only"' in answer


def test_an_articles_page_marks_what_was_read_and_says_why(client: TestClient) -> None:
    there = client.get("/ar/article/khor-1130").headers["location"]
    answer = client.get(there)
    assert answer.status_code == 200
    for kind in ("contact", "statement", "mention", "time"):
        assert re.search(rf'<mark class="[^"]*\b{kind}\b', answer.text)
    for target in re.findall(r'href="#([a-z]+-\d+)"', answer.text):
        assert f'id="{target}"' in answer.text, "each mark leads to its reason"
    assert "call.ittisal" in words(answer)


def test_what_was_searched_is_marked_where_it_stands(client: TestClient) -> None:
    answer = client.get("/ar/search", params={"q": "إدلب"})
    assert '<mark class="hit">' in answer.text
    assert "إدلب" in words(answer)
    assert "لا مقال في السجل" in page(client, "/ar/search?q=زنجبارزنجبار")


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("contact/ffffffffffffffff", 404, "No contact matches"),
        ("story/ffffffffffffffff", 404, "no story"),
        ("article/nothing-there", 404, "no article"),
        ("outlet/nothing-there", 404, "from this outlet"),
        ("actor/nobody-at-all", 404, "neither in the registry nor"),
        ("day/2024-13-45", 404, "no page at this address"),
        ("nowhere", 404, "no page at this address"),
        ("contacts?since=yesterday", 422, "since"),
        ("contacts?sources=-4", 422, "sources"),
        ("contacts?page=0", 422, "page"),
        ("timeline?by=century", 422, "by"),
    ],
)
def test_what_is_wrong_is_told_on_a_page(client: TestClient, path: str, status: int, says: str) -> None:
    told = page(client, f"/en/{path}", status)
    assert says in told
    assert "To the start" in told


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_event_is_listed_and_has_a_page_with_its_reports(tmp_path: Path, lang: str) -> None:
    where = str(tmp_path / "events.db")
    taken = "سيطرت قوات الدعم السريع على مدينة الفاشر يوم 12 مارس 2026."
    told = [("a", taken), ("b", taken.replace("على", "على معظم"))]
    pages = [Page(key=key, origin=key, text=text, date="2026-03-13", outlet=f"صحيفة {key}") for key, text in told]
    with Record(where) as record:
        list(record.add(pages))
        record.merge()
    client = TestClient(create_app(Settings(record=where)), base_url="http://127.0.0.1")
    listed = client.get(f"/{lang}/events?type=COERCE&actor=RSF&place=الفاشر").text
    (id_,) = set(re.findall(rf"/{lang}/event/([0-9a-f]{{16}})", listed))
    shown = page(client, f"/{lang}/event/{id_}")
    assert shown.count("معظم مدينة الفاشر") >= 1
    assert {"ar": "المدى", "en": "extent"}[lang] in shown
    assert "صحيفة a" in shown
    assert id_ in client.get(f"/{lang}/day/2026-03-12").text
    assert client.get(f"/{lang}/event/{id_[:6]}").status_code == 200
    assert page(client, f"/{lang}/event/nothing", 404)
    assert client.get(f"/api/v1/event/{id_}").json()["conflicts"][0]["field"] == "extent"
    assert client.get("/api/v1/events?type=AID").json()["total"] == 0


def test_nothing_of_an_article_is_markup(client: TestClient, record: Path) -> None:
    with Reader(str(record)) as reader:
        id_ = next(c.id for c in contacts(reader, Asked(sides=("RUS", "EGY"))))
        sha = next(r[0] for r in reader.rows("SELECT sha256 FROM articles WHERE key LIKE 'evil%'"))
    addresses = [
        f"contact/{id_}",
        f"article/{sha[:16]}",
        "day/2024-11-30",
        "outlets",
        "names",
        "search?q=خطير",
        "stories",
    ]
    addresses += [f"outlet/{httpx2.URL('x', params={'o': f'صحيفة {SCRIPT}'}).query.decode()[2:].replace('+', '%20')}"]
    for address in addresses:
        answer = client.get(f"/en/{address}")
        assert answer.status_code == 200, address
        assert "<b onload" not in answer.text
        assert "<script>alert" not in answer.text
        assert 'href="javascript:' not in answer.text


def test_an_article_is_read_at_once_and_not_stored(client: TestClient, record: Path) -> None:
    text = "استقبل وزير الخارجية السعودي أمس 14 مارس 2026 في الرياض نظيره المصري."
    answer = client.post("/en/read", data={"text": text, "date": "2026-03-15"})
    assert answer.status_code == 200
    told = words(answer)
    assert "meeting" in told
    assert "2026-03-14" in told
    assert "Nothing of this was stored" in told
    assert client.get("/en/search", params={"q": "استقبل الرياض مارس"}).text.count("<mark") == 0


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"data": {"text": ""}}, "empty"),
        ({"data": {"text": "No Arabic here at all."}}, "Arabic"),
        ({"files": {"file": ("a.txt.gz", gzip.compress(b"text"))}}, "archive"),
        ({"files": {"file": ("a.zip", b"PK\x03\x04 broken")}}, "Nothing could be read"),
        ({"files": {"file": ("a.txt", b"\x00\x01\x02\x03" * 50)}}, "Nothing could be read"),
        ({"files": {"file": ("feed.xml", b"<rss><channel>")}}, "Nothing could be read"),
    ],
)
def test_what_cannot_be_read_is_told(client: TestClient, sent: dict[str, object], says: str) -> None:
    answer = client.post("/en/read", **sent)  # type: ignore[arg-type]
    assert answer.status_code == 422
    assert says in words(answer)


def test_a_file_of_several_articles_is_read(client: TestClient) -> None:
    for name in ("dafaf-feed.xml", "maghreb.jsonl", "daftar-araghchi-damascus-cp1256.txt", "mada-araghchi-ankara.html"):
        data = (folder() / name).read_bytes()
        assert client.post("/ar/read", files={"file": (name, data)}).status_code == 200, name


def test_who_has_no_token_decides_nothing(client: TestClient) -> None:
    for path, data in (
        ("/en/review", {"kind": "accept", "subject": "39cae3ffbbf1f9e3"}),
        ("/en/add", {"page": "{}"}),
        ("/en/withdraw", {"number": "1"}),
    ):
        assert client.post(path, data=data).status_code == 401
    assert client.get("/en/enter", params={"token": "guess"}).status_code == 401
    assert "39cae3ffbbf1f9e3" not in client.get("/en/verdicts").text


def test_a_cookie_from_another_sites_form_decides_nothing(writer: TestClient) -> None:
    data = {"kind": "accept", "subject": "39cae3ffbbf1f9e3"}
    for headers in (
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
    ):
        assert writer.post("/en/review", data=data, headers=headers).status_code == 403
    assert "no verdicts yet" in page(writer, "/en/verdicts")


def test_a_verdict_is_kept_shown_and_taken_back(writer: TestClient) -> None:
    data = {"kind": "accept", "subject": "39cae3ffbbf1f9e3", "note": "as the agency has it", "queue": "true"}
    before = page(writer, "/en/review")
    gone = writer.post("/en/review", data=data, headers={"origin": "http://127.0.0.1"})
    assert gone.status_code == 303
    after = page(writer, gone.headers["location"])
    assert before != after
    assert "as the agency has it" in page(writer, "/en/verdicts")
    assert "accepted" in page(writer, "/en/contact/39cae3ffbbf1f9e3")
    assert writer.post("/en/withdraw", data={"number": "1"}).status_code == 303
    assert "no verdicts yet" in page(writer, "/en/verdicts")
    assert writer.post("/en/withdraw", data={"number": "77"}).status_code == 404


def test_a_contact_is_corrected_and_parted(writer: TestClient) -> None:
    corrected = {"kind": "correct", "subject": "39cae3ffbbf1f9e3", "new_kind": "meeting", "new_day": "2024-12-01"}
    assert writer.post("/en/review", data=corrected).status_code == 303
    told = page(writer, "/en/contact/39cae3ffbbf1f9e3")
    assert told.index("meeting") < told.index("Mohamed bin Zayed")
    assert "2024-12-01" in told
    with Reader(str(writer.app.state.settings.record)) as reader:  # type: ignore[attr-defined]
        contact = reader.contact("39cae3ffbbf1f9e3")
        assert contact is not None
        a, b, c = (report.contact for report in contact.reports)
    for other in (b, c):
        assert writer.post("/en/review", data={"kind": "part", "subject": a, "other": other}).status_code == 303
    with Reader(str(writer.app.state.settings.record)) as reader:  # type: ignore[attr-defined]
        alone = reader.contact(a)
        assert alone is not None
        assert [r.contact for r in alone.reports] == [a]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"kind": "accept", "subject": "ffff"}, 422),
        ({"kind": "correct", "subject": "39cae3ffbbf1f9e3"}, 422),
        ({"kind": "join", "subject": "39cae3ffbbf1f9e3", "other": "39cae3ffbbf1f9e3"}, 422),
        ({"kind": "destroy", "subject": "39cae3ffbbf1f9e3"}, 422),
        ({"subject": "39cae3ffbbf1f9e3"}, 422),
        ({"kind": "accept", "subject": "\0"}, 422),
    ],
)
def test_a_verdict_that_makes_no_sense_is_told(writer: TestClient, data: dict[str, str], status: int) -> None:
    assert writer.post("/en/review", data=data).status_code == status


def test_an_article_that_was_read_can_be_added(writer: TestClient) -> None:
    text = "بحث وزير الخارجية الأردني أيمن الصفدي اليوم السبت 7 ديسمبر 2024 هاتفيا مع نظيره القطري التطورات."
    tried = writer.post("/en/read", data={"text": text})
    given = re.search(r'name="page" value="([^"]*)"', tried.text)
    assert given is not None
    added = writer.post("/en/add", data={"page": unescape(given.group(1))})
    assert added.status_code == 303
    assert "الصفدي" in page(writer, added.headers["location"])
    assert "Ayman Safadi" in page(writer, "/en/day/2024-12-07")
    assert writer.post("/en/add", data={"page": '{"key": 7}'}).status_code == 422


def test_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    where = tmp_path / "empty.db"
    Record(str(where)).close()
    with TestClient(create_app(Settings(record=str(where))), base_url="http://127.0.0.1") as client:
        assert "isnad add" in page(client, "/en/")
        for path in ("contacts", "timeline", "network", "map", "plans", "names", "stories", "outlets", "review"):
            assert client.get(f"/ar/{path}").status_code == 200


def test_a_record_that_went_away_is_told(tmp_path: Path) -> None:
    app = create_app(Settings(record=str(tmp_path / "gone.db")))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert "not available" in page(client, "/en/contacts", 503)


def test_another_sites_form_does_not_have_an_article_read(client: TestClient) -> None:
    sent = {"text": "بحث سيرغي لافروف مع هاكان فيدان الوضع"}
    assert client.post("/en/read", data=sent, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/en/read", data=sent, headers={"origin": "http://127.0.0.1"}).status_code == 200


def test_nothing_is_written_into_a_record_that_went_away(tmp_path: Path) -> None:
    gone = tmp_path / "gone.db"
    app = create_app(Settings(record=str(gone), token=TOKEN))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
        client.get("/en/enter", params={"token": TOKEN})
        sent = json.dumps({"key": "a", "origin": "request", "text": "بحث سيرغي لافروف مع هاكان فيدان الوضع"})
        assert client.post("/en/add", data={"page": sent}).status_code == 503
        assert client.post("/en/withdraw", data={"number": "1"}).status_code == 503
    assert not gone.exists()


def test_the_gate_keeps_its_rules(record: Path) -> None:
    public = create_app(Settings(record=str(record), token=TOKEN, hosts=("news.example",), public=True, upload=2000))
    with TestClient(public, base_url="http://news.example", follow_redirects=False) as client:
        assert client.get("/en/contacts").status_code == 401
        assert client.get("/en/enter").status_code == 200
        assert client.get("/en/article/desk/enter").status_code == 401
        assert client.get("/static/isnad.css").status_code == 200
        assert client.get("/en/contacts", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
        assert client.get("/en/contacts", headers={"host": "rebound.example"}).status_code == 421
        assert client.post("/en/read", data={"text": "س" * 3000}).status_code == 413
        body = (b"x" * 900 for _ in range(5))
        assert 400 <= client.post("/en/enter", content=body).status_code < 500
        policy = client.get("/en/enter").headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_verdicts_leave_the_queue_at_once(record: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    own.write_bytes(record.read_bytes())
    from isnad.query.queue import waiting

    with Reader(str(own)) as reader:
        first, left = waiting(reader)
        assert first is not None
        later, _ = waiting(reader, first.id)
        assert later is not None
        assert later.id != first.id
    with Record(str(own)) as opened:
        opened.decide(Verdict(kind="accept", subject=first.id, at="2026-01-01"))
    with Reader(str(own)) as reader:
        assert waiting(reader) == (later, left - 1)
