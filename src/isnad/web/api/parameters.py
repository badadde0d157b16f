"""What may stand in an address of the API, apart from the question for contacts."""

from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field

from isnad.web.asking import Between, Words

MOST = 200
_FAR = 1_000_000

ContactId = Annotated[
    str,
    Path(
        pattern="^[0-9a-f]{4,16}$",
        description="Id of a contact or of one of its reports, one that it had before, or the beginning of any.",
        examples=["39cae3ffbbf1f9e3"],
    ),
]
EventId = Annotated[
    str,
    Path(
        pattern="^[0-9a-f]{4,16}$",
        description="Id of an event or of one of its reports, or the beginning of either.",
        examples=["3286f52b"],
    ),
]
StoryId = Annotated[
    str, Path(pattern="^[0-9a-f]{4,16}$", description="Id of a story, or the beginning.", examples=["3569ff34ada94b6f"])
]
ActorId = Annotated[
    str,
    Path(
        max_length=MOST,
        pattern=r"^[^\x00]+$",
        description="Id of a person, state, organisation, group, format or outlet of the registry.",
        examples=["sergey-lavrov", "RUS"],
    ),
]
ArticleRef = Annotated[
    str,
    Path(
        max_length=2000,
        pattern=r"^[^\x00]+$",
        description="SHA-256 of the stored text, its beginning (6 characters or more), or the article's key.",
        examples=["e6fe68b1fd8c"],
    ),
]
VerdictNumber = Annotated[int, Path(ge=1, le=2**31 - 1, description="Number of a verdict.", examples=[1])]


class Pages(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="ignore")

    size: int = Field(default=50, ge=1, le=MOST, description="How many on a page.")
    page: int = Field(default=1, ge=1, le=_FAR, description="Which page, from 1.")

    @property
    def skip(self) -> int:
        """How many stand on the pages before."""
        return (self.page - 1) * self.size


class Paged(Pages, Between):
    """Which page, of what lies between two days."""


class OfOutlet(Paged):
    """Which page, of what an outlet printed between two days."""

    outlet: Words = Field(default=None, description="Part of the name of the outlet.")
