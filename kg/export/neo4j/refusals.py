"""Why a server did not do what was asked, in a sentence for somebody who has never seen the driver."""

import re
from typing import NamedTuple

from neo4j.exceptions import AuthError, Neo4jError, ServiceUnavailable

CAUSE = re.compile(
    r"\(reason \[Errno -?\d+\] ([^)]+)\)"
)  # Couldn't connect …: … (reason [Errno 111] Connection refused)


class Where(NamedTuple):
    """Who asked which server, and for which of its databases."""

    uri: str
    user: str | None
    database: str | None

    @property
    def wrong(self) -> str:
        """The sentence on an address that is none."""
        return f"{self.uri} is no address of a Neo4j server; bolt://localhost:7687 is one."

    def sentence(self, error: Exception) -> str:
        """What went wrong."""
        code = error.code or "" if isinstance(error, Neo4jError) else ""
        if code.endswith(".Security.Forbidden"):
            return f"{self.uri} does not let {self.user or 'you'} do that."
        if isinstance(error, AuthError):
            return self._unknown
        if code.endswith("DatabaseNotFound"):
            return f"There is no database {self.database} on {self.uri}."
        if isinstance(error, ServiceUnavailable):
            return f"No Neo4j answers at {self.uri}: {reason(error)}"
        if isinstance(error, Neo4jError):
            return f"{self.uri} refuses: {reason(error)}"
        return f"The connection to {self.uri} broke off: {reason(error)}"

    @property
    def _unknown(self) -> str:
        if self.user is None:
            return f"{self.uri} asks for a user and a password: --user NAME and --password-env VARIABLE."
        return f"{self.uri} does not know the user {self.user} with that password."


def reason(error: Exception) -> str:
    """The cause as a sentence: what the system says (Connection refused.), else the line that tells most."""
    if isinstance(error, Neo4jError) and error.message:
        line = error.message.splitlines()[0]  # the query that it is about comes below
    else:
        cause = CAUSE.search(str(error))
        line = cause[1] if cause else (str(error).splitlines() or [type(error).__name__])[-1]
    return f"{line.strip().rstrip('.')}."
