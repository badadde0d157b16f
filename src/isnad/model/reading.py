"""The parts of the reading document `isnad/reading/1`: field names and order are a contract."""

from typing import Literal

import msgspec

SCHEMA = "isnad/reading/1"

ContactKind = Literal["call", "message", "meeting", "visit", "multilateral", "contact"]
Status = Literal["held", "ongoing", "planned", "proposed", "cancelled", "denied"]
MentionKind = Literal["person", "office", "state", "organisation", "group", "place", "format"]
MentionBasis = Literal["stated", "short", "counterpart", "set", "metonym", "resolved", "open"]
PartyBasis = Literal["stated", "resolved", "carried"]
Role = Literal["initiator", "recipient", "visitor", "host", "mediator", "participant"]
LinkRole = Literal["outlet", "agency", "media", "statement", "social", "spokesperson", "anonymous", "speaker"]
LinkBasis = Literal["stated", "carried", "resolved", "metonym", "null-subject", "passive", "unstated"]


class Span(msgspec.Struct, frozen=True):
    """Characters of the stored text (code points, end exclusive) and the words that stand there."""

    start: int
    end: int
    text: str


class DateBasis(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step of the dating argument: what was seen, by which rule, and which days it leaves.

    `text` is text[start:end] of the article where a span is given. `fact`: what the registry knows of it, if anything.
    """

    kind: Literal["metadata", "weekday", "date", "office", "event", "stamp"]
    text: str
    start: int | None = None
    end: int | None = None
    rule: str
    leaves: str
    fact: str | None = None


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The publication day as an inclusive interval of ISO dates; `days` where the candidates are few and scattered."""

    earliest: str | None
    latest: str | None
    days: tuple[str, ...] | None = None
    basis: tuple[DateBasis, ...] = ()


class ArticleInfo(msgspec.Struct, frozen=True, kw_only=True):
    """The article as a reading names it. `text` is there only when asked for (`--with-text`)."""

    key: str
    sha256: str
    outlet: str | None
    outlet_basis: str | None
    url: str | None
    title: str
    language: str
    text: str | msgspec.UnsetType = msgspec.UNSET
    published: Published | None = None


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression. `value` is TIMEX3; `earliest`/`latest` are inclusive ISO days, None while unknown."""

    start: int
    end: int
    text: str
    value: str | None
    earliest: str | None
    latest: str | None
    rule: str


class TimeOf(msgspec.Struct, frozen=True, kw_only=True):
    """The time of a contact: the words that say it and the inclusive days that they fix."""

    text: str
    value: str | None
    earliest: str | None
    latest: str | None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand for an actor or a place. `actor` is a registry id, or the name itself for the unlisted."""

    start: int
    end: int
    text: str
    kind: MentionKind
    actor: str | None
    candidates: tuple[str, ...] = ()
    basis: MentionBasis = "stated"


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who is responsible for words. `side`: as of a party; null of a named person of whom no word tells a side."""

    actor: str | None
    name: str | None
    name_en: str | None
    office: str | None
    side: str | None
    basis: PartyBasis = "stated"
    candidates: tuple[str, ...] = ()
    role: Role = "participant"
    start: int
    end: int

    @property
    def side_or_unknown(self) -> str:
        """The side, `unknown` where there is none."""
        return self.side or "unknown"


class Party(Speaker, frozen=True, kw_only=True):
    """One side's principal in a contact. `side`: ISO alpha-3, an organisation's code, a group's name, or `unknown`."""

    side: str


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain of sources, outermost first."""

    role: LinkRole
    name: str | None
    actor: str | None
    basis: LinkBasis
    start: int | None
    end: int | None


class Reason(msgspec.Struct, frozen=True):
    """What a learned model heard, and how much it said for (or against) its answer, in log odds."""

    feature: str
    weight: float


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """An encounter that the article reports; one record per real encounter, however often it is told."""

    id: str
    kind: ContactKind
    status: Status
    parties: tuple[Party, ...]
    time: TimeOf | None
    place: str | None
    topics: tuple[str, ...] = ()
    chain: tuple[Link, ...] = ()
    background: bool = False
    domestic: bool = False
    # told as before another of its kind («لقاؤهما السابق»), of no day
    earlier: bool = False
    # counted as another of its kind («قمة ثانية», «تحدثا مجددا»)
    again: bool = False
    evidence: Span
    rule: str
    # all that decided: the construction, how its clause hangs, by what its doer is known, the status
    rules: tuple[str, ...] = ()
    # of what no construction tells and the learned linker adds (`learned.…`): what spoke most for and against it
    reasons: tuple[Reason, ...] = ()
    # how often such a reading was right, 0 to 1; None in what was read before there was one
    confidence: float | None = None


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """The attributing words of a statement."""

    start: int
    end: int
    text: str
    lemma: str
    cls: str = msgspec.field(name="class")


class QuoteSpan(msgspec.Struct, frozen=True):
    """Characters between a pair of quotation marks, the marks left out."""

    start: int
    end: int


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Words or a position attributed to a source."""

    id: str
    speakers: tuple[Speaker, ...]
    joint: bool
    addressee: Speaker | None
    polarity: Literal["said", "denied", "declined"]
    counterpart_only: bool
    cue: Cue | None
    form: Literal["quoted", "mixed", "paraphrase"]
    content: Span
    quotes: tuple[QuoteSpan, ...]
    chain: tuple[Link, ...]
    # ids of the events that the words assert
    claim: tuple[str, ...] | None = None
    parent: str | None = None
    contact: str | None = None
    # all the contacts that the words belong to, `contact` first
    contacts: tuple[str, ...] = ()
    occasion: Literal["talks", "press-conference", "interview", "statement", "post", "speech"] | None = None
    # the day of the saying; None where nothing fixes it
    time: TimeOf | None = None
    rule: str
    # how often such a reading, its speaker too, was right, 0 to 1; None in what was read before there was one
    confidence: float | None = None


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """A loaded name for an actor and the voice that uses it."""

    start: int
    end: int
    text: str
    referent: str
    stance: Literal["negative", "neutral", "positive"]
    voice: Literal["outlet", "quoted", "paraphrased", "distanced", "ambiguous"]
    by: str | None


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a room could not do: data, not an exception."""

    room: str
    message: str
    start: int | None = None
    end: int | None = None
