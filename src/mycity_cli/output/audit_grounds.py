"""What audits rest on: the texts that were read, and the records of the dataset that they were compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mycity_cli.model import Cited
from mycity_cli.output.grounds import Grounds
from mycity_cli.provenance import HashedFile, Provenance
from mycity_cli.query.data import KnownSource, Records
from mycity_cli.release.findings import Audit, Compared


class AuditGrounds:
    """What audits rest on. `hash_of` gives the SHA-256 hash of a release by its name, None where it was not taken."""

    def __init__(
        self,
        records: Records,
        provenance: Provenance | None = None,
        hash_of: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self.records = records
        self.provenance = provenance
        self.hash_of = hash_of
        self.known = Grounds(lambda: records, provenance)
        self._cited: dict[Cited, None] = {}
        self._releases: dict[str, HashedFile] = {}

    def met(self, audits: Iterable[Audit]) -> Iterator[Audit]:
        """Yield audits, and take note of the texts, and of the sources of the records that they were compared with."""
        for audit in audits:
            self._cited |= {each: None for compared in audit.compared for each in cited_by(compared, self.records)}
            name = audit.release.name
            sha256 = self.hash_of(name)
            self._releases |= {} if sha256 is None else {name: HashedFile(name, sha256)}
            yield audit

    def sources(self) -> list[KnownSource | str]:
        """Return the sources of all records so far, each once."""
        return self.known.sources((), self._cited)

    def releases(self) -> list[HashedFile]:
        """Return the texts so far with their hashes, where those were taken."""
        return list(self._releases.values())


def cited_by(compared: Compared, records: Records) -> list[Cited]:
    """Return where the records that a signing was compared with are stated; none for one that is new."""
    ids = [] if compared.record is None else compared.record.split(" + ")
    found = (records.signing(id) for id in ids)
    return list(dict.fromkeys(each for signing in found if signing is not None for each in signing.sources))
