"""How much one input may hold: bounds against archives and lines that swell without end."""

PAGE = 4_000_000  # code points of one article
LINE = 4 * PAGE  # bytes of one line of JSON
WHOLE = 256 << 20  # bytes of a file that is read at once
RATIO, FLOOR = 200, 64 << 20  # a compressed file may swell by this much, or to this many bytes
MEMBERS = 100_000  # files of one archive
