"""Sections `grammar` and `topics`: the small words around a contact (resources/contacts/*.yml)."""

from typing import Literal

import msgspec

from isnad.model import Status


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a contact may be about."""

    id: str
    name: str
    words: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")


class Light(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb that lends a subject to a contact noun, and what that subject is to the contact.

    `bare`: it bears no pronoun: «إقامته» is no form of «أقام».
    """

    past: str
    present: str
    subject: Literal["agent", "recipient", "bearer", "mutual", "host", "proposer", "none"]
    only: tuple[str, ...] = ()
    begins: bool = False
    ends: bool = False
    bare: bool = False


class StatusCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before a trigger that say whether the contact took place."""

    id: str
    status: Status
    words: tuple[str, ...]
    example: str
    not_: str = msgspec.field(name="not")
    glued: bool = False
    after: bool = False
    ahead: bool = False


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The small words of a frame."""

    light: tuple[Light, ...]
    masdars: tuple[str, ...]
    fixed: tuple[str, ...]
    prepositions: tuple[str, ...]
    agents: tuple[str, ...]
    relatives: tuple[str, ...]
    joins: tuple[str, ...]
    topics: tuple[str, ...]
    call_marks: tuple[str, ...]
    call_nouns: tuple[str, ...]
    media: tuple[str, ...]
    company: tuple[str, ...]
    events: tuple[str, ...]
    relative_pronouns: tuple[str, ...]
    speech: tuple[str, ...]
    particles: tuple[str, ...]
    ties: tuple[str, ...]
    sport: tuple[str, ...]
    intents: tuple[str, ...]
    missions: tuple[str, ...]
    treatments: tuple[str, ...]
    wishes: tuple[str, ...]
    previous: tuple[str, ...]
    recurring: tuple[str, ...]
    times: tuple[str, ...]
    nth: tuple[str, ...]
    another: tuple[str, ...]
    again: tuple[str, ...]
    never: tuple[str, ...]
    agreements: tuple[str, ...]
    events_done: tuple[str, ...]
    events_coming: tuple[str, ...]
    periods: tuple[str, ...]
    together: tuple[str, ...]
    distributive: tuple[str, ...]
    then: tuple[str, ...]
    also: tuple[str, ...]
    apart: tuple[str, ...]
    announcing: tuple[str, ...]
    ahead_of: tuple[str, ...]
    after: tuple[str, ...]
    eve: tuple[str, ...]
    morrow: tuple[str, ...]
    events_during: tuple[str, ...]
    archive: tuple[str, ...]
    in_it: tuple[str, ...]
    gathers: tuple[str, ...]
    scheduled: tuple[str, ...]
    asides: tuple[str, ...]
    resumed: tuple[str, ...]
    was: tuple[str, ...]
    comes: tuple[str, ...]
    continues: tuple[str, ...]
    meanwhile: tuple[str, ...]
    refusals: tuple[str, ...]
    quantifiers: tuple[str, ...]
    among: tuple[str, ...]
    between_him: tuple[str, ...]
    clause_starts: tuple[str, ...]
    negations: tuple[str, ...]
    refusing: tuple[str, ...]
    maybe: tuple[str, ...]
    about: tuple[str, ...]
    upon: tuple[str, ...]
    toward: tuple[str, ...]
    within: tuple[str, ...]
    that: tuple[str, ...]
    last: tuple[str, ...]
    now: tuple[str, ...]
    doing: tuple[str, ...]
    accepts: tuple[str, ...]
    when: tuple[str, ...]
    will: tuple[str, ...]
    follows: tuple[str, ...]
    latter: tuple[str, ...]
    invitations: tuple[str, ...]
    coming: tuple[str, ...]
    bearing: tuple[str, ...]
    yet: tuple[str, ...]
    outcomes: tuple[str, ...]
    any: tuple[str, ...]
    conditions: tuple[str, ...]
    supposing: tuple[str, ...]
    attempts: tuple[str, ...]
    efforts: tuple[str, ...]
    since: tuple[str, ...]
    lasts: tuple[str, ...]
    first: tuple[str, ...]
    ran: tuple[str, ...]
    handed: tuple[str, ...]
    order: tuple[str, ...]
    order_coming: tuple[str, ...]
    achieved: tuple[str, ...]
    spans: tuple[str, ...]
    judging: tuple[str, ...]
    being: tuple[str, ...]
    motives: tuple[str, ...]
    viewing: tuple[str, ...]
    aiming: tuple[str, ...]
    arranging: tuple[str, ...]
    occurred: tuple[str, ...]
    status: tuple[StatusCue, ...]
