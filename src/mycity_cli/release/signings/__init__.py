"""Which projects a release says were signed, for how much, by whom, where and when."""

from mycity_cli.release.signings.find import find_signings

__all__ = ["find_signings"]
