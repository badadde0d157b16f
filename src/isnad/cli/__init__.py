"""The command line: a thin face over the rooms. Imports nothing heavy before its time."""

import click

from isnad import __version__
from isnad.cli.actors import actors
from isnad.cli.dates import dates
from isnad.cli.events import events
from isnad.cli.learn import learn_offices
from isnad.cli.read import read
from isnad.cli.record.add import add, reread
from isnad.cli.record.brief import brief
from isnad.cli.record.compare import compare
from isnad.cli.record.contacts import contacts
from isnad.cli.record.happened import positions
from isnad.cli.record.lists import conflicts, network, search, stories, timeline
from isnad.cli.record.review import review
from isnad.cli.record.serve import serve
from isnad.cli.record.show import show
from isnad.cli.samples import samples
from isnad.cli.statements import statements
from isnad.cli.who import who


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="isnad")
def main() -> None:
    """Read Arabic news, and keep a sourced record of the diplomacy that it reports.

    Who contacted whom, when, by what channel, what each side said, on whose word, with the words that say so.

    \b
    A record of many articles:
      isnad add articles/ feed.xml              add articles, merge what they tell
      isnad contacts --pair RUS TUR             one contact, all its reports
      isnad show ID / isnad compare ID          its witnesses, side by side
      isnad brief --on 2024-11-30               a day, each line with its sources
      isnad events --place حلب                  what was done there, as told, on whose word
      isnad positions TUR                       what a side supports, rejects, demands
      isnad serve                               all of it as a page in the browser
    \b
    Articles one by one:
      isnad read --samples                      the sample articles, as a table
      isnad read news.jsonl.gz --format jsonl   one JSON document an article
      isnad statements article.txt              who said what, on whose word
      isnad events article.txt                  who did what to whom, on whose word
      isnad who article.txt                     whom its words stand for
      isnad actors lavrov                       the registry's people and offices

    `isnad COMMAND --help` says more about one command.
    """


main.add_command(read)
main.add_command(samples)
main.add_command(actors)
main.add_command(who)
main.add_command(statements)
main.add_command(events)
main.add_command(dates)
main.add_command(learn_offices)
for _command in (
    add,
    reread,
    contacts,
    show,
    compare,
    brief,
    positions,
    review,
    stories,
    search,
    conflicts,
    timeline,
    network,
    serve,
):
    main.add_command(_command)
