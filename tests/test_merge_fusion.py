"""One record of many reports: parties, kind, place, sources with roots, conflicts, verdicts; and what copies are."""

from typing import Any

import pytest

from isnad.lexicon import load
from isnad.merge import merge
from isnad.merge.accounts import Person, person
from isnad.merge.copies import PERMUTATIONS, families, likeness, signature
from isnad.model import Appearance, Contact, Link, Party, Record, RecordContact, Root, Span, Statement, Verdict, Witness

from .report_cases import EGYPT, TURKIYE, account, article, gazetteer, party, report

Fields = dict[str, Any]
MONDAY = "2024-11-25"


def merged(*witnesses: Witness, verdicts: tuple[Verdict, ...] = ()) -> Record:
    return merge(witnesses, load(), verdicts)


def one(*fields: Fields, **more: Any) -> RecordContact:
    """The one contact of reports of one day, each in an article of its own."""
    told = [report(key, **({"days": MONDAY} | f)) for key, f in zip("abcd", fields, strict=False)]
    (contact,) = merged(*(article(c.id, c, **more) for c in told)).contacts
    return contact


# parties


def test_a_person_is_listed_once_in_the_fullest_form() -> None:
    short = party("TUR", "فيدان", office="وزير الخارجية")
    full = party("TUR", "هاكان فيدان", actor="hakan-fidan", name_en="Hakan Fidan", role="host")
    (egypt, turkiye) = one({"parties": (EGYPT, short)}, {"parties": (EGYPT, full)}, {}).parties
    assert (turkiye.name, turkiye.actor, turkiye.name_en, turkiye.role) == (
        "هاكان فيدان",
        "hakan-fidan",
        "Hakan Fidan",
        "host",
    )
    assert turkiye.office == "وزير الخارجية"
    assert (egypt.name, egypt.actor, egypt.role) == ("بدر عبد العاطي", None, "participant")


def test_most_reports_say_what_a_person_is() -> None:
    offices = ["وزير الخارجية", "وزير الخارجية", "الوزير"]
    roles = ["visitor", "host", "host"]
    told = [
        {"parties": (EGYPT, party("TUR", "هاكان فيدان", office=o, role=r))} for o, r in zip(offices, roles, strict=True)
    ]
    _, turkiye = one(*told).parties
    assert (turkiye.office, turkiye.role) == ("وزير الخارجية", "host")


def test_a_name_is_the_longest_then_the_most_frequent() -> None:
    spellings = ["هاكان فدان", "هاكان فيدان", "هاكان فيدان"]
    _, turkiye = one(*({"parties": (EGYPT, party("TUR", name))} for name in spellings)).parties
    assert turkiye.name == "هاكان فيدان"


@pytest.mark.parametrize(
    ("listed", "parties"),
    [
        pytest.param(["EGY", "TUR"], (EGYPT, TURKIYE, party("TUR")), id="a side that somebody names"),
        pytest.param(["EGY", "TUR"], (EGYPT, party("TUR"), party("TUR")), id="a side twice"),
        pytest.param(["EGY", "unknown"], (EGYPT, party("unknown")), id="an unknown side"),
        pytest.param(
            ["EGY", "unknown", "unknown"],
            (EGYPT, party("unknown", "فلان"), party("unknown")),
            id="an unknown side and a name",
        ),
        pytest.param(["EGY", "EGY", "TUR"], (EGYPT, party("EGY", "سامح شكري"), TURKIYE), id="two of a side"),
    ],
)
def test_who_is_listed(listed: list[str], parties: tuple[Party, ...]) -> None:
    (contact,) = merged(article("x", report(parties=parties))).contacts
    assert [p.side for p in contact.parties] == listed
    assert contact.domestic is (len(set(listed)) == 1)


def test_who_a_party_is() -> None:
    assert person(party("TUR")) is None
    assert person(party("TUR", office="وزير")) is None
    assert person(party("TUR", "هاكان فيدان")) == Person(None, ("هاكان", "فيدان"))
    assert person(party("TUR", "هاكان فيدان", actor="هاكان فيدان")) == Person(None, ("هاكان", "فيدان"))
    assert person(party("TUR", "فيدان", actor="hakan-fidan")) == Person("hakan-fidan", ("فيدان",))
    assert person(party("TUR", actor="hakan-fidan")) == Person("hakan-fidan", ())


# what is asked of an account


ERDOGAN = party("TUR", "رجب طيب أردوغان", actor="recep-tayyip-erdogan")


def test_who_is_led_by_a_head() -> None:
    summit = next(rule for rule in sorted(gazetteer().summits))
    assert account(parties=(EGYPT, ERDOGAN)).led == {"TUR"}
    assert account(parties=(party("EGY"), ERDOGAN), rule=summit).led == {"EGY", "TUR"}
    assert account(parties=(EGYPT, party("TUR")), rule=summit).led == {"TUR"}
    assert account(parties=(EGYPT, TURKIYE)).led == set()


def test_what_is_looked_up_once() -> None:
    told = account(
        parties=(party("EGY", role="initiator"), party("TUR", role="visitor"), party("unknown")), place="أنقرة"
    )
    assert (told.sides, told.guests, told.senders) == ({"EGY", "TUR"}, {"TUR"}, set())
    assert told.place is not None
    assert told.place.state == "TUR"
    assert account(kind="message", parties=(party("EGY", role="initiator"), party("TUR"))).senders == {"EGY"}
    invitation = next(rule for rule, purpose in sorted(gazetteer().purposes.items()) if purpose)
    assert account(rule=invitation).purpose
    assert not account().purpose


@pytest.mark.parametrize(
    ("bare", "start", "name", "words"),
    [
        (False, 0, "هاكان فيدان", "المحادثات"),
        (False, 8, "هاكان فيدان", "المحادثات"),
        (True, 9, "هاكان فيدان", "المحادثات"),
        (False, 900, "هاكان فيدان", "محادثات فيدان"),
        (True, 900, "علي آل ثاني", "آل المحادثات"),
        (False, 900, "علي آل ثاني", "المحادثات مع علي"),
        (True, 900, None, "المحادثات"),
    ],
)
def test_whose_words_name_nobody(bare: bool, start: int, name: str | None, words: str) -> None:
    parties = (party("TUR", name, start=start), party("EGY", start=900))
    assert account(parties=parties, words=words).bare is bare


# kind, place


def test_kind_and_place_are_what_most_reports_say() -> None:
    found = one(
        {"kind": "contact"}, {"kind": "multilateral"}, {"kind": "meeting", "place": "أنقرة"}, {"kind": "meeting"}
    )
    assert (found.kind, found.place) == ("meeting", "أنقرة")
    assert one({"kind": "contact"}, {"kind": "contact"}).kind == "contact"
    assert one({"kind": "contact"}, {"kind": "contact"}, {"kind": "meeting"}).kind == "meeting"
    places = one({"place": "أنقرة"}, {"place": "العاصمة التركية أنقرة"}, {"place": "أنقرة"})
    assert places.place == "أنقرة"
    assert one({"place": "أنقرة"}, {"place": "العاصمة التركية أنقرة"}).place == "العاصمة التركية أنقرة"


def test_history_is_what_all_tell_as_history() -> None:
    assert one({"background": True}, {"background": True}).background
    assert not one({"background": True}, {}).background
    assert one({"topics": ("النفط", "الهدنة")}, {"topics": ("الهدنة", "الغاز")}).topics == ("النفط", "الهدنة", "الغاز")


@pytest.mark.parametrize(
    ("place", "state", "city"),
    [
        ("أنقرة", "TUR", "انقره"),
        ("تركيا", "TUR", None),
        ("العاصمة التركية", "TUR", None),
        ("العاصمة المؤقتة عدن", "YEM", "عدن"),
        ("شرم الشيخ", "EGY", "شرم الشيخ"),
        ("قصر الضيافة", None, None),
    ],
)
def test_where_a_place_lies(place: str, state: str | None, city: str | None) -> None:
    found = gazetteer().place(place)
    assert (found.state, found.city) == (state, city)


def test_whose_an_institution_is() -> None:
    assert gazetteer().side("وزارة الخارجية التركية") == "TUR"
    assert gazetteer().side("بيان مشترك") is None


# sources


def link(role: str, name: str | None = None, actor: str | None = None) -> Link:
    return Link(role=role, name=name, actor=actor, basis="stated", start=None, end=None)  # type: ignore[arg-type]


def statement(*chain: Link, contact: str | None = None, at: int = 0, speakers: tuple[Party, ...] = ()) -> Statement:
    """A statement whose words begin at `at` and are ten characters long."""
    return Statement(
        id=f"s{at}",
        speakers=speakers,
        joint=False,
        addressee=None,
        polarity="said",
        counterpart_only=False,
        cue=None,
        form="paraphrase",
        content=Span(start=at, end=at + 10, text=""),
        quotes=(),
        chain=chain,
        contact=contact,
        rule="by.hand",
    )


OUTLET = link("outlet", "الشرق")
MINISTRY = link("statement", "وزارة الخارجية التركية")


def rooted(*statements: Statement, outlet: str | None = "الشرق", **fields: Any) -> set[tuple[str, str]]:
    contact = report("a", **({"words": "التقى بدر عبد العاطي هاكان فيدان"} | fields))
    (found,) = merged(article("x", contact, outlet=outlet, statements=statements)).contacts
    assert found.sources.independent == len(found.sources.roots)
    assert found.reports[0].roots == tuple(sorted(found.reports[0].roots))
    return {(root.kind, root.key) for root in found.sources.roots}


def test_without_a_chain_the_outlet_is_the_root() -> None:
    assert rooted() == {("outlet", "الشرق")}
    assert rooted(outlet=None) == {("article", "x")}


@pytest.mark.parametrize(
    ("root", "chain"),
    [
        (("side", "TUR"), (OUTLET, MINISTRY)),
        (("agency", "anadolu"), (OUTLET, link("agency", "وكالة الأناضول", "anadolu"))),
        (("agency", "وكاله الشرق"), (OUTLET, link("agency", "وكالة الشرق"))),
        (("outlet", "قناه الغد"), (OUTLET, link("media", "قناة الغد"))),
        (("side", "TUR"), (OUTLET, link("spokesperson", "مكتب فيدان"))),
        (("anonymous", "x:مصادر مطلعه"), (OUTLET, link("anonymous", "مصادر مطلعة"))),
        (("article", "x"), (OUTLET, link("anonymous"))),
    ],
)
def test_the_root_is_the_innermost_link(root: tuple[str, str], chain: tuple[Link, ...]) -> None:
    assert rooted(statement(*chain)) == {root}


@pytest.mark.parametrize(("at", "tells"), [(0, True), (1, False), (-9, True), (-10, False)])
def test_the_statement_whose_words_tell_of_the_contact(at: int, tells: bool) -> None:
    words = Span(start=20, end=30, text="التقى بدر عبد العاطي هاكان فيدان")
    found = rooted(statement(OUTLET, MINISTRY, at=20 + at), evidence=words)
    assert found == {("side", "TUR") if tells else ("outlet", "الشرق")}


def test_a_readout_counts_by_its_last_channel() -> None:
    speaker = link("speaker", "هاكان فيدان", "hakan-fidan")
    post = statement(OUTLET, link("agency", "وكالة الأناضول", "anadolu"), speaker, contact="a", at=500)
    assert rooted(post) == {("agency", "anadolu")}
    assert rooted(statement(OUTLET, speaker, contact="a", at=500)) == {("outlet", "الشرق")}
    assert rooted(statement(OUTLET, MINISTRY, contact="other", at=500)) == {("outlet", "الشرق")}
    both = statement(OUTLET, MINISTRY, contact="a", at=500), post
    assert rooted(*both) == {("agency", "anadolu"), ("side", "TUR")}


def test_a_post_is_of_those_who_speak_through_it() -> None:
    post = link("social", "منشور")
    assert rooted(statement(OUTLET, post, speakers=(TURKIYE,))) == {("side", "TUR")}
    joint = statement(OUTLET, link("statement", "بيان مشترك"), speakers=(EGYPT, TURKIYE, party("unknown")))
    assert rooted(joint) == {("side", "EGY"), ("side", "TUR")}
    through = statement(OUTLET, post, link("speaker", "فلان"), at=500, speakers=(EGYPT,))
    assert rooted(statement(OUTLET, post), through) == {("side", "EGY")}
    unnamed = link("anonymous", "مصادر")
    deeper = statement(OUTLET, unnamed, link("speaker", "فلان"), at=500, speakers=(EGYPT,))
    assert rooted(statement(OUTLET, unnamed), deeper) == {("anonymous", "x:مصادر")}


def test_a_side_named_by_its_office() -> None:
    office = party("TUR", "هاكان فيدان", office="الوزير الضيف")
    assert rooted(statement(OUTLET, link("speaker", "الوزير الضيف")), parties=(EGYPT, office)) == {("side", "TUR")}
    nobody = party("unknown", "هاكان فيدان", office="الوزير الضيف")
    found = rooted(statement(OUTLET, link("speaker", "الوزير الضيف")), parties=(EGYPT, TURKIYE, nobody))
    assert found == {("anonymous", "x:الوزير الضيف")}


def test_a_first_name_is_nobodys_office() -> None:
    first, last = link("spokesperson", "مكتب هاكان"), link("spokesperson", "مكتب فيدان")
    assert rooted(statement(OUTLET, last)) == {("side", "TUR")}
    assert rooted(statement(OUTLET, first)) == {("anonymous", "x:مكتب هاكان")}


def test_the_chain_of_a_report() -> None:
    (found,) = merged(article("x", report("a"), statements=(statement(OUTLET, MINISTRY, contact="a"),))).contacts
    assert found.reports[0].chain == (OUTLET, MINISTRY)
    assert found.reports[0].statements == ("s0",)
    (plain,) = merged(article("x", report("a"))).contacts
    ((role, basis),) = ((made.role, made.basis) for made in plain.reports[0].chain)
    assert (role, basis) == ("outlet", "unstated")
    (named,) = merged(article("x", report("a"), outlet="الشرق")).contacts
    assert named.reports[0].chain[0].basis == "stated"


def test_an_outlet_that_nobody_knows_is_not_counted() -> None:
    told = report("a", days=MONDAY)
    unknown, known = article("x", told), article("y", report("b", days=MONDAY), outlet="الشرق")
    (found,) = merged(unknown, known).contacts
    assert (found.sources.outlets, found.sources.articles) == (1, 2)
    bare = Witness(
        sha256="z",
        appearances=(Appearance(key="z"), Appearance(key="zz")),
        title="",
        outlet="الغرب",
        published=known.published,
        signature=(),
        contacts=(report("c", days=MONDAY),),
        statements=(),
    )
    (found,) = merged(known, bare).contacts
    assert (found.sources.outlets, found.sources.articles) == (2, 3)


SAME_TEXT = tuple(range(PERMUTATIONS))


def test_copies_have_the_root_that_one_of_them_names() -> None:
    agency = statement(OUTLET, link("agency", "وكالة الأناضول", "anadolu"))
    first = article("x", report("a", days=MONDAY), outlet="الشرق", signature=SAME_TEXT)
    copy = article("y", report("b", days=MONDAY), outlet="الغرب", signature=SAME_TEXT, statements=(agency,))
    third = article("z", report("c", days=MONDAY), outlet="الغد", out="2024-12-01", signature=SAME_TEXT)
    (found,) = merged(first, copy, third).contacts
    assert [(r.kind, r.key) for r in found.sources.roots] == [("agency", "anadolu")]
    (found,) = merged(third, first).contacts
    assert [(r.kind, r.key) for r in found.sources.roots] == [("outlet", "الشرق")]
    assert [(r.article, r.copy_of) for r in found.reports] == [("x", None), ("z", "x")]


def test_a_root_has_the_name_that_most_give_it() -> None:
    def of(name: str) -> tuple[Statement, ...]:
        return (statement(OUTLET, link("agency", name, "anadolu")),)

    names = ["وكالة الأناضول", "الأناضول", "الأناضول"]
    told = [article(key, report(key, days=MONDAY), statements=of(n)) for key, n in zip("abc", names, strict=True)]
    assert merged(*told).contacts[0].sources.roots == (Root(kind="agency", key="anadolu", name="الأناضول"),)
    assert merged(*told[:2]).contacts[0].sources.roots[0].name == "الأناضول", "the shorter of two"


# conflicts


def conflicts(*fields: Fields) -> dict[str, list[str]]:
    """The conflicts of reports that a person joined: the values of each field."""
    told = [report(key, **f) for key, f in zip("abc", fields, strict=False)]
    join = tuple(Verdict(kind="join", subject="a", other=c.id) for c in told[1:])
    (found,) = merged(*(article(c.id, c) for c in told), verdicts=join).contacts
    return {c.field: sorted(claim.value for claim in c.claims) for c in found.conflicts}


@pytest.mark.parametrize(
    ("found", "reports"),
    [
        pytest.param({}, [{}, {}], id="none"),
        pytest.param({"day": ["2024-11-24", MONDAY]}, [{"days": MONDAY}, {"days": "2024-11-24"}], id="days"),
        pytest.param({}, [{"days": MONDAY}, {}], id="a day and none"),
        pytest.param({}, [{"days": MONDAY}, {"days": ("2024-11-20", MONDAY)}], id="days that meet"),
        pytest.param(
            {"day": ["2024-11-20..2024-11-24", MONDAY]},
            [{"days": MONDAY}, {"days": ("2024-11-20", "2024-11-24")}],
            id="a day and a span",
        ),
        pytest.param(
            {"day": ["..2024-11-24", MONDAY]}, [{"days": MONDAY}, {"days": (None, "2024-11-24")}], id="an open span"
        ),
        pytest.param(
            {"day": ["2024-11-24", MONDAY]},
            [{"days": MONDAY}, {"days": "2024-11-24"}, {}],
            id="the third takes no part",
        ),
        pytest.param(
            {},
            [{"days": MONDAY, "kind": "visit"}, {"days": "2024-11-19", "kind": "visit"}],
            id="days of a visit",
        ),
        pytest.param(
            {"day": ["2024-11-18", MONDAY]},
            [{"days": MONDAY, "kind": "visit"}, {"days": "2024-11-18", "kind": "visit"}],
            id="days of two visits",
        ),
        pytest.param(
            {}, [{"days": MONDAY}, {"days": "2024-11-24", "value": "XXXX-11-24"}], id="a day without its year"
        ),
        pytest.param({"place": ["أنقرة", "إسطنبول"]}, [{"place": "أنقرة"}, {"place": "إسطنبول"}], id="cities"),
        pytest.param({"place": ["القاهرة", "تركيا"]}, [{"place": "تركيا"}, {"place": "القاهرة"}], id="states"),
        pytest.param({}, [{"place": "تركيا"}, {"place": "إسطنبول"}], id="a city of the state"),
        pytest.param({}, [{"place": "مدينة عدن"}, {"place": "العاصمة المؤقتة عدن"}], id="one city in other words"),
        pytest.param({}, [{"place": "أنقرة"}, {"place": "قصر الضيافة"}], id="a city and some place"),
        pytest.param(
            {}, [{"place": "أنقرة", "kind": "call"}, {"place": "القاهرة", "kind": "call"}], id="places of a call"
        ),
        pytest.param(
            {"party": ["بدر عبد العاطي + هاكان فيدان", "بدر عبد العاطي + ياشار غولر"]},
            [{}, {"parties": (EGYPT, party("TUR", "ياشار غولر"))}],
            id="people",
        ),
        pytest.param({}, [{}, {"parties": (EGYPT, party("TUR", "فيدان"))}], id="a part of the name"),
        pytest.param({}, [{}, {"parties": (EGYPT, party("TUR"))}], id="a name and none"),
        pytest.param({"status": ["denied", "held"]}, [{}, {"status": "denied"}], id="held and denied"),
        pytest.param(
            {"status": ["cancelled", "held"]},
            [{}, {"status": "cancelled"}, {"status": "planned"}],
            id="held and called off",
        ),
        pytest.param({}, [{}, {"status": "planned"}], id="held and planned"),
        pytest.param({}, [{"status": "denied"}, {"status": "planned"}], id="planned and denied"),
    ],
)
def test_what_cannot_all_be_right(found: dict[str, list[str]], reports: list[Fields]) -> None:
    assert conflicts(*reports) == found


def test_a_party_without_a_name_is_claimed_by_office_or_side() -> None:
    ours = {"parties": (party("EGY", "سامح شكري"), party("TUR", office="وزير الخارجية"))}
    theirs = {"parties": (EGYPT, party("TUR"))}
    assert conflicts(ours, theirs) == {"party": ["بدر عبد العاطي + TUR", "سامح شكري + وزير الخارجية"]}


# copies


def text(*changed: int) -> str:
    return " ".join(f"لفظ{'ا' * (n % 7)}{'ب' * (n // 7)}" if n not in changed else f"أخرى{n}" for n in range(60))


@pytest.mark.parametrize(("words", "signed"), [(20, True), (19, False)])
def test_a_text_of_fewer_words_is_told_from_nothing(words: int, signed: bool) -> None:
    made = signature(" ".join(text().split()[:words]) + " ، . !")
    assert (len(made) == PERMUTATIONS) is signed


def test_every_word_of_a_text_counts() -> None:
    whole = signature(text())
    assert likeness(whole, whole) == 1.0
    assert likeness(whole, ()) == likeness((), whole) == 0.0
    for end in (0, 59):
        assert 0.8 < likeness(whole, signature(text(end))) < 1.0, "the first word and the last are in a shingle"
    assert likeness(whole, signature(text(*range(60)))) < 0.1


def regrouped(size: int) -> str:
    """The words in groups that stay together, the groups in another order."""
    words = text().split()
    groups = [words[n : n + size] for n in range(0, len(words), size)]
    return " ".join(word for group in groups[::-1] for word in group)


def test_three_words_in_a_row_are_a_shingle() -> None:
    assert likeness(signature(text()), signature(regrouped(2))) < 0.1
    assert likeness(signature(text()), signature(regrouped(3))) > 0.1


def test_copies_share_half_of_their_shingles() -> None:
    half, less = (SAME_TEXT[:n] + tuple(range(1000, 1000 + PERMUTATIONS - n)) for n in (64, 63))
    assert families([("a", SAME_TEXT), ("b", half)]) == {"a": "a", "b": "a"}
    assert families([("a", SAME_TEXT), ("b", less)]) == {"a": "a", "b": "b"}


def test_copies_of_copies_are_of_one_family() -> None:
    def of(first: int, last: int) -> tuple[int, ...]:
        return tuple(n if first <= n < last else 1000 * (first + 1) + n for n in range(PERMUTATIONS))

    chain = [("c", of(0, 96)), ("b", of(32, 128)), ("a", of(32, 128)[:64] + tuple(range(9000, 9064)))]
    assert set(families(chain).values()) == {"a"}
    last_band = tuple(range(9000, 9000 + 60)) + tuple(range(60, 128))
    assert families([("a", SAME_TEXT), ("b", last_band)])["b"] == "a"


# verdicts


def test_the_last_word_of_people_counts() -> None:
    accept = Verdict(kind="accept", subject="a", at="2")
    reject = Verdict(kind="reject", subject="a", at="1")
    assert _judged(accept, reject) == "accept"
    assert _judged(reject) == "reject"
    assert _judged(Verdict(kind="reject", subject="gone")) is None
    assert _judged(Verdict(kind="part", subject="a", other="b")) is None


def _judged(*verdicts: Verdict) -> str | None:
    (found,) = merged(article("x", report("a")), verdicts=verdicts).contacts
    return found.verdict


def test_a_rejected_contact_is_opened_again_by_a_witness_that_nobody_saw() -> None:
    reject = Verdict(kind="reject", subject="a", correction=(("reports", "a"),))
    both = [article(key, report(key, days=MONDAY)) for key in ("a", "b")]
    assert merged(both[0], verdicts=(reject,)).contacts[0].verdict == "reject"
    assert merged(*both, verdicts=(reject,)).contacts[0].verdict == "reopened"
    seen = Verdict(kind="reject", subject="a", correction=(("reports", "a b"),))
    assert merged(*both, verdicts=(seen,)).contacts[0].verdict == "reject"
    accepted = Verdict(kind="accept", subject="a", correction=(("reports", "a"),))
    assert merged(*both, verdicts=(accepted,)).contacts[0].verdict == "accept"


@pytest.mark.parametrize(
    ("correction", "field", "value"),
    [
        (("kind", "call"), "kind", "call"),
        (("status", "planned"), "status", "planned"),
        (("place", "أنقرة"), "place", "أنقرة"),
        (("place", ""), "place", None),
        (("day", ""), "time", None),
    ],
)
def test_what_people_correct(correction: tuple[str, str], field: str, value: object) -> None:
    told: Contact = report("a", days=MONDAY, place="القاهرة")
    right = Verdict(kind="correct", subject="a", correction=(correction,))
    (found,) = merged(article("x", told), verdicts=(right,)).contacts
    assert getattr(found, field) == value
    (plain,) = merged(article("x", told)).contacts
    for other in {"kind", "status", "place", "time"} - {field}:
        assert getattr(found, other) == getattr(plain, other)
