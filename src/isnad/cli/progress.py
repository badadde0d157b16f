"""How far a long batch is: a line on standard error that disappears when it is done."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(*, hidden: bool) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with the key of each article read; shows nothing where nobody watches standard error.

    `hidden`: the output itself goes to the terminal, and is progress enough.
    """
    if hidden or not sys.stderr.isatty():
        yield lambda key: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed}"), TextColumn("{task.fields[key]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, key="")
        yield lambda key: bar.update(task, advance=1, key=key)
