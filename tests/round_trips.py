"""Datasets that try what a format can hold, and what is the same about them after a round trip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from examples import claim, dataset, fact, signing
from mycity_cli.exchange.as_json import plain_record
from strategies import datasets

if TYPE_CHECKING:
    from mycity_cli.model import Dataset

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "'=1",
    "'",
    '"quoted", with comma',
    "a\r\nb\rc\nd",
    "\t\r\n",
    "-5",
    " lead and trail ",
    "苏州；；",
    ";\\;",
    "\x1b[31m" + "so much else that it is still a text " * 6,
    "\u2028\u0085\ufeff",
    "'; DROP TABLE signings; --",
    "NULL",
)
"""Texts that a careless format would obey, break on or lose."""

hostile = dataset(
    *(
        signing(f"s{number}", note=text, fields=[text, "plain", text], sources=[{"id": "paper", "at": text}])
        for number, text in enumerate(HOSTILE)
    ),
    signing("friends", amount="none"),
    signing("figures", amount="9,999,999,999,999,999,999.01 yuan", projects="about  1,500\tprojects"),
    facts=[fact("f", text=HOSTILE[0]), fact("share", figure="-22.40%"), fact("large", figure="1" + "0" * 40)],
    claims=[claim("c", text=HOSTILE[4], statement="1 = 1"), claim("d", reason=HOSTILE[12])],
    title=HOSTILE[0],
    licenses=[{"name": "=1", "path": "x"}, {"name": "b", "title": "t"}],
    **{"$schema": "schema.json"},
)

# A file of text with many control characters is taken for none.
any_note = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1) | st.sampled_from(HOSTILE)


@st.composite
def noted_datasets(draw: st.DrawFn) -> Dataset:
    """Build a dataset with notes, places in sources and fields of every kind of text."""
    data = draw(datasets())
    signings = []
    for each in data.signings:
        sources = tuple(cited.model_copy(update={"at": draw(st.none() | any_note)}) for cited in each.sources)
        fields = tuple(draw(st.lists(any_note, max_size=2)))
        note = draw(st.none() | any_note)
        signings.append(each.model_copy(update={"sources": sources, "fields": fields, "note": note}))
    return data.model_copy(update={"signings": tuple(signings)})


def meaning(data: Dataset) -> list[dict[str, Any]]:
    """Return the signings as JSON has them, each with its promoter written out."""
    return [plain_record(each) | {"promoter": data.promoter_of(each)} for each in data.signings]
