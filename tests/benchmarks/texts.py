"""What is measured on: articles, and invented documents of any length."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

REPOSITORY = Path(__file__).parent.parent.parent
NEWS = REPOSITORY.parent / "shared" / "news" / "articles.jsonl"
CORPUS_BYTES = 2_000_000

GIVEN_NAMES = ("Ion", "Maria", "Vasile", "Ana", "Radu", "Elena", "Mihai", "Ioana", "Dan", "Sorin")
SYLLABLES = ("po", "ma", "ru", "tes", "vin", "dor", "lac", "bur", "cos", "tan")
SHORT_TEXT = (
    "Primarul amână lucrările la podul vechi\n\n"
    "Primarul Ion Popescu a spus marți că podul rămâne închis până la toamnă. „Nu riscăm viața "
    "nimănui pentru două luni de lucru”, a declarat el. Potrivit primăriei, ocolul are patru "
    "kilometri.\n\n"
    "Locuitorii sunt nemulțumiți. „Copiii merg pe jos la școală”, spune Maria Ionescu, care "
    "locuiește lângă pod. Ea cere un autobuz."
)
# Each is repeated to the length asked for; the names are how the table calls them.
HOSTILE: Mapping[str, str] = MappingProxyType(
    {
        "„": "„",
        '"': '"',
        "«„ nested": "«„",
        "a spus că": "a spus că ",
        "capital words": "Un Cuvânt Mare ",
        "one endless word": "abc",
        "newlines": "\n",
        "alternating marks": "„”",
        "more alternating marks": '"„”«»',
        "potrivit": "potrivit ",
        "reports, no paragraphs": "Podul de peste râu e vechi, iar satul trece greu, a spus Ion. ",
    }
)


def articles() -> tuple[str, ...]:
    """Return the articles of ../shared/news, or those of corpus/ repeated to 2 MB."""
    if NEWS.exists():
        with NEWS.open(encoding="utf-8") as lines:
            return tuple(json.loads(line)["text"] for line in lines)
    corpus = tuple(p.read_text("utf-8") for p in sorted((REPOSITORY / "corpus").glob("*.txt")))
    return corpus * (CORPUS_BYTES // sum(len(text.encode()) for text in corpus) + 1)


def name_of_articles() -> str:
    """Return how the table calls them."""
    return "506 articles" if NEWS.exists() else "the corpus, repeated"


def repeated(pattern: str, size: int) -> str:
    """Return ``pattern`` over and over, ``size`` bytes of UTF-8 to the nearest whole one."""
    return pattern * max(1, size // len(pattern.encode()))


def news(size: int) -> str:
    """Return articles one after the other, cut to about ``size`` bytes."""
    kept, length = [], 0
    while length < size:
        for text in articles():
            kept.append(text)
            length += len(text.encode()) + 2
            if length >= size:
                break
    return "\n\n".join(kept).encode()[:size].decode(errors="ignore")


def person(number: int) -> str:
    """Return one of 10,000 invented names.

    >>> person(1204)
    'Radu Marupovinescu'
    """
    surname = "".join(SYLLABLES[int(digit)] for digit in f"{number % 10_000:04d}")
    return f"{GIVEN_NAMES[number * 7 % 10]} {surname.capitalize()}escu"


def people(size: int, count: int) -> str:
    """Return a document of ``size`` bytes in which ``count`` people speak, in turns."""
    return "".join(_until(size, _speeches(count)))


def people_in_turn(size: int, count: int) -> str:
    """Return a document of ``size`` bytes in which ``count`` people speak, one after another."""
    each = _until(size, _speeches(1))
    speeches = max(1, sum(1 for _ in each) // count)
    return "".join(_until(size, _speeches(count, in_a_row=speeches)))


def documents() -> Mapping[str, Callable[[int], str]]:
    """Return the documents whose growth is measured, by name; each takes its size in bytes."""
    made: dict[str, Callable[[int], str]] = {
        "news": news,
        "1,000 people": lambda size: people(size, 1_000),
        # Each of them speaks in one stretch: a tenth of the document has a tenth of the people.
        "200 people": lambda size: people_in_turn(size, 200),
    }
    for name, pattern in HOSTILE.items():
        made[name] = lambda size, pattern=pattern: repeated(pattern, size)
    return MappingProxyType(made)


def _speeches(count: int, *, in_a_row: int = 1) -> Iterator[str]:
    number = 0
    while True:
        name = person(number // in_a_row % count)
        yield (
            f"{name}, primarul orașului, a spus că drumul {number} va fi închis luni. „Nu plec de "
            f"aici până mâine dimineață”, a declarat {name.split()[1]}. El a adăugat că vine "
            f"iarna.\n\n"
        )
        number += 1


def _until(size: int, parts: Iterator[str]) -> Iterator[str]:
    length = 0
    for part in parts:
        if length and length + len(part.encode()) > size:
            return
        length += len(part.encode())
        yield part
