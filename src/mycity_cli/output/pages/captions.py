"""What pictures and pages say of what they show: what was asked for, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath

from mycity_cli.messages import Advised, Language, Message, Said, clauses, say, say_as, told
from mycity_cli.output.bars import Caption
from mycity_cli.output.naming import level_word
from mycity_cli.provenance import Provenance
from mycity_cli.query import Measure
from mycity_cli.query.conditions import Condition

_MEASURES: Mapping[Measure, Message] = {
    Measure.AMOUNT: say_as("measured", "Amount signed"),
    Measure.PROJECTS: say_as("measured", "Projects signed"),
    Measure.SIGNINGS: say_as("measured", "Signings"),
    Measure.AVERAGE: say_as("measured", "Average amount"),
    Measure.MEDIAN: say_as("measured", "Median amount"),
    Measure.MAX: say_as("measured", "Largest amount"),
}
_OPTIONS: Mapping[str, Message] = {
    "city": say_as("option", "city"),
    "promoter": say_as("option", "promoter"),
    "partner": say_as("option", "partner"),
    "province": say_as("option", "province"),
    "kind": say_as("option", "kind"),
    "conference": say_as("option", "conference"),
    "source": say_as("option", "source"),
    "year": say_as("option", "year"),
    "since": say_as("option", "since"),
    "until": say_as("option", "until"),
    "min_amount": say_as("option", "at least"),
    "max_amount": say_as("option", "at most"),
    "currency": say_as("option", "currency"),
    "where": say_as("option", "where"),
    "words": say_as("option", "only"),
}
"""What is selected by each option."""
_CONDITIONS: Mapping[str, Callable[[str, str], Message]] = {
    "=": lambda column, value: say("{column} is {value}", column=column, value=value),
    "!=": lambda column, value: say("{column} is not {value}", column=column, value=value),
    "<": lambda column, value: say("{column} below {value}", column=column, value=value),
    "<=": lambda column, value: say("{column} at most {value}", column=column, value=value),
    ">": lambda column, value: say("{column} above {value}", column=column, value=value),
    ">=": lambda column, value: say("{column} at least {value}", column=column, value=value),
    "~": lambda column, value: say("{column} contains {value}", column=column, value=value),
}
"""Conditions by their signs."""
_SENTENCES = ("words", "where")
"""What is selected by no name of its own."""


def measure_word(measure: Measure) -> Message:
    """Return what a measure is called: `Amount signed`."""
    return _MEASURES[measure]


def chart_title(measure: Measure, by: str) -> Message:
    """Return the title of a chart of groups."""
    return say("{measure} by {group}", measure=measure_word(measure), group=level_word(by))


def caption_of(
    measure: Measure,
    by: str,
    selected: Sequence[tuple[str, str]],
    notes: Sequence[str],
    provenance: Provenance,
    language: Language = Language.ENGLISH,
) -> Caption:
    """Return the caption of a chart of groups in a language.

    Whoever looks at a picture gives no option: the notes stand there without advice.
    """
    lead = clauses([named(provenance), *_selection(selected)])
    made = clauses(say("{name}: {value}", name=name, value=value) for name, value in _origin(provenance))
    bare = [note.bare if isinstance(note, Advised) else note for note in notes]
    return Caption(
        told(chart_title(measure, by), language),
        told(lead, language),
        [told(note, language) for note in bare],
        told(made, language),
    )


def _selection(selected: Sequence[tuple[str, str]]) -> Iterator[Message]:
    """Yield in words what was selected: `year: 2022`, `only CNY`, `where id is not 12`."""
    for option, value in selected:
        name, said = _chosen(option, value)
        if option in _SENTENCES:
            yield say_as("selected", "{name} {value}", name=name, value=said)
        else:
            yield say("{name}: {value}", name=name, value=said)


def chosen_in_words(selected: Sequence[tuple[str, str]], language: Language) -> list[tuple[str, str]]:
    """Return what was selected in the words of a language: the name of each option, and what was asked for."""
    chosen = (_chosen(option, value) for option, value in selected)
    return [(told(name, language), told(value, language)) for name, value in chosen]


def _chosen(option: str, value: str) -> tuple[str, str]:
    return _OPTIONS.get(option, option), _condition(value) if option == "where" else value


def _condition(text: str) -> Said:
    condition = Condition.parse(text)
    return _CONDITIONS[condition.comparing](condition.column, condition.value)


def named(provenance: Provenance) -> str:
    """Return what data is called: its title, or else the name of its file."""
    return provenance.title or PurePath(provenance.origin.name).name


def origin(provenance: Provenance, language: Language) -> list[tuple[str, str]]:
    """Return what a result rests on, each by its name in a language: the tool, the data, its hash and its date."""
    return [(told(name, language), value) for name, value in _origin(provenance)]


def _origin(provenance: Provenance) -> Iterator[tuple[str, str]]:
    data = provenance.origin
    yield say_as("page", "Tool"), f"mycity {provenance.version}"
    yield say_as("page", "Dataset"), data.name
    if data.table is not None:
        yield say_as("page", "Table"), data.table
    if provenance.date is not None:
        yield say_as("page", "Data as of"), str(provenance.date)
    hashed = say("SHA-256 of the data")
    for each in data.files:
        name = hashed if len(data.files) == 1 else say("{hash} ({name})", hash=hashed, name=each.name)
        yield name, each.sha256
