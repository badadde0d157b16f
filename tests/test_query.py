"""Questions to a record: filters, full-text search, networks, timelines, briefs; the same on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.lexicon import load
from isnad.model import RecordContact
from isnad.query.brief import brief
from isnad.query.contacts import contacts, count, documents, statements_of
from isnad.query.network import network, timeline
from isnad.query.reader import Reader
from isnad.query.search import search
from isnad.query.selection import Asked
from isnad.query.statements import AskedSaid, said
from isnad.query.statements import count as count_said
from isnad.store.words import asked, hits, indexed

from .record_cases import page
from .test_store import PAGES, SATURDAY, added, server, where

__all__ = ["server", "where"]


@pytest.fixture
def reader(where: str) -> Iterator[Reader]:
    """The short articles in a record."""
    added(where, *PAGES)
    with Reader(where) as opened:
        yield opened


def found(reader: Reader, **question: object) -> list[RecordContact]:
    answer = list(contacts(reader, Asked(**question)))  # type: ignore[arg-type]
    assert "newest" in question or count(reader, Asked(**question)) == len(answer)  # type: ignore[arg-type]
    return answer


def kinds(reader: Reader, **question: object) -> list[str]:
    return [contact.kind for contact in found(reader, **question)]


def test_contacts_are_picked_by_whom_when_and_how(reader: Reader) -> None:
    assert sorted(kinds(reader)) == ["call", "call", "meeting", "meeting", "visit"]
    assert kinds(reader, sides=("RUS", "TUR")) == ["call", "call"]
    assert kinds(reader, sides=("RUS", "TUR"), until="2024-11-30") == ["call"]
    assert kinds(reader, since="2024-12-02", until="2024-12-07")[-1] == "call"
    assert kinds(reader, actors=("sergey-lavrov",), sources=2) == ["call"]
    assert kinds(reader, kinds=("visit", "meeting"), sides=("IRN",)) in (["visit", "meeting"], ["meeting", "visit"])
    assert kinds(reader, statuses=("planned",)) == ["visit"]
    assert kinds(reader, outlet="باء") == ["call"]
    assert kinds(reader, place="القاهره") == ["meeting"]
    assert kinds(reader, newest=2) == ["call", "meeting"]


@pytest.mark.parametrize("name", ["لافروف", "سيرغي", "sergey-lavrov"])
def test_names_are_found_in_any_spelling(reader: Reader, name: str) -> None:
    assert kinds(reader, actors=(name,)) == ["call", "call"]


def test_what_is_asked_is_never_sql(reader: Reader) -> None:
    assert kinds(reader, actors=("' OR 1=1 --",)) == []
    for sign in ("%", "_", "\\"):
        assert kinds(reader, place=sign) == [], "a pattern's signs mean nothing"
        assert kinds(reader, actors=(sign,)) == []
    assert kinds(reader, sides=("rus",)) == kinds(reader, sides=("RUS",))


def test_documents_come_as_they_are_kept(reader: Reader) -> None:
    assert all(document.startswith('{"schema":"isnad/contact/1"') for document in documents(reader, Asked()))


def test_statements_lead_to_their_contact(reader: Reader) -> None:
    told = list(said(reader, AskedSaid(speaker="لافروف")))
    assert told
    assert {s.contact for s in told} <= {c.id for c in found(reader)}
    assert all(any(p.actor == "sergey-lavrov" for p in s.statement.speakers) for s in told)
    call = found(reader, sides=("RUS", "TUR"), until="2024-11-30")[0]
    assert {s.article for s in said(reader, AskedSaid(contact=call.id))} == {"moscow", "ankara"}
    assert list(said(reader, AskedSaid(side="ZZZ"))) == []
    assert set(statements_of(reader, call)) == {r.contact for r in call.reports}
    assert list(said(reader, AskedSaid(contact="no such contact"))) == []


def test_words_of_several_contacts_are_found_by_each(where: str) -> None:
    text = (
        "تلقى الرئيس السوري بشار الأسد، السبت، اتصالين هاتفيين من رئيس الوزراء العراقي محمد شياع السوداني ومن رئيس "
        "الإمارات الشيخ محمد بن زايد، كل على حدة، بحسب بيان للرئاسة السورية."
    )
    added(where, page("two", text, SATURDAY, "ألف"))
    with Reader(where) as reader:
        both = found(reader)
        told = [[s.statement.id for s in said(reader, AskedSaid(contact=c.id))] for c in both]
        assert len(both) == 2
        assert told[0]
        assert told[0] == told[1]
        assert [count_said(reader, AskedSaid(contact=c.id)) for c in both] == [len(ids) for ids in told]


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("سوريا", {"moscow", "ankara"}),
        ("السوريون", {"ankara"}),
        ("الأتراك", {"moscow", "ankara", "later", "plan", "held", "talks"}),
        ("اسطنبول", set()),
        ("لافروف الهدنة", {"later"}),
        ("؟!", set()),
    ],
)
def test_search_finds_words_with_particles_and_kin(reader: Reader, words: str, articles: set[str]) -> None:
    answer = list(search(reader, words, load(), newest=50))
    assert {hit.article for hit in answer} == articles
    for hit in answer:
        assert hit.snippets
        for snippet in hit.snippets:
            assert len(snippet.text) == snippet.end - snippet.start
            assert snippet.hits
            assert all(snippet.start <= start < end <= snippet.end for start, end in snippet.hits)


def test_highlights_fall_on_the_original_words() -> None:
    text = "وصل الوفد إلى دمشق لسوريّا ثم عاد، والسوريون رحبوا."
    lexicon = load()
    spans = hits(text, asked("سوريا", lexicon), lexicon)
    assert [text[a:b] for a, b in spans] == ["لسوريّا"]
    spans = hits(text, asked("السورية", lexicon), lexicon)
    assert "والسوريون" in [text[a:b] for a, b in spans]


@given(st.text(alphabet="ابتسروكلفيىةأإ ", max_size=40))
def test_every_word_of_a_text_is_found_by_itself(text: str) -> None:
    lexicon = load()
    tokens = set(indexed(text, lexicon).split())
    for group in asked(text, lexicon):
        assert tokens.intersection(group)


def test_networks_count_each_contact_once(reader: Reader) -> None:
    made = network(found(reader), "side")
    tie = next(t for t in made.ties if (t.a, t.b) == ("RUS", "TUR"))
    assert (tie.contacts, tie.held, tie.kinds) == (2, 2, {"call": 2})
    assert (tie.first, tie.last) == ("2024-11-30", "2024-12-07")
    people = network(found(reader), "person")
    assert {n.id for n in people.nodes} >= {"sergey-lavrov", "hakan-fidan"}


def test_timelines_put_known_days_into_their_stretch(reader: Reader) -> None:
    days = timeline(found(reader), "day")
    assert (days[0].start, days[0].contacts) == ("2024-11-30", 1)
    assert sum(b.contacts for b in timeline(found(reader), "month")) == len(found(reader))
    weeks = timeline(found(reader), "week")
    assert all(b.start <= b.end for b in weeks)


def test_a_brief_tells_each_contact_once(reader: Reader) -> None:
    told = found(reader)
    spoken = {}
    for contact in told:
        spoken |= statements_of(reader, contact)
    made = brief(told, spoken)
    ids = [item.contact.id for section in made.sections for item in section.items]
    assert sorted(ids) == sorted(c.id for c in told)
    assert made.articles == tuple(sorted(p.key for p in PAGES))


def test_the_shared_corpus_is_searched_by_folded_words(shared: Path, tmp_path: Path) -> None:
    from isnad.sources import read_pages
    from isnad.store.record import Record

    path = str(tmp_path / "seeds.db")
    with Record(path) as record:
        list(record.add(read_pages([str(p) for p in (shared / "seeds").glob("*.txt")])))
        record.merge()
    with Reader(path) as reader:
        found = {hit.article[:3] for hit in search(reader, "إدلب", load(), 10)}
        assert found == {"000", "001", "002", "003", "004"}
