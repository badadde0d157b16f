"""From bytes to text: UTF-8, UTF-16 and UTF-32 by their marks and shape, cp1256 against ISO-8859-6 by their letters."""

import codecs
import math
import re
from functools import cache

from isnad.arabic.letters import BY_FREQUENCY
from isnad.model import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("cp1256", "iso8859-6")
_ALLOWED = "،؛؟«»“”‘’–—…•ـ\u00a0\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u200c\u200d\u200e\u200f"
_HIGH = re.compile(rb"[\x80-\xff]+")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 1 << 20
_MARGIN, _POOR, _FEW = 0.25, -5.0, 12


def decode(data: bytes, where: str) -> str:
    """The text of a file's bytes. Raises SourceError for binary content, and where no encoding can be told."""
    encoding = detect(data, where)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        advice = "convert the file to UTF-8"
        raise SourceError(where, f"not valid {encoding.upper()} at byte {error.start}", advice) from error


def detect(head: bytes, where: str) -> str:
    """The name of the encoding of these bytes, which may be a file's first part. Raises SourceError."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    sample = head[:_SAMPLE]
    wide = _wide(sample)
    if wide:
        return wide
    if len(_CONTROL.findall(sample)) * 50 > len(sample):
        raise SourceError(where, "binary content, no text")
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(sample)
    except UnicodeDecodeError as error:
        if _nearly_utf8(sample):
            advice = "repair the file or convert it"
            raise SourceError(where, f"UTF-8 with a broken character at byte {error.start}", advice) from error
        return _legacy(sample, where)
    return "utf-8"


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is the high byte of a Latin or an Arabic character."""
    if len(sample) < 4 or not 0 < sample.count(0) < 0.6 * len(sample):
        return None
    half = len(sample) // 2
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(high.count(byte) for byte in (0x00, 0x06, 0x20, 0xFE)) > 0.9 * half:
            return name
    return None


def _nearly_utf8(sample: bytes) -> bool:
    """Whether most characters beyond ASCII are well-formed UTF-8."""
    high = sum(len(run) for run in _HIGH.findall(sample))
    broken = sample.decode("utf-8", "replace").count("\ufffd")
    return broken * 10 < high


@cache
def _cost() -> dict[str, float]:
    """The logarithm of a letter's likelihood, after Zipf's law over its rank."""
    weights = [1 / (rank + 1.5) for rank in range(len(BY_FREQUENCY))]
    return {c: math.log(w / sum(weights)) for c, w in zip(BY_FREQUENCY, weights, strict=True)} | dict.fromkeys(
        _ALLOWED, -4.0
    )


def _legacy(sample: bytes, where: str) -> str:
    """The one-byte encoding under which the high bytes read most like Arabic."""
    high = b"".join(_HIGH.findall(sample))
    cost = _cost()
    score = {}
    for name in _LEGACY:
        letters = high.decode(name, "replace")
        score[name] = sum(cost.get(char, -12.0) for char in letters) / len(letters)
    best, other = sorted(_LEGACY, key=lambda name: -score[name])
    if score[best] < _POOR or score[best] - score[other] < _MARGIN or len(high) < _FEW:
        raise SourceError(where, "the encoding cannot be told", "convert the file to UTF-8")
    return best
