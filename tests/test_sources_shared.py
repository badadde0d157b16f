"""Sources on real pages, feeds and the large collection, where they are at hand."""

import re
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

from isnad.model import Page, SourceError
from isnad.sources import read_pages

_TEXT = re.compile(r"<TEXT>\n(.*)\n</TEXT>", re.DOTALL)


def test_pages_beside_their_extracted_text(shared: Path) -> None:
    folder = shared / "pages" / "pairs"
    for path in sorted(folder.glob("*.html")):
        (page,) = read_pages([str(path)])
        assert isinstance(page, Page)
        held = _TEXT.search(path.with_suffix(".txt").read_text(encoding="utf-8"))
        assert held is not None
        wanted, given = held[1].split(), page.text[page.title_end or 0 :].split()
        blocks = SequenceMatcher(None, wanted, given, autojunk=False).get_matching_blocks()
        same = sum(block.size for block in blocks)
        assert same / len(wanted) >= 0.98, path.name
        assert same / len(given) >= 0.9, path.name


def test_html_pages_give_an_article_and_stated_dates_only(shared: Path) -> None:
    found = {
        Path(item.origin).stem: item
        for item in read_pages([str(shared / "pages" / "html" / "*.html")])
        if isinstance(item, Page)
    }
    assert len(found) == 6
    assert all(page.title_end and len(page.text) > 400 for page in found.values())
    assert found["goose3__test_cnn_arabic"].date is None
    assert (found["htmldate__1550981615"].date or "").startswith("2020-03-17")


def test_feeds_give_arabic_entries(shared: Path) -> None:
    found = list(read_pages([str(shared / "pages" / "feeds")]))
    given = [item for item in found if isinstance(item, Page)]
    told = [item for item in found if isinstance(item, SourceError)]
    assert len(given) > 150
    assert all("not Arabic" in str(item) for item in told)
    assert all(page.date and page.outlet and "<" not in page.text[:50] for page in given)


def test_the_large_collection_is_streamed(shared: Path) -> None:
    first = list(islice(read_pages([str(shared / "news" / "news.jsonl.xz")]), 300))
    assert all(isinstance(item, Page) and item.text for item in first)
