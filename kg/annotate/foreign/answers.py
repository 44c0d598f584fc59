"""What HanLP's components answer, in characters of the sentence: tags of tokens, or names between tokens."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kg.annotate.foreign.component import Finder, Labelled
from kg.annotate.tokens import BLANK, LINE, model_form

Tokens = Sequence[Sequence[str]]
PARTS = "BIESMLU"  # of B-PER, M-PER, S-PER, U-PER … in all the ways in which spans are tagged


def labels(component: Any) -> list[str]:
    """The labels of a component or task, without the B, I, E, S before them; empty for no tags of spans."""
    vocabs = component.vocabs
    if "label" in vocabs:
        return [label for label in vocabs["label"].idx_to_token if label]
    tags = vocabs["tag"].idx_to_token if "tag" in vocabs else []
    spans = (tag.partition("-") for tag in tags if tag)
    return sorted({label for part, dash, label in spans if dash and part in PARTS})


def entities(found: Sequence[Any]) -> list[Labelled]:
    """The names among one sentence's tags, or as they are, in tokens."""
    if not all(isinstance(item, str) for item in found):
        return [Labelled(start, end, label) for _, label, start, end in found]
    from hanlp.metrics.chunking.sequence_labeling import get_entities

    return [Labelled(start, end, label) for label, start, end in get_entities(list(found))]


def on_characters(ask: Callable[[Tokens], Sequence[Sequence[Labelled]]]) -> Finder:
    """Asks with single characters as tokens; blanks, which tokenizers swallow, are left out."""

    def find(sentences: Sequence[str]) -> list[list[Labelled]]:
        places = [_visible(sentence) for sentence in sentences]
        asked = [index for index, kept in enumerate(places) if kept]
        answers = ask([[sentences[index][at] for at in places[index]] for index in asked]) if asked else []
        found: list[list[Labelled]] = [[] for _ in sentences]
        for index, names in zip(asked, answers, strict=True):
            kept = places[index]
            found[index] = [Labelled(kept[start], kept[end - 1] + 1, label) for start, end, label in names]
        return found

    return find


def on_words(ask: Callable[[Sequence[str]], Mapping[str, Any]], *, task: str) -> Finder:
    """Asks with whole sentences, which the model cuts into words itself."""

    def find(sentences: Sequence[str]) -> list[list[Labelled]]:
        answer = ask(list(sentences))
        words = next(answer[key] for key in answer if key.startswith("tok"))
        return [
            list(_in_characters(sentence, cut, entities(names)))
            for sentence, cut, names in zip(sentences, words, answer[task], strict=True)
        ]

    return find


def _in_characters(sentence: str, words: Sequence[str], names: Sequence[Labelled]) -> Iterator[Labelled]:
    """The names of which first and last word are found in the sentence, in order."""
    places: list[tuple[int, int] | None] = []
    cursor = 0
    for word in words:
        start = sentence.find(word, cursor)
        places.append((start, start + len(word)) if start >= 0 else None)
        cursor = start + len(word) if start >= 0 else cursor
    for first, end, label in names:
        begin, last = places[first], places[end - 1]
        if begin and last:
            yield Labelled(begin[0], last[1], label)


def _visible(sentence: str) -> list[int]:
    """The places of the characters that an encoder can see."""
    return [at for at, char in enumerate(sentence) if model_form(char) not in (BLANK, LINE)]
