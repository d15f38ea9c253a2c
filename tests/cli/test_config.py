"""The configuration: what says a setting where no option does, which of them goes first, and `mycity config`."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from mycity_cli.cli.configured import CHOICES
from mycity_cli.cli.toml_places import lines_of_keys
from mycity_cli.figure import Scale
from mycity_cli.formats import Format, Result
from running import Mycity
from running import Result as Ran

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that mycity works in; the configuration of its user is beside it."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return folder


@pytest.fixture
def own(here: Path) -> Path:
    """Return the file of the user's own configuration, which is not there yet."""
    (here.parent / "mycity").mkdir()
    return here.parent / "mycity" / "config.toml"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("MYCITY_DAAT", "did you mean MYCITY_DATA?"),
        ("MYCITY_AMOUNT_UNITS", "did you mean MYCITY_AMOUNT_UNIT?"),
        ("MYCITY_", "see 'mycity help environment'"),
        ("MYCITY_XYZZY_PLUGH", "see 'mycity help environment'"),
    ],
)
def test_a_variable_that_is_none_of_ours_is_noted(mycity: Mycity, here: Path, name: str, nearest: str) -> None:
    mycity.monkeypatch.setenv(name, "x")
    told = f"note: {name} is no variable of mycity and changes nothing: {nearest}\n"
    assert mycity("total") == Ran(0, "92913000000\n", told)
    mycity.monkeypatch.setenv("_MYCITY_COMPLETE", "bash")
    assert mycity("mycity de").err == ""


def said(mycity: Mycity, key: str) -> dict[str, Any]:
    """Return what `mycity config` says of a setting."""
    result = mycity("config", "--format", "json")
    assert result.code == 0, result.err
    found: dict[str, Any] = {each.pop("key"): each for each in json.loads(result.out)}[key]
    return found


def test_what_may_be_configured_is_what_the_options_take() -> None:
    assert set(CHOICES["format"]) == {each for each in Format if each.shows(Result.LISTING) and not each.form.is_bytes}
    assert set(CHOICES["unit"]) == {"auto", *Scale}


def test_without_a_configuration_everything_is_as_it_is(mycity: Mycity, own: Path) -> None:
    result = mycity("config", "--columns", "key,by")
    assert {line.split("\t")[1] for line in result.out.splitlines()} == {"default"}
    assert result.err == f"note: your own configuration would be in {own}\n"
    assert said(mycity, "data") == {"value": None, "by": "default", "place": None}


def test_an_option_goes_before_the_environment_the_project_and_the_user(mycity: Mycity, here: Path, own: Path) -> None:
    own.write_text('unit = "wan"\n')
    assert mycity("total").out == "9291300\n"
    assert said(mycity, "unit") == {"value": "wan", "by": "user", "place": f"{own}:1: unit"}
    (here / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.mycity]\nunit = "yi"\n')
    assert mycity("total").out == "929.13\n"
    assert said(mycity, "unit") == {"value": "yi", "by": "project", "place": "pyproject.toml:4: [tool.mycity]: unit"}
    mycity.monkeypatch.setenv("MYCITY_UNIT", "billion")
    assert mycity("total").out == "92.913\n"
    assert said(mycity, "unit") == {"value": "billion", "by": "environment", "place": "MYCITY_UNIT"}
    assert mycity("total", "--unit", "million").out == "92913\n"
    assert mycity("total", "--unit", "auto").out == "92913000000\n"


def test_a_configured_unit_is_told_where_no_heading_says_it(mycity: Mycity, own: Path) -> None:
    own.write_text('unit = "yi"\n')
    told = f"note: amounts are in yi, as {own}:1: unit says (--unit decides)\n"
    assert mycity("total").err == told
    assert mycity("deals", "--columns", "amount", "--limit", "1") == Ran(0, "135.5\n", told)
    assert mycity("check", "Suzhou > Xiamen").err == told
    assert mycity("cities").err == ""
    assert mycity("total", columns=80).err == ""
    assert mycity("total", "--unit", "billion").err == ""


def test_a_configured_format_is_that_of_standard_output(mycity: Mycity, here: Path, own: Path) -> None:
    own.write_text('format = "json"\n')
    assert mycity("cities", "--limit", "1", "--columns", "name").out == '[\n  {"name": "Mianyang"}\n]\n'
    assert mycity("cities", "--limit", "1", "--columns", "name", columns=80).out.startswith("[")
    assert mycity("cities", "--limit", "1", "--columns", "name", "-f", "tsv").out == "Mianyang\n"
    assert mycity("cities", "-o", "cities.csv").code == 0
    assert (here / "cities.csv").read_bytes()[3:].startswith(b"id,name,")
    assert mycity("total", "--by", "city", "--chart").out.startswith("Suzhou ")


def test_configured_data_is_seen_from_its_file(mycity: Mycity, here: Path, own: Path) -> None:
    own.write_text('data = "linz.json"\n')
    own.with_name("linz.json").write_text('{"places": [{"id": "linz", "name": "Linz"}]}')
    assert mycity("cities", "--columns", "name").out == "Linz\n"
    assert mycity("deals", "-o", own.with_name("linz.json"), "--force").code == 2
    mycity.monkeypatch.setenv("HOME", str(own.parent))
    own.write_text('data = "~/linz.json"\n')
    (here / "pyproject.toml").write_text('[tool.mycity]\nunit = "yi"\n')
    assert mycity("cities", "--columns", "name").out == "Linz\n"


def test_tables_are_read_as_the_user_says(mycity: Mycity, here: Path, own: Path) -> None:
    own.write_text('amount-unit = "million USD"\n[map]\ncity = "Wo"\n')
    (here / "a.csv").write_text("Wo,amount\nLinz,5\n")
    assert mycity("total", "--data", "a.csv") == Ran(
        0, "5000000\n", f"note: read as {own} says: amount-unit 'million USD', map city 'Wo'\n"
    )
    assert said(mycity, "map.city")["value"] == "Wo"
    assert said(mycity, "amount-unit") == {"value": "million USD", "by": "user", "place": f"{own}:1: amount-unit"}


def test_all_that_is_wrong_in_a_file_is_told_with_its_line(mycity: Mycity, own: Path) -> None:
    own.write_text('unit = "bilion"\ndat = "x"\npager = 3\n\n[map]\ncty = "Wo"\n')
    assert mycity("deals") == Ran(
        3,
        "",
        f"error: {own}:1: unit: 'bilion' is none of the values\nhelp: did you mean billion?\n"
        f'error: {own}:3: pager: is no command\nhelp: write pager = "less -S", or pager = "" for none\n'
        f"error: {own}:6: [map]: unknown column 'cty'\nhelp: did you mean city?\n"
        f"error: {own}:2: unknown key 'dat'\nhelp: did you mean data?\n",
    )
    assert mycity("config").code == 3
    own.write_text("unit = yi\n")
    assert mycity("deals").err.startswith(f"error: {own}:1:8: is no TOML: ")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"x = {'[' * 5000}", "is nested too deep"),
        (f"x = {'[' * 5000}{']' * 5000}", "is nested too deep"),
        (f"{'.'.join('a' * 5000)} = 1", "is nested too deep"),
        (f"x = {'1' * 5000}", "holds a number that is too long"),
    ],
)
@pytest.mark.parametrize("project", [False, True])
def test_a_file_that_cannot_be_read_whole_is_told(
    mycity: Mycity, here: Path, own: Path, *, content: str, message: str, project: bool
) -> None:
    path = here / "pyproject.toml" if project else own
    path.write_text(f"{content}\n# mycity\n")
    name = path.name if project else path
    assert mycity("total") == Ran(3, "", f"error: {name}: {message}\n")


@pytest.mark.parametrize("command", [["help", "formats"], ["deals", "--help"], ["completion", "bash"], ["--version"]])
def test_what_needs_no_data_is_told_whatever_the_configuration_holds(
    mycity: Mycity, own: Path, command: list[str]
) -> None:
    own.write_text("unit = yi\n")
    result = mycity(*command)
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("MYCITY_UNIT", "yii", "error: MYCITY_UNIT: 'yii' is none of the values\nhelp: did you mean yi?\n"),
        ("MYCITY_FORMAT", "xlsx", "error: MYCITY_FORMAT: 'xlsx' is none of the values\nhelp: "),
        ("MYCITY_COLOR", "x", "error: MYCITY_COLOR: 'x' is none of the values\nhelp: known: auto, always, never\n"),
    ],
)
def test_a_variable_that_cannot_be_used_is_an_error(
    mycity: Mycity, here: Path, variable: str, value: str, message: str
) -> None:
    mycity.monkeypatch.setenv(variable, value)
    result = mycity("deals")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(message)
    mycity.monkeypatch.setenv(variable, "")
    assert mycity("deals").code == 0


def test_a_file_of_the_configuration_can_be_named_or_left_out(mycity: Mycity, here: Path, own: Path) -> None:
    own.write_text('unit = "yi"\n')
    other = here / "other.toml"
    other.write_text('unit = "wan"\n')
    mycity.monkeypatch.setenv("MYCITY_CONFIG", str(other))
    assert mycity("total").out == "9291300\n"
    mycity.monkeypatch.setenv("MYCITY_CONFIG", "no.toml")
    assert mycity("total") == Ran(3, "", "error: no.toml: cannot be read: No such file or directory\n")
    os.mkfifo(here / "pipe")
    mycity.monkeypatch.setenv("MYCITY_CONFIG", "pipe")
    help = "help: MYCITY_CONFIG names a file of settings, or /dev/null\n"
    assert mycity("total") == Ran(3, "", f"error: pipe: is no file\n{help}")
    mycity.monkeypatch.setenv("MYCITY_CONFIG", "/dev/null")
    assert mycity("total").out == "92913000000\n"
    mycity.monkeypatch.setenv("MYCITY_CONFIG", "")
    assert mycity("total").out == "92913000000\n"
    assert mycity("config").err == "note: MYCITY_CONFIG is empty: your own configuration is not read\n"


def test_a_folder_that_is_not_absolute_is_no_place_of_a_configuration(mycity: Mycity, here: Path, own: Path) -> None:
    mycity.monkeypatch.setenv("XDG_CONFIG_HOME", ".")
    mycity.monkeypatch.setenv("HOME", str(here))
    assert mycity("config").err == f"note: your own configuration would be in {here}/.config/mycity/config.toml\n"


def test_a_project_names_no_program_to_run(mycity: Mycity, here: Path, own: Path) -> None:
    (here / "pyproject.toml").write_text('[tool.mycity]\npager = "less"\n')
    assert mycity("deals") == Ran(
        3,
        "",
        "error: pyproject.toml:2: [tool.mycity]: pager: a project names no program to run\n"
        f"help: name it in your own configuration, {own}, or in MYCITY_PAGER\n",
    )


def test_no_password_is_shown(mycity: Mycity, own: Path) -> None:
    own.write_text('data = "postgresql://me:s3cret@host/base#t"\n')
    shown = mycity("config")
    assert "s3cret" not in shown.out + shown.err
    assert "postgresql://me:***@host/base#t" in shown.out


def test_other_variables_set_colour_and_pager_too(mycity: Mycity, own: Path) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    mycity.monkeypatch.setenv("PAGER", "more")
    assert said(mycity, "color") == {"value": "never", "by": "environment", "place": "NO_COLOR"}
    assert said(mycity, "pager") == {"value": "more", "by": "environment", "place": "PAGER"}
    own.write_text('color = "always"\npager = ""\n')
    assert said(mycity, "color") == {"value": "always", "by": "user", "place": f"{own}:1: color"}
    assert said(mycity, "pager") == {"value": "", "by": "user", "place": f"{own}:2: pager"}


def test_the_lines_of_keys_are_found() -> None:
    text = 'a = 1\n# b = 2\n"c d" = 3\n[t]\n\na.b = 4\n[ t . "u v" ] # x\nz=[\n1]\n[[list]]\nnot a key\n'
    assert lines_of_keys(text) == {
        ("a",): 1,
        ("c d",): 3,
        ("t",): 4,
        ("t", "a", "b"): 6,
        ("t", "u v"): 7,
        ("t", "u v", "z"): 8,
    }
