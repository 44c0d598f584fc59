import pytest

from kg.cli.progress import Bar


def test_nothing_is_counted_or_drawn_where_nobody_looks_on(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Bar()
    with bar.running(lambda: pytest.fail("asked for the total")):
        bar.step("张三", "added")
        bar.say("坏.txt: is empty")
        bar.say_if_shown("Loading")
    assert bar.done == 1
    assert capsys.readouterr() == ("", "坏.txt: is empty\n")


def test_the_bar_shows_how_many_there_are(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")  # rich draws as on a terminal
    bar = Bar()
    bar.is_shown = True
    with bar.running(lambda: 3):
        bar.step()
        bar.say("[坏].txt: is empty")
    out, err = capsys.readouterr()
    assert out == ""
    assert "1/3" in err
    assert "[坏].txt: is empty" in err


def test_a_bar_may_move_by_many(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    bar = Bar(many=2)
    bar.is_shown = True
    with bar.running(lambda: 9):
        for _ in range(5):
            bar.step()
    err = capsys.readouterr().err
    assert bar.done == 5
    assert "4/9" in err
    assert "5/9" not in err
