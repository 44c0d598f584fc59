import pytest
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from kg.export.neo4j.refusals import Where, reason

WHERE = Where("bolt://甲", "林晓岚", "kg")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (AuthError(), "bolt://甲 does not know the user 林晓岚 with that password."),
        (
            ServiceUnavailable("Couldn't connect:\nFailed (reason [Errno 111] Connection refused)"),
            "No Neo4j answers at bolt://甲: Connection refused.",
        ),
        (ServiceUnavailable(""), "No Neo4j answers at bolt://甲: ServiceUnavailable."),
        (SessionExpired("gone"), "The connection to bolt://甲 broke off: gone."),
        (ConfigurationError("odd"), "The connection to bolt://甲 broke off: odd."),
    ],
)
def test_sentences(error: Exception, sentence: str) -> None:
    assert WHERE.sentence(error) == sentence


@pytest.mark.parametrize(
    ("code", "kind", "sentence"),
    [
        ("Neo.ClientError.Database.DatabaseNotFound", ClientError, "There is no database kg on bolt://甲."),
        ("Neo.ClientError.Security.Forbidden", Forbidden, "bolt://甲 does not let 林晓岚 do that."),
        ("Neo.TransientError.Transaction.DeadlockDetected", TransientError, "bolt://甲 refuses: Two wait."),
    ],
)
def test_sentences_of_a_server(code: str, kind: type[ClientError], sentence: str) -> None:
    error = Neo4jError._hydrate_neo4j(code=code, message="Two wait.")
    assert isinstance(error, kind)
    assert WHERE.sentence(error) == sentence


def test_a_server_that_wants_a_user_when_none_is_named() -> None:
    assert "--user NAME" in Where("bolt://甲", None, None).sentence(AuthError())


def test_a_reason_is_a_sentence() -> None:
    assert reason(ServiceUnavailable("It is away.")) == "It is away."
