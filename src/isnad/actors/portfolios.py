"""What an office is concerned with: «لشؤون أوروبا والولايات المتحدة», «وزير الاتصالات وتكنولوجيا المعلومات في مصر»."""

from isnad.actors.cursor import Cursor
from isnad.arabic.clitics import ARTICLE, DEFINITE, JOINS

_JOIN = JOINS[0]
_NAMES = ("state", "weak_states", "org", "group", "capital", "city", "weak_city", "comp")
_OTHERS = ("verb", "light", "head", "private", "person", "institution", "official", "counterpart", "company", "honor")
_REACH = 8
_MOST_WORDS = 4


def past_affairs(cur: Cursor, j: int) -> int:
    """The token after the names of what an office deals with, which begin at j behind «لشؤون»; they tell no side."""
    last = j
    for _ in range(_REACH):
        after = _unit(cur, last, "" if last == j else _JOIN)
        if after is None and last > j:
            # «الشرق الأدنى»
            after = last + 1 if _plain(cur, last) else None
        if after is None:
            break
        last = after
    return last


def _unit(cur: Cursor, j: int, join: str) -> int | None:
    """The token after one name at j that bears this particle; «شمال أفريقيا» is one."""
    match = cur.tag(j, *_NAMES)
    if match and match.clitic == join and not cur.bare(j, "person"):
        return match.last
    if join and not cur.form(j).startswith(join):
        return None
    if _plain(cur, j):
        return j + 1
    if cur.form(j)[:1].isalpha() and not cur.at[j] and (part := cur.bare(j + 1, "state", "weak_states", "comp")):
        return part.last
    return None


def _plain(cur: Cursor, j: int) -> bool:
    """A definite word that no list knows and that is no name: «اللاجئين»."""
    form = cur.form(j)
    return form.startswith(DEFINITE) and not cur.at[j] and form not in cur.words.times and not cur.guesses.end(j)


def further_portfolio(cur: Cursor, j: int) -> int | None:
    """The token where a side is told behind more of a minister's portfolio at j; None where none is near.

    «وزير التعليم العالي والبحث العلمي العراقي», «وزير الاتصالات وتكنولوجيا المعلومات في مصر».
    """
    form = cur.form(j)
    joined = form.startswith(_JOIN)
    if cur.at[j] or not (joined or form.startswith(ARTICLE)) or form in cur.words.times or cur.bare(j - 1, "homeland"):
        return None
    for k in range(j + 1, min(j + 1 + _MOST_WORDS, cur.hi)):
        if cur.bare(k, "nisba") or (joined and cur.forms[k] in cur.words.inside and cur.bare(k + 1, "state")):
            return k
        if not (joined or cur.forms[k].startswith(DEFINITE)):
            return None
        if not cur.forms[k][:1].isalpha() or cur.tag(k, *_OTHERS) or cur.guesses.end(k):
            return None
    return None
