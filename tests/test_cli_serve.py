"""`isnad serve`: a real server started and asked; what it refuses to start with."""

import os
import re
import signal
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from isnad.cli import main
from isnad.cli.record.serve import _bound
from isnad.samples import folder
from isnad.sources import read_pages
from isnad.store.record import Record

ISNAD = Path(sysconfig.get_path("scripts")) / "isnad"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("serve") / "record.db"
    with Record(str(where)) as opened:
        for _ in opened.add(read_pages([str(folder() / "khor-gulf.jsonl")])):
            pass
    return where


@pytest.fixture
def served(record: Path) -> Iterator[list[str]]:
    """The lines that a server printed when it started, on a port of its own."""
    with subprocess.Popen(
        [str(ISNAD), "serve", "--record", str(record), "--port", "0"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield [process.stdout.readline(), process.stdout.readline()]
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0, "Ctrl-C is how it is stopped, and no fault"
        process.stdout.close()


def asked(address: str, **headers: str) -> tuple[int, str]:
    until = time.monotonic() + 20
    while True:
        try:
            with urlopen(Request(address, headers=headers), timeout=10) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def test_it_serves_the_record_and_what_waited_was_merged(served: list[str]) -> None:
    address = re.search(r"http://127\.0\.0\.1:\d+/", served[0])
    assert address is not None
    status, page = asked(address.group() + "en/day/2024-11-30")
    assert status == 200
    assert "Mohamed bin Zayed" in page
    assert asked(address.group() + "api/v1/contacts")[0] == 200
    assert asked(address.group() + "en/contacts", Host="rebound.example")[0] == 421
    entered = re.search(r"http://\S+token=\S+", served[1])
    assert entered is not None
    assert asked(entered.group())[0] == 200
    assert asked(address.group() + "en/enter?token=guess")[0] == 401


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--host", "0.0.0.0"], "set --token"),
        (["--host", "0.0.0.0", "--token", "short"], "16 characters"),
        (["--host", "::", "--read-only"], "needs a token"),
        (["--host", "somewhere"], "IP address"),
        (["--port", "70000"], "65535"),
    ],
)
def test_a_wrong_command_line_is_told(record: Path, args: list[str], says: str) -> None:
    done = CliRunner(env={"ISNAD_TOKEN": None}).invoke(main, ["serve", "--record", str(record), *args])
    assert done.exit_code == 2
    assert says in done.output


def test_no_record_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["serve", "--record", str(tmp_path / "none.db")])
    assert done.exit_code == 1
    assert "no record found" in done.output
    assert not os.listdir(tmp_path), "a server shows a record, it makes none"


def test_a_port_that_is_taken_is_told(record: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(main, ["serve", "--record", str(record), "--port", port])
    assert done.exit_code == 1
    assert "name another port" in done.output


def test_who_comes_before_the_server_runs_waits_instead_of_being_refused() -> None:
    with _bound("127.0.0.1", 0) as listening:
        socket.create_connection(listening.getsockname(), 1).close()
