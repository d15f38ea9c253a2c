"""The audit of a release, from its text to what it says of its own figures."""

from __future__ import annotations

from mycity_cli.model import Dataset
from mycity_cli.release.figures import find_figures
from mycity_cli.release.findings import Audit
from mycity_cli.release.relations import find_relations, recompute
from mycity_cli.release.signings import find_signings
from mycity_cli.release.text import read_release


def audit(text: str, dataset: Dataset | None = None, *, name: str = "") -> Audit:
    """Return what a release says about its own figures, recomputed, and how its signings compare with a dataset.

    Without a dataset nothing is compared. `name` is what places in the text are told with, the name of the file.
    """
    release = read_release(text, name=name)
    mentions, unread = find_figures(release)
    signings = find_signings(release, mentions)
    relations = recompute(find_relations(release, mentions), mentions)
    if dataset is None:
        return Audit(release, mentions, signings, relations, unread=unread)
    from mycity_cli.release.compare import compare

    compared = compare(release, mentions, signings, dataset)
    return Audit(release, mentions, signings, relations, compared, unread)
