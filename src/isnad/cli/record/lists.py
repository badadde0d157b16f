"""`isnad stories`, `search`, `conflicts`, `timeline`, `network`: lists drawn from a record."""

from typing import TYPE_CHECKING, Any

import click

from isnad.cli.record.guard import guarded
from isnad.cli.record.options import FormName, asked, asked_options, format_option, lang_option, opened, record_option

if TYPE_CHECKING:
    from isnad.labels.terms import Lang
    from isnad.query.network import By, Step

_NEWEST = 20
_TOP = 50


@click.command(short_help="List the stories of a record: articles and contacts of one affair.")
@record_option
@click.option("--newest", type=click.IntRange(1, 1_000_000), default=_NEWEST, show_default=True, metavar="N")
@click.option("--all", "single", is_flag=True, help="Also stories of a single article.")
@format_option
@lang_option
@guarded
def stories(record: str, newest: int, single: bool, form: FormName, lang: "Lang") -> bool:
    """List stories, newest first; `isnad contacts --story ID` lists the contacts of one.

    \b
    Examples:
      isnad stories
      isnad stories --newest 5 --lang ar
    """
    import msgspec

    from isnad.cli.record.rows import Row, show
    from isnad.labels.plain import plain
    from isnad.labels.record import record_labels

    sql = (
        "SELECT doc FROM stories WHERE articles >= :few "
        "ORDER BY COALESCE(latest, earliest) IS NULL, COALESCE(latest, earliest) DESC, id LIMIT :newest"
    )
    with opened(record) as reader:
        rows = (
            Row(
                (s.id, s.earliest or "", s.latest or "", str(len(s.contacts)), str(len(s.articles)), plain(s.title)),
                msgspec.json.encode(s),
            )
            for s in reader.stories(sql, few=1 if single else 2, newest=newest)
        )
        heads = ("id", "first", "last", "number", "articles", "title")
        return show(heads, rows, form, lang, record_labels(lang).phrases["no_stories"])


@click.command(short_help="Search the articles of a record by words.")
@click.argument("words", nargs=-1, required=True)
@record_option
@click.option("--newest", type=click.IntRange(1, 1_000_000), default=_NEWEST, show_default=True, metavar="N")
@format_option
@lang_option
@guarded
def search(words: tuple[str, ...], record: str, newest: int, form: FormName, lang: "Lang") -> bool:
    """Find the articles that hold all WORDS, in any spelling of hamza, with or without particles glued to them.

    «سوريا» finds «لسوريا» as well, «السورية» its kin: «سوري», «السوريين». What was found stands between «» marks.

    \b
    Examples:
      isnad search إدلب
      isnad search لافروف الهدنة --format jsonl
    """
    import msgspec

    from isnad.cli.record.rows import Row, show
    from isnad.labels.plain import plain
    from isnad.labels.record import interval, record_labels
    from isnad.lexicon import load
    from isnad.query.search import Snippet
    from isnad.query.search import search as query

    def marked(snippet: Snippet) -> str:
        out, at = [], snippet.start
        for start, end in snippet.hits:
            out += [snippet.text[at - snippet.start : start - snippet.start], "«"]
            out += [snippet.text[start - snippet.start : end - snippet.start], "»"]
            at = end
        return "".join([*out, snippet.text[at - snippet.start :]])

    with opened(record) as reader:
        rows = (
            Row(
                (
                    hit.article,
                    interval(hit.published.earliest, hit.published.latest),
                    plain(hit.outlet),
                    plain(" … ".join(marked(s) for s in hit.snippets)),
                ),
                msgspec.json.encode(hit),
            )
            for hit in query(reader, " ".join(words), load(), newest)
        )
        nothing = record_labels(lang).phrases["nothing_found"]
        return show(("article", "day", "outlet", "words"), rows, form, lang, nothing)


@click.command(short_help="List contradictions between the reports of one contact.")
@record_option
@asked_options
@format_option
@lang_option
@guarded
def conflicts(record: str, form: FormName, lang: "Lang", **options: Any) -> bool:
    """List the contacts whose reports differ in day, people, place, or whether it took place; with each claim.

    \b
    Examples:
      isnad conflicts
      isnad conflicts --side SYR --format jsonl
    """
    import msgspec

    from isnad.cli.record.rows import Row, show
    from isnad.labels.record import parties, record_labels
    from isnad.query.contacts import contacts

    words, question = record_labels(lang), asked({**options, "conflicting": True})
    with opened(record) as reader:
        rows = (
            Row(
                (
                    contact.id,
                    parties(contact, lang),
                    words.conflicts[conflict.field],
                    words.phrases["separator"].join(f"{claim.value} [{claim.article}]" for claim in conflict.claims),
                ),
                msgspec.json.encode({"contact": contact.id, "conflict": conflict}),
            )
            for contact in contacts(reader, question)
            for conflict in contact.conflicts
        )
        return show(("id", "parties", "field", "claims"), rows, form, lang, words.phrases["no_conflicts"])


@click.command(short_help="Count the contacts of a record by day, week or month.")
@record_option
@asked_options
@click.option("--by", "step", type=click.Choice(["day", "week", "month"]), default="day", show_default=True)
@format_option
@lang_option
@guarded
def timeline(record: str, step: "Step", form: FormName, lang: "Lang", **options: Any) -> bool:
    """Count the contacts whose day is known to lie in one day, week or month; empty ones are left out.

    \b
    Examples:
      isnad timeline --side SYR --by week
      isnad timeline --pair RUS TUR --since 2018-01-01 --format csv
    """
    import msgspec

    from isnad.cli.record.rows import Row, show
    from isnad.labels.record import record_labels
    from isnad.query.contacts import contacts
    from isnad.query.network import timeline as query

    question = asked(options)
    with opened(record) as reader:
        rows = (
            Row((b.start, b.end, str(b.contacts), _kinds(b.kinds, lang)), msgspec.json.encode(b))
            for b in query(contacts(reader, question), step)
        )
        return show(("from", "to", "number", "kinds"), rows, form, lang, record_labels(lang).phrases["nothing"])


@click.command(short_help="List who is in contact with whom, and how often.")
@record_option
@asked_options
@click.option("--by", type=click.Choice(["side", "person"]), default="side", show_default=True)
@click.option(
    "--top",
    type=click.IntRange(1, 1_000_000),
    metavar="N",
    help=f"The N strongest pairs.  [default: {_TOP} in a table]",
)
@format_option
@lang_option
@guarded
def network(record: str, by: "By", top: int | None, form: FormName, lang: "Lang", **options: Any) -> bool:
    """List the pairs that are in contact, strongest first: all contacts, those held, first and last day.

    \b
    Examples:
      isnad network
      isnad network --by person --since 2018-03-01 --until 2018-03-31
      isnad network --format csv > edges.csv
    """
    import msgspec

    from isnad.cli.record.rows import Row, show
    from isnad.labels.record import record_labels, side
    from isnad.query.contacts import contacts
    from isnad.query.network import network as query

    question = asked(options)
    with opened(record) as reader:
        made = query(contacts(reader, question), by)
        top = top or (_TOP if form in ("table", "markdown") else None)
        names = {n.id: n.name_en if lang == "en" else n.name for n in made.nodes}

        def named(id_: str) -> str:
            return side(id_, lang) if by == "side" else names[id_]

        rows = (
            Row(
                (
                    named(t.a),
                    named(t.b),
                    str(t.contacts),
                    str(t.held),
                    t.first or "",
                    t.last or "",
                    _kinds(t.kinds, lang),
                ),
                msgspec.json.encode(t),
            )
            for t in made.ties[:top]
        )
        heads = ("names", "with_whom", "number", "held", "first", "last", "kinds")
        return show(heads, rows, form, lang, record_labels(lang).phrases["nothing"])


def _kinds(counted: dict[str, int], lang: "Lang") -> str:
    from isnad.labels.record import record_labels
    from isnad.labels.terms import labels

    words = labels(lang)
    return record_labels(lang).phrases["separator"].join(f"{words.kinds[kind]} {n}" for kind, n in counted.items())
