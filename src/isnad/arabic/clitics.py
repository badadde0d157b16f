"""Particles glued to the front of words."""

from isnad.arabic.fold import fold_word


def unglued(words: str, clitic: str) -> str:
    """Stored words without the particle at their front; «للقاهرة» gives «القاهرة» back its article.

    Words that do not begin with the particle come back unchanged.
    """
    cut = len(clitic)
    if not clitic or fold_word(words[:cut]) != clitic:
        return words
    rest = words[cut:]
    return "ا" + rest if clitic.endswith("ل") and rest.startswith("ل") else rest
