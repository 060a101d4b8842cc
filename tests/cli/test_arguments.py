"""Help, version and mistakes in the arguments."""

from __future__ import annotations

import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest
from jsonschema import Draft202012Validator

from quoteattr.cli import main
from quoteattr.cli.arguments import build_parser


def test_help_shows_every_command(run: Callable[..., CompletedProcess[str]]) -> None:
    result = run("--help")
    assert (result.returncode, result.stderr) == (0, "")
    for command in ("extract", "show", "evaluate", "schema"):
        assert f"  {command} " in result.stdout


@pytest.mark.parametrize("command", ["extract", "show", "evaluate", "schema"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert f"usage: quoteattr {command}" in capsys.readouterr().out


def test_help_fits_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for command in ([], ["extract"], ["show"], ["evaluate"], ["schema"]):
        with pytest.raises(SystemExit):
            build_parser().parse_args([*command, "--help"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 50
    assert [line for line in lines if len(line) > 80] == []


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("quoteattr ")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "COMMAND"),
        (["scoate"], "invalid choice: 'scoate'"),
        (["extract", "--to", "xml", "a.txt"], "invalid choice: 'xml'"),
        (["extract", "--from", "pdf", "a.txt"], "invalid choice: 'pdf'"),
        (["extract", "--fast", "a.txt"], "unrecognized arguments: --fast"),
        (["extract", "a.txt", "-o"], "expected one argument"),
        (["show"], "PATH"),
        (["evaluate"], "GOLD"),
        (["evaluate", "a", "--errors", "multe"], "'multe' is not a number"),
        (["evaluate", "a", "--errors", "-1"], "'-1' is not a number"),
        (["schema", "a"], "unrecognized arguments: a"),
    ],
)
def test_wrong_arguments_exit_with_2(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert complaint in captured.err
    assert captured.err.startswith("usage: quoteattr")


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == "quoteattr extraction"
