"""Keys in a real terminal; the pairs in a pipe."""

import json
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from kg.cli.review import print_all, rendered, side_cells
from kg.cli.terminal import page, put
from kg.resolve.doubts import doubts, question
from kg.store import Store
from tests.cli.conftest import Run
from tests.resolve.namesakes import CHIEF, CHIEF_2, PILOT, PILOT_2, is_one

PATIENCE = 30.0  # seconds until a program on a busy machine shows its next pair


class Terminal:
    """kg review in a pseudo-terminal of its own: what is typed into it, and all that was seen."""

    def __init__(self, db: Path, *options: str) -> None:
        self._outer, inner = pty.openpty()
        command = [sys.executable, "-m", "kg", "review", "--db", str(db), *options]
        environment = os.environ | {"COLUMNS": "100", "TERM": "dumb"}
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=inner, stdout=inner, stderr=inner, env=environment, start_new_session=True
        )
        os.close(inner)
        self.seen = ""

    def wait_for(self, words: str) -> None:
        """Read until the words come, which are then taken out of what was seen."""
        until = time.monotonic() + PATIENCE
        while words not in self.seen:
            ready, _, _ = select.select([self._outer], [], [], max(until - time.monotonic(), 0))
            assert ready, f"{words!r} did not come: {self.seen!r}"
            self.seen += os.read(self._outer, 4096).decode(errors="replace")
        self.seen = self.seen.partition(words)[2]

    def press(self, key: str) -> None:
        """Type a key as soon as one is waited for: what is typed before is thrown away."""
        until = time.monotonic() + PATIENCE
        while termios.tcgetattr(self._outer)[3] & termios.ICANON:
            assert time.monotonic() < until, "no key is waited for"
            time.sleep(0.01)
        os.write(self._outer, key.encode())

    def end(self) -> int:
        """Wait for the end; its exit status."""
        with suppress(OSError):  # Linux tells so that the other end is closed
            while chunk := os.read(self._outer, 4096):
                self.seen += chunk.decode(errors="replace")
        os.close(self._outer)
        return self._process.wait(PATIENCE)

    def close(self) -> None:
        """Leave nothing running, whatever happened."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


Opened = Callable[..., Terminal]


@pytest.fixture
def terminal() -> Iterator[Opened]:
    """Opens kg review in a terminal; closed whatever happens."""
    opened: list[Terminal] = []

    def open_one(db: Path, *options: str) -> Terminal:
        opened.append(Terminal(db, *options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


def test_a_terminal_asks_and_each_verdict_is_written_at_once(terminal: Opened, doubtful: Path) -> None:
    here = terminal(doubtful, "--by", "王编辑")
    here.wait_for("1 of 3")
    here.wait_for("q stop")
    here.press("s")
    here.wait_for("2 of 3")
    with Store.open(doubtful) as store:  # while it waits for the next key
        assert is_one(store, CHIEF, CHIEF_2)
        assert [one.judge for one in store.names.judgements()] == ["王编辑"]
    here.press("d")
    here.wait_for("3 of 3")
    here.press("q")
    assert here.end() == 0
    assert "1 same, 1 different, 0 unsure; 1 pair left." in here.seen
    with Store.open(doubtful) as store:
        assert not is_one(store, PILOT, PILOT_2)


def test_it_goes_on_where_it_stopped(terminal: Opened, doubtful: Path) -> None:
    first = terminal(doubtful)
    first.wait_for("1 of 3")
    first.press("u")
    first.wait_for("2 of 3")
    first.press("q")
    assert first.end() == 0
    second = terminal(doubtful)
    second.wait_for("1 of 2")
    second.wait_for("q stop")
    second.press("x")  # no key of ours: asked again
    second.wait_for("q stop")
    second.press("\r")
    second.wait_for("2 of 2")
    second.press("\r")
    assert second.end() == 0
    assert "0 same, 0 different, 0 unsure; 2 pairs left." in second.seen


def test_the_last_verdict_is_taken_back(terminal: Opened, doubtful: Path) -> None:
    here = terminal(doubtful)
    here.wait_for("1 of 3")
    here.press("s")
    here.wait_for("2 of 3")
    here.press("z")
    here.wait_for("Took back the last verdict.")
    here.wait_for("1 of 3")
    here.press("q")
    assert here.end() == 0
    with Store.open(doubtful) as store:
        assert not is_one(store, CHIEF, CHIEF_2)


def test_ctrl_c_keeps_what_is_written(terminal: Opened, doubtful: Path) -> None:
    here = terminal(doubtful)
    here.wait_for("1 of 3")
    here.press("s")
    here.wait_for("2 of 3")
    here.press("\x03")
    assert here.end() == 130
    assert "Traceback" not in here.seen
    with Store.open(doubtful) as store:
        assert is_one(store, CHIEF, CHIEF_2)


@pytest.mark.parametrize("options", [(), ("--list",)])
def test_a_pipe_gets_the_pairs(run: Run, doubtful: Path, options: tuple[str, ...]) -> None:
    ran = run("review", *options, "--db", doubtful)
    assert (ran.code, ran.err) == (0, "3 pairs to decide.\n")
    for words in (
        "1 of 3 · score 0.",
        "a merge would move 2 records",
        "⟦贝林⟧说，产品已经可用。",
        "丙报/4.txt",
    ):
        assert words in ran.out


def test_json_has_both_sides(run: Run, doubtful: Path) -> None:
    (first,) = json.loads(run("review", "--format", "json", "--limit", "1", "--db", doubtful).out)
    assert {first["left"]["name"], first["right"]["name"]} == {"贝林", "伊沃·贝林"}
    assert (first["change"], bool(first["reasons"])) == (2, True)


def test_contexts_stand_side_by_side_or_one_below_the_other(
    doubtful: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(doubtful) as store:
        here = question(store, doubts(store)[0])
    for width, is_beside in ((100, True), (40, False)):
        console = page()
        for part in rendered(here, "1 of 1", width=width):
            put(console, part)
        lines = capsys.readouterr().out.splitlines()
        assert any("⟦伊沃·贝林⟧" in line and "⟦贝林⟧" in line for line in lines) == is_beside
        assert all(len(line) <= width for line in lines)


def test_escape_sequences_of_an_article_do_not_reach_the_terminal(doubtful: Path) -> None:
    with Store.open(doubtful) as store:
        side = question(store, doubts(store)[0]).left
    evil = msgspec.structs.replace(side, name="贝林\x1b[2J")
    assert "\x1b" not in "".join(cell.plain for cell in side_cells(evil))


def test_no_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    print_all([])
    assert capsys.readouterr() == ("", "0 pairs to decide.\n")


def test_the_end_of_the_input_stops(terminal: Opened, doubtful: Path) -> None:
    here = terminal(doubtful)
    here.wait_for("q stop")
    here.press("\x04")
    assert here.end() == 0
    assert "3 pairs left." in here.seen
