"""What `mycity audit` says to files that are no releases, have no end, or mean harm."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from making_documents import pdf, word
from mycity_cli.cli import releases
from mycity_cli.release.audit import audit as audit_of
from mycity_cli.release.documents import MOST_BYTES, Document, read_document
from mycity_cli.release.findings import Audit
from running import MYCITY, Mycity, Result

TEXT = "Suqian signed 30 projects: 20 in industry and 10 in services."
LINE = ":1:15\ttrue\tsum\t20 + 10 = 30 projects\tthe parts add up to 30; stated is 30 projects\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (bytes(range(256)) * 20, "is no text\nhelp: save it as plain text, HTML, PDF or Word (.docx)"),
        (
            "签约30个项目".encode("utf-16"),
            "not in UTF-8 but, it seems, in UTF-16\nhelp: iconv -f utf-16 -t utf-8 a > NEW",
        ),
        (b"%PDF-1.4 broken", "is no PDF document that can be read"),
        (b"PK\x03\x04 broken", "is no Word document that can be read"),
        (b"<html><script>document.write('30 projects')</script></html>", "holds no text"),
    ],
)
@pytest.mark.parametrize("format", ["json", "tsv", "table"])
def test_what_is_no_release_is_one_error(folder: Path, mycity: Mycity, content: bytes, told: str, format: str) -> None:
    for library in ("pypdf", "mammoth", "trafilatura"):
        pytest.importorskip(library, reason="the extra 'documents' is not installed")
    (folder / "a").write_bytes(content)
    result = mycity("audit", "a", "--format", format)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"error: a: {told}")


def test_what_is_no_release_by_its_name_is_an_error_and_the_others_are_audited(folder: Path, mycity: Mycity) -> None:
    (folder / "a.csv").write_text("projects,amount\n30,8.2\n")
    (folder / "b.txt").write_text(TEXT)
    result = mycity("audit", "a.csv", "b.txt")
    assert (result.code, result.out) == (3, f"b.txt{LINE}")
    assert result.err.startswith("error: a.csv: is no release by its name, which ends in .csv\nhelp: releases end in ")


def test_a_folder_names_what_it_leaves_out(folder: Path, mycity: Mycity) -> None:
    (folder / "in").mkdir()
    for name in ("a.txt", "b.csv", "c.rtf", "d.xlsx", "e.png", "f.json", "g.gif", "h.xml"):
        (folder / "in" / name).write_text(TEXT)
    result = mycity("audit", "in")
    assert (result.code, result.out) == (0, f"in/a.txt{LINE}")
    assert result.err.startswith(
        "note: in: 7 files left out, no releases by name: b.csv, c.rtf, d.xlsx, e.png, f.json and 2 more\n"
    )


@pytest.mark.parametrize("library", ["trafilatura", "pypdf", "mammoth"])
def test_without_the_extra_text_is_read_and_the_error_names_the_extra(
    folder: Path, mycity: Mycity, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    contents = {"trafilatura": f"<html>{TEXT}".encode(), "pypdf": pdf([TEXT]), "mammoth": word(TEXT)}
    monkeypatch.setitem(sys.modules, library, None)
    (folder / "a").write_bytes(contents[library])
    (folder / "b").write_text(TEXT)
    result = mycity("audit", "a", "b")
    assert (result.code, result.out) == (3, f"b{LINE}")
    assert "which the extra 'documents' reads\nhelp: pip install 'mycity-cli[documents]'\n" in result.err


def test_documents_are_read_like_text(folder: Path, mycity: Mycity) -> None:
    for library in ("pypdf", "mammoth", "trafilatura"):
        pytest.importorskip(library, reason="the extra 'documents' is not installed")
    for name, content in {"a.html": f"<p>{TEXT}</p>".encode(), "a.pdf": pdf([TEXT]), "a.docx": word(TEXT)}.items():
        (folder / name).write_bytes(content)
        # The lines of the text are not those of the file: a place is a paragraph.
        assert mycity("audit", name).out == f"{name}{LINE.replace(':1:15', ': paragraph 1')}"


def test_a_device_without_an_end(mycity: Mycity) -> None:
    result = mycity("audit", "/dev/zero")
    assert (result.code, result.out, result.err) == (3, "", "error: /dev/zero: is larger than 32 MiB\n")


def test_a_file_that_is_too_large_is_not_read(folder: Path, mycity: Mycity) -> None:
    with (folder / "a.txt").open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    assert mycity("audit", "a.txt").err == "error: a.txt: is larger than 32 MiB\n"


def test_a_named_pipe_is_read_to_its_end_but_not_looked_for_in_a_folder(folder: Path, mycity: Mycity) -> None:
    os.mkfifo(folder / "a.txt")
    assert mycity("audit", folder).code == 3
    writer = threading.Thread(target=(folder / "a.txt").write_text, args=(TEXT,))
    writer.start()
    assert mycity("audit", "a.txt").out == f"a.txt{LINE}"
    writer.join()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_without_permission(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").touch(mode=0)
    assert mycity("audit", "a.txt").err == "error: a.txt: cannot be read: Permission denied\n"


def test_a_link_that_leads_nowhere_and_one_in_a_circle(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").symlink_to("nothing")
    (folder / "b.txt").symlink_to("b.txt")
    assert mycity("audit", "a.txt").err == "error: a.txt: cannot be read: No such file or directory\n"
    assert mycity("audit", "b.txt").err == "error: b.txt: cannot be read: Too many levels of symbolic links\n"
    assert mycity("audit", folder).code == 3


def test_standard_input_that_is_closed() -> None:
    command = f"{MYCITY[0]} -m mycity_cli audit - <&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "error: standard input: is closed\n")


def test_a_reader_that_has_seen_enough(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.txt").write_text(TEXT)
    command = f"{MYCITY[0]} -m mycity_cli audit . -f jsonl | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, '{"file": "', "")


@pytest.mark.parametrize(
    "text",
    [
        "\r\nA\rB\n\r\n" + TEXT + "\r",
        "\u202e\u2066" + TEXT + "\u2069",
        "\x1b[31m\x1b]0;title\x07" + TEXT,
        "\u200b".join(TEXT),
        "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 30 \u0645\u0634\u0631\u0648\u0639. " + TEXT,
        "[bold]" + TEXT + "[/bold][/]",
        TEXT + "\u2028" + "\U0010ffff" + "\ue000",
    ],
)
@pytest.mark.parametrize("format", ["table", "tsv", "csv", "json", "jsonl", "markdown"])
def test_nothing_in_a_text_acts_on_the_terminal(folder: Path, mycity: Mycity, text: str, format: str) -> None:
    (folder / "a.txt").write_text(text, newline="")
    result = mycity("audit", "a.txt", "--format", format, "--color", "never", columns=80)
    assert result.code == 0
    lines = (result.out + result.err).replace("\n", "")
    assert (lines.replace("\t", "") if format == "tsv" else lines).isprintable()


def test_a_long_line_takes_seconds_not_minutes(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text("a word and another " * 50_000)
    found = json.loads(mycity("audit", "a.txt", "-f", "json").out)
    assert (found["figures"], found["unread"]) == ([], [])


# --- releases that take too long -----------------------------------------------------------------------------------


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the audit of a text with `endless` in it go on for ever, whatever is raised in it."""

    def audit(text: str, *arguments: Any, **named: Any) -> Audit:
        while "endless" in text:
            with suppress(Exception):
                time.sleep(0.01)
        return audit_of(text, *arguments, **named)

    monkeypatch.setattr(releases, "audit", audit)


@pytest.mark.usefixtures("endless")
@pytest.mark.parametrize("format", ["tsv", "json", "sarif"])
def test_a_release_that_takes_too_long_costs_one_file(folder: Path, mycity: Mycity, format: str) -> None:
    for name, text in (("a", TEXT), ("b", "endless"), ("c", TEXT)):
        (folder / f"{name}.txt").write_text(text)
    result = mycity("audit", ".", "--timeout", "1", "--format", format)
    assert result.code == 3
    assert format == "sarif" or ("a.txt" in result.out and "c.txt" in result.out)
    assert result.err.startswith(
        "error: b.txt: not audited: too long\nhelp: it took more than 1 second; --timeout gives it more\n"
    )
    assert format != "sarif" or "b.txt: not audited: too long" in result.out


@pytest.mark.usefixtures("endless")
def test_a_library_that_takes_the_end_for_an_error_is_told_again(
    folder: Path, mycity: Mycity, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(content: bytes, *, name: str) -> Document:
        try:
            time.sleep(60)
        except BaseException:  # noqa: BLE001  # as libraries do
            return read_document(content, name=name)
        raise AssertionError

    monkeypatch.setattr(releases, "read_document", read)
    (folder / "a.txt").write_text("endless")
    result = mycity("audit", "a.txt", "--timeout", "1")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("error: a.txt: not audited: too long\n")


def test_nothing_of_the_limit_is_left_behind(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(TEXT)
    before = signal.getsignal(signal.SIGALRM)
    for seconds in ("0", "1", "86400"):
        assert mycity("audit", "a.txt", "--timeout", seconds).code == 0
        assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
        assert signal.getsignal(signal.SIGALRM) is before


@pytest.mark.parametrize(
    ("seconds", "told"),
    [("-1", "-1 is less than 0"), ("86401", "86401 is more than 86400"), ("1.5", "'1.5' is no whole number")],
)
def test_a_limit_is_some_whole_seconds(folder: Path, mycity: Mycity, seconds: str, told: str) -> None:
    (folder / "a.txt").write_text(TEXT)
    result = mycity("audit", "a.txt", "--timeout", seconds)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: --timeout: {told}\n")


def test_a_folder_is_audited_in_a_thread_without_a_limit(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(TEXT)
    found: list[Result] = []
    thread = threading.Thread(target=lambda: found.append(mycity("audit", "a.txt")))
    thread.start()
    thread.join()
    assert [each.code for each in found] == [0]


def test_waiting_for_what_is_typed_is_no_work(folder: Path) -> None:
    command = [*MYCITY, "audit", "-", "--timeout", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        time.sleep(2)
        out, _ = running.communicate(TEXT.encode(), timeout=30)
    assert (running.returncode, out.decode()) == (0, f"-{LINE}")
