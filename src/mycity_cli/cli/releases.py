"""The releases that a command is given: files, folders, standard input, each read and audited after the other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mycity_cli.cli import streams
from mycity_cli.cli.deadline import TooLong, limited
from mycity_cli.errors import DataError, MycityError
from mycity_cli.exit_codes import ExitCode, worst
from mycity_cli.files import UNFINISHED, read_bounded, read_file, system_words
from mycity_cli.formats import DOCUMENTS, ending_of
from mycity_cli.messages import say
from mycity_cli.model import Dataset
from mycity_cli.output.audit_tally import Tally
from mycity_cli.output.notes import counted, named
from mycity_cli.passwords import hidden_in
from mycity_cli.release.answer import exit_code
from mycity_cli.release.audit import audit
from mycity_cli.release.documents import MOST_BYTES, read_document
from mycity_cli.release.findings import Audit
from mycity_cli.release.rules import ignoring

_STDIN = "-"


class Run:
    """Audits releases one after the other, and tells what is wrong with a file before it goes on to the next."""

    def __init__(
        self,
        dataset: Dataset,
        *,
        strict: bool,
        ignored: frozenset[str] = frozenset(),
        seconds: int = 0,
        hashing: bool = False,
    ) -> None:
        self.tally = Tally()
        self.notes: list[str] = []
        self._dataset = dataset
        self._strict = strict
        self._ignored = ignored
        self._seconds = seconds
        self._hashing = hashing
        self.hashes: dict[str, str] = {}
        """The SHA-256 hashes of the releases by name, where they are to be told."""
        self._is_told = self._is_ignored_told = False
        self.failures: list[str] = []
        """What cannot be read, and why."""
        self._codes: set[ExitCode] = set()

    @property
    def exit_code(self) -> ExitCode:
        """The worst exit code so far."""
        return worst(self._codes)

    @property
    def summary(self) -> str:
        """What was found in all releases so far, in one line."""
        return f"{counted(self.tally.audits, 'release')}: {self.tally}"

    def told(self) -> list[str]:
        """Return all notes, with the summary as the last: now that every release has been audited."""
        if not self._is_told:
            self._is_told = True
            self.sum_up()
            self.note_ignored()
        return self.notes

    def sum_up(self) -> None:
        """Note what was found, where anything was audited."""
        if self.tally.audits:
            self.notes.append(self.summary)

    def note_ignored(self) -> None:
        """Note how many relations were ignored, where rules are switched off."""
        if self._ignored and self.tally.audits and not self._is_ignored_told:
            self._is_ignored_told = True
            counts = self.tally.ignored
            by_rule = ", ".join(f"{number} {rule}" for rule, number in sorted(counts.items()))
            self.notes.append(f"{counted(counts.total(), 'relation')} ignored{f': {by_rule}' if by_rule else ''}")

    def audits(self, given: Iterable[str]) -> Iterator[Audit]:
        """Yield the audit of each release: of `-`, of a file, and of every document in a folder.

        What is wrong with one is told, and costs no other.
        """
        for name in given:
            for found in self._files(name):
                shown = "standard input" if found == _STDIN else found
                try:
                    result = self._audited(found, shown)
                except DataError as error:
                    self._tell(error)
                    continue
                except Exception as error:  # noqa: BLE001  # whatever it is that nobody foresaw
                    from mycity_cli.cli.unforeseen import unforeseen

                    self._tell(unforeseen(error, (), where=shown))
                    continue
                self.tally.add(result)
                self._codes.add(exit_code(result, strict=self._strict))
                yield result

    def _audited(self, name: str, shown: str) -> Audit:
        """Return the audit of a release. Raises DataError where it cannot be read, or takes too long."""
        # To wait for what somebody types, or for a disk, is no work.
        content = _content(name, shown)
        if self._hashing:
            from mycity_cli.provenance import hash_of

            self.hashes[name] = hash_of(content)
        try:
            with limited(self._seconds):
                document = read_document(content, name=shown)
                found = audit(document.text, self._dataset, name=name, extracted=document.extracted)
                return ignoring(found, self._ignored)
        except TooLong:
            help = f"it took more than {counted(self._seconds, 'second')}; --timeout gives it more"
            raise DataError("not audited: too long", where=shown, help=help) from None

    def _files(self, name: str) -> list[str]:
        if name == _STDIN or not is_folder(Path(name)):
            return [name]
        found, others = self._in_folder(name)
        if others:
            self.notes.append(f"{name}: {counted(len(others), 'file')} left out, no releases by name: {named(others)}")
        if not found:
            known = ", ".join(DOCUMENTS)
            self._tell(DataError("holds no document", where=name, help=f"documents end in {known}"))
        return found

    def _in_folder(self, folder: str) -> tuple[list[str], list[str]]:
        """Return the documents in a folder and in those within it, and the other files by their names, both sorted."""
        found, others = [], []
        for path, folders, files in os.walk(folder, onerror=self._tell_of):
            folders[:] = [each for each in folders if not each.startswith(".")]
            for file in files:
                whole = Path(path, file)
                if is_document(whole) and _may_be_file(whole):
                    found.append(str(whole))
                elif not file.startswith(UNFINISHED):
                    others.append(str(whole.relative_to(folder)))
        return sorted(found), sorted(others)

    def _tell_of(self, error: OSError) -> None:
        self._tell(DataError(say("cannot be read: {why}", why=system_words(error)), where=str(error.filename)))

    def _tell(self, error: MycityError) -> None:
        self._codes.add(streams.print_error(error))
        self.failures.append(f"{error.shown_place()}: {hidden_in(error.wrong)}")


def is_folder(path: Path) -> bool:
    """Return whether a path leads to a folder that can be seen."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _may_be_file(path: Path) -> bool:
    """Return whether a path leads to a file, or to what cannot be looked at, which is told where it is to be read."""
    try:
        return path.is_file()
    except OSError:
        return True


def is_document(path: Path) -> bool:
    """Return whether a file of a folder is a release by its name."""
    return ending_of(path.name).document is not None and not path.name.startswith(".")


def _content(name: str, shown: str) -> bytes:
    if name != _STDIN:
        return read_file(Path(name), MOST_BYTES)
    return read_bounded(streams.open_input(), MOST_BYTES, where=shown)
