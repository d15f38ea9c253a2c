"""Statements about the figures: their language, and the verdicts on them.

Import from the modules: a command that checks nothing should not pay for the parser.
"""
