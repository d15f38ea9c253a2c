"""The project itself: what start-up imports, what is installed, what the help and the public interface promise."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import mycity_cli
from mycity_cli.cli.app import COMMANDS
from mycity_cli.cli.man_pages import man_pages
from running import Result, process

ROOT = Path(__file__).parents[1]
MODULES = (
    "import sys; import mycity_cli.cli.main as m; code = m.run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
)


def imported(*arguments: str) -> set[str]:
    """Return the modules that a command in a pipe imports."""
    done = subprocess.run([sys.executable, "-c", MODULES, *arguments], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stderr.split()}


def test_a_total_in_a_pipe_imports_neither_rich_nor_lark() -> None:
    modules = imported("total")
    assert {"typer", "pydantic", "mycity_cli"} <= modules
    assert not modules & {"rich", "lark"}


def test_a_command_imports_no_other_command() -> None:
    done = subprocess.run([sys.executable, "-c", MODULES, "total"], capture_output=True, text=True, check=True)
    loaded = {name for name in done.stderr.split() if name.startswith("mycity_cli.cli.")}
    assert {name.removeprefix("mycity_cli.cli.") for name in loaded} & set(COMMANDS) == {"total"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str) -> None:
    result = process(command, "--help", env={"COLUMNS": "100"})
    assert (result.code, result.err) == (0, "")
    assert "Examples:" in result.out
    assert result.out.count(f"mycity {command}") >= 2


def test_every_command_is_in_the_tour_or_in_what_is_set_up_first() -> None:
    pages = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("tour.md", "install.md"))
    assert [command for command in COMMANDS if f"mycity {command}" not in pages] == []


def test_the_readme_is_a_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) <= 130
    assert {"make run", "make test"} <= set(re.findall("make [a-z]+", readme))


def test_version_and_module() -> None:
    assert process("--version") == Result(0, f"mycity {mycity_cli.__version__}\n", "")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Unreleased" in changelog or f"## {mycity_cli.__version__}" in changelog


def test_no_arguments_show_the_help() -> None:
    result = process()
    assert "Usage: mycity" in result.out + result.err


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.mark.wheel
def test_the_bundled_data_is_in_the_distributions_once(distributions: Path) -> None:
    with zipfile.ZipFile(next(distributions.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    assert [name for name in names if name.endswith("deals.json")] == ["mycity_cli/data/deals.json"]
    assert "mycity_cli/py.typed" in names
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as sdist:
        files = [name.split("/", 1)[-1] for name in sdist.getnames()]
    assert [name for name in files if name.endswith("deals.json")] == ["data/deals.json"]


@pytest.mark.wheel
def test_the_man_pages_are_in_the_wheel_as_the_texts_make_them(distributions: Path) -> None:
    with zipfile.ZipFile(next(distributions.glob("*.whl"))) as wheel:
        packed = {name: wheel.read(name).decode() for name in wheel.namelist() if "/share/man/" in name}
    assert {name.split("/share/man/")[1]: text for name, text in packed.items()} == man_pages()


@pytest.mark.wheel
def test_the_installed_command_runs_from_an_empty_folder(distributions: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    empty = tmp_path / "empty"
    empty.mkdir()
    venv.create(environment, with_pip=True)
    constraints = ROOT / "constraints.txt"
    wheel = next(distributions.glob("*.whl"))
    pip = [str(environment / "bin" / "pip"), "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--constraint", str(constraints), str(wheel)], check=True, capture_output=True)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "MYCITY"))}
    for command in (["bin/mycity"], ["bin/python", "-m", "mycity_cli"]):
        done = subprocess.run(
            [str(environment / command[0]), *command[1:], "total", "--city", "Suzhou"],
            cwd=empty,
            env=clean,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "52563000000\n", "")
    assert (environment / "share" / "man" / "man1" / "mycity-deals.1").is_file()
    assert (environment / "share" / "man" / "zh_CN" / "man1" / "mycity-deals.1").is_file()
