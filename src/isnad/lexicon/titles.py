"""Section `titles`: how an actor is named by what he is (resources/actors/titles.yml)."""

from typing import Literal

import msgspec


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The noun that opens an office: its singular, dual and plural words."""

    id: str
    rank: str
    words: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")
    two: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    female: bool = False
    side: str | None = None


class Private(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that say who a named person is and give him no side; without a name they are no mention."""

    id: str
    words: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")


class Institution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that speaks and receives in its state's name; `needs` says what must follow it to be one."""

    id: str
    words: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")
    complements: bool = False
    office: str | None = None
    needs: Literal["nisba", "side"] | None = None


class Official(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Unnamed people who stand for a side."""

    id: str
    words: tuple[str, ...]
    number: Literal["one", "many", "delegation"]
    example: str
    not_: str = msgspec.field(name="not")
    needs: Literal["nisba", "side"] | None = None


class Counterparts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """«نظيره» and its kin, by how many they stand for."""

    one: tuple[str, ...]
    two: tuple[str, ...]
    many: tuple[str, ...]


class Sets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand for both sides of a contact."""

    two: tuple[str, ...]
    states: tuple[str, ...]


class OfficeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which registry office a title means: the rank of its head and, where given, one of `has` inside it.

    `alone`: also where the head bears no complement («الزعيم الكوري الشمالي»).
    """

    id: str
    rank: str
    has: tuple[str, ...]
    alone: bool = False


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word for two sides: «الكوريتين»."""

    id: str
    words: tuple[str, ...]
    sides: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")


class Courtesy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An honorific with a pronoun that stands for a person told before.

    `style` is the honorific itself; `ranks`: whom it fits by office; `house`: only one whose name tells a house.
    """

    id: str
    words: tuple[str, ...]
    style: str
    house: bool
    ranks: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")


class Throne(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of sovereigns other than presidents, and the states that have one who bears them."""

    id: str
    words: tuple[str, ...]
    states: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")


class NotServing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say of a titled person that he does not hold the side's office now.

    `beside`: inside the title or right after the name; `before`: right before it, of times, kin, things named for him.
    """

    beside: tuple[str, ...]
    before: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")


class Post(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The registry offices one of which the bearer of a title of this rank holds on the day."""

    rank: str
    offices: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")


class Leaning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives that tie a body to a state without making it the state's; `links` stand between, or a glued «ل».

    `states`: only before a state, for «اللجنة التابعة للأمم المتحدة» is the organisation's own.
    """

    id: str
    words: tuple[str, ...]
    links: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")
    states: bool = False


class Particles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Particles by their work in titles and names, as titles.yml describes them."""

    of: tuple[str, ...]
    inside: tuple[str, ...]
    origin: tuple[str, ...]
    among: tuple[str, ...]
    posted: tuple[str, ...]
    states: tuple[str, ...]
    abroad: tuple[str, ...]
    son: tuple[str, ...]
    servant: tuple[str, ...]
    halves: tuple[str, ...]
    ali: tuple[str, ...]
    towards: tuple[str, ...]


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in titles.yml."""

    heads: tuple[Head, ...]
    private: tuple[Private, ...]
    private_bodies: tuple[str, ...]
    affairs: tuple[str, ...]
    realms: tuple[str, ...]
    ranked: tuple[str, ...]
    body_nouns: tuple[str, ...]
    thrones: tuple[Throne, ...]
    firms: tuple[str, ...]
    title_links: tuple[str, ...]
    complements: tuple[str, ...]
    honorifics: tuple[str, ...]
    before_names: tuple[str, ...]
    institutions: tuple[Institution, ...]
    officials: tuple[Official, ...]
    counterparts: Counterparts
    sets: Sets
    heads_of_delegation: tuple[str, ...]
    company: tuple[str, ...]
    place_nouns: tuple[str, ...]
    name_links: tuple[str, ...]
    possessed: tuple[str, ...]
    of_bearers: tuple[str, ...]
    spokesman_links: tuple[str, ...]
    posting_links: tuple[str, ...]
    particles: Particles
    offices: tuple[OfficeRule, ...]
    pairs: tuple[Pair, ...]
    homeland: tuple[str, ...]
    courtesy: tuple[Courtesy, ...]
    not_serving: NotServing
    posts: tuple[Post, ...]
    leanings: tuple[Leaning, ...]
