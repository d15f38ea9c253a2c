"""Auditing a release: its text, the figures in it, the signings they belong to, and what it says about them."""
