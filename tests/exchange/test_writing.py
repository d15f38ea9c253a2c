"""Every format is written whole or not at all, through links, with the permissions that were there, by one of two."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from examples import dataset, signing
from mycity_cli import load
from mycity_cli.exchange import converting
from running import MYCITY

if TYPE_CHECKING:
    from mycity_cli.model import Dataset

KILLER = Path(__file__).parents[1] / "killed_writers.py"
TIMES = 3


@pytest.fixture(params=[".json", ".sqlite", ".csv", ".tsv", ".jsonl", ".parquet"])
def ending(request: pytest.FixtureRequest) -> str:
    if request.param == ".parquet":
        pytest.importorskip("duckdb")
    return str(request.param)


def notes(path: Path) -> list[str | None]:
    return [each.note for each in converting.read(path).dataset.signings]


def noted(note: str) -> Dataset:
    return dataset(signing("s", note=note))


def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path, ending: str) -> None:
    done = subprocess.run(
        [sys.executable, str(KILLER), str(tmp_path), ending, str(TIMES)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr, len(done.stdout.split())) == (0, "", TIMES)


def test_a_link_stays_a_link_and_what_it_leads_to_keeps_its_permissions(tmp_path: Path, ending: str) -> None:
    target, link = tmp_path / f"target{ending}", tmp_path / f"link{ending}"
    converting.write(noted("old"), target, replace=False)
    target.chmod(0o640)
    link.symlink_to(target)
    converting.write(noted("new"), link, replace=True)
    assert (link.is_symlink(), notes(target), target.stat().st_mode & 0o777) == (True, ["new"], 0o640)
    assert sorted(tmp_path.iterdir()) == [link, target]


def test_of_two_that_write_one_new_file_one_succeeds(tmp_path: Path, ending: str) -> None:
    for name in ("a", "b"):
        converting.write(noted(name), tmp_path / f"{name}.json", replace=False)
    out = tmp_path / f"out{ending}"
    writers = [
        subprocess.Popen(
            [*MYCITY, "data", "convert", f"{tmp_path / name}.json", out], stderr=subprocess.PIPE, text=True
        )
        for name in ("a", "b")
    ]
    said = [writer.communicate()[1] for writer in writers]
    codes = [writer.returncode for writer in writers]
    assert sorted(codes) == [0, 2]
    assert f"error: {out}: exists already\nhelp: --force replaces it\n" in said[codes.index(2)]
    assert notes(out) == [("a", "b")[codes.index(0)]]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["a.json", "b.json", out.name])


def test_a_disk_without_room_leaves_the_old_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"data{ending}"
    converting.write(noted("old"), path, replace=False)
    source = tmp_path / "large.json"
    converting.write(dataset(*(signing(f"s{n}", note=f"{n}" * 50) for n in range(3000))), source, replace=False)
    command = f"ulimit -f 20; exec {' '.join(MYCITY)} data convert {source} {path} --force"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (3, False), done.stderr
    assert done.stderr.splitlines()[0].startswith(f"error: {path}: cannot be written: ")
    assert ".mycity-" not in done.stderr
    assert notes(path) == ["old"]
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([path.name, source.name])


def test_the_bundled_dataset_is_written_in_every_format(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"data{ending}"
    converting.write(load(), path, replace=False)
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask(tmp_path)


def _umask(folder: Path) -> int:
    probe = folder / "probe"
    probe.touch()
    return 0o666 & ~(probe.stat().st_mode & 0o777)
