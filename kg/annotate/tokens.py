"""Tokens: single characters, but Latin letters and digits in runs, so that practically every span aligns.

The same tokens make the spaCy Doc and feed HanLP; ``model_form`` gives the form in which the
encoder's vocabulary knows a token. Offsets count code points of the text, which never changes.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.records import TextSpan

# One token a run of Latin letters (OpenAI, Brontë) or of digits (360), at most 20 long so that a
# 5 MB line of letters is many tokens and not one; any other character stands alone.
_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ]{1,20}|[0-9０-９]{1,20}|[\s\S]")

LINE = "§"  # the vocabulary has no line break and no blank: two signs that news text does not use
BLANK = "¤"

# The vocabulary lacks the curly quotes. Corner brackets keep left and right apart: 他说「好」。
_FORMS = {
    "\n": LINE, "\r": LINE, "\u2028": LINE, "\u2029": LINE, "\x0b": LINE, "\x0c": LINE, "\x85": LINE,
    "“": "「", "”": "」", "‘": "『", "’": "』", "＂": '"',
    "—": "-", "–": "-", "―": "-", "…": ".", "⋯": ".",
}  # fmt: skip


def token_spans(text: str) -> list[TextSpan]:
    """The tokens of ``text`` as spans that cover it without gaps; empty for an empty text."""
    return [TextSpan(match.start(), match.end()) for match in _TOKEN.finditer(text)]


class Places:
    """Finds the tokens that a range of characters touches; a run that is touched counts whole."""

    def __init__(self, spans: Sequence[TextSpan]) -> None:
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The token range of the characters [start, end)."""
        return bisect_right(self._ends, start), bisect_left(self._starts, end)


def model_form(token: str) -> str:
    """The form of one token that the encoder reads; never empty, runs keep their length."""
    if len(token) == 1:
        return _character_form(token)
    return unicodedata.normalize("NFKC", token)


def _character_form(character: str) -> str:
    """One character for one character: quotes, dashes and blanks in the vocabulary's own signs."""
    form = _FORMS.get(character)
    if form is not None:
        return form
    if character.isspace() or unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Cs"):
        return BLANK
    if not character.isalnum():
        return character  # ，。！ are in the vocabulary as they stand
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def is_line_end(form: str) -> bool:
    """Whether a token's form is a line break."""
    return form == LINE


def is_sentence_end(form: str) -> bool:
    """Whether a token's form ends a sentence: 。！？ and their Latin kin, but no full stop (3.5)."""
    return form in "。！？!?；;" or form == LINE
