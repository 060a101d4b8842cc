"""The JSON contract: extractions as dictionaries, JSON texts and JSON Lines, and back.

The shape is described by ``schema.json`` beside this module. cattrs is imported when the
first extraction is read: it takes longer to load than the rest of ``import quoteattr``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin

from attrs import has

from quoteattr.claims import SCHEMA_VERSION, Extraction
from quoteattr.errors import ContractError
from quoteattr.export.lines import extraction_line
from quoteattr.export.plain import parts_of
from quoteattr.records import ErrorRecord

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")

# Keys that are written only where there is something to write, the text where it is wanted.
ABOUT = ("ruleset_version", "title", "outlet", "date", "extracted_from", "text")


def to_dict(result: Extraction | ErrorRecord, *, with_text: bool = False) -> dict[str, Any]:
    """Return an extraction in the shape of the JSON contract: dictionaries, lists, plain values.

    Args:
        result: an extraction, or the error record that stands in the place of one.
        with_text: whether the document's text goes along, where the extraction has it. That
            of an HTML page always does: no file holds it.

    Returns:
        A new dictionary, ``schema_version`` first, then the keys in the order of the contract;
        the version of the rules, title, outlet, date and text
        only where they are known.

    >>> to_dict(Extraction(id="știre", sha256="00"))["id"]
    'știre'
    """
    if isinstance(result, ErrorRecord):
        error = {"code": result.code, "message": result.message}
        return {"schema_version": SCHEMA_VERSION, "id": result.id, "error": error}
    data: dict[str, Any] = {
        "schema_version": result.schema_version,
        "id": result.id,
        "sha256": result.sha256,
    }
    data.update(_about(result, with_text=with_text))
    data.update(parts_of(result))
    return data


def _about(extraction: Extraction, *, with_text: bool) -> list[tuple[str, str]]:
    """Return what is known of a document besides what was found in it."""
    keys = ABOUT if with_text or extraction.extracted_from is not None else ABOUT[:-1]
    about = [(key, getattr(extraction, key)) for key in keys]
    return [(key, value) for key, value in about if value is not None]


def from_dict(data: object) -> Extraction:
    """Return the extraction that ``to_dict`` was given.

    Keys that this version does not know are left out: a newer minor version may add some.

    Args:
        data: an object of the JSON contract, as ``json.loads`` returns it.

    Raises:
        ContractError: where the schema version is of another major number, a value is of
            the wrong type or a key is missing; names the path to it.

    >>> from_dict(to_dict(Extraction(id="știre", sha256="00")))
    Extraction(id='știre', sha256='00', ...)
    """
    if not isinstance(data, Mapping):
        raise ContractError(f"an extraction is a JSON object, not {_named(data)}")
    _check_version(data)
    if "error" in data:
        raise ContractError("this is the record of an error, not an extraction")
    return _structured(data, Extraction)


def result_from_dict(data: object) -> Extraction | ErrorRecord:
    """Return the extraction or the error record that ``to_dict`` was given.

    Raises:
        ContractError: as ``from_dict`` does.

    >>> result_from_dict(to_dict(ErrorRecord(None, "empty-text", "stiri.jsonl:2: no text")))
    ErrorRecord(id=None, code='empty-text', message='stiri.jsonl:2: no text')
    """
    if not isinstance(data, Mapping) or "error" not in data:
        return from_dict(data)
    _check_version(data)
    error = data["error"]
    if not isinstance(error, Mapping):
        raise ContractError(f"$.error: expected an object, found {_named(error)}")
    return _structured({"id": data.get("id"), **error}, ErrorRecord)


def to_json(
    result: Extraction | ErrorRecord, *, indent: int | None = None, with_text: bool = False
) -> str:
    """Return an extraction as a JSON text, letters as themselves.

    Args:
        result: an extraction or an error record.
        indent: spaces a level; None puts all on one line.
        with_text: whether the document's text goes along, as in ``to_dict``.

    >>> to_json(ErrorRecord("a", "empty-text", "a.txt: no text"))
    '{"schema_version": "1.0", "id": "a", "error": {"code": "empty-text", ...}}'
    """
    if indent is None and isinstance(result, Extraction):
        return extraction_line(result, _about(result, with_text=with_text))
    data = to_dict(result, with_text=with_text)
    # Nothing in it holds itself, which need not be looked for.
    return json.dumps(
        data, ensure_ascii=False, check_circular=False, indent=indent, allow_nan=False
    )


def from_json(text: str) -> Extraction:
    """Return the extraction that a JSON text holds.

    Args:
        text: an object of the JSON contract.

    Raises:
        ContractError: where the text is no JSON or no extraction.

    >>> from_json(to_json(Extraction(id="știre", sha256="00"))).id
    'știre'
    """
    return from_dict(_parsed(text))


def write_jsonl(
    results: Iterable[Extraction | ErrorRecord], *, with_text: bool = False
) -> Iterator[str]:
    r"""Yield a line of JSON for each result, in order and as soon as it comes.

    Args:
        results: extractions and error records.
        with_text: whether the documents' texts go along, as in ``to_dict``.

    Returns:
        Lines that end in ``\n``.

    >>> len(list(write_jsonl([Extraction(id="a", sha256="00")])))
    1
    """
    for result in results:
        yield to_json(result, with_text=with_text) + "\n"


def read_jsonl(lines: Iterable[str]) -> Iterator[Extraction | ErrorRecord]:
    """Yield what stands in lines of JSON, in order; empty lines are passed over.

    Args:
        lines: an open file or any other lines.

    Raises:
        ContractError: names the line, counted from 1, and the path in it.

    >>> [x.id for x in read_jsonl(write_jsonl([Extraction(id="a", sha256="00")]))]
    ['a']
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield result_from_dict(_parsed(line))
        except ContractError as error:
            raise ContractError(f"line {number}: {error}") from error


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ContractError(f"not JSON: {error}") from error


def _check_version(data: Mapping[str, Any]) -> None:
    version = data.get("schema_version")
    if not isinstance(version, str):
        raise ContractError("$.schema_version: missing or not a string")
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise ContractError(
            f"$.schema_version: {version!r} cannot be read; this version of quoteattr reads "
            f"{SCHEMA_VERSION} and later ones of the same major number"
        )


def _structured(data: Mapping[str, Any], cls: type[T]) -> T:
    from cattrs import BaseValidationError, transform_error

    try:
        return _converter().structure(data, cls)
    except BaseValidationError as error:
        first, *others = transform_error(error, format_exception=_described)
        message, _, path = first.rpartition(" @ ")
        more = f" (and {len(others)} more)" if others else ""
        raise ContractError(f"{path}: {message}{more}") from error


def _described(error: BaseException, _type: type | None) -> str:
    if isinstance(error, KeyError):
        return "missing"
    return str(error.args[0]) if error.args else type(error).__name__


def _named(value: object) -> str:
    """Return what JSON calls a value, with its beginning: ``the string 'Ion'``."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = repr(value)[:40]
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list | tuple):
        return "an array"
    return f"the {'string' if isinstance(value, str) else 'number'} {shown}"


@cache
def _converter() -> Converter:
    """Return the converter of the contract: strict about types, blind to unknown keys."""
    from cattrs import Converter

    converter = Converter()
    converter.register_structure_hook(str, _exact(str, "a string"))
    converter.register_structure_hook(int, _exact(int, "an integer"))
    converter.register_structure_hook(bool, _exact(bool, "true or false"))
    converter.register_structure_hook(float, _finite)
    converter.register_structure_hook_factory(_made_of(Literal), _choice)
    converter.register_structure_hook_factory(_made_of(tuple), lambda kind: _array(converter, kind))
    converter.register_structure_hook_factory(has, lambda kind: _object(converter, kind))
    return converter


def _made_of(origin: object) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) == origin


def _exact(expected: type, name: str) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _kind: Any) -> Any:
        # `type`, not `isinstance`: True would pass for the number 1.
        if type(value) is not expected:
            raise ContractError(f"expected {name}, found {_named(value)}")
        return value

    return structure


def _choice(kind: Any) -> Callable[[Any, Any], Any]:
    choices = get_args(kind)

    def structure(value: Any, _kind: Any) -> Any:
        if value not in choices:
            raise ContractError(f"expected one of {', '.join(choices)}, found {_named(value)}")
        return value

    return structure


def _finite(value: Any, _kind: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ContractError(f"expected a finite number, found {_named(value)}")
    return float(value)


def _array(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """Return a hook that takes lists alone: cattrs would read a string letter by letter."""
    items: Any = GenericAlias(list, get_args(kind)[:1])

    def structure(value: Any, _kind: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise ContractError(f"expected an array, found {_named(value)}")
        return tuple(converter.structure(value, items))

    return structure


def _object(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    from cattrs.gen import make_dict_structure_fn

    structure_object = make_dict_structure_fn(kind, converter)

    def structure(value: Any, _kind: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ContractError(f"expected an object, found {_named(value)}")
        return structure_object(value, kind)

    return structure
