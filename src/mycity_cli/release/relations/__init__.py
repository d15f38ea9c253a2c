"""What a release says about its own figures: found, and recomputed."""

from mycity_cli.release.relations.find import find_relations
from mycity_cli.release.relations.recompute import recompute

__all__ = ["find_relations", "recompute"]
