"""Building: what is new goes in, what is unchanged is skipped, what is bad is reported."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

from kg.annotate.findings import Choices, CueFound, NameFound, WindowFindings
from kg.annotate.gazetteer import GazetteerFinder, read_names
from kg.annotate.pipeline import Annotator, CharacterTokenizer, HanlpReader
from kg.readers import Problem
from kg.run.build import BuildSummary, build, read_records
from kg.store import Store
from tests.factory import art

TEXT = "林晓岚说，产量会翻番。"


def reader(windows: list[list[str]]) -> list[WindowFindings]:
    """Reads «林晓岚说，…»: a small grammar in place of the model."""
    cue = CueFound(
        start=3,
        end=4,
        confidence=0.9,
        speaker=(0, 3),
        speaker_confidence=0.9,
        content=((5, 10),),
        content_confidence=0.9,
        choices=Choices(source=(0.9,) * 3 + (0.0,) * 20),
    )
    return [WindowFindings((NameFound(0, 3, "person", 0.9),), (cue,)) for _ in windows]


def annotator(model_hash: str = "a") -> Annotator:
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    nlp.add_pipe("kg_hanlp")
    component = nlp.get_pipe("kg_hanlp")
    assert isinstance(component, HanlpReader)
    component.reader = reader
    return Annotator(nlp, folder=Path(__file__).parent, model="grammar", model_hash=model_hash)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "kg.db") as opened:
        yield opened


def outcome(summary: BuildSummary) -> tuple[int, int, int, int]:
    return summary.read, summary.added, summary.replaced, summary.unchanged


def test_a_new_article_goes_in(store: Store) -> None:
    article = art(TEXT)
    assert outcome(build(store, [article], annotator())) == (1, 1, 0, 0)
    (claim,) = store.claims(article.id)
    assert store.claim_text(claim) == "产量会翻番"


def test_twice_changes_nothing(store: Store) -> None:
    article = art(TEXT)
    build(store, [article], annotator())
    before = store.claims(article.id), store.mentions(article.id), list(store.entities())
    assert outcome(build(store, [article], annotator())) == (1, 0, 0, 1)
    assert (store.claims(article.id), store.mentions(article.id), list(store.entities())) == before


def test_another_model_reads_again(store: Store) -> None:
    build(store, [art(TEXT)], annotator())
    assert outcome(build(store, [art(TEXT)], annotator("b"))) == (1, 0, 1, 0)


def test_a_changed_text_replaces_its_records(store: Store) -> None:
    build(store, [art(TEXT)], annotator())
    changed = art("林晓岚说，工厂不会搬。")
    assert outcome(build(store, [changed], annotator())) == (1, 0, 1, 0)
    assert [store.claim_text(claim) for claim in store.claims(changed.id)] == ["工厂不会搬"]


def test_problems_are_kept_and_the_rest_goes_on(store: Store) -> None:
    summary = build(store, [Problem("甲.txt", None, "holds no text"), art(TEXT)], annotator())
    assert [str(problem) for problem in summary.problems] == ["甲.txt: holds no text"]
    assert summary.added == 1


def test_progress_names_every_article(store: Store) -> None:
    seen: list[str] = []
    build(store, [art(TEXT)], annotator(), progress=lambda article, what: seen.append(what))
    assert seen == ["added"]


def test_a_mentions_origin_says_who_named_it(tmp_path: Path) -> None:
    (tmp_path / "名单.csv").write_text("name,type\n林晓,人物\n产量,产品\n", encoding="utf-8")
    made = annotator()
    finder = made.nlp.add_pipe("kg_gazetteer", first=True)
    assert isinstance(finder, GazetteerFinder)
    finder.add(read_names(tmp_path / "名单.csv"))
    named = [mention for mention in read_records(made, art(TEXT)).mentions if mention.kind == "name"]
    assert [(mention.name, mention.origin, mention.confidence) for mention in named] == [
        ("林晓", "names", 1.0),
        ("产量", "names", 1.0),
    ]
    (own, *_) = read_records(annotator(), art(TEXT)).mentions
    assert (own.name, own.origin) == ("林晓岚", "grammar")
