"""Texts with two marked names, for the functions that are given a pair."""

from kg.records import TextSpan

MARKS = "<>[]"


def marked(words: str) -> tuple[str, TextSpan, TextSpan]:
    """The text, the <subject> and the [object] of words in which both are marked."""
    places: dict[str, int] = {}
    text = ""
    for char in words:
        if char in MARKS:
            places[char] = len(text)
        else:
            text += char
    return text, TextSpan(places["<"], places[">"]), TextSpan(places["["], places["]"])
