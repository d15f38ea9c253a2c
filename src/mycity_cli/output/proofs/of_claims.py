"""The proofs of claims: those of their statements, with what was claimed and who claims it."""

from __future__ import annotations

from functools import partial

from mycity_cli.claims import CheckedClaim
from mycity_cli.figure import Scale
from mycity_cli.output.listing import Card, Kind, field
from mycity_cli.output.naming import cited_text
from mycity_cli.output.proof import SINCE, proof
from mycity_cli.output.proofs.parts import Proof, ProofParts, parts_of
from mycity_cli.query.titles import TITLES


def claim_proof(checked: CheckedClaim, *, ids: bool = False) -> Proof:
    """Return one claim with the proof of its verdict, for people; `ids` as for `proof_of`."""
    terms = () if checked.verdict is None else checked.verdict.terms
    return Proof(partial(_parts, checked), partial(_proof_card, checked, ids=ids), terms, checked.claim.sources)


def _parts(checked: CheckedClaim, scale: Scale | None) -> ProofParts:
    claim, verdict = checked.claim, checked.verdict
    by = ((TITLES["claimed_by"], cited_text(cited)) for cited in claim.sources)
    said: list[tuple[str, str]] = [(TITLES["claim"], claim.id), *by]
    if verdict is None:
        return ProofParts(claim.text, checked.outcome.value, checked.reason, said, (), (), ())
    return parts_of(verdict, scale, [(TITLES["statement"], verdict.statement), *said])._replace(title=claim.text)


def _proof_card(checked: CheckedClaim, scale: Scale | None, *, ids: bool) -> Card:
    claim = checked.claim
    cited = [field("sources", cited_text(cited), title=TITLES["claimed_by"]) for cited in claim.sources]
    said = [field("claim", claim.text), *cited]
    if checked.verdict is None:
        return Card(
            [
                field("verdict", checked.outcome.value, Kind.VERDICT),
                *said,
                field("reason", checked.reason, title=SINCE),
            ]
        )
    return proof(checked.verdict, scale, more=said, ids=ids)
