"""The rules of the house that a program can check: who imports whom, sizes, state, letters."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

# A module imports only from modules left of it.
ORDER = (
    "errors",
    "extras",
    "values",
    "patterns",
    "spans",
    "places",
    "claims",
    "relocating",
    "records",
    "workers",
    "orthography",
    "tokens",
    "wrapping",
    "document",
    "lexicon",
    "declension",
    "zones",
    "quotations",
    "analysis",
    "cues",
    "mentions",
    "attribution",
    "entities",
    "confidence",
    "assembling",
    "pipeline",
    "export",
    "evaluation",
    "readers",
    "arrow",
    "spark",
    "spacy",
    "testing",
    "cli",
)
# Imported inside a function: a notebook asks the extraction itself how it looks.
LATE_IMPORTS = frozenset({("claims", "export")})
MODULE_LINES = 500
FUNCTION_LINES = 60

BUILDS_NO_STATE = frozenset(
    {"frozenset", "tuple", "range", "namedtuple", "compile", "re.compile", "regex.compile"}
    # Compiled when they are first used: quoteattr.patterns.
    | {"pattern", "plain_pattern"}
)
READ_ONLY = ("Final", "Mapping")
DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def source_files(package: Path) -> list[Path]:
    return sorted(path for path in package.rglob("*.py"))


def layer(path: Path, package: Path) -> str:
    """Return the first name under the package: ``cli`` for ``cli/show.py`` and ``__main__``."""
    name = path.relative_to(package).parts[0].removesuffix(".py")
    return "cli" if name == "__main__" else name


def imported_layers(tree: ast.Module, location: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield line and layer of each import from quoteattr, late ones too.

    ``location`` is the dotted path of the package that the module stands in, for relative
    imports. A name taken from the package itself comes out as that name.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            targets = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = list(location[: len(location) - node.level + 1]) if node.level else []
            base += (node.module or "").split(".") if node.module else []
            targets = [[*base, alias.name] for alias in node.names]
        else:
            continue
        for parts in targets:
            if parts[0] == "quoteattr":
                yield node.lineno, parts[1] if len(parts) > 1 else "quoteattr"


def wrong_imports(source: str, name: str, location: tuple[str, ...]) -> list[str]:
    """Return what a module of the layer ``name`` may not import, with its lines."""
    if name == ORDER[-1]:
        return []
    allowed = set(ORDER[: ORDER.index(name) + 1])
    return [
        f"line {line}: {name} imports {target}"
        for line, target in imported_layers(ast.parse(source), location)
        if target not in allowed and (name, target) not in LATE_IMPORTS
    ]


def state_at_module_level(source: str) -> list[str]:
    """Return the assignments of a module that make something which can be changed later."""
    found = []
    pending: list[ast.stmt] = list(ast.parse(source).body)
    while pending:
        node = pending.pop(0)
        if isinstance(node, ast.If | ast.Try | ast.With | ast.For):
            pending.extend(node.body)
            pending.extend(getattr(node, "orelse", ()))
        if isinstance(node, ast.Assign):
            names, annotation = [ast.unparse(target) for target in node.targets], ""
        elif isinstance(node, ast.AnnAssign):
            names, annotation = [ast.unparse(node.target)], ast.unparse(node.annotation)
        else:
            continue
        if node.value is None or names == ["__all__"]:
            continue
        if any(word in annotation for word in READ_ONLY):
            continue
        if is_mutable(node.value):
            found.append(f"line {node.lineno}: {', '.join(names)}")
    return found


def is_mutable(value: ast.expr) -> bool:
    if isinstance(value, DISPLAYS):
        return True
    if not isinstance(value, ast.Call):
        return False
    called = ast.unparse(value.func)
    last = called.rpartition(".")[2]
    # Classes (Span, MappingProxyType, TypeVar) are taken for values: those here are frozen.
    return called not in BUILDS_NO_STATE and last[:1].islower()


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_every_module_has_its_place(package: Path) -> None:
    layers = {layer(path, package) for path in source_files(package)} - {"__init__"}
    assert layers - set(ORDER) == set(), "give new modules a place in ORDER"
    assert "claims" in layers


def test_the_picture_in_the_docs_is_this_one(repository: Path) -> None:
    page = (repository / "docs" / "explanation" / "architecture.md").read_text("utf-8")
    rows = [line.split("|")[1].strip(" `") for line in page.splitlines() if line.startswith("| `")]
    assert tuple(rows) == ORDER


def test_modules_import_only_from_their_left(package: Path) -> None:
    wrong = []
    for path in source_files(package):
        if path == package / "__init__.py":
            continue
        location = ("quoteattr", *path.relative_to(package).parts[:-1])
        complaints = wrong_imports(path.read_text("utf-8"), layer(path, package), location)
        wrong += [f"{path.relative_to(package)}, {complaint}" for complaint in complaints]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "source", "is_wrong"),
    [
        ("cues", "from quoteattr.lexicon import load_lexicon", False),
        ("cues", "from quoteattr import spans", False),
        ("cues", "from quoteattr.cues.verbs import find", False),
        ("cues", "import regex", False),
        ("cli", "from quoteattr import extract", False),
        ("cli", "import quoteattr", False),
        ("cues", "from quoteattr.mentions import Mention", True),
        ("cues", "def f():\n    from quoteattr import pipeline", True),
        ("cues", "import quoteattr", True),
        ("cues", "from ..mentions import Mention", True),
        ("cues", "from .verbs import find", False),
        ("mentions", "from quoteattr.declension import nominative", False),
    ],
)
def test_the_check_of_imports_sees_what_it_should(name: str, source: str, is_wrong: bool) -> None:
    assert bool(wrong_imports(source, name, ("quoteattr", name))) == is_wrong


def test_modules_fit_their_size(package: Path) -> None:
    sizes = {
        path.relative_to(package).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in source_files(package)
    }
    assert {name: size for name, size in sizes.items() if size > MODULE_LINES} == {}


def test_functions_fit_their_size(package: Path) -> None:
    too_long = []
    for path in source_files(package):
        for function in functions(ast.parse(path.read_text("utf-8"))):
            size = (function.end_lineno or function.lineno) - function.lineno + 1
            if size > FUNCTION_LINES:
                too_long.append(f"{path.relative_to(package)}: {function.name} has {size} lines")
    assert too_long == []


def test_no_state_at_module_level(package: Path) -> None:
    found = [
        f"{path.relative_to(package)}, {complaint}"
        for path in source_files(package)
        for complaint in state_at_module_level(path.read_text("utf-8"))
    ]
    assert found == [], "annotate constants as Final or Mapping, or make them tuples"


@pytest.mark.parametrize(
    ("source", "is_state"),
    [
        ("NAMES = ('a', 'b')", False),
        ("NAMES = frozenset({'a'})", False),
        ("TABLE = MappingProxyType({'a': 1})", False),
        ("TABLE: Final = {'a': 1}", False),
        ("TABLE: Mapping[str, int] = {'a': 1}", False),
        ("MARK = regex.compile(r'„')", False),
        ("MARK = pattern(r'„')", False),
        ("__all__ = ['extract']", False),
        ("def f():\n    x = []\n    return x", False),
        ("NAMES = ['a', 'b']", True),
        ("cache = {}", True),
        ("cache: dict[str, int] = {}", True),
        ("SEEN = set()", True),
        ("LEXICON = load_lexicon()", True),
        ("if True:\n    cache = {}", True),
    ],
)
def test_the_check_of_state_sees_what_it_should(source: str, is_state: bool) -> None:
    assert bool(state_at_module_level(source)) == is_state


def test_no_function_writes_a_global(package: Path) -> None:
    found = [
        f"{path.relative_to(package)}, line {node.lineno}"
        for path in source_files(package)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Global)
    ]
    assert found == []


def test_no_module_is_a_drawer_for_odds_and_ends(package: Path) -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
    names = {
        part
        for path in source_files(package)
        for part in path.relative_to(package).with_suffix("").parts
    }
    assert names & drawers == set()


def test_lexicons_hold_the_letters_with_comma_below(package: Path) -> None:
    files = sorted((package / "lexicon").rglob("*.toml"))
    assert files
    cedilla = frozenset("şţŞŢ")
    wrong = [
        f"{path.relative_to(package)}, line {number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if cedilla & set(line)
    ]
    assert wrong == []
