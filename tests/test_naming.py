"""Naming: loaded names and the voice that uses them."""

import pytest

from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Naming, Page
from isnad.reading import read

LEXICON = load()


def names(text: str) -> list[Naming]:
    return list(read(clean(Page(key="t", origin="t", text=text, title_end=0, date="2024-11-30")), LEXICON).namings)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("تقدمت التنظيمات الإرهابية نحو المدينة.", "outlet"),
        ('قال بشار الأسد: "سنطرد الجماعات الإرهابية من كل المدن".', "quoted"),
        ("قال بشار الأسد إن الجيش طرد الجماعات الإرهابية من المدينة.", "ambiguous"),
        ("اتهم بشار الأسد الجماعات الإرهابية بخرق الهدنة.", "paraphrased"),
        ("تحدث سيرغي لافروف عن ضرورة عزل ما أسماه “الإرهابيين” في المدينة.", "distanced"),
    ],
)
def test_voice(text, voice):
    (found,) = [n for n in names(text) if n.stance == "negative"]
    assert found.voice == voice


def test_source_of_a_name_is_told():
    (found,) = names('قال هاكان فيدان: "لن نتحاور مع الجماعات الإرهابية في الشمال".')
    assert found.by == "هاكان فيدان"


@pytest.mark.parametrize(
    ("text", "referent", "stance"),
    [
        ("قصفت قوات النظام السوري البلدة.", "SYR", "negative"),
        ("تقدم الجيش السوري نحو البلدة.", "SYR", "neutral"),
        ("التعنت الروسي أفشل الجولة.", "RUS", "negative"),
        ("قتل نحو 300 مسلح في المعارك.", "armed-group", "negative"),
        ("دخلت فصائل المعارضة السورية المدينة.", "armed-opposition", "neutral"),
    ],
)
def test_referent_and_stance(text, referent, stance):
    assert (referent, stance) in [(n.referent, n.stance) for n in names(text)]


def test_particles_stay_with_the_name():
    text = "تصدى الجنود للتنظيمات الإرهابية."
    (found,) = names(text)
    assert (found.text, text[found.start : found.end]) == ("للتنظيمات الإرهابية", found.text)
