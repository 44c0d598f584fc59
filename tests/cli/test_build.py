import json
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kg.cli.build import summed_up
from kg.readers import Problem
from kg.run.build import BuildSummary
from kg.store import Store
from tests.annotate.foreign.pipelines import ruler
from tests.cli.conftest import Run

NEWS = "青禾科技首席执行官李四表示，公司明年会推出新的大模型。"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with a good file and each kind of bad one."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "甲.txt").write_text(NEWS, encoding="utf-8")
    (folder / "乙.txt").write_text("张三认为，禾苗还不成熟。", encoding="gb18030")
    (folder / "空.txt").write_bytes(b"")
    (folder / "图.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "长.txt").write_text("王五说，好。" * 40_000, encoding="utf-8")
    (folder / "丙.jsonl").write_text(json.dumps({"text": NEWS}) + "\n{坏\n", encoding="utf-8")
    return folder


def test_the_summary_tells_what_was_done() -> None:
    summary = BuildSummary(
        read=3, added=1, unchanged=2, claims=1, problems=[Problem("坏.txt", None, "is empty")]
    )
    assert summed_up(summary, Path("kg.db")) == (
        "3 articles read into kg.db: 1 added, 0 replaced, 2 unchanged; "
        "new records: 1 claim, 0 mentions, 0 relations. 1 problem, told above."
    )


@pytest.mark.model
def test_bad_files_cost_only_themselves(run: Run, news: Path, tmp_path: Path) -> None:
    db = tmp_path / "kg.db"
    first = run("build", news, "--db", db)
    assert (first.code, first.out) == (1, "")
    *problems, summary = first.err.splitlines()
    assert [Path(line.split(":")[0]).name for line in problems] == ["丙.jsonl", "图.txt", "空.txt", "长.txt"]
    assert summary.startswith(f"3 articles read into {db}: 3 added")
    again = run("build", news, "--db", db)
    assert "0 added, 0 replaced, 3 unchanged" in again.err
    assert run("verify", "--source", "--db", db).code == 1  # the broken line is told again
    assert "李四" in run("said", "大模型", "--db", db).out


@pytest.mark.model
def test_options_reach_the_readers_and_the_run(run: Run, news: Path, tmp_path: Path) -> None:
    db = tmp_path / "kg.db"
    assert run("build", news / "甲.txt", "--outlet", "甲报", "--published", "2024-04", "--db", db).code == 0
    with Store.open(db) as store:
        (article,) = store.articles()
        assert (article.outlet, article.published) == ("甲报", "2024-04")
        assert json.loads(store.runs()[0].options) == {"outlet": "甲报", "published": "2024-04"}


@pytest.mark.model
def test_a_users_names_win_and_a_changed_list_is_read_again(run: Run, news: Path, tmp_path: Path) -> None:
    db, names = tmp_path / "kg.db", tmp_path / "名单.csv"
    command = ("build", news / "甲.txt", "--names", names, "--db", db)
    names.write_text("name,type\n青禾科技首席,产品\n", encoding="utf-8")
    assert run(*command).code == 0
    assert "0 added, 0 replaced, 1 unchanged" in run(*command).err
    names.write_text("name,type\n青禾科技,产品\n", encoding="utf-8")
    assert "0 added, 1 replaced" in run(*command).err
    with Store.open(db) as store:
        (article,) = store.articles()
        types = {mention.name: (mention.type, mention.origin) for mention in store.mentions(article.id)}
        (made,) = store.runs()
    assert types["青禾科技"] == ("product", "names")
    assert types["李四"] == ("person", "news")
    assert json.loads(made.options)["names"] == f"{names} {made.model_hash.rpartition('+')[2]}"


@pytest.mark.model
def test_the_names_of_a_pipeline_replace_ours(run: Run, news: Path, tmp_path: Path) -> None:
    db, rules = tmp_path / "kg.db", ruler(tmp_path / "rules", 青禾="ORG", 明年="DATE")
    assert run("build", news / "甲.txt", "--db", db).code == 0
    assert "0 added, 1 replaced" in run("build", news / "甲.txt", "--model", rules, "--db", db).err
    with Store.open(db) as store:
        (article,) = store.articles()
        named = [mention for mention in store.mentions(article.id) if mention.kind == "name"]
        (claim,) = store.claims(article.id)
        (made,) = store.runs()
        assert store.claim_text(claim).startswith("公司明年")  # cues and contents are still ours
    assert [(name.name, name.type, name.origin) for name in named if name.type != "position"] == [
        ("青禾", "organisation", "rules")
    ]
    assert (made.model, json.loads(made.options)) == ("news+rules", {"model": str(rules)})


def test_a_bad_list_is_one_sentence_and_makes_no_database(run: Run, news: Path, tmp_path: Path) -> None:
    (tmp_path / "名单.csv").write_text("name,type\n青禾科技,软件\n", encoding="utf-8")
    ran = run("build", news, "--names", tmp_path / "名单.csv", "--db", tmp_path / "kg.db")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "名单.csv:2: the type of 青禾科技 is 软件" in ran.err
    assert not (tmp_path / "kg.db").exists()


def test_a_missing_model_is_one_sentence_and_makes_no_database(run: Run, news: Path, tmp_path: Path) -> None:
    ran = run("build", news, "--model", tmp_path / "没有", "--db", tmp_path / "kg.db")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "kg.db").exists()


@pytest.mark.model
@pytest.mark.slow
def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text(
        "".join(json.dumps({"text": f"第{number}天，{NEWS}"}) + "\n" for number in range(3000)),
        encoding="utf-8",
    )
    db = tmp_path / "kg.db"
    command = [sys.executable, "-m", "kg", "build", str(tmp_path / "many.jsonl"), "--db", str(db)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        while process.poll() is None and not (db.exists() and articles(db)):
            time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.startswith("Stopped after ")
    assert "Traceback" not in err
    assert 0 < articles(db) < 3000


def articles(db: Path) -> int:
    with Store.open(db) as store:
        return store.counts()["articles"]


@pytest.mark.model
def test_a_terminal_sees_the_bar_on_stderr_only(news: Path, tmp_path: Path) -> None:
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "kg", "build", str(news / "甲.txt"), "--db", str(tmp_path / "kg.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=inner) as process:  # noqa: S603
        os.close(inner)
        seen = read_all(outer)
        assert process.communicate()[0] == b""
    assert "Loading the model" in seen
    assert "1/1" in seen


def read_all(terminal: int) -> str:
    """Everything written to a terminal until its other end is closed, which Linux tells by an error."""
    chunks = []
    with suppress(OSError):
        while chunk := os.read(terminal, 4096):
            chunks.append(chunk)
    os.close(terminal)
    return b"".join(chunks).decode()
