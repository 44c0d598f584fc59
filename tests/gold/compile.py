"""Compiles articles/*.txt, texts with inline marks, into gold.jsonl (--check: compares only).

The text comes first. Marks with the number of a claim stand round its speaker (s), cue (q), content
(c, repeated if in parts) and the other fair reading of the content (a). Marks nest, and one mark
may serve two claims. A `~` inside a word keeps it from being found as a name.

    <s1,s2>王屿</s1,s2><q1>表示</q1>，<c1>星图S9下月上市</c1>，并<q2>指出</q2><c2>价格不变</c2>。

After a line `---` follow, in any order, all names by type, the claims and the relations:

    person: 王屿、李沐
    1: canonical=王屿; mode=indirect; implicit=青禾科技; also=小王; via=海川日报; negated; hedged
    role-of 王屿 > 青禾科技 title=董事长

Every mention of a name is found, the longest name first; `\\n` is a line break that cuts a name.
A claim needs `mode` and `canonical` (empty without a speaker; `also` holds other right answers).
`implicit` lists what an elliptical content is about; names inside a content are found.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
GOLD = HERE / "gold.jsonl"

MODES = ("direct", "indirect", "mixed", "turn")
# What a claim may be about; a position or an event is not, docs/guideline.md rule 18.
ABOUT = ("person", "company", "organisation", "government", "media", "product", "work", "place")
TYPES = (*ABOUT, "position", "event")
BETWEEN_FIRMS = ("invests_in", "acquires", "subsidiary_of", "cooperates_with", "competes_with")
RELATIONS = ("role-of", "founder", *BETWEEN_FIRMS, "develops")
KEYS = ("canonical", "mode", "implicit", "also", "via")
FLAGS = ("negated", "hedged")
EDGE = frozenset("“”‘’「」『』\"'。，、；：,;:…*　 \t\r\n")  # no content starts or ends so, rule 8

MARK = re.compile(r"<(/?)([sqca]\d+(?:,[sqca]\d+)*)>|~")
CLAIM_LINE = re.compile(r"(\d+): (.+)", re.DOTALL)
NAMES_LINE = re.compile(r"([a-z]+): (.+)", re.DOTALL)
RELATION_LINE = re.compile(r"([a-z_-]+) (.+?) > (.+?)(?: title=(.+))?", re.DOTALL)

Span = tuple[int, int]
Row = dict[str, Any]


class MarkUpError(Exception):
    """An article whose marks cannot be compiled; the text says which and why."""


@dataclass
class Marked:
    """A text without its marks, the spans by mark (s1, c2, ...), and where names are cut."""

    text: str = ""
    spans: dict[str, list[Span]] = field(default_factory=dict)
    cuts: set[int] = field(default_factory=set)


@dataclass
class Notes:
    """What stands below the line: names with their types, claims by number, relations."""

    names: dict[str, str] = field(default_factory=dict)
    claims: dict[int, dict[str, str]] = field(default_factory=dict)
    relations: list[tuple[str, str, str, str]] = field(default_factory=list)


def marked(source: str) -> Marked:
    """The text and the spans of its marks; marks that do not nest are an error."""
    result = Marked()
    opened: list[tuple[str, int]] = []
    last = 0
    for mark in MARK.finditer(source):
        result.text += source[last : mark.start()]
        last = mark.end()
        here, names = len(result.text), mark[2]
        if not names:
            result.cuts.add(here)
        elif not mark[1]:
            opened.append((names, here))
        elif not opened or opened[-1][0] != names:
            wanted = f"</{opened[-1][0]}>" if opened else "no mark"
            raise MarkUpError(f"</{names}> closes where {wanted} is open")
        else:
            for name in names.split(","):
                result.spans.setdefault(name, []).append((opened[-1][1], here))
            opened.pop()
    if opened:
        raise MarkUpError(f"<{opened[-1][0]}> is never closed")
    result.text += source[last:]
    check_spans(result)
    return result


def check_spans(article: Marked) -> None:
    """Nothing, or an error for a stray bracket, an empty, doubled or untrimmed span."""
    stray = re.search(r"[<>].{0,10}", article.text)
    if stray:
        raise MarkUpError(f"stray bracket at {stray[0]!r}")
    for name, spans in article.spans.items():
        if name[0] in "sq" and len(spans) > 1:
            raise MarkUpError(f"<{name}> stands twice")
        for start, end in spans:
            words = article.text[start:end]
            if not words:
                raise MarkUpError(f"<{name}> is empty")
            if name[0] in "ca" and (words[0] in EDGE or words[-1] in EDGE):
                raise MarkUpError(f"<{name}> has an edge that does not count: {words!r}")


def notes(source: str) -> Notes:
    """The lines below the text; an unknown line, type, key or mode is an error."""
    result = Notes()
    for line in filter(None, (it.strip().replace("\\n", "\n") for it in source.splitlines())):
        if found := CLAIM_LINE.fullmatch(line):
            if int(found[1]) in result.claims:
                raise MarkUpError(f"claim {found[1]} has two lines")
            result.claims[int(found[1])] = attributes(found[1], found[2])
        elif found := NAMES_LINE.fullmatch(line):
            if found[1] not in TYPES:
                raise MarkUpError(f"unknown entity type {found[1]!r}")
            for name in found[2].split("、"):
                if name in result.names:
                    raise MarkUpError(f"the name {name} is listed twice")
                result.names[name] = found[1]
        elif found := RELATION_LINE.fullmatch(line):
            result.relations.append(relation_note(found[1], found[2], found[3], found[4] or ""))
        else:
            raise MarkUpError(f"no line of names, of a claim or of a relation: {line!r}")
    return result


def attributes(number: str, source: str) -> dict[str, str]:
    """The attributes of one claim; canonical and mode must be there."""
    result: dict[str, str] = {}
    for part in source.split(";"):
        key, equals, value = part.strip().partition("=")
        if key not in (KEYS if equals else FLAGS):
            raise MarkUpError(f"claim {number}: unknown attribute {part.strip()!r}")
        result[key] = value
    for key in ("canonical", "mode"):
        if key not in result:
            raise MarkUpError(f"claim {number}: {key} is missing")
    if result["mode"] not in MODES:
        raise MarkUpError(f"claim {number}: unknown mode {result['mode']!r}")
    return result


def relation_note(kind: str, subject: str, target: str, title: str) -> tuple[str, str, str, str]:
    """One relation; role-of, and only role-of, has a title."""
    if kind not in RELATIONS:
        raise MarkUpError(f"unknown relation type {kind!r}")
    if (kind == "role-of") != bool(title):
        raise MarkUpError(f"{kind} {subject} > {target}: role-of needs a title, no other has one")
    return kind, subject, target, title


def mentions(article: Marked, names: dict[str, str]) -> dict[str, list[Span]]:
    """Every mention by name, longest name first, none across a cut; an unused name is an error."""
    found: dict[str, list[Span]] = {name: [] for name in names}
    if names:
        longest_first = sorted(names, key=len, reverse=True)
        for match in re.finditer("|".join(map(re.escape, longest_first)), article.text):
            if not article.cuts & set(range(match.start() + 1, match.end())):
                found[match[0]].append(match.span())
    for name, spans in found.items():
        if not spans:
            raise MarkUpError(f"the name {name} is not in the text")
    return found


def listed(value: str | None) -> list[str]:
    """The names of an attribute: a、b."""
    return value.split("、") if value else []


def claim_row(number: int, note: dict[str, str], article: Marked, found: list[tuple[Span, str]]) -> Row:
    """One claim; `found` are the mentions a claim may be about, in order."""
    content = article.spans.get(f"c{number}")
    speaker = article.spans.get(f"s{number}", [None])[0]
    cue = article.spans.get(f"q{number}", [None])[0]
    if not content or not cue:
        raise MarkUpError(f"claim {number}: no mark for its {'cue' if content else 'content'}")
    if bool(speaker) != bool(note["canonical"]):
        raise MarkUpError(f"claim {number}: a speaker has a mark and a canonical name, or neither")
    for name in (note["canonical"], *listed(note.get("via"))):
        if name not in article.text:
            raise MarkUpError(f"claim {number}: {name} is not in the text")
    inside = [name for (s, e), name in found if any(a <= s and e <= b for a, b in content)]
    implicit = listed(note.get("implicit"))
    if set(implicit) & set(inside):
        raise MarkUpError(f"claim {number}: what is implicit stands in the content")
    other = article.spans.get(f"a{number}")
    return {
        "speaker": speaker,
        "canonical": note["canonical"],
        "canonical_alt": listed(note.get("also")),
        "cue": cue,
        "content": content,
        "alt_content": [other] if other else [],
        "mode": note["mode"],
        "about": list(dict.fromkeys(inside + implicit)),
        "about_implicit": implicit,
        "negated": "negated" in note,
        "hedged": "hedged" in note,
        "via": listed(note.get("via")),
    }


def gap(a: Span, b: Span) -> int:
    """How many characters stand between two spans."""
    return max(b[0] - a[1], a[0] - b[1])


def relation_row(note: tuple[str, str, str, str], found: dict[str, list[Span]]) -> Row:
    """One relation with its nearest pair of mentions and, nearest to them, the title."""
    kind, subject, target, title = note
    for name in filter(None, (subject, target, title)):
        if name not in found:
            raise MarkUpError(f"{kind} {subject} > {target}: {name} is not among the names")
    pairs = [(s, o) for s in found[subject] for o in found[target]]
    best = min(pairs, key=lambda pair: (gap(*pair), pair))
    titles = found.get(title, [])
    return {
        "type": kind,
        "subject": best[0],
        "object": best[1],
        "title": min(titles, key=lambda it: gap(it, best[0]) + gap(it, best[1]), default=None),
    }


def compiled(article_id: str, source: str) -> Row:
    """One article as a line of gold.jsonl."""
    body, line, below = source.partition("\n---\n")
    if not line:
        raise MarkUpError("there is no line --- below the text")
    article, note = marked(body.strip("\n")), notes(below)
    numbered = {int(name[1:]) for name in article.spans}
    if numbered != set(note.claims):
        raise MarkUpError(f"marks or line missing: claims {sorted(numbered ^ set(note.claims))}")
    found = mentions(article, note.names)
    in_order = sorted((span, name) for name, spans in found.items() for span in spans)
    about = [(span, name) for span, name in in_order if note.names[name] in ABOUT]
    return {
        "id": article_id,
        "text": article.text,
        "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "chars": len(article.text),
        "entities_annotated": True,
        "claims": [
            {"id": f"{article_id}-c{n:02}", **claim_row(n, note.claims[n], article, about)}
            for n in sorted(note.claims)
        ],
        "entities": [
            {"id": f"{article_id}-e{n:02}", "type": note.names[name], "span": span}
            for n, (span, name) in enumerate(in_order, 1)
        ],
        "relations": [relation_row(it, found) for it in note.relations],
    }


def gold_lines(folder: Path = ARTICLES) -> Iterator[str]:
    """gold.jsonl line by line, one for each article of the folder by name."""
    for path in sorted(folder.glob("*.txt")):
        try:
            row = compiled(path.stem, path.read_text(encoding="utf-8"))
        except MarkUpError as error:
            raise MarkUpError(f"{path.name}: {error}") from None
        yield json.dumps(row, ensure_ascii=False) + "\n"


def main() -> int:
    """Writes or checks gold.jsonl; 1 if it is not up to date or an article is broken."""
    parser = argparse.ArgumentParser(description="Compile the gold articles into gold.jsonl.")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    options = parser.parse_args()
    try:
        text = "".join(gold_lines())
    except MarkUpError as error:
        print(error, file=sys.stderr)
        return 1
    if not options.check:
        GOLD.write_text(text, encoding="utf-8", newline="\n")
    elif not GOLD.exists() or GOLD.read_text(encoding="utf-8") != text:
        print("gold.jsonl is not up to date: run tests/gold/compile.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
