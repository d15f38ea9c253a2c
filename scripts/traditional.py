"""Write the traditional characters and their simplified twins that the reader of figures knows, from OpenCC's data."""

from __future__ import annotations

from pathlib import Path

import opencc

OUTPUT = Path(__file__).parents[1] / "src/mycity_cli/figure/words/traditional.txt"

# Where two of them differ the first is followed; the others add what only Taiwan or Hong Kong writes.
CONVERSIONS = ("t2s", "tw2s", "hk2s")

# Compatibility ideographs are left out: they are other code points of the same characters, which NFC replaces.
HAN = [chr(point) for block in (range(0x3400, 0x4DC0), range(0x4E00, 0xA000)) for point in block]

# GB 2312 has 吒 (哪吒), 乾 (乾县) and 著 (著名), which stay, but these too, which are hardly ever meant in modern text.
OLD = frozenset("後於徵夥摺麽菸麴")


def main() -> None:
    """Write the file again."""
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(written(), encoding="utf-8")


def written() -> str:
    """Return the text of the file: a header, the traditional characters, and below each its simplified twin."""
    twins = pairs()
    header = f"# Written by scripts/traditional.py from OpenCC {opencc.__version__}: change that."
    return "\n".join((header, "".join(twins), "".join(twins.values()), ""))


def pairs() -> dict[str, str]:
    """Return each traditional character with its simplified twin, in the order of their code points."""
    found: dict[str, str] = {}
    for name in CONVERSIONS:
        convert = opencc.OpenCC(name).convert
        for character in HAN:
            twin = convert(character)
            if twin != character:
                found.setdefault(character, twin)
    # What is some other character's twin is simplified itself (苧 of 薴), and translating twice would go on to a third.
    twins = set(found.values())
    left = (each for each in sorted(found) if not (kept(each) or each in twins))
    return {character: found[character] for character in left if ord(found[character]) <= 0xFFFF}


def kept(character: str) -> bool:
    """Tell whether a simplified text may well hold the character: GB 2312 has it, and not for old texts alone."""
    return character not in OLD and _in_gb2312(character)


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


if __name__ == "__main__":
    main()
