"""Merging beside the server: a verdict is kept at once, and the record is merged anew while the reader goes on."""

import threading

from isnad.lexicon import load
from isnad.store.record import Record


class Merger:
    """Merges a record in a thread of its own; what is asked for while it merges is one more merge after it."""

    def __init__(self, where: str) -> None:
        self.where = where
        self._asked = threading.Lock()
        self._idle = threading.Event()
        self._idle.set()
        self._again = self._anyway = False
        self.trouble: str | None = None

    def ask(self, *, anyway: bool = False) -> None:
        """Merge soon; `anyway` also where nothing new waits."""
        with self._asked:
            self._again, self._anyway = True, self._anyway or anyway
            if self._idle.is_set():
                self._idle.clear()
                threading.Thread(target=self._run, name="isnad-merge", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Whether all that was asked for is merged, waiting for it no longer than so many seconds."""
        return self._idle.wait(seconds)

    @property
    def busy(self) -> bool:
        """Whether a merge is under way or asked for."""
        return not self._idle.is_set()

    def _run(self) -> None:
        while True:
            with self._asked:
                if not self._again:
                    self._idle.set()
                    return
                anyway, self._again, self._anyway = self._anyway, False, False
            try:
                with Record(self.where, load()) as record:
                    record.merge(anyway=anyway)
                self.trouble = None
            except Exception as error:
                # the verdict is kept; the next merge, by whomever, takes it in
                self.trouble = f"{type(error).__name__}: {error}"
