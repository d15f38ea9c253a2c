"""What Tab offers; and that it does in the shells themselves: each is started, typed into, and looked at."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mycity_cli.cli.app import root_command
from mycity_cli.cli.main import ASKED_BY
from mycity_cli.cli.tab_key import SHELLS, lines_for
from running import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from running import Mycity

    Offered = Callable[[str], list[str]]

SOURCE = Path(__file__).parents[2] / "src"
START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(mycity completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'eval "$(mycity completion zsh)"'),
    "fish": (["fish", "--no-config", "-i"], "mycity completion fish | source"),
}
TO_START, END_OF_LINE, TAB, CLEAR = "\x01", "\x05", "\t", "\x15"
PATIENCE = 30


class Shell:
    """A shell on a terminal, that has been told of mycity; its folder holds two files."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        command, setup = START[name]
        program = folder / "bin" / "mycity"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m mycity_cli "$@"\n')
        program.chmod(0o755)
        self.folder = folder / "work"
        self.folder.mkdir()
        (self.folder / "figures.json").write_text("{}")
        (self.folder / "release.txt").write_text("")
        self.shown = ""
        self._asked = 0
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("MYCITY", "COV"))}
        env = {**clean, "HOME": str(folder), "PATH": f"{program.parent}:{os.environ['PATH']}", "TERM": "xterm"}
        env |= {"PYTHONPATH": str(SOURCE), "LC_ALL": "C.UTF-8", "EDITOR": "emacs", "XDG_CONFIG_HOME": str(folder)}
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            os.chdir(self.folder)
            os.execvpe(command[0], command, env)  # noqa: S606  # the child becomes the shell
        self._answered(f"{setup}; printf ready")

    def _type(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def _answered(self, line: str) -> list[str]:
        """Return what a command line writes to a file."""
        self._asked += 1
        out = self.folder.parent / f"out{self._asked}"
        self._type(f"{line} > {out}; mv {out} {out}.done\r")
        return self._content(out.with_name(f"{out.name}.done")).splitlines()

    def _content(self, path: Path) -> str:
        end = time.monotonic() + PATIENCE
        while not path.exists():
            assert time.monotonic() < end, self.shown
            self._look()
        return path.read_text("utf-8")

    def _look(self, seconds: float = 0.05) -> None:
        if select.select([self._terminal], [], [], seconds)[0]:
            self.shown += os.read(self._terminal, 65536).decode(errors="replace")

    def completed(self, line: str) -> list[str]:
        """Return the words that a line has after one Tab at its end."""
        self.shown = ""
        self._type(f"{CLEAR}{line}{TAB}{TO_START}printf '%s\\n' {END_OF_LINE}")
        return self._answered("")

    def offered(self, line: str, *, until: str) -> str:
        """Return what the terminal shows after one Tab at the end of a line, as soon as it shows a text."""
        self.shown = ""
        self._type(f"{CLEAR}{line}{TAB}")
        end = time.monotonic() + PATIENCE
        while until not in self.shown:
            assert time.monotonic() < end, self.shown
            self._look()
        return self.shown

    def leave(self) -> None:
        os.close(self._terminal)
        os.waitpid(self.process, 0)


@pytest.fixture(scope="module", params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    started = Shell(request.param, tmp_path_factory.mktemp(request.param))
    yield started
    started.leave()


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("mycity data con", ["mycity", "data", "convert"]),
        ("mycity deals --cit", ["mycity", "deals", "--city"]),
        ("mycity deals --city su", ["mycity", "deals", "--city", "Suzhou"]),
        ("mycity deals --city SU", ["mycity", "deals", "--city", "Suzhou"]),
        ("mycity deals --city=su", ["mycity", "deals", "--city=Suzhou"]),
        ("mycity deals --city 苏", ["mycity", "deals", "--city", "苏州"]),
        ("mycity total SUZ", ["mycity", "total", "Suzhou"]),
        ("mycity help form", ["mycity", "help", "formats"]),
        ("mycity deals --kind MEM", ["mycity", "deals", "--kind", "memorandum"]),
        ("mycity total --columns id,am", ["mycity", "total", "--columns", "id,amount"]),
        ("mycity check 'Suzhou > xia", ["mycity", "check", "Suzhou > Xiamen"]),
        ("mycity deals --data=fig", ["mycity", "deals", "--data=figures.json"]),
        ("mycity audit rel", ["mycity", "audit", "release.txt"]),
    ],
)
def test_one_tab_completes_what_can_be_but_one_thing(shell: Shell, line: str, completed: list[str]) -> None:
    assert shell.completed(line) == completed


def test_one_tab_lists_what_may_be_several_things_with_what_each_means(shell: Shell) -> None:
    # Bash rings its bell at the first, and lists at the second, unless it is told otherwise.
    shell.offered(f"mycity show pandas{TAB * (shell.name == 'bash')}", until="pandas-share")
    if shell.name != "bash":
        shell.offered("mycity show pandas", until="giant pandas")


@pytest.fixture
def offered(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> Offered:
    """Return what bash is told of a line."""
    monkeypatch.setenv(ASKED_BY, "bash")

    def tell(line: str) -> list[str]:
        result = mycity(line)
        assert (result.code, result.err) == (0, "")
        return result.out.splitlines()

    return tell


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("mycity de", ["deals"]),
        ("mycity DE", ["deals"]),
        ("mycity nothing ", []),
        ("mycity deals su", ["Suzhou"]),
        ("mycity total 苏州 mem", ["memorandum"]),
        ("mycity facts pand", ["pandas", "pandas-share"]),
        ("mycity sources ein", ["ein-2022-11-08"]),
        ("mycity deals --json id,am", ["id,amount"]),
        ("mycity deals --city S", ["Suzhou"]),
        ("mycity deals --city=s", ["Suzhou"]),
        ("mycity deals --city 'Su", ["Suzhou"]),
        ("mycity deals --city Sü", ["Suzhou"]),
        ("mycity deals --city 苏", ["苏州"]),
        ("mycity deals --city 蘇", ["蘇州"]),
        ("mycity deals --promoter mian", ["Mianyang"]),
        ("mycity deals --province j", ["Jiangsu"]),
        ("mycity deals --kind m", ["memorandum"]),
        ("mycity deals --year 20", ["2018", "2022"]),
        ("mycity conferences --kind s", ["summit"]),
        ("mycity deals --format j", ["json", "jsonl"]),
        ("mycity deals --unit b", ["billion"]),
        ("mycity deals --columns id,am", ["id,amount"]),
        ("mycity facts --sort l", ["low"]),
        ("mycity facts --sort -l", ["-low"]),
        ("mycity total --by q", ["quarter"]),
        ("mycity total --by city,q", ["city,quarter"]),
        ("mycity total --by city,c", ["city,country", "city,conference", "city,currency"]),
        ("mycity total --by city --by ci", []),
        ("mycity deals --json id,date,i", []),
        ("mycity total --measure a", ["amount", "average"]),
        ("mycity total --currency ''", ["CNY"]),
        ("mycity deals --conference s", ["suzhou-2022", "smart-city-summit-2018"]),
        ("mycity deals --source e", ["ein-2022-11-08"]),
        ("mycity deals --year 2022 --ye", []),
        ("mycity deals --city Suzhou --ci", ["--city"]),
        ("mycity deals --no-h", ["--no-header"]),
        ("mycity deals -- --", []),
        ("mycity help form", ["formats"]),
        ("mycity help data con", ["convert"]),
        ("mycity audit --ignore conv", ["conversion", "conversion/rate"]),
        ("mycity audit --format s", ["sarif"]),
        ("mycity show panda", ["pandas", "pandas-share"]),
        ("mycity show pandas pan", []),
        ("mycity check 'projects(suz", ["projects(Suzhou"]),
        ("mycity check 'total = 5' pandas-", ["pandas-share"]),
        ("mycity deals --data /nowhere --city S", []),
        ("mycity deals --data - --city S", []),
        ("mycity deals --limit ", []),
    ],
)
def test_what_is_offered(offered: Offered, line: str, words: list[str]) -> None:
    first, *found = offered(line)
    assert (first, sorted(found)) == ("words", sorted(words))


@pytest.mark.parametrize(
    "line", ["mycity deals --data ", "mycity deals -o=x", "mycity audit ", "mycity data convert a "]
)
def test_a_file_is_left_to_the_shell(offered: Offered, line: str) -> None:
    assert offered(line) == ["files"]


@given(
    st.lists(st.sampled_from(["deals", "data", "--city", "-c", "=", "--", "'", '"', "\\", "su", "苏", "", " ", "é"]))
)
@settings(max_examples=60)
def test_whatever_is_typed_something_is_answered(words: list[str]) -> None:
    line = f"mycity {' '.join(words)}"
    assert next(iter(lines_for("bash", root_command(), [line]))) in ("words", "open", "files")
    assert next(iter(lines_for("fish", root_command(), [*words, ""]))).partition("\t")[0] in ("words", "open", "files")


def test_a_column_to_compare_is_followed_by_its_value(offered: Offered) -> None:
    assert offered("mycity deals --where am") == ["open", "amount="]


def test_a_table_offers_what_is_in_it(offered: Offered, tmp_path: Path) -> None:
    pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    table = tmp_path / "deals.csv"
    table.write_text(
        "city,date,amount,Sector\nNew Linz,2022-03-04,5 million USD,Energy\nGraz,bad,7 million USD,Steel\n"
    )
    assert offered(f"mycity deals --data {table} --city l") == ["words"]
    assert offered(f"mycity deals --data {table} --city new") == ["words", "New\\ Linz"]
    assert offered(f"mycity total --data {table} --by sec") == ["words", "Sector"]
    assert offered(f"mycity deals --data {table} --columns city,sec") == ["words", "city,Sector"]


def test_a_configured_dataset_is_asked(offered: Offered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "own.json"
    path.write_text('{"places": [{"id": "linz", "name": "Linz"}]}')
    monkeypatch.setenv("MYCITY_DATA", str(path))
    assert offered("mycity deals --city ") == ["words", "Linz"]


NAMES = {"a": "a'; b", "b": 'b"c$(d)`e`', "c": "c!d", "d": "~d", "e": "e\u202ef", "g": "g\x1b[31m"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("a", ["a\\'\\;\\ b"]),
        ('"a', ["a'; b"]),
        ("'a", []),
        ("b", ['b\\"c\\$\\(d\\)\\`e\\`']),
        ('"b', ['b\\"c\\$(d)\\`e\\`']),
        ("'b", ['b"c$(d)`e`']),
        ("c", ["c\\!d"]),
        ('"c', []),
        ("'c", ["c!d"]),
        ("~", ["\\~d"]),
        ("e", []),
        ("g", []),
    ],
)
def test_no_shell_obeys_the_names_of_data(
    offered: Offered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, words: list[str]
) -> None:
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"places": [{"id": f"place-{id}", "name": name} for id, name in NAMES.items()]}))
    monkeypatch.setenv("MYCITY_DATA", str(path))
    assert offered(f"mycity deals --city {typed}") == ["words", *words]


def test_a_shell_that_is_not_known_is_offered_nothing(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ASKED_BY, "complete_bash")
    assert mycity() == Result(2, "", "")


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_other_shells_are_told_what_the_words_mean(mycity: Mycity, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(ASKED_BY, name)
    assert mycity("deals", "--city", "苏").out == "words\n苏州\t苏州\tSuzhou\n"
    assert mycity("deals", "--city=苏").out == "words\n--city=苏州\t苏州\tSuzhou\n"
    assert mycity("deals", "--data=x").out == "files\t--data=\n"


@pytest.mark.parametrize("name", SHELLS)
def test_the_script_of_a_shell_is_printed(mycity: Mycity, name: str) -> None:
    result = mycity("completion", name)
    assert (result.code, result.err) == (0, "")
    assert f"{ASKED_BY}={name}" in result.out


def test_a_script_of_no_shell_is_an_error(mycity: Mycity) -> None:
    missing, unknown = mycity("completion"), mycity("completion", "zssh")
    assert (missing.code, missing.err) == (
        2,
        "error: SHELL: is missing\nhelp: give one of bash, zsh, fish: mycity completion bash\n",
    )
    assert (unknown.code, unknown.err) == (2, "error: SHELL: unknown shell 'zssh'\nhelp: did you mean zsh?\n")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["help", "form"], "formats\tformats\t结果的格式，以及其中的内容"),
        (["to"], "total\ttotal\t精确合计签约内容，并说明数字的舍入留下多少余地"),
        (["deals", "--so"], "--sort\t--sort\t按该列排序；-KEY 则最大的在前"),
    ],
)
def test_what_is_offered_is_explained_in_chinese(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch, words: list[str], line: str
) -> None:
    monkeypatch.setenv(ASKED_BY, "zsh")
    monkeypatch.setenv("MYCITY_LANG", "zh")
    assert line in mycity(*words).out.splitlines()
