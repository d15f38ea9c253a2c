"""`mycity help`: the commands and topics, the help of a command, or a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.described import OPTIONS, command_at, is_group, summaries, table_options
from mycity_cli.cli.help_text import heading, pair_lines, show_help, term_and_help, wrapped
from mycity_cli.cli.language import language
from mycity_cli.cli.options import complete
from mycity_cli.cli.pager import print_paged
from mycity_cli.cli.terminal import columns
from mycity_cli.cli.topic_shown import topic_lines
from mycity_cli.errors import UnknownNameError, UsageError
from mycity_cli.manual import TOPICS, topic
from mycity_cli.messages import say, say_as

EPILOG = """Examples:

mycity help

mycity help formats

mycity help deals

mycity help data convert
"""

_Topic = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TOPIC", show_default=False, autocompletion=complete("topic"), help="A topic, or a command."
    ),
]
_NoPager = Annotated[bool, typer.Option("--no-pager", help="Do not show a long text by a pager.")]


def help(ctx: typer.Context, names: _Topic = None, no_pager: _NoPager = False) -> None:  # noqa: FBT002  # a flag
    """List the commands and the topics, or tell about one of them."""
    root = ctx.find_root().command
    if not names:
        lines = _overview(root)
    elif len(names) == 1 and names[0].lower() in TOPICS:
        lines = _topic(root, names[0].lower())
    else:
        show_help(_found(root, names), paged=not no_pager)
        return
    print_paged((f"{line}\n" for line in lines), paged=not no_pager)


def _found(root: Any, names: Sequence[str]) -> Any:
    """Return the context of a command. Raises UsageError where neither a command nor a topic has such a name."""
    if names[0].lower() in TOPICS and command_at(root, names[:1]) is None:
        wrong = say(
            "'{word}' is too much: '{topic}' is a topic, and takes no further word", word=names[1], topic=names[0]
        )
        is_known = names[1].lower() in TOPICS or command_at(root, names[1:]) is not None
        help = say("did you mean mycity help {topic}?", topic=" ".join(names[1:])) if is_known else ""
        raise UsageError(wrong, where="TOPIC", help=help)
    for count in range(1, len(names) + 1):
        if command_at(root, names[:count]) is None:
            command = (command_at(root, names[: count - 1]) or (root,))[0]
            known = [*(command.summaries if is_group(command) else ()), *(TOPICS if count == 1 else ())]
            group = " ".join(names[: count - 1])
            what = say("command of '{group}'", group=group) if group else say("topic or command")
            raise _unknown(what, names[count - 1], known)
    found = command_at(root, names)
    assert found is not None  # noqa: S101  # all of its names were looked up
    return found[1]


def _unknown(what: str, name: str, known: Sequence[str]) -> UnknownNameError:
    """Return the error for a name that there is no help for: what begins so is nearer than what is about as long."""
    error = UnknownNameError(what, name, known, where="TOPIC", most=len(known))
    beginning = [each for each in known if each.startswith(name.lower())]
    if beginning:
        error.help = say("did you mean {name}?", name=beginning[0])
    return error


def _topic(root: Any, name: str) -> Iterator[str]:
    color = streams.colored()
    yield from topic_lines(topic(name, language()), columns(), color=color)
    if name == "tables":
        options = table_options(root)
        yield from ("", heading(OPTIONS, color=color))
        yield from pair_lines([term_and_help(each) for each in options], columns(), color=color)


def _overview(root: Any) -> Iterator[str]:
    color, width = streams.colored(), columns()
    commands = [(f"`{name}`", summary) for name, summary in summaries(root)]
    topics = [(f"`{name}`", topic(name, language()).summary) for name in TOPICS]
    for title, pairs in ((say_as("help", "Commands"), commands), (say_as("help", "Topics"), topics)):
        yield from (heading(title, color=color), *pair_lines(pairs, width, color=color), "")
    yield from wrapped(0, say("'mycity help NAME' tells more about a command or a topic."), width, color=color)
