"""Short articles of our own for the tests of the record: what an Arabic reader would merge, and what not."""

from functools import cache

import msgspec

from isnad.clean import clean
from isnad.lexicon import load
from isnad.merge import appearance, witness
from isnad.model import Page, Reading, Witness
from isnad.reading import read

MOSCOW = (
    "أعلنت وزارة الخارجية الروسية في بيان أن الوزير سيرغي لافروف أجرى، السبت، اتصالا هاتفيا "
    "مع نظيره التركي هاكان فيدان. وأعرب الوزيران عن قلقهما البالغ من التطورات في سوريا. "
    "وشدد لافروف على ضرورة العمل ضمن صيغة أستانا."
)
ANKARA = (
    "قالت وزارة الخارجية التركية إن الوزير هاكان فيدان بحث هاتفيا، السبت، مع نظيره الروسي سيرغي لافروف "
    "الأوضاع في سوريا. وأعرب الوزيران عن قلقهما الشديد من التطورات في الجمهورية العربية السورية."
)
NEXT_WEEK = "أجرى وزير الخارجية الروسي سيرغي لافروف، السبت، اتصالا هاتفيا مع نظيره التركي هاكان فيدان بشأن الهدنة."
OTHER_MINISTER = (
    "أجرى وزير الخارجية الروسي سيرغي لافروف، السبت، اتصالا هاتفيا مع نظيره الإيراني عباس عراقجي بشأن سوريا."
)
PLAN = "يلتقي الرئيس المصري عبد الفتاح السيسي، الخميس المقبل، في القاهرة نظيره التركي رجب طيب أردوغان."
HELD = "التقى الرئيس المصري عبد الفتاح السيسي، الخميس، في القاهرة نظيره التركي رجب طيب أردوغان وبحثا التعاون."
VISIT = "يصل وزير الخارجية الإيراني عباس عراقجي، الاثنين، إلى أنقرة في زيارة رسمية لتركيا."
TALKS = "التقى وزير الخارجية التركي هاكان فيدان، الاثنين، في أنقرة نظيره الإيراني عباس عراقجي."
LONG = (
    "ذكرت الوكالة أن وزير الخارجية المصري بدر عبد العاطي أجرى، السبت، اتصالا هاتفيا مع نظيره السوري بسام صباغ. "
    "وتناول الاتصال التطورات الميدانية في شمال سوريا وأكد الوزير المصري موقف بلاده الداعم للدولة السورية "
    "ومؤسساتها الوطنية "
    "وأهمية دورها في تحقيق الاستقرار ومكافحة الإرهاب وبسط سيادة الدولة على كامل أراضيها، بحسب ما جاء في نص الخبر كاملا."
)


def page(key: str, text: str, date: str | None = None, outlet: str | None = None) -> Page:
    """A page as a source would give it."""
    return Page(key=key, origin=key, text=text, title_end=0, date=date, outlet=outlet)


@cache
def told(key: str, text: str, date: str | None = None, outlet: str | None = None) -> Witness:
    """What the article testifies."""
    article = clean(page(key, text, date, outlet))
    reading: Reading = read(article, load())
    return witness(reading, article.text, [appearance(article)])


def moved(of: Witness, key: str, outlet: str) -> Witness:
    """The same witness printed elsewhere as well."""
    other = msgspec.structs.replace(of.appearances[0], key=key, outlet=outlet)
    return msgspec.structs.replace(of, appearances=(*of.appearances, other))
