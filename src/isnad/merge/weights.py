"""The weights and limits of merging, in one table. `tests/test_merge_weights.py` holds each with a case on either side.

They were set on labelled windows of news, by what an analyst goes by: who met whom, then the day, then the place. They
are no probabilities. Lengths of time are in days.
"""

from typing import NamedTuple


class Weight(NamedTuple):
    """Points for (or against) two reports being of one contact, and the reason that the record shows."""

    points: float
    reason: str

    def of(self, side: str) -> "Weight":
        """The same weight with the side that it is about in its reason."""
        return Weight(self.points, f"{self.reason} {side}")


# joining
ENOUGH = 4.5  # points from which two reports are of one contact
SURE = 6.5  # points of a pair that vouches for the other pairs of its two articles
RIVAL = 0.25  # how much weaker a report of other days may be and still make a pair ambiguous
OUTNUMBERED = 3  # so many times as many articles of the pair's own days settle the ambiguity

# parties; the two best sides count
PARTIES = 2
SAME_PERSON = Weight(2.0, "same person of")
SAME_PERSON_ELSEWHERE = Weight(0.5, "same person, named in another sentence, of")
SAME_OFFICE = Weight(1.0, "same office of")
SAME_HEAD = Weight(1.0, "a head of")
SAME_VISIT = Weight(1.5, "same host or visitor")
SAME_SIDE = Weight(0.5, "same side")
SUMMIT = Weight(1.5, "both tell of a coming meeting of the same two heads")
SAME_SEVERAL = Weight(1.0, "the same several sides")
NAME_SPELLING = 84.0  # share of letters in common, 0 to 100, from which two names are spellings of one

# wording
COPIES = Weight(3.0, "copies of one text")
SAME_WORDS = Weight(2.0, "told in the same words")
SHARED_CONTACT = Weight(1.0, "the two articles share another contact")
SAME_TOPIC = Weight(0.25, "same topic")
OTHER_CHANNEL = Weight(-0.75, "one does not say how they talked")
OTHER_COUNT = Weight(-1.25, "one is counted as another after the other")
LONG = 50  # letters from which the words of a report are its own
REWORDED = 80.0  # share of letters in common from which two reports have the same words

# days
SAME_DAY = Weight(3.0, "same day")
SAME_DAY_OF_YEAR = Weight(3.0, "same day of the year")
SAME_WEEK = Weight(2.0, "day within the same week")
SAME_MONTH = Weight(1.5, "day within the same month")
LOOSE_DAYS = Weight(-1.0, "days hardly known")
NEWS_OF_DAY = Weight(1.5, "news of the same day")
NEWS_OF_DAYS = Weight(1.0, "news of the same days")
NEWS_OF_FORTNIGHT = Weight(0.5, "news of the same fortnight")
DAY, NEAR, WEEK, RECENT, MONTH, YEAR = 1, 3, 7, 14, 31, 366
SLACK = {"visit": 6, "multilateral": 1}  # how far apart reports of one encounter may put its days: a visit lasts
BACK, AHEAD, PROPOSED = 10, 60, 30  # how long what was held, is planned, is proposed is told without its day

# places
SAME_CITY = Weight(1.0, "same city")
SAME_STATE = Weight(0.5, "same state")
SAME_PLACE = Weight(0.5, "same place")
OTHER_CITY = Weight(-1.0, "other city")
OTHER_STATE = Weight(-2.0, "other state")
CITY_SPELLING = 74.0  # share of letters in common from which two names of cities are spellings of one

# copies of an article
COPY = 0.5  # share of common shingles: a report with another headline stays far above it, two of one event below
FEWEST = 20  # words from which a text can be told from others

# days of a crawl
CRAWLED = 30  # pages of an outlet on one day
EXCESS = 3  # so many times as many as on its next busiest day

# what follows what
STAY = 2  # talks on a visit begin so long after the days that its reports give
FRESH = 14  # news of a visit and of its talks, where no report gives a day or a place
HARDLY_KNOWN = 93  # a day that is known less well than that ties nothing
REPLACED = 60  # what takes the place of an encounter comes so long after it

# stories
LASTING = 14
SHARE = 0.5  # share of the articles of the lesser contact that tell of both
