"""Proofs as documents that last: with their sources in full, and with the data that they are made from.

`parts` says what a proof says in words; `text`, `markdown` and `page` write it.
"""
