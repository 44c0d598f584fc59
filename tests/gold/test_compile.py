import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.compare import trimmed
from kg.evaluate.files import read_gold

HERE = Path(__file__).parent


def loaded() -> ModuleType:
    """compile.py as a module; by path, because it is a script and no part of the package."""
    spec = importlib.util.spec_from_file_location("gold_compile", HERE / "compile.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


compiler = loaded()
GOLD: dict[str, Any] = dict(read_gold(HERE / "gold.jsonl"))
ARTICLE = "<s1>王屿</s1><q1>说</q1>：“<c1>星图S9不涨价</c1>。”\n"
NOTES = "person: 王屿\nproduct: 星图S9\n1: canonical=王屿; mode=direct; negated\n"


def row(article: str, notes: str = NOTES) -> dict[str, Any]:
    compiled: dict[str, Any] = compiler.compiled("x", f"{article}\n---\n{notes}")
    return compiled


def words(article: dict[str, Any], span: tuple[int, int]) -> str:
    text: str = article["text"]
    return text[span[0] : span[1]]


def test_gold_is_what_the_articles_say() -> None:
    assert "".join(compiler.gold_lines()) == (HERE / "gold.jsonl").read_text(encoding="utf-8")


def test_there_are_enough_articles_of_every_mode_type_and_relation() -> None:
    claims = [claim for article in GOLD.values() for claim in article["claims"]]
    entities = [entity for article in GOLD.values() for entity in article["entities"]]
    relations = [relation for article in GOLD.values() for relation in article["relations"]]
    assert len(GOLD) >= 60
    assert {claim["mode"] for claim in claims} == set(compiler.MODES)
    assert {entity["type"] for entity in entities} == set(compiler.TYPES)
    assert {relation["type"] for relation in relations} == set(compiler.RELATIONS)
    assert any(not article["claims"] for article in GOLD.values())


@pytest.mark.parametrize("article", GOLD.values(), ids=GOLD.keys())
def test_contents_are_trimmed(article: dict[str, Any]) -> None:
    for claim in article["claims"]:
        for start, end in claim["content"]:
            assert trimmed(start, end, article["text"]) == range(start, end)


SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in (HERE / "articles").glob("*.txt")}


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_every_span_is_the_marked_words(name: str) -> None:
    """Read the marks again in another way: the words between a mark's brackets, marks removed."""
    body = SOURCES[name].partition("\n---\n")[0]
    for number, claim in enumerate(compiled_rows()[name]["claims"], 1):
        spans = {"c": claim["content"], "q": [claim["cue"]], "s": [claim["speaker"]]}
        for letter, found in spans.items():
            said = [words(GOLD[name], span) for span in found if span]
            assert said == marked_words(body, f"{letter}{number}")


def compiled_rows() -> dict[str, dict[str, Any]]:
    lines = (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return {line["id"]: line for line in map(json.loads, lines)}


def marked_words(body: str, mark: str) -> list[str]:
    pattern = rf"<((?:\w+,)*{mark}(?:,\w+)*)>(.*?)</\1>"
    return [
        re.sub(r"</?[sqca]\d+(?:,[sqca]\d+)*>|~", "", found[2])
        for found in re.finditer(pattern, body, re.DOTALL)
    ]


def test_spans_count_characters_without_the_marks() -> None:
    article = row(ARTICLE)
    (claim,) = article["claims"]
    assert article["text"] == "王屿说：“星图S9不涨价。”"
    assert words(article, claim["speaker"]) == "王屿"
    assert words(article, claim["cue"]) == "说"
    assert [words(article, span) for span in claim["content"]] == ["星图S9不涨价"]


def test_names_in_the_content_are_what_it_is_about() -> None:
    (claim,) = row(ARTICLE)["claims"]
    assert (claim["about"], claim["about_implicit"]) == (["星图S9"], [])
    assert (claim["negated"], claim["hedged"]) == (True, False)


def test_one_mark_may_serve_two_claims() -> None:
    notes = NOTES + "2: canonical=王屿; mode=indirect\n"
    both = "<s1,s2>王屿</s1,s2><q1>称</q1><c1>星图S9好</c1>，<q2>指出</q2><c2>它贵</c2>"
    first, second = row(both, notes)["claims"]
    assert first["speaker"] == second["speaker"] == (0, 2)


def test_longest_name_is_found_and_a_cut_name_is_not() -> None:
    article = row("海川日报在海川，海~川话", "media: 海川日报\nplace: 海川")
    assert [words(article, entity["span"]) for entity in article["entities"]] == [
        "海川日报",
        "海川",
    ]


def test_relation_takes_the_nearest_pair_of_mentions() -> None:
    notes = "person: 王屿\ncompany: 青禾科技\nposition: 董事长\n"
    relation = "role-of 王屿 > 青禾科技 title=董事长"
    (found,) = row("王屿离开了。青禾科技董事长王屿", notes + relation)["relations"]
    assert found == {"type": "role-of", "subject": (13, 15), "object": (6, 10), "title": (10, 13)}


@pytest.mark.parametrize(
    ("article", "notes", "message"),
    [
        ("<s1>王屿", NOTES, "<s1> is never closed"),
        ("<s1>王屿</q1>", NOTES, "</q1> closes where </s1> is open"),
        ("王屿</s1>", NOTES, "</s1> closes where no mark is open"),
        ("<s1></s1>", NOTES, "<s1> is empty"),
        ("<x1>王屿", NOTES, "stray bracket"),
        ("<c1>好。</c1>", NOTES, "<c1> has an edge that does not count"),
        (ARTICLE + "<q1>说</q1>", NOTES, "<q1> stands twice"),
        (ARTICLE.replace("c1", "c2"), NOTES, "claims [2]"),
        ("<s1>王屿</s1><c1>星图S9</c1>", NOTES, "claim 1: no mark for its cue"),
        ("<q1>说</q1><c1>王屿星图S9</c1>", NOTES, "a mark and a canonical name, or neither"),
        (ARTICLE, NOTES + "firm: 青禾科技", "unknown entity type 'firm'"),
        (ARTICLE, NOTES + "company: 青禾科技", "the name 青禾科技 is not in the text"),
        (ARTICLE, NOTES + "work: 王屿", "the name 王屿 is listed twice"),
        (ARTICLE, NOTES + "1: canonical=王屿; mode=turn", "claim 1 has two lines"),
        (ARTICLE, NOTES.replace("direct", "spoken"), "unknown mode 'spoken'"),
        (ARTICLE, NOTES.replace("mode=direct; ", ""), "claim 1: mode is missing"),
        (ARTICLE, NOTES.replace("canonical=王屿; ", ""), "claim 1: canonical is missing"),
        (ARTICLE, NOTES.replace("negated", "denied"), "unknown attribute 'denied'"),
        (ARTICLE, NOTES.replace("negated", "via=海川日报"), "海川日报 is not in the text"),
        (ARTICLE, NOTES.replace("negated", "implicit=星图S9"), "implicit stands in the content"),
        (ARTICLE, NOTES + "likes 王屿 > 星图S9", "unknown relation type 'likes'"),
        (ARTICLE, NOTES + "role-of 王屿 > 星图S9", "role-of needs a title"),
        (ARTICLE, NOTES + "develops 青禾科技 > 星图S9", "青禾科技 is not among the names"),
        (ARTICLE, NOTES + "王屿", "no line of names"),
    ],
)
def test_broken_marks_are_named(article: str, notes: str, message: str) -> None:
    with pytest.raises(compiler.MarkUpError) as error:
        row(article, notes)
    assert message in str(error.value)


def test_article_without_a_line_is_an_error() -> None:
    with pytest.raises(compiler.MarkUpError, match="no line ---"):
        compiler.compiled("x", "王屿说")


def test_broken_article_is_named_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "7.txt").write_text("<s1>王屿", encoding="utf-8")
    with pytest.raises(compiler.MarkUpError, match=r"7\.txt: there is no line"):
        list(compiler.gold_lines(tmp_path))


@given(st.lists(st.tuples(st.text("王屿说：，“”", max_size=4), st.text("好坏新旧", min_size=1))))
def test_any_row_of_marks_compiles_to_its_words(parts: list[tuple[str, str]]) -> None:
    source = "".join(f"{before}<c{n}>{inside}</c{n}>" for n, (before, inside) in enumerate(parts))
    article = compiler.marked(source)
    assert article.text == "".join(before + inside for before, inside in parts)
    for n, (_, inside) in enumerate(parts):
        ((start, end),) = article.spans[f"c{n}"]
        assert article.text[start:end] == inside
