"""What a reader is shown of one reading, in one language: plain strings without layout, one direction each."""

import msgspec

from isnad.cli.explain import Note, Slots, dating, reasons
from isnad.labels.plain import SideName, plain
from isnad.labels.said import SaidView, said
from isnad.labels.terms import Labels, Lang, labels
from isnad.model import Contact, Party, Reading


class PartyView(msgspec.Struct, frozen=True):
    """One party: its side, its name (empty where only an office is told), the office, the role where it has one."""

    side: str
    name: str
    office: str
    role: str


class ContactView(msgspec.Struct, frozen=True, kw_only=True):
    """One contact in words, with what was said of it; `status_key` is the contract's own word for the status."""

    day: str
    kind: str
    status: str
    status_key: str
    flags: tuple[str, ...]
    parties: tuple[PartyView, ...]
    place: str
    topics: tuple[str, ...]
    words: str
    said: tuple[SaidView, ...]
    notes: tuple[Note, ...]


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """One article's heading, contacts, and with `--explain` how it was dated and what could not be done."""

    key: str
    title: str
    outlet: str
    published: str
    contacts: tuple[ContactView, ...]
    notes: tuple[Note, ...]


def view(reading: Reading, text: str, lang: Lang, side_name: SideName, *, explain: Slots | None) -> ArticleView:
    """What to show of a reading of `text`, in `lang`; the notes say why where `explain` knows the constructions."""
    words, article = labels(lang), reading.article
    published = article.published
    days = words.days(published.earliest, published.latest) if published else None
    return ArticleView(
        key=plain(article.key),
        title=plain(article.title) or words.phrases["untitled"],
        outlet=plain(article.outlet),
        published=f"{words.fields['published']}: {days}" if days else words.phrases["published_unknown"],
        contacts=tuple(
            _contact(contact, reading, text, lang, side_name, explain=explain) for contact in reading.contacts
        ),
        notes=dating(reading, words) if explain else (),
    )


def _contact(
    contact: Contact, reading: Reading, text: str, lang: Lang, side_name: SideName, *, explain: Slots | None
) -> ContactView:
    words, time = labels(lang), contact.time
    return ContactView(
        day=(words.days(time.earliest, time.latest) if time else None) or words.phrases["day_unknown"],
        kind=words.kinds[contact.kind],
        status=words.statuses[contact.status],
        status_key=contact.status,
        flags=tuple(words.flags[flag] for flag in ("background", "domestic") if getattr(contact, flag)),
        parties=tuple(_party(party, text, words, lang, side_name) for party in contact.parties),
        place=plain(contact.place),
        topics=tuple(plain(topic) for topic in contact.topics),
        words=plain(contact.evidence.text),
        said=tuple(said(s, lang, side_name) for s in reading.statements if contact.id in s.contacts),
        notes=reasons(contact, reading, text, words, explain) if explain else (),
    )


def _party(party: Party, text: str, words: Labels, lang: Lang, side_name: SideName) -> PartyView:
    name = party.name_en or party.name if lang == "en" else party.name or party.name_en
    side = words.phrases["unknown"] if party.side == "unknown" else side_name(party.side, lang) or party.side
    # who is neither named nor titled is shown by the words that stand for him
    name = name or ("" if party.office else text[party.start : party.end])
    role = "" if party.role == "participant" else words.roles[party.role]
    return PartyView(plain(side), plain(name), plain(party.office), role)
