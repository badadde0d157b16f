"""Where two words of a name are also written as one: «عبد الله» and «عبدالله», «أبو مازن», «صلاح الدين»."""

import re

# after عبد and أبو, before الله and الدين
_JOINT = re.compile(r"(?<=\bعبد) (?=\w)|(?<=\bالعبد) (?=\w)|(?<=\b[أا]بو) (?=\w)|(?<=\w) (?=(?:الله|الدين)\b)")
_TWO_WORDS = 2


def joined(name: str) -> list[str]:
    """The name with each of its joints open or closed: 2**n forms for n joints, the open one first."""
    forms = [""]
    for piece in re.split(f"({_JOINT.pattern})", name):
        ways = (" ", "") if piece == " " else (piece,)
        forms = [form + way for way in ways for form in forms]
    return forms


def hyphened(name: str) -> list[str]:
    """The name of three words and more with a hyphen for one of its spaces; empty for shorter ones."""
    words = name.split()
    cuts = range(1, len(words)) if len(words) > _TWO_WORDS else ()
    return [f"{' '.join(words[:cut])}-{' '.join(words[cut:])}" for cut in cuts]
