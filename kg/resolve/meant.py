"""Which entity somebody means, by a name in any script and spelling, or an id; else which ones it may be."""

from collections.abc import Iterable, Iterator
from itertools import islice
from operator import eq
from typing import Literal

from msgspec import Struct

from kg.errors import QueryError
from kg.names import name_key
from kg.records import Entity
from kg.resolve.guesses import guesses
from kg.resolve.spelled import is_latin, plain, same_spelling
from kg.schema import UNNAMED, schema
from kg.store.asked import Names
from kg.text import fold

# name: written so somewhere; id: its id, the start or the end of it; spelling: pinyin, or without accents and
# hyphens; first_word: a firm's name begins so
How = Literal["name", "id", "spelling", "first_word"]

NAMESAKES_TOLD = 5  # of a name that several bear, so many are listed
SHOWN_ID = 8  # digits of an id
SUGGESTED = 3  # so many names are asked about; more would not be read
GUESSES_TRIED = 20  # names that are looked up for them
SHORTEST_WORD = 3  # letters: IBM is short for IBM China, no one is meant by an A
NAMES_TRIED = 100  # with the same letters first; a word that begins more of them tells nothing
FIRMS = frozenset(("company", "organisation", "media"))  # GPT is no short form of GPT Store


class Suggestion(Struct, frozen=True, kw_only=True):
    """An entity that may have been meant, with the ``written`` name that led to it."""

    written: str
    id: str
    name: str
    type: str

    def __str__(self) -> str:
        """英伟达 (company); Nvidia (英伟达, company) if another name than its first led to it."""
        inside = self.type if self.written == self.name else f"{self.name}, {self.type}"
        return f"{self.written} ({inside})"


class Found(Struct, frozen=True, kw_only=True):
    """The entities that are meant, several if they bear one name, and how they were found.

    Where there are none, ``suggestions`` may be meant.
    """

    entities: tuple[Entity, ...] = ()
    how: How | None = None
    suggestions: tuple[Suggestion, ...] = ()


def find(store: Names, text: str) -> Found:
    """The entities that are meant by a name or an id; no entity is taken where several readings are open."""
    key = name_key(text)
    if not key:
        return Found()
    if named := store.entities_named(key):
        return Found(entities=tuple(named), how="name")
    with_id = _with_id(store, text.strip())
    if len(with_id) == 1:
        return Found(entities=tuple(with_id), how="id")
    if with_id:
        return Found(suggestions=tuple(_suggestion(one, one.name) for one in with_id[:SUGGESTED]))
    if store.is_known(key):  # Google is known: it is no slip, nor short for Google DeepMind
        return Found()
    return _read(store, text)


def meant(store: Names, ref: str) -> Entity:
    """The one entity with this name or id, or the start of it; QueryError if there is none, or several."""
    found = find(store, ref)
    if found.how not in ("name", "id"):  # what is written down about an entity must not hang on a guess
        guessed = tuple(_suggestion(one, one.name) for one in found.entities)
        found = Found(suggestions=guessed or found.suggestions)
    return _one(ref, found)


def asked_for(store: Names, ref: str) -> Entity:
    """The one entity that a question means, in pinyin too; QueryError if there is none, or several."""
    return _one(ref, find(store, ref))


def _one(ref: str, found: Found) -> Entity:
    if not found.entities:
        raise QueryError(
            nobody(ref, found.suggestions) if found.suggestions else f"No entity is called {ref!r}."
        )
    if len(found.entities) > 1:
        some = ", ".join(
            f"{one.name} ({one.type}, {short_id(one.id)})" for one in found.entities[:NAMESAKES_TOLD]
        )
        raise QueryError(f"{ref!r} may be any of {len(found.entities)}: {some}; take an id.")
    return found.entities[0]


def nobody(text: str, suggestions: Iterable[Suggestion]) -> str:
    """The sentence that nobody is called so, with who may have been meant."""
    some = list(dict.fromkeys(map(str, suggestions)))
    listed = " or ".join(filter(None, (", ".join(some[:-1]), some[-1])))
    return f"No one is called {text.strip()}; did you mean {listed}?"


def short_id(id_: str) -> str:
    """The start of a digest that finds it again; the id of a known entity as it is."""
    return id_ if ":" in id_ else id_[:SHOWN_ID]


def _with_id(store: Names, text: str) -> list[Entity]:
    """The entities with this id, or one that starts so; of a known one the id may be without its type."""
    ids = {id_ for kind, id_ in store.resolve_id(text) if kind == "entity"}
    ids |= {f"{type_}:{text.lower()}" for type_ in schema().entities}
    return [entity for id_ in sorted(ids) if (entity := store.entity(id_))]


def _read(store: Names, text: str) -> Found:
    """Whom a name in Latin letters means if there is one only; else all that may be meant."""
    spelled = {key: tuple(store.entities_named(key)) for key in same_spelling(store, text)}
    if len(set(spelled.values())) == 1:
        return Found(entities=next(iter(spelled.values())), how="spelling")
    firms = {} if spelled else _firms(store, text)
    if len(firms) == 1:
        return Found(entities=tuple(firms.values()), how="first_word")
    suggestions = _suggestions(store, text, (*spelled, *guesses(store, text)))
    return Found(suggestions=tuple(islice(suggestions, SUGGESTED)))


def _firms(store: Names, text: str) -> dict[str, Entity]:
    """The firms whose names begin with these words, by id: Zhipu AI for Zhipu."""
    keys = store.name_keys([name_key(text)])
    if not is_latin(text) or len(plain(text)) < SHORTEST_WORD or len(keys) > NAMES_TRIED:
        return {}
    found = (entity for key in keys for entity in store.entities_named(key))
    return {entity.id: entity for entity in found if entity.type in FIRMS and _begins(entity, text)}


def _begins(entity: Entity, text: str) -> bool:
    words = fold(text).split()
    return any(fold(form).split()[: len(words)] == words for form in _forms(entity))


def _suggestions(store: Names, text: str, keys: Iterable[str]) -> Iterator[Suggestion]:
    """The entities with these names, each once; sources without a name are nobody that could be asked for."""
    told: set[str] = set()
    for key in islice(dict.fromkeys(keys), GUESSES_TRIED):
        for entity in store.entities_named(key):
            if entity.type != UNNAMED and entity.id not in told:
                told.add(entity.id)
                yield _suggestion(entity, _written(entity, key, text))


def _written(entity: Entity, key: str, text: str) -> str:
    """How the name with this key is written, nearest to the text: not NVIDIA for Nvidea, but Nvidia."""
    forms = (form for form in _forms(entity) if name_key(form) == key)
    return max(forms, key=lambda form: sum(map(eq, form, text)))


def _suggestion(entity: Entity, written: str) -> Suggestion:
    return Suggestion(written=written, id=entity.id, name=entity.name, type=entity.type)


def _forms(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)
