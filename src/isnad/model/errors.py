"""The error tree: everything that Isnad raises on purpose descends from IsnadError."""


class IsnadError(Exception):
    """Something that a user can act upon; the message says what, where, and what to do next."""


class SourceError(IsnadError):
    """An input that cannot be read: unreadable path, binary content, broken archive, no article inside."""

    def __init__(self, where: str, what: str, advice: str = "") -> None:
        self.where, self.what, self.advice = where, what, advice
        super().__init__(f"{where}: {what}" + (f" ({advice})" if advice else ""))


def defect(where: str, error: Exception) -> SourceError:
    """A defect of ours that one article met, as an error of that article, so that the batch goes on."""
    return SourceError(where, f"reading failed with {type(error).__name__}: {error}", "please report it")


class LexiconError(IsnadError):
    """A resource file that does not hold: names the file, the rule and the field."""

    def __init__(self, file: str, rule: str, field: str, what: str) -> None:
        self.file, self.rule, self.field = file, rule, field
        super().__init__(f"{file}: rule {rule!r}, field {field!r}: {what}")


class RecordError(IsnadError):
    """A record that cannot be opened, read or written: which one, what is wrong, and what to do."""

    def __init__(self, where: str, what: str, advice: str = "") -> None:
        self.where, self.what, self.advice = where, what, advice
        super().__init__(f"{where}: {what}" + (f" ({advice})" if advice else ""))


class UnknownIdError(RecordError):
    """An id, or the beginning of one, that names nothing in a record, or more than one thing."""
