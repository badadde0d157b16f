"""Whether a text is Arabic: enough Arabic letters, and few of those that only other languages of the script use."""

import re

from isnad.model import SourceError

_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_FOREIGN = re.compile(r"[پچژگڤڭٹڈڑںھہےۆێڕڵۇۈۋېە]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 20_000
_SHARE, _FOREIGN_SHARE = 0.3, 0.02


def check_arabic(text: str, where: str) -> None:
    """Raises SourceError when the text holds no letters or is written in another language."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        raise SourceError(where, "empty: no words")
    arabic = len(_ARABIC.findall(sample))
    if arabic < _SHARE * letters:
        raise SourceError(where, "not Arabic", "Isnad reads Arabic articles only")
    if len(_FOREIGN.findall(sample)) > _FOREIGN_SHARE * arabic:
        raise SourceError(where, "not Arabic: Arabic script of another language", "Isnad reads Arabic articles only")
