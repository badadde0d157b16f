"""How an argument or a clause is marked: by its place, or by the particle before it (folded)."""

from enum import StrEnum


class Marker(StrEnum):
    """A place in the clause, or a particle. Values of particles are folded words."""

    BARE = ""
    SUBJECT = "subject"
    OBJECT = "object"
    GENITIVE = "genitive"
    BY = "by"
    WITH = "مع"
    AT = "ب"
    TO = "الي"
    FOR = "ل"
    FROM = "من"
    IN = "في"
    ON = "علي"
    WITH_HOST = "لدي"
    BETWEEN = "بين"
    ABOUT = "عن"
    AND = "و"
    BEFORE = "امام"
    CONCERNING = "بشان"
    AROUND = "حول"
    DURING = "خلال"
    WHILE = "اثناء"
    THROUGH = "عبر"
    BETWEEN_THEM = "بينهما"


# the preposition of place as a word of its own
IN_PLACE = frozenset({Marker.IN, Marker.AND + Marker.IN})
# particles with a pronoun that points back to what a clause describes: «زيارة يقوم بها»
RESUMPTIVE = ("بها", "به", "لها", "له", "فيها", "فيه")
# pronouns that point back to what was told: «قال ذلك الوزير»
POINTING = frozenset({"ذلك", "تلك"})
# particles with the pronoun of somebody spoken of, and the particle each is: «اتصل به», «نقل إليه رسالة»
PERSONAL = {
    front + pronoun: marker
    for front, marker in (("ب", Marker.AT), ("مع", Marker.WITH), ("ل", Marker.FOR), ("الي", Marker.TO))
    for pronoun in ("ه", "ها", "هما", "هم")
}
