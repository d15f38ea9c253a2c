"""From figures to signings: what was signed, what is stated twice, and where it was held."""

from __future__ import annotations

from mycity_cli.release.findings import FoundSigning, Mention, Release
from mycity_cli.release.signings.drafts import Drafting
from mycity_cli.release.signings.merge import merged
from mycity_cli.release.signings.reading import Reading
from mycity_cli.release.signings.setting import Settings


def find_signings(release: Release, mentions: tuple[Mention, ...]) -> tuple[FoundSigning, ...]:
    """Return the signings that a release reports, in the order of the text, each once.

    What was only planned, offered or built is none, nor is what a single company signed.
    """
    reading = Reading(release, mentions)
    drafts = merged(reading, Drafting(reading).run())
    if not drafts:
        return ()
    settings = Settings(reading)
    return tuple(
        FoundSigning(
            promoter=promoter,
            host=settings.host(draft),
            date=settings.date(draft),
            projects=draft.projects,
            amount=draft.amount,
            part=draft.part,
            mentions=tuple(draft.mentions),
            former=draft.former,
        )
        for draft, promoter in zip(drafts, settings.promoters(drafts), strict=True)
    )
