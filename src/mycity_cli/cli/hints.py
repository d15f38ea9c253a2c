"""What helps where a command line goes wrong in a way that many do: asked only once something is wrong."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mycity_cli.cli.app import COMMANDS, root_command
from mycity_cli.errors import MycityError, StatementError, UnknownNameError, did_you_mean, offers_one
from mycity_cli.messages import say, sentences
from mycity_cli.query.names import fold

if TYPE_CHECKING:
    from mycity_cli.model import Dataset, Fact
    from mycity_cli.query.data import Deal, Event

_DATA = "MYCITY_DATA"


def for_no_command(arguments: Sequence[str]) -> str:
    """Return the help for a word that is no command: the command that finds it, where the data knows it; else ""."""
    word = arguments[0]
    try:
        command = _command_for(word, _asked_data())
    except (MycityError, OSError):
        return ""
    return did_you_mean(_line(command, *arguments)) if command else ""


def _command_for(word: str, dataset: Dataset | None) -> str:
    """Return the command that finds a word: without a dataset to look it up in, the one that lists signings."""
    if dataset is None:
        return "deals"
    from mycity_cli.query.called import period_in

    key = fold(word)
    names = {fold(name) for place in dataset.places for name in place.all_names}
    if key in names or key in {fold(each.kind) for each in dataset.signings} or period_in(word) is not None:
        return "deals"
    if key in {fold(each.kind) for each in dataset.conferences}:
        return "conferences"
    if len([id for id in dataset.by_id if fold(id).startswith(key)]) == 1:
        return "show"
    from mycity_cli.query.texts import TextFinder

    finder = TextFinder(dataset, word)
    records: dict[str, Sequence[Deal | Event | Fact]] = {
        "deals": dataset.signings,
        "conferences": dataset.conferences,
        "facts": dataset.facts,
    }
    return next((command for command, each in records.items() if any(map(finder.finds, each))), "")


def _asked_data() -> Dataset | None:
    """Return the dataset that a command would ask; None for a table, which is not read for a hint."""
    from mycity_cli.cli.configured import configured
    from mycity_cli.dataset import load
    from mycity_cli.tables.location import is_table

    found = configured("data")
    data = None if found is None else found.value
    return None if data is not None and (data == "-" or is_table(data)) else load(data)


def for_option_before_command(arguments: Sequence[str], option: str) -> str:
    """Return the help for an option that stands before its command, with both in order; "" for any other option."""
    asked = [each for each in arguments if each in COMMANDS][:1]
    command = next((each for each in asked or COMMANDS if option in _options_of(each)), None)
    if command is None:
        return ""
    rest = list(arguments)
    if asked:
        rest.remove(command)
    return say("options stand behind their command: {command}", command=_line(command, *rest))


def _options_of(command: str) -> list[str]:
    parameters = root_command().get_command(None, command).loaded().params
    return [name for each in parameters for name in (*each.opts, *each.secondary_opts)]


def _line(command: str, *arguments: str) -> str:
    """Return a command line as one types it: letters of every language need no quotes."""
    quoted = (each if re.fullmatch(r"[\w@%+=:,./-]+", each) else shlex.quote(each) for each in arguments)
    return " ".join(["mycity", command, *quoted])


def for_redirection(text: str, file: str, *, whole: bool) -> str:
    """Return the help for a statement of which the shell took a part for a file; `whole` says that all of it is known.

    The file may be one that somebody wanted, so that it is left alone.
    """
    return say(
        "the shell took '> {file}' for a file, empty now; quote the whole statement: mycity check '{statement}'",
        file=file,
        statement=f"{text} > {file}" if whole else "Suzhou > Xiamen + Dongguan",
    )


def with_other_data(error: UnknownNameError | StatementError, data: str | None) -> None:
    """Add to the help for an unknown name that other data knows it: the bundled dataset, or what MYCITY_DATA names."""
    hint = _in_other_data(error.name, data) if error.name else ""
    if hint:
        error.help = sentences([error.help, hint]) if offers_one(error.help) else hint


def _in_other_data(name: str, data: str | None) -> str:
    from mycity_cli.dataset import load
    from mycity_cli.tables.location import is_table

    usual = os.environ.get(_DATA)
    try:
        is_other = data is not None and usual is not None and data != usual and not is_table(usual)
        if is_other and (what := _named(load(usual), name)):
            return _known_elsewhere(name, what, say("{variable}, {file}", variable=_DATA, file=str(usual)))
        if data is not None and (what := _named(load(None), name)):
            bundled = say("the bundled dataset")
            if data != usual:
                return _known_elsewhere(name, what, bundled)
            return say(
                "'{name}' is {what} of {data}: unset {variable} to ask that",
                name=name, what=what, data=bundled, variable=_DATA,
            )  # fmt: skip
    except (MycityError, OSError):
        pass  # a hint is worth no second error
    return ""


def _known_elsewhere(name: str, what: str, data: str) -> str:
    return say("'{name}' is {what} of {data}: leave out --data to ask that", name=name, what=what, data=data)


def _named(dataset: Dataset, name: str) -> str:
    """Return what of a dataset has a name: `a city`; "" for nothing."""
    key = fold(name)
    for what, names in (
        (say("a city"), [each for place in dataset.places for each in place.all_names]),
        (say("a conference"), [each for found in dataset.conferences for each in (found.id, found.name)]),
        (say("a source"), [each for found in dataset.sources for each in (found.id, found.title)]),
        (say("a kind"), [each.kind for each in dataset.signings] + [each.kind for each in dataset.conferences]),
        (say("a record"), list(dataset.by_id)),
    ):
        if key in map(fold, names):
            return what
    return ""
