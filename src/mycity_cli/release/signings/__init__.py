"""The signings that a release reports: how many projects, what they are worth, whose, where and when."""

from mycity_cli.release.signings.find import find_signings

__all__ = ["find_signings"]
