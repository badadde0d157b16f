"""The letters of running Arabic text."""

# in falling order of frequency: rank is all that telling one encoding from another needs
BY_FREQUENCY = "اليمونترهبعدسفكقةأحجىشصخطضإءذغثئزؤظآ"
# the seats of hamza that folding drops: they tell «هنأ» from «هنا»
HAMZA_SEATS = frozenset("أئؤ")
