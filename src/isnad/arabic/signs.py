"""Signs of punctuation, by what they do to a sentence."""

COMMAS = frozenset("،,")
SEMICOLONS = frozenset("؛;")
STOPS = frozenset(".!?؟\n…؛")
MARKS = frozenset('"“”„‟″«»')
