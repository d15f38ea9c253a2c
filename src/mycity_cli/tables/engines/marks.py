"""What the engine writes into a cell that it could not read: no text of a table holds such characters by chance."""

from mycity_cli.messages import say

NO_JSON = "\ue000json"

WITH_POINT = "\ue000point"
"""A number of JSON with a point or an exponent: quickly read, it is a binary floating-point number."""

MESSAGES = {NO_JSON: (say("is no valid JSON"), say("write one object in braces on each line"))}
"""What is said of each in an error, and what to do."""
