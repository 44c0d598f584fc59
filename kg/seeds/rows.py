"""What a row of each list is."""

from msgspec import Struct


class Cue(Struct, frozen=True):
    """A word that reports speech (表示, 警告说) and its kind."""

    word: str
    kind: str


class Title(Struct, frozen=True):
    """A title (首席执行官, CEO) with its English and its kind."""

    zh: str
    en: str
    kind: str


class LegalForm(Struct, frozen=True):
    """An ending of firm names (有限公司)."""

    form: str


class Pronoun(Struct, frozen=True):
    """A word that stands for a name (他, 该公司) and its kind."""

    word: str
    kind: str


class Alias(Struct, frozen=True):
    """One written form of a known entity: ``id`` and ``name`` are the entity's, the same in all its rows."""

    id: str
    type: str
    name: str
    alias: str


class Company(Struct, frozen=True):
    """A known company with its English name; ``code`` is empty if it is not listed."""

    id: str
    name: str
    en: str
    code: str = ""


class Person(Struct, frozen=True):
    """A known person with the office they are best known by; ``org`` is the id of whose it is."""

    id: str
    name: str
    en: str
    org: str
    title: str
