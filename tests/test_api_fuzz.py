"""The HTTP API against its own description: whatever is sent, no server error, and every answer is as described.

The number of examples is small, so that it ends in about a minute; ISNAD_FUZZ sets another one for a long run.
"""

import os
from collections.abc import Iterator

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from isnad.samples import folder
from isnad.sources import read_pages
from isnad.store.record import Record
from isnad.web.api.openapi import document
from isnad.web.app import create_app
from isnad.web.merger import Merger
from isnad.web.settings import Settings

TOKEN = "a token of the tests"
EXAMPLES = int(os.environ.get("ISNAD_FUZZ", "4"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
APP = create_app(Settings(record="none", token=TOKEN, hosts=("testserver",)))
SCHEMA = schemathesis.openapi.from_dict(document(APP))
SCHEMA.app = APP
BOUNDED = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@pytest.fixture(scope="module", autouse=True)
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The sample articles in a record of this module's own, which is written to and merged as the examples will."""
    path = str(tmp_path_factory.mktemp("fuzz") / "samples.db")
    with Record(path) as made:
        list(made.add(read_pages([str(folder())])))
        made.merge()
    APP.state.settings = msgspec.structs.replace(APP.state.settings, record=path)
    APP.state.merger = Merger(path)
    yield
    assert APP.state.merger.wait(120)
    assert APP.state.merger.trouble is None


@SCHEMA.parametrize()
@BOUNDED
def test_with_the_token(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=[*CHECKS, unsupported_method], headers={"Authorization": f"Bearer {TOKEN}"})


@SCHEMA.parametrize()
@BOUNDED
def test_without_the_token(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=[*CHECKS, ignored_auth])
