"""The sides that stand after a noun: adjectives, genitives, «من/في/عن», read word by word."""

from isnad.actors.cursor import Cursor
from isnad.actors.matches import nisba_of, side_of, strong
from isnad.arabic.clitics import DEFINITE, definite
from isnad.lexicon import Match
from isnad.lexicon.words import WordClass

_GENITIVE = ("state", "org", "group", "seat", "weak_states", "weak_group", "weak_org")
_MAX_UNKNOWN = 2
_FAR = 8


def sides_after(cur: Cursor, j: int, limit: int = _FAR) -> tuple[int, list[str]]:
    """The sides told by adjectives, genitives and «من/في/عن» after token j, and the end of the words that tell them."""
    way = _Way(cur, j)
    while way.j < cur.hi and way.j - j < limit and cur.leaning(way.j) is None and way.step():
        pass
    return way.end, way.sides


def follows_definite(cur: Cursor, j: int) -> bool:
    """Whether a name at token j cannot be a genitive, for the word before it bears the article: «الوفد روسيا»."""
    before, form = cur.forms[j - 1] if j > cur.lo else "", cur.form(j)
    return before.startswith(DEFINITE) and not (definite(form) and cur.bare(j, "nisba", "weak_nisba"))


class _Way:
    """The way through the words: where it stands, where the last side ended, and the sides so far."""

    def __init__(self, cur: Cursor, j: int) -> None:
        self.cur, self.j, self.end = cur, j, j
        self.sides: list[str] = []
        self.unknown = 0

    def step(self) -> bool:
        """Take the next word or phrase; False where the way ends."""
        for take in (self._body, self._adjective, self._genitive):
            taken = take()
            if taken is not None:
                return taken
        return self._quoted() or (not self.sides and (self._between() or self._tied() or self._passed()))

    def _to(self, j: int) -> bool:
        self.j = j
        return True

    def _add(self, sides: list[str], j: int) -> bool:
        self.sides += [side for side in sides if side not in self.sides]
        self.end = j
        return self._to(j)

    def _body(self) -> bool | None:
        """«وفد الحركة»: a noun that stands for a body told before."""
        if self.sides or not self.cur.body_noun(self.j):
            return None
        side = self.cur.body(self.j)
        if side:
            return self._add([side], self.j + 1)
        return bool(self.cur.bare(self.j + 1, "nisba")) and self._to(self.j + 1)

    def _quoted(self) -> bool:
        """«مسؤولين "إسرائيليين"»."""
        quoted = self.cur.marked(self.j, "nisba")
        return quoted is not None and self._add(nisba_of(quoted[0]), quoted[1])

    def _adjective(self) -> bool | None:
        cur, j = self.cur, self.j
        match = cur.bare(j, "nisba", "weak_nisba", "state")
        if match is None or not ("nisba" in match.tags or "weak_nisba" in match.tags):
            # «كوريا الشمالية» is longer than the adjective in the accusative with which it begins
            return None
        if "state" in match.tags and (self.sides or follows_definite(cur, j)):
            # «قائد في الجيش السوري الحر روسيا»: the state, not the adjective that is spelt like it
            return False
        if "nisba" not in match.tags:
            if cur.bare(match.last, "nisba"):
                # «المسؤولين الماليين الصينيين»: an ordinary adjective
                return self._to(match.last)
            if self.sides or cur.bare(j, "comp"):
                return None
        return self._add(nisba_of(match), match.last)

    def _genitive(self) -> bool | None:
        match = self.cur.bare(self.j, *_GENITIVE)
        if match is None and self.cur.forms[self.j - 1] in self.cur.words.origin:
            # «مسؤولون من سيول»
            match = self.cur.bare(self.j, "capital")
        if match is None:
            return None
        if not strong(match) and self._goes_on(match):
            return self._to(match.last)
        if self.sides or follows_definite(self.cur, self.j):
            return False
        side = side_of(match)
        return self._add([side] if side else [], match.last)

    def _goes_on(self, match: Match) -> bool:
        """«السلطة التنفيذية الليبية»: a weak name that goes on is an ordinary word."""
        cur, j = self.cur, match.last
        return bool(cur.bare(j, "nisba") or (definite(cur.form(j)) and cur.bare(j + 1, "nisba")))

    def _between(self) -> bool:
        match = self.cur.bare(self.j, "comp", "official", "institution")
        return bool(match and not self.cur.bare(self.j, "person") and self._to(match.last))

    def _tied(self) -> bool:
        match = self.cur.tag(self.j, "state", "org", "group", "weak_states")
        if match is None or match.clitic not in ("ل", "ب"):
            return False
        self.sides.append(side_of(match) or "")
        self.end = match.last
        return self._to(match.last)

    def _passed(self) -> bool:
        cur, j = self.cur, self.j
        if cur.forms[j] in cur.words.of or cur.bare(j, "leaning"):
            return self._to(j + 1)
        if follows_definite(cur, j) and not definite(cur.forms[j]):
            # «الوفد لاحقا»
            return False
        many = cur.bare(j, "word")
        if many and WordClass.QUANTIFIER in many.tags["word"]:
            # «مسؤولين كبار من روسيا»
            return self._to(j + 1)
        if cur.at[j] is None and self.unknown < _MAX_UNKNOWN and cur.forms[j][:1].isalpha():
            self.unknown += 1
            return self._to(j + 1)
        return False
