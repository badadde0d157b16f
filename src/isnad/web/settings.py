"""What a server of one record is told when it starts."""

import hashlib
import hmac

import msgspec

LOCAL = ("127.0.0.1", "localhost", "[::1]")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`record`: its file or URL. `token`: who shows it may write; without one nobody may. `hosts`: the names under
    which the server may be asked, without port. `public`: the server is bound to more than this machine, and even
    reading needs the token. `upload`: the most bytes that a request may bring.
    """

    record: str
    token: str | None = None
    hosts: tuple[str, ...] = LOCAL
    public: bool = False
    upload: int = 4 * 2**20

    def session(self) -> str:
        """What the cookie of somebody who showed the token holds: proof of the token, not the token."""
        return hmac.new((self.token or "").encode(), b"isnad session", hashlib.sha256).hexdigest()

    def proven(self, shown: str | None) -> bool:
        """Whether a token shown is the server's."""
        return bool(self.token and shown) and hmac.compare_digest(str(self.token).encode(), str(shown).encode())

    def remembered(self, cookie: str | None) -> bool:
        """Whether a cookie was given to somebody who showed the token."""
        return bool(self.token and cookie) and hmac.compare_digest(self.session().encode(), str(cookie).encode())
