"""The letters of running Arabic text."""

# in falling order of frequency: rank is all that telling one encoding from another needs
BY_FREQUENCY = "اليمونترهبعدسفكقةأحجىشصخطضإءذغثئزؤظآ"
