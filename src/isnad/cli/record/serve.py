"""`isnad serve`: the page and the API of a record."""

import ipaddress
import socket
from contextlib import suppress

import click

from isnad.cli.record.guard import guarded
from isnad.cli.record.options import record_option

_LONG = 16


@click.command(short_help="Show the record as a page in the browser, and serve its API.")
@record_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to bind to.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8700,
    show_default=True,
    help="Port; 0 picks a free one.",
)
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="Another host name of the server, if not its address."
)
@click.option(
    "--token",
    envvar="ISNAD_TOKEN",
    metavar="TEXT",
    help="Token that allows writing; required if other machines can connect.  [default: $ISNAD_TOKEN, else a new one]",
)
@click.option("--read-only", is_flag=True, help="Disable writing: no token is accepted.")
@guarded
def serve(record: str, host: str, port: int, names: tuple[str, ...], token: str | None, read_only: bool) -> bool:
    """Serve the record: pages under /ar/ and /en/, the API under /api/v1 with its description at /api/v1/docs.

    The server answers only this machine unless told otherwise. Reviewing and adding need the token; the address that is
    printed brings it along. Nothing is fetched from anywhere. Stop it with Ctrl-C.

    \b
    Examples:
      isnad serve
      isnad serve --record syria.db --port 9000
      isnad serve --read-only
      ISNAD_TOKEN=... isnad serve --host 0.0.0.0 --name news.example.org
    """
    local = _local(host)
    if not local and read_only:
        raise click.UsageError(f"--host {host} is reachable from other machines and needs a token: remove --read-only")
    if not local and (token is None or len(token) < _LONG):
        raise click.UsageError(
            f"--host {host} is reachable from other machines: set --token or ISNAD_TOKEN to {_LONG} characters or more"
        )
    import secrets

    from isnad.model import RecordError
    from isnad.query.reader import Reader
    from isnad.store.record import Record

    if "://" not in record:
        from pathlib import Path

        if not Path(record).is_file():
            raise RecordError(
                record, "no record found", "create one with `isnad add PATH...`, or give its path with --record"
            )
    with Record(record) as opened:
        # an older record is brought to the newest schema, and what waits is merged
        opened.merge()
    Reader(record).close()
    token = None if read_only else token or secrets.token_urlsafe(_LONG)
    return _run(record, host, port, names, token, local=local)


def _run(record: str, host: str, port: int, names: tuple[str, ...], token: str | None, *, local: bool) -> bool:
    import uvicorn

    from isnad.web.app import create_app
    from isnad.web.settings import LOCAL, Settings

    listening = _bound(host, port)
    port = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    anywhere = not local and not names and ipaddress.ip_address(host).is_unspecified
    hosts = ("*",) if anywhere else tuple(dict.fromkeys((*LOCAL, shown.lower(), *(name.lower() for name in names))))
    app = create_app(Settings(record=record, token=token, hosts=hosts, public=not local))
    address = f"http://{names[0] if names else shown}:{port}/"
    click.echo(f"{record}  {address}")
    if token is not None:
        click.echo(f"to review and add  {address}en/enter?token={token}")
    click.echo("Press Ctrl-C to stop.", err=True)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    # the server puts everything away and then says again what it heard
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    return True


def _local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError as error:
        raise click.UsageError(f"--host {host}: not an IP address or localhost") from error


def _bound(host: str, port: int) -> socket.socket:
    from isnad.model import IsnadError

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host.strip("[]"), port))
        # the address is told before the server runs: who comes at once waits instead of being refused
        made.listen()
    except OSError as error:
        made.close()
        advice = "name another port with --port, 0 takes a free one"
        raise IsnadError(f"{host}:{port}: {error.strerror} ({advice})") from error
    return made
