"""What the parts of a proof are called."""

from __future__ import annotations

from mycity_cli.messages import say_as

SIDE = say_as("column", "Side")
VALUE = say_as("column", "Value")
POSSIBLE = say_as("column", "Possible")
TERM = say_as("column", "Term")
RECORD = say_as("column", "Record")
STATED = say_as("column", "Stated")
SOURCE = say_as("column", "Source")
SOURCES = say_as("column", "Sources")
