"""Write the examples of the API's documentation: the sample articles in a record, each operation asked once.

Long lists are cut to their first item and long texts to their first words, so spans of an example may point beyond it.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from fastapi.testclient import TestClient

from isnad.samples import folder
from isnad.sources import read_pages
from isnad.store.record import Record
from isnad.web.api.examples import FILE, Example
from isnad.web.app import create_app
from isnad.web.settings import Settings

_LONG = 240
_TOKEN = "example"
_CALL = (
    "أجرى وزير الخارجية الروسي سيرغي لافروف، السبت، اتصالا هاتفيا مع نظيره التركي هاكان فيدان. "
    "وشدد لافروف على ضرورة وقف القتال."
)


def main() -> None:
    """Ask everything, and write the file."""
    with tempfile.TemporaryDirectory() as at:
        where = str(Path(at) / "samples.db")
        with Record(where) as record:
            list(record.add(read_pages([str(folder())])))
            record.merge()
        client = TestClient(create_app(Settings(record=where, token=_TOKEN)), base_url="http://127.0.0.1")
        told = dict(asked(client))
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n")
    sys.stdout.write(f"{len(told)} examples in {FILE.name}\n")


def asked(client: TestClient) -> Any:
    """The examples, by the ids of the operations."""
    contacts = client.get("/api/v1/contacts?size=200&since=2024-11-30&until=2024-11-30").json()["contacts"]
    best = max(contacts, key=lambda c: (c["sources"]["independent"], len(c["reports"]), c["id"]))
    id_, article = best["id"], best["reports"][0]["sha256"]
    questions = {
        "contacts": "/contacts?side=RUS&side=TUR&since=2024-11-01&until=2024-11-30",
        "contact": f"/contact/{id_}",
        "compare": f"/contact/{id_}/compare",
        "contactStatements": f"/contact/{id_}/statements",
        "conflicts": "/conflicts",
        "statements": "/statements?speaker=لافروف",
        "events": "/events?actor=RUS",
        "event": f"/event/{client.get('/api/v1/events').json()['events'][0]['id']}",
        "stories": "/stories",
        "story": f"/story/{best['story']}",
        "articles": "/articles?since=2024-11-30",
        "article": f"/article/{article[:12]}",
        "search": "/search?q=دمشق",
        "actors": "/actors?q=لافروف&on=2024-11-30",
        "actor": "/actor/sergey-lavrov",
        "outlets": "/outlets",
        "names": "/names",
        "referents": "/names/referents",
        "timeline": "/timeline?by=week&side=RUS",
        "network": "/network?by=person",
        "brief": "/brief?on=2024-11-30",
    }
    for name, path in questions.items():
        answer = client.get(f"/api/v1{path}")
        yield name, Example(path=f"/api/v1{path}", answer=cut(answer.raise_for_status().json()))
    sent = {
        "read": ("/read", {"text": _CALL, "date": "2024-11-30"}),
        "addArticle": ("/articles", {"text": _CALL, "date": "2024-11-30", "outlet": "صحيفة"}),
        "decide": ("/verdicts", {"kind": "accept", "subject": id_, "by": "me", "note": "both readouts agree"}),
    }
    for name, (path, body) in sent.items():
        answer = client.post(f"/api/v1{path}", json=body, headers={"authorization": f"Bearer {_TOKEN}"})
        yield name, Example(path=f"/api/v1{path}", body=body, answer=cut(answer.raise_for_status().json()))
    for name, path in {"verdicts": "/verdicts", "verdict": "/verdicts/1"}.items():
        answer = client.get(f"/api/v1{path}")
        yield name, Example(path=f"/api/v1{path}", answer=cut(answer.raise_for_status().json()))
    yield "withdraw", Example(path="/api/v1/verdicts/1")


def cut(value: Any) -> Any:
    """A value whose lists have one item, and whose texts are short."""
    if isinstance(value, dict):
        return {name: cut(inner) for name, inner in value.items()}
    if isinstance(value, list):
        # a span is a pair
        return value if all(isinstance(item, int) for item in value) else [cut(item) for item in value[:1]]
    return value[:_LONG] + "…" if isinstance(value, str) and len(value) > _LONG else value


if __name__ == "__main__":
    main()
