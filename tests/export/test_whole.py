import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import ConfigError
from kg.export.whole import whole_file, whole_folder


def test_the_file_appears_only_when_whole(tmp_path):
    path = tmp_path / "图.graphml"
    with whole_file(path) as stream:
        stream.write("周一".encode())
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "周一"
    assert list(tmp_path.iterdir()) == [path]


def test_on_failure_the_old_file_stays_and_nothing_else(tmp_path):
    path = tmp_path / "图.graphml"
    path.write_text("旧", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        write_and_fail(path)
    assert path.read_text(encoding="utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_keeps_pointing_at_its_file(tmp_path):
    target, link = tmp_path / "真.json", tmp_path / "链接.json"
    target.write_text("旧", encoding="utf-8")
    link.symlink_to(target)
    with whole_file(link) as stream:
        stream.write("新".encode())
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "新"


def test_others_may_read_the_file_as_far_as_the_mask_allows(tmp_path):
    path = tmp_path / "图.json"
    mask = os.umask(0o022)
    try:
        with whole_file(path) as stream:
            stream.write(b"{}")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_missing_folder_is_one_sentence(tmp_path):
    path = tmp_path / "没有" / "图.json"
    message = r"^Cannot write .+: No such file or directory\.$"
    with pytest.raises(ConfigError, match=message), whole_file(path) as stream:
        stream.write(b"{}")


def test_a_folder_in_its_place_is_one_sentence(tmp_path):
    message = r"^Cannot write .+: Is a directory\.$"
    with pytest.raises(ConfigError, match=message), whole_file(tmp_path) as stream:
        stream.write(b"{}")


def test_a_full_disk_is_one_sentence():
    message = r"^Cannot write /dev/full: No space left on device\.$"
    with pytest.raises(ConfigError, match=message), whole_file(Path("/dev/full")) as stream:
        stream.write(b"{}")


def test_a_pipe_is_written_as_it_comes(tmp_path):
    path = tmp_path / "管道"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with whole_file(path) as stream:
        stream.write("周一".encode())
    assert os.read(reader, 100).decode() == "周一"
    os.close(reader)


def test_a_piped_standard_output_too():
    code = (
        "from pathlib import Path; from kg.export.whole import whole_file\n"
        "with whole_file(Path('/dev/stdout')) as stream: stream.write('周一'.encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)  # noqa: S603
    assert done.stdout.decode() == "周一"


def test_a_folder_appears_only_when_whole(tmp_path):
    path = tmp_path / "表"
    with whole_folder(path) as folder:
        (folder / "点.csv").write_text("周一", encoding="utf-8")
        assert not path.exists()
    assert (path / "点.csv").read_text(encoding="utf-8") == "周一"
    assert list(tmp_path.iterdir()) == [path]


def test_on_failure_the_old_folder_stays_and_nothing_else(tmp_path):
    path = tmp_path / "表"
    with whole_folder(path) as folder:
        (folder / "点.csv").write_text("旧", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), whole_folder(path) as folder:
        fail_in(folder)
    assert (path / "点.csv").read_text(encoding="utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [path]


def test_files_of_an_earlier_export_are_gone(tmp_path):
    path = tmp_path / "表"
    path.mkdir()
    for name in ("点.csv", "边.csv"):
        with whole_folder(path) as folder:
            (folder / name).touch()
    assert sorted(found.name for found in path.iterdir()) == [".kg-export", "边.csv"]


def test_files_of_others_are_never_lost(tmp_path):
    path = tmp_path / "表"
    with whole_folder(path) as folder:
        (folder / "点.csv").touch()
    (path / "我的.xlsx").touch()
    message = r"^.+ holds 我的\.xlsx, which no export put there; give a new folder\.$"
    with pytest.raises(ConfigError, match=message), whole_folder(path):
        raise AssertionError
    assert (path / "我的.xlsx").exists()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_place_of_the_folder_is_one_sentence(tmp_path):
    path = tmp_path / "图.graphml"
    path.touch()
    with (
        pytest.raises(ConfigError, match=r"^.+ is a file; this format writes a folder\.$"),
        whole_folder(path),
    ):
        raise AssertionError


def test_a_folder_in_no_folder_is_one_sentence(tmp_path):
    path = tmp_path / "没有" / "表"
    message = r"^Cannot write .+: No such file or directory\.$"
    with pytest.raises(ConfigError, match=message), whole_folder(path):
        raise AssertionError


def write_and_fail(path: Path) -> None:
    with whole_file(path) as stream:
        stream.write("新".encode())
        raise ZeroDivisionError


def fail_in(folder: Path) -> None:
    (folder / "点.csv").write_text("新", encoding="utf-8")
    raise ZeroDivisionError
