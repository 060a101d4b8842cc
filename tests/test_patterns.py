"""Every pattern of the package takes time in proportion to its text, whatever the text.

The patterns are collected from the modules by themselves, with the ways in which they are
used, and attacked with strings put together from their own characters: those that take longest
of some hundred short ones are repeated up to 100,000 characters, and four times the text may
take about four times the processor's time and no more.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import heapq
import importlib
import itertools
import pkgutil
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest
import regex

import quoteattr
from quoteattr import MissingExtraError
from quoteattr import patterns as late

SIZES = (6_250, 25_000, 100_000)
# Once each; a single reading may be anything, so that many are read again, at more length.
SCREENED = 400
LIKELY = 40
SCREENED_AGAIN = 1_600
WORST = 4
REPEATS = 5
# Four times the text; a quadratic pattern takes sixteen times the time.
MOST_TIMES = 9.0
# What needs less for 100,000 characters is not quadratic: that would be 10^10 steps.
TOO_SHORT_TO_TELL = 0.004

WAYS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")
# Where a module hands a pattern on; the others cost what ``finditer`` does.
ANY_WAY = frozenset(WAYS[:4])
TYPES = (re.Pattern, regex.Pattern)
# One of each class that patterns speak of.
PLAIN_ATOMS = tuple('aAăĂ1 \n.,-–’_:([„”"\u0306')

Attack = Callable[[str], object]


def modules() -> Iterator[ModuleType]:
    """Yield the modules of the package but those that need a library which is not there."""
    names = (found.name for found in pkgutil.walk_packages(quoteattr.__path__, "quoteattr."))
    for name in names:
        if not name.endswith("__main__"):
            with contextlib.suppress(MissingExtraError):
                yield importlib.import_module(name)


def source_of(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text("utf-8")


def patterns_in(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Yield the patterns that a constant is or holds, with a name for each."""
    if isinstance(value, late.LatePattern):
        yield name, value.compiled
    elif isinstance(value, TYPES):
        yield name, value
    elif isinstance(value, tuple | list | frozenset | set):
        for index, item in enumerate(value):
            yield from patterns_in(item, f"{name}[{index}]")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from patterns_in(item, f"{name}[{key!r}]")
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from patterns_in(getattr(value, field.name, None), f"{name}.{field.name}")


def ways_of(source: str, name: str) -> set[str]:
    """Return how a module uses a pattern; every way where it hands the pattern on."""
    tree = ast.parse(source)
    ways = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    }
    loads = sum(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
        for node in ast.walk(tree)
    )
    called = sum(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
        for node in ast.walk(tree)
    )
    return ways & set(WAYS) if loads == called else set(ANY_WAY)


def collect() -> dict[str, tuple[Any, tuple[str, ...]]]:
    """Return each pattern of the package by the name of its first module, with its ways."""
    names: dict[int, str] = {}
    found: dict[str, Any] = {}
    ways: dict[str, set[str]] = {}
    for module in modules():
        source = source_of(module)
        held = [
            (constant, *pair)
            for constant, value in vars(module).items()
            for pair in patterns_in(value, constant)
        ]
        for constant, name, pattern in held:
            full = names.setdefault(id(pattern), f"{module.__name__}.{name}")
            found[full] = pattern
            used = ways_of(source, constant) if name == constant else ANY_WAY
            ways[full] = ways.get(full, set()) | used
    return {name: (pattern, tuple(sorted(ways[name]))) for name, pattern in sorted(found.items())}


PATTERNS = collect()


def codec_of(pattern: Any) -> str:
    """Return how the bytes are written that a pattern reads: as text, or as codes of words."""
    try:
        pattern.pattern.decode()
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


def atoms_of(pattern: Any) -> tuple[list[str], list[str]]:
    """Return the characters and the words that a pattern speaks of."""
    source = pattern.pattern
    if isinstance(source, bytes):
        source = source.decode(codec_of(pattern))
    source = re.sub(r"\(\?P?<\w+>|\\[pP]\{\w+\}|\\[a-zA-Z](?![0-9a-f]{2,4})|#.*", " ", source)
    source = re.sub(r"\\[ux]([0-9a-f]{2,4})", lambda m: chr(int(m.group(1), 16)), source)
    words = dict.fromkeys(re.findall(r"[^\W\d_]+(?: [^\W\d_]+)+|[^\W\d_]{2,}", source))
    signs = dict.fromkeys(c for c in source if not c.isalnum() and not c.isspace())
    characters = dict.fromkeys((*PLAIN_ATOMS, *signs, *(word[0] for word in words)))
    return list(characters)[:40], list(words)[:6]


def attacks_on(pattern: Any) -> Iterator[tuple[str, str, str]]:
    """Yield what comes first, what is repeated and what comes last."""
    characters, words = atoms_of(pattern)
    pairs = ("".join(pair) for pair in itertools.permutations(characters[:24], 2))
    pumps = [*characters, *words, *(f"{word} " for word in words), *pairs]
    # All that a match needs, so that nobody gives up early, and none of it where it is needed.
    last = "\x00" + "\x00".join((*characters, *words)) + "\x00"
    for pump in pumps:
        yield "", pump, ""
        yield "", pump, last
    for word in (*words, "„", "("):
        for pump in (*PLAIN_ATOMS, "a ", "A ", "1 "):
            yield word, pump, last


def repeated(attack: tuple[str, str, str], size: int) -> str:
    first, pump, last = attack
    return first + pump * (size // len(pump)) + last


def way_to_run(pattern: Any, way: str) -> Attack:
    if isinstance(pattern.pattern, bytes):
        codec = codec_of(pattern)
        return lambda text: list(pattern.finditer(text.encode(codec, "replace")))
    if way == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(text))
    if way == "sub":
        return lambda text: pattern.sub("", text)
    method: Attack = getattr(pattern, way)
    return method


def seconds(run: Attack, text: str, times: int) -> float:
    """Return the processor's time that one run takes, the best of some."""
    best = float("inf")
    for _ in range(times):
        before = time.thread_time()
        run(text)
        best = min(best, time.thread_time() - before)
    return best


def slowest(
    run: Attack, attacks: Iterable[tuple[str, str, str]], size: int, times: int, count: int
) -> list[tuple[str, str, str]]:
    """Return those attacks of a size that take longest."""
    timed = ((seconds(run, repeated(attack, size), times), attack) for attack in attacks)
    return [attack for _, attack in heapq.nlargest(count, timed)]


def growth(run: Attack, attack: tuple[str, str, str]) -> str | None:
    """Return by how much the time grows where that is too much."""
    spent = [seconds(run, repeated(attack, SIZES[0]), 3)]
    for size in SIZES[1:]:
        spent.append(seconds(run, repeated(attack, size), 2))
        for _ in range(REPEATS):
            if spent[-1] <= max(TOO_SHORT_TO_TELL, spent[-2] * MOST_TIMES):
                break
            # A busy machine slows down what is measured, never the other way round.
            spent[-1] = min(spent[-1], seconds(run, repeated(attack, size), 1))
        else:
            return f"{spent[-1] / spent[-2]:.0f} times the time at {size:,} characters"
    return None


def quadratic(pattern: Any, ways: tuple[str, ...]) -> list[str]:
    """Return the attacks that take more than their share of time."""
    found = []
    gc.disable()
    try:
        for way in ways:
            run = way_to_run(pattern, way)
            likely = slowest(run, attacks_on(pattern), SCREENED, 1, LIKELY)
            for attack in slowest(run, likely, SCREENED_AGAIN, 3, WORST):
                complaint = growth(run, attack)
                if complaint:
                    found.append(f"{way} on {attack}: {complaint}")
                    break
    finally:
        gc.enable()
    return found


@pytest.mark.parametrize(
    ("make", "error"), [(late.pattern, regex.error), (late.plain_pattern, re.error)]
)
def test_a_late_pattern_is_compiled_when_it_is_used(
    make: Callable[[str], Any], error: type[Exception]
) -> None:
    wrong = make("(")
    with pytest.raises(error):
        wrong.match("a")
    right = make(r"(?P<letter>[a-z])\d")
    assert right.search("--b2")["letter"] == "b"
    assert [match[0] for match in right.finditer("a1 b2")] == ["a1", "b2"]
    assert right.groupindex == {"letter": 1}
    assert right.fullmatch("a11") is None
    assert not hasattr(right, "no_such_method")


@pytest.mark.parametrize("name", PATTERNS)
def test_four_times_the_text_takes_about_four_times_the_time(name: str) -> None:
    pattern, ways = PATTERNS[name]
    assert ways, "nobody uses it"
    assert quadratic(pattern, ways) == []


@pytest.mark.parametrize(
    ("pattern", "way", "is_quadratic"),
    [
        (r"„[^”]*+”", "finditer", True),
        (r"„[^„”]*+”", "finditer", False),
        (r"\s+$", "search", True),
        (r"\s+$", "match", False),
        (r"[\w.]*+$", "search", True),
        (r"[\w.]{0,16}+$", "search", False),
        (r"\w+,\w+:", "search", True),
        (r"\w{1,20}+,\w{1,20}+:", "search", False),
        (r"Foto ?: *+\w*+ *+$", "search", False),
        (r"(?:a spus)++[.]", "search", True),
        (r".{2,}(?:ului|ilor)", "fullmatch", False),
    ],
)
def test_the_check_sees_what_it_should(pattern: str, way: str, is_quadratic: bool) -> None:
    assert bool(quadratic(regex.compile(pattern), (way,))) == is_quadratic


def patterns_out_of_sight(source: str) -> list[str]:
    """Return where a module makes a pattern inside a function, unseen by the check above.

    A function that returns a pattern makes one for a constant of its module.
    """
    found = []
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if function.returns is not None and "Pattern" in ast.unparse(function.returns):
            continue
        for node in ast.walk(function):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called.startswith(("re.", "regex.")) and not called.endswith(".escape"):
                found.append(f"line {node.lineno}: {called}")
    return found


def test_no_pattern_is_made_where_no_test_sees_it() -> None:
    found = [
        f"{module.__name__}, {complaint}"
        for module in modules()
        for complaint in patterns_out_of_sight(source_of(module))
    ]
    assert found == [], "name the pattern at the module's head"
