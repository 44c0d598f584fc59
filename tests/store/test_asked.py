"""The store and a loaded server are asked alike; mypy compares the signatures, here they must be there."""

import pytest

from kg.query.cypher import Server
from kg.query.cypher.words import ServedWords
from kg.store import Store
from kg.store.asked import Asked, ExactWords, JudgedRecords, Names, ShownNames
from kg.store.exact import Exact
from kg.store.ledger import Ledger
from kg.store.name_ledger import NameLedger


def methods(protocol: type) -> set[str]:
    return {name for one in protocol.__mro__[:-2] for name in vars(one) if not name.startswith("_")}


@pytest.mark.parametrize(
    ("protocol", "kinds"),
    [
        (Names, (Store, Server)),
        (ShownNames, (NameLedger, Server)),
        (ExactWords, (Exact, ServedWords)),
        (JudgedRecords, (Ledger,)),
    ],
)
def test_both_have_every_method(protocol: type, kinds: tuple[type, ...]) -> None:
    asked = methods(protocol)
    assert asked
    for kind in kinds:
        assert asked <= set(dir(kind))


def test_both_answer_all_that_questions_ask() -> None:
    asked = methods(Asked) - {"names", "exact", "ledger"}
    assert len(asked) > 20
    for kind in (Store, Server):
        assert asked <= set(dir(kind))
