"""Every public name says what it takes, gives and raises; nothing public is left untyped."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import textwrap
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

pytest.importorskip("hypothesis", reason="the strategies are public too")

# Modules whose __all__ is public; of the rules those names that a rule of one's own needs.
MODULES = (
    "quoteattr",
    "quoteattr.analysis",
    "quoteattr.evaluation",
    "quoteattr.export",
    "quoteattr.lexicon",
    "quoteattr.testing",
    "quoteattr.testing.strategies",
)
FOR_RULES = ("Candidate", "CueWords", "DEFAULT_RULES", "Finder", "Frame", "Mention", "Rule", "View")
# Several of them, hence an order that has to be told.
MANY = re.compile(r"\b(tuple|list|Iterator|Iterable|Sequence|DataFrame)\b")
ORDER = re.compile(r"\border|\bfirst\b|\bsorted\b|one by one|ascending", re.IGNORECASE)
SECTION = re.compile(r"^(Args|Returns|Yields|Raises):$", re.MULTILINE)
OFFSETS = re.compile(r"offset|code point|token position", re.IGNORECASE)
# Names of values that no docstring can stand on.
CONSTANTS = ("DEFAULT_RULES", "RULESET_VERSION", "SCHEMA_VERSION", "Finder")


def public_objects() -> Iterator[tuple[str, Any]]:
    """Yield every public function, class and public method once, by its dotted name."""
    seen: set[int] = set()
    for module in (*MODULES, "quoteattr.attribution"):
        loaded = importlib.import_module(module)
        names = FOR_RULES if module.endswith("attribution") else loaded.__all__
        for name in names:
            value = getattr(loaded, name)
            if name in CONSTANTS or id(value) in seen:
                continue
            seen.add(id(value))
            yield f"{module}.{name}", value
            if inspect.isclass(value):
                yield from methods(f"{module}.{name}", value)


def methods(name: str, cls: type) -> Iterator[tuple[str, Any]]:
    for key, value in vars(cls).items():
        function = value.__func__ if isinstance(value, staticmethod | classmethod) else value
        if not key.startswith("_") and inspect.isfunction(function):
            yield f"{name}.{key}", function


OBJECTS = list(public_objects())
FUNCTIONS = [pytest.param(o, id=n) for n, o in OBJECTS if inspect.isfunction(o)]
CLASSES = [pytest.param(o, id=n) for n, o in OBJECTS if inspect.isclass(o)]


def docstring(value: Any) -> str:
    return inspect.cleandoc(value.__doc__ or "")


def section(doc: str, name: str) -> str:
    """Return what stands under a heading, up to the next one."""
    found = re.search(rf"^{name}:\n((?:[ \t]+.*\n?|\n(?=[ \t]))*)", doc + "\n", re.MULTILINE)
    return found[1] if found else ""


def described(doc: str) -> set[str]:
    """Return the names that Args explains; ``title, outlet: …`` explains two."""
    heads = re.findall(r"^ {4}(\*?\w+(?:, \*?\w+)*):", section(doc, "Args"), re.MULTILINE)
    return {name.lstrip("*") for head in heads for name in head.split(", ")}


def raised(function: Any) -> set[str]:
    """Return the errors that a function raises by itself."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except OSError:  # hypothesis makes the functions of its composite strategies
        return set()
    return {
        node.exc.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and isinstance(node.exc.func, ast.Name)
    }


def test_there_is_something_to_check() -> None:
    names = {name for name, _ in OBJECTS}
    assert len(names) > 100
    assert {"quoteattr.extract", "quoteattr.Extractor.extract_many", "quoteattr.Claim"} <= names


@pytest.mark.parametrize("value", FUNCTIONS + CLASSES)
def test_the_first_sentence_says_what_it_is(value: Any) -> None:
    first = docstring(value).split("\n\n")[0]
    assert first.rstrip().endswith((".", ":")) or first.rstrip().endswith("``"), first
    assert len(first) > 20


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_argument_is_explained(function: Any) -> None:
    parameters = set(inspect.signature(function).parameters) - {"self", "cls"}
    assert parameters - described(docstring(function)) == set()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_what_comes_back_is_told_with_its_order(function: Any) -> None:
    doc = docstring(function)
    returned = str(inspect.signature(function).return_annotation)
    told = section(doc, "Returns") + section(doc, "Yields") + doc.split("\n\n")[0]
    if returned not in ("None", "<class 'NoneType'>"):
        assert re.search(r"Return|Yield|Draw|Extract|Download|Tell", doc), "what comes back?"
        if MANY.search(returned.partition("[")[0]):
            assert ORDER.search(told), "in which order?"


@pytest.mark.parametrize("function", FUNCTIONS)
def test_errors_are_named(function: Any) -> None:
    told = section(docstring(function), "Raises")
    assert {name for name in raised(function) if name not in told} == set()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_example_stands_with_it(function: Any) -> None:
    """Methods have theirs in the class; what needs an optional library has it in the docs."""
    doc = docstring(function)
    is_method = "." in function.__qualname__.partition(">.")[0]
    assert ">>>" in doc or is_method or "MissingExtraError" in doc


@pytest.mark.parametrize("cls", [c for c in CLASSES if attrs.has(typing.cast(type, c.values[0]))])
def test_every_field_is_explained(cls: type) -> None:
    doc = docstring(cls)
    fields = {field.name for field in attrs.fields(cls) if not field.name.startswith("_")}
    assert fields - described(doc) == set()
    if "start" in fields:
        assert OFFSETS.search(section(doc, "Args")), "start of what, counted how?"


@pytest.mark.parametrize(
    ("doc", "names"),
    [
        (
            "Do.\n\nArgs:\n    a: one\n        more: text\n    b, c: two\n\nReturns:\n    d: no",
            "abc",
        ),
        ("Do.\n\nArgs:\n    *a: one", "a"),
        ("Do.\n\n>>> a", ""),
    ],
)
def test_the_check_reads_sections_as_they_are_meant(doc: str, names: str) -> None:
    assert described(doc) == set(names)


def test_public_functions_are_typed_where_checkers_look(repository: Path) -> None:
    source = (repository / "tests" / "typing" / "public_functions.py").read_text("utf-8")
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    # Those of the analyzers are typed by their protocol.
    functions = {
        name.rpartition(".")[2]
        for name, value in OBJECTS
        if inspect.isfunction(value) and name.count(".") < 4 and value.__name__ in vars_of(name)
    }
    assert functions - called == set()


def vars_of(name: str) -> set[str]:
    module = name.rpartition(".")[0]
    return set(importlib.import_module(module).__all__) if module in MODULES else set()


def test_the_list_of_public_modules_is_the_one_in_the_docs(repository: Path) -> None:
    page = (repository / "docs" / "reference" / "stability.md").read_text("utf-8")
    public = page.partition("## What is public")[2].partition("##")[0]
    assert set(re.findall(r"`(quoteattr(?:\.\w+)*)`", public)) - {"quoteattr.__all__"} == {
        *(module for module in MODULES if module != "quoteattr"),
        "quoteattr.attribution",
    }
