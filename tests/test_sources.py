"""Sources: every format to pages, every bad input to one clear error."""

import bz2
import gzip
import io
import json
import lzma
import os
import sys
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnad.model import Page, SourceError
from isnad.sources import count, limits, read_bytes, read_pages
from isnad.sources.paths import READABLE

TITLE = "وفد رفيع يبدأ مشاورات في العاصمة"
BODY = "قال المتحدث باسم الوزارة إن الوفد وصل مساء أمس.\nوأضاف أن المشاورات ستستمر يومين."
TEXT = f"{TITLE}\n{BODY}\n"
RECORD = {
    "id": "a1",
    "outlet": "صدى المرفأ",
    "date": "2024-11-30",
    "url": "https://example.org/a1",
    "title": TITLE,
    "text": BODY,
}


def pages(paths: Sequence[str | Path]) -> list[Page]:
    found = list(read_pages([str(path) for path in paths]))
    assert not [str(item) for item in found if isinstance(item, SourceError)]
    return [item for item in found if isinstance(item, Page)]


def errors(*paths: str | Path) -> list[str]:
    return [str(item) for item in read_pages([str(path) for path in paths]) if isinstance(item, SourceError)]


def write(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def line(**changes: object) -> str:
    return json.dumps(RECORD | changes, ensure_ascii=False) + "\n"


def test_plain_text_is_stored_unchanged(tmp_path: Path) -> None:
    text = f"  {TITLE}\r\n\r\n{BODY}\t \n"
    (page,) = pages([write(tmp_path / "visit.txt", text)])
    assert page.text == text
    assert (page.key, page.title_end, page.outlet) == ("visit", None, None)


def test_a_record_keeps_its_fields(tmp_path: Path) -> None:
    (page,) = pages([write(tmp_path / "a.jsonl", line())])
    assert page.text == f"{TITLE}\n{BODY}"
    assert page.text[: page.title_end] == TITLE
    assert (page.key, page.outlet, page.date, page.url) == ("a1", RECORD["outlet"], "2024-11-30", RECORD["url"])


def test_a_record_without_title_is_its_text_alone(tmp_path: Path) -> None:
    records = line(title="") + line(title=None) + line(id=None, outlet="", date=None)
    first, second, third = pages([write(tmp_path / "a.jsonl", records)])
    assert first.text == second.text == BODY
    assert first.title_end == second.title_end == 0
    assert (third.key, third.outlet, third.date) == ("a:3", None, None)


def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    content = (
        line() + "{no json\n" + "\n" + '"a word"\n' + line(text="") + line(text=7) + "[" * 5000 + "\n" + line(id="z")
    )
    path = write(tmp_path / "a.jsonl", content)
    found = list(read_pages([str(path)]))
    assert [item.key for item in found if isinstance(item, Page)] == ["a1", "z"]
    told = errors(path)
    assert [f":{number}:" in text for number, text in zip((2, 4, 5, 6, 7), told, strict=True)] == [True] * 5
    assert "no JSON" in told[0]
    assert "text" in told[2]


def test_a_line_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", line().encode() * 400 + line(id="b").encode("cp1256") + line(id="c").encode())
    found = list(read_pages([str(path)]))
    assert isinstance(found[-2], SourceError)
    assert "a.jsonl:401" in str(found[-2])
    assert isinstance(found[-1], Page)
    assert found[-1].key == "c"


@pytest.mark.parametrize("content", [line(), f"[{line()},{line(id='b')}]", json.dumps({"articles": [RECORD]})])
def test_json_holds_one_article_or_a_list(tmp_path: Path, content: str) -> None:
    found = pages([write(tmp_path / "a.json", content)])
    assert found[0].key == "a1"
    assert len(found) == content.count('"id"')


def test_json_that_is_json_lines_is_read_as_such(tmp_path: Path) -> None:
    assert [page.key for page in pages([write(tmp_path / "a.json", line() + line(id="b"))])] == ["a1", "b"]


def test_csv_by_its_first_row(tmp_path: Path) -> None:
    rows = f'id;title;text\n1;{TITLE};"{BODY}"\n2;;"{BODY}"\n3;{TITLE};\n'
    path = write(tmp_path / "a.csv", rows)
    found = [item for item in read_pages([str(path)]) if isinstance(item, Page)]
    assert [page.key for page in found] == ["1", "2"]
    assert found[0].text == f"{TITLE}\n{BODY}"
    assert len(errors(path)) == 1
    assert "no column" in errors(write(tmp_path / "b.csv", "a,b\n1,2\n"))[0]


HTML = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE} | صدى المرفأ</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="صدى المرفأ">
<link rel="canonical" href="https://example.org/a1">DATE</head>
<body><nav><a href="/">الرئيسية</a><a href="/s">رياضة</a></nav><article><h1>{TITLE}</h1>
<p>{"قال المتحدث باسم الوزارة إن الوفد وصل إلى المدينة في 3 كانون الثاني. " * 6}</p>
<p>{"وأضاف أن المشاورات ستستمر يومين كاملين على الأقل. " * 6}</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def test_html_gives_title_and_body(tmp_path: Path) -> None:
    (page,) = pages([write(tmp_path / "a.html", HTML.replace("DATE", ""))])
    assert page.text.startswith(TITLE + "\n")
    assert page.title_end == len(TITLE)
    assert page.text.count(TITLE) == 1
    assert "المشاورات" in page.text
    assert "رياضة" not in page.text
    assert (page.outlet, page.url) == ("صدى المرفأ", "https://example.org/a1")


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("", None),
        ('<meta property="article:published_time" content="2024-11-30T10:00:00+02:00">', "2024-11-30T10:00:00+02:00"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-11-30"}</script>',
            "2024-11-30",
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<time itemprop="datePublished" datetime="2024-11-30">أمس</time>', "2024-11-30"),
    ],
)
def test_a_date_is_stated_or_absent_but_never_guessed(tmp_path: Path, stated: str, date: str | None) -> None:
    (page,) = pages([write(tmp_path / "a.html", HTML.replace("DATE", stated))])
    assert page.date == date


@pytest.mark.parametrize(
    ("ending", "date"),
    [
        (" - 10.06.2025", "10.06.2025"),
        (" | 2025/06/10", "2025/06/10"),
        (" 10.06.2025", None),
        (" - 10.06.2025 وما بعده", None),
    ],
)
def test_a_date_in_figures_that_ends_the_page_title_is_stated(tmp_path: Path, ending: str, date: str | None) -> None:
    html = HTML.replace("DATE", "").replace(f"{TITLE} | صدى المرفأ", TITLE + ending)
    (page,) = pages([write(tmp_path / "a.html", html)])
    assert page.date == date


def test_a_short_page_keeps_its_blocks(tmp_path: Path) -> None:
    body = "<div>نشر في: 10 حزيران 2025</div><p>وصل الوفد إلى المدينة.</p><p>وغادر مساء.</p><h3>اقرأ أيضا</h3>"
    html = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"
    (page,) = pages([write(tmp_path / "a.html", html)])
    assert page.text.split("\n")[1:4] == ["نشر في: 10 حزيران 2025", "وصل الوفد إلى المدينة.", "وغادر مساء."]


def test_html_nested_beyond_measure_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "deep.html"
    page.write_text("<html><body>" + "<div>" * 100_000 + BODY)
    [error] = read_pages([str(page)])
    assert isinstance(error, SourceError)
    assert "nested" in str(error)


def test_sent_bytes_are_read_and_never_unpacked() -> None:
    [page] = read_bytes("a.txt", TEXT.encode())
    assert isinstance(page, Page)
    assert (page.key, page.text) == ("a", TEXT)
    for data in (b"", gzip.compress(TEXT.encode()), b"PK\x03\x04", lzma.compress(TEXT.encode()), b"\x00\x01" * 99):
        [error] = read_bytes("a.txt", data)
        assert isinstance(error, SourceError)


def test_html_in_a_declared_encoding(tmp_path: Path) -> None:
    html = HTML.replace("DATE", "").replace("utf-8", "windows-1256")
    (page,) = pages([write(tmp_path / "a.html", html.encode("cp1256"))])
    assert page.text.startswith(TITLE)


RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>صدى المرفأ</title>
<item><title>{TITLE}</title><link>https://example.org/1</link><guid>https://example.org/1</guid>
<pubDate>Sat, 30 Nov 2024 18:04:57 +0200</pubDate><description>موجز</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>فقرة أخيرة.</p>]]></content:encoded></item>
<item><title>Un titre français</title><description>Une dépêche en français, sans un mot d'arabe.</description></item>
</channel></rss>"""


def test_feed_gives_a_page_an_entry(tmp_path: Path) -> None:
    path = write(tmp_path / "feed.xml", RSS)
    found = list(read_pages([str(path)]))
    page, other = found
    assert isinstance(page, Page)
    assert isinstance(other, SourceError)
    assert page.text.startswith(TITLE + "\n")
    assert page.text.endswith("فقرة أخيرة.")
    assert "<p>" not in page.text
    assert (page.key, page.outlet, page.date) == ("https://example.org/1", "صدى المرفأ", "2024-11-30T18:04:57+02:00")
    assert "not Arabic" in str(other)
    assert "#2" in str(other)


def test_feed_that_breaks_off(tmp_path: Path) -> None:
    path = write(tmp_path / "feed.xml", RSS[: RSS.index("<item><title>Un")])
    found = list(read_pages([str(path)]))
    assert isinstance(found[0], Page)
    assert isinstance(found[-1], SourceError)
    assert "broken XML" in str(found[-1])
    assert "feed" in errors(write(tmp_path / "b.xml", "<a><b>"))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    (page,) = pages([write(tmp_path / "a.txt", TEXT.encode(encoding))])
    assert page.text == TEXT
    (record,) = pages([write(tmp_path / "a.jsonl", line().encode(encoding))])
    assert record.text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(500), "binary"),
        ("broken.txt", TEXT.encode() * 3 + b"\xff" + TEXT.encode(), "byte"),
        ("unknown.txt", bytes(range(0x80, 0x100)) * 4, "encoding cannot be told"),
        ("english.txt", b"The minister arrived in the capital yesterday evening.", "not Arabic"),
        ("persian.txt", "وزیر امور خارجه گفت که گفتگوها پیش از این نیز در چند کشور برگزار شده بود", "not Arabic"),
        ("nothing.html", "<html><body></body></html>", "no article"),
        ("broken.html", "<<<>>> <p <div", "no article"),
        ("broken.json", "{]", "no JSON"),
        ("other.json", '{"a": 1}', "text"),
        ("broken.gz", b"\x1f\x8b\x08\x00garbage", "broken"),
        ("broken.xz", b"\xfd7zXZ\x00garbage", "broken"),
        ("broken.zip", b"PK\x03\x04garbage", "broken"),
    ],
)
def test_bad_input_is_one_clear_line_and_the_rest_goes_on(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    bad = write(tmp_path / name, content)
    good = write(tmp_path / "zzz.txt", TEXT)
    found = list(read_pages([str(bad), str(good)]))
    assert len(found) == 2
    error, page = found
    assert isinstance(error, SourceError)
    assert isinstance(page, Page)
    assert told in str(error)
    assert name in str(error)
    assert "\n" not in str(error)


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    write(tmp_path / "folder" / "notes.docx", b"x")
    told = errors(tmp_path / "absent.txt", tmp_path / "folder", tmp_path / "*.none")
    assert len(told) == 3
    assert "cannot be read" in told[0]
    assert "no article in this folder" in told[1]
    assert "no file matches" in told[2]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert "cannot be read" in errors(path)[0]


def test_folders_and_globs_are_sorted(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", "c.txt", ".hidden/x.txt", "b/.y.txt", "b/z.docx"):
        write(tmp_path / name, TEXT)
    assert [page.key for page in pages([tmp_path])] == ["a", "c", "1", "2"]
    assert [page.key for page in pages([tmp_path / "**" / "*.txt"])] == ["a", "2", "c"]


def test_content_tells_the_kind_where_the_name_does_not(tmp_path: Path) -> None:
    contents = {"a": TEXT, "b": line() + line(), "c": f"[{line()}]", "d": HTML.replace("DATE", ""), "e": line()}
    for name, content in contents.items():
        write(tmp_path / name, content)
    assert [len(pages([tmp_path / name])) for name in contents] == [1, 2, 1, 1, 1]
    assert isinstance(next(iter(read_pages([str(write(tmp_path / "f", RSS))]))), Page)


class Standard:
    """What stands in for standard input: bytes behind a buffer."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]


@pytest.mark.parametrize("data", [TEXT.encode(), line().encode(), gzip.compress(TEXT.encode()), HTML.encode()])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(data))
    (page,) = pages(["-"])
    assert TITLE in page.text
    assert page.key


def test_packed_files(tmp_path: Path) -> None:
    write(tmp_path / "a.txt.gz", gzip.compress(TEXT.encode()))
    write(tmp_path / "b.jsonl.xz", lzma.compress((line() + line(id="b2")).encode()))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("one.txt", TEXT)
        archive.writestr("deep/two.jsonl", line(id="two"))
        archive.writestr("three.txt.gz", gzip.compress(TEXT.encode()))
        archive.writestr("four.txt", "English only, not a word of another language.")
    found = list(read_pages([str(tmp_path)]))
    assert [item.key for item in found if isinstance(item, Page)] == ["a", "a1", "b2", "two", "one", "three"]
    (error,) = [item for item in found if isinstance(item, SourceError)]
    assert "c.zip!four.txt" in str(error)


def test_archives_nested_too_deep(tmp_path: Path) -> None:
    data = TEXT.encode()
    for _ in range(3):
        data = gzip.compress(data)
    assert "nested too deep" in errors(write(tmp_path / "a.gz", data))[0]


def test_decompression_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isnad.sources.stream.FLOOR", 1 << 20)
    bomb = b"a" * (8 << 20)
    write(tmp_path / "a.txt.gz", gzip.compress(bomb))
    write(tmp_path / "b.jsonl.xz", lzma.compress(bomb))
    with zipfile.ZipFile(tmp_path / "c.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.txt", bomb)
    told = errors(tmp_path)
    assert len(told) == 3
    assert all("bomb" in text for text in told)


def test_lines_and_pages_without_end_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isnad.sources.records.LINE", 2000)
    path = write(tmp_path / "a.jsonl", line(text="ا" * 5000) + line(id="z"))
    found = list(read_pages([str(path)]))
    assert isinstance(found[0], SourceError)
    assert "longer" in str(found[0])
    assert isinstance(found[1], Page)
    assert found[1].key == "z"
    big = write(tmp_path / "big.txt", "ا" * (limits.PAGE + 1))
    assert "longer" in errors(big)[0]


def test_json_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl.xz", lzma.compress((line() * 60_000).encode()))
    tracemalloc.start()
    stream = read_pages([str(path)])
    for _ in range(50):
        assert isinstance(next(stream), Page)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 << 20


CONTENT = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from([line(), HTML, RSS, TEXT, "{", "[", "<p>", "\x00", "\n", "نص", "\ud800"]), max_size=4).map(
        lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
    ),
)
NAMES = st.sampled_from(
    ["a", *(f"a{suffix}" for suffix in sorted(READABLE)), "a.gz", "a.txt.xz", "a.zip", "a.jsonl.bz2"]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, CONTENT, st.sampled_from([bytes, gzip.compress, lzma.compress, bz2.compress]))
def test_no_content_makes_reading_raise(name: str, content: bytes, pack: Callable[[bytes], bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / name, pack(content))
        found = list(read_pages([str(path)]))
        assert found or not content.strip()
        assert all("\n" not in str(item) for item in found if isinstance(item, SourceError))
        told = count([str(path)])
        assert told is None or told >= 0


def test_count_where_it_is_cheap(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.jsonl", line() * 3 + "\n")
    write(tmp_path / "c.html", HTML)
    assert count([str(tmp_path)]) == 5
    assert count([str(tmp_path / "absent")]) == 1
    write(tmp_path / "d.jsonl.gz", gzip.compress(line().encode()))
    assert count([str(tmp_path)]) is None
    assert count(["-"]) is None


def test_a_lone_surrogate_does_not_stop_a_batch(tmp_path: Path) -> None:
    line = '{"id": "a", "title": "خبر \\ud800", "text": "زار الوزير بغداد اليوم.", "date": "2024-11-30"}\n'
    (tmp_path / "a.jsonl").write_text(line * 2, encoding="utf-8")
    pages = [page for page in read_pages([str(tmp_path)]) if isinstance(page, Page)]
    assert [page.text.partition("\n")[0] for page in pages] == ["خبر \ufffd"] * 2
    assert pages[0].text.encode()
