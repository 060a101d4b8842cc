"""Label Studio: a document as a task whose predictions are the claims, and back.

Label Studio has counted code points since its editor of 2021; ``units`` is for tasks of older
ones and of other tools, which count as JavaScript does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any, Literal

from attrs import frozen

from quoteattr.claims import Extraction
from quoteattr.errors import ContractError
from quoteattr.export.json import from_dict, to_dict
from quoteattr.export.placing import (
    PARTS,
    Placed,
    empty_extraction,
    put_together,
    take_apart,
    without_claims,
)
from quoteattr.export.texts import check_text, text_of
from quoteattr.spans import Span

Units = Literal["code-points", "utf-16"]

# The labelling interface that the tasks fit; paste it into the settings of a project.
LABEL_CONFIG = """\
<View>
  <Labels name="label" toName="text">
    <Label value="Content" background="#3b82d6"/>
    <Label value="Cue" background="#c9961a"/>
    <Label value="Speaker" background="#169463"/>
    <Label value="Source" background="#a45ccc"/>
    <Label value="Relay" background="#7a5ccc"/>
    <Label value="Addressee" background="#cf5a30"/>
  </Labels>
  <Relations>
    <Relation value="continues"/>
    <Relation value="cue"/>
    <Relation value="speaker"/>
    <Relation value="source"/>
    <Relation value="relay"/>
    <Relation value="addressee"/>
  </Relations>
  <Style>.htx-text { white-space: pre-wrap; }</Style>
  <Text name="text" value="$text" granularity="symbol"/>
  <Choices name="kind" toName="text" perRegion="true" whenTagName="label"
           whenLabelValue="Content" choice="single">
    <Choice value="direct"/>
    <Choice value="mixed"/>
    <Choice value="indirect"/>
  </Choices>
  <Choices name="flags" toName="text" perRegion="true" whenTagName="label"
           whenLabelValue="Content" choice="multiple">
    <Choice value="negated"/>
    <Choice value="hedged"/>
  </Choices>
</View>
"""


class Offsets:
    """Turns offsets in code points into those of a tool, and back.

    Args:
        text: what the offsets are of.
        units: what the tool counts.

    >>> offsets = Offsets("🌉 Vin", "utf-16")
    >>> offsets.outward(2), offsets.inward(3)
    (3, 2)
    """

    def __init__(self, text: str, units: Units) -> None:
        self._outward: list[int] | None = None
        self._inward: dict[int, int] = {}
        if units == "utf-16" and not text.isascii():
            widths = (2 if character > "\uffff" else 1 for character in text)
            self._outward = list(accumulate(widths, initial=0))
            self._inward = {there: here for here, there in enumerate(self._outward)}

    def outward(self, offset: int) -> int:
        """Return an offset in code points as the tool counts it."""
        return offset if self._outward is None else self._outward[offset]

    def inward(self, offset: int) -> int:
        """Return an offset of the tool in code points; -1 where it is inside a character."""
        return offset if self._outward is None else self._inward.get(offset, -1)


def to_labelstudio(
    extraction: Extraction, text: str | None = None, *, units: Units = "code-points"
) -> dict[str, Any]:
    """Return a document as a task with its claims as a prediction, for ``LABEL_CONFIG``.

    Args:
        extraction: what was found; the task carries it along for ``from_labelstudio``.
        text: the document, verbatim; that of the extraction by default.
        units: what offsets count.

    Raises:
        InputError: where the extraction is of another text, or holds none.

    >>> from quoteattr.pipeline import extract
    >>> text = "„Vin mâine”, a spus Ion Popescu."
    >>> task = to_labelstudio(extract(text), text)
    >>> task["predictions"][0]["result"][0]["value"]
    {'start': 0, 'end': 11, 'text': '„Vin mâine”', 'labels': ['Content']}
    """
    text = text_of(extraction, text)
    writer = _Writer(text, Offsets(text, units))
    result = [item for placed in take_apart(extraction) for item in writer.items(placed)]
    confidences = [claim.confidence for claim in extraction.claims]
    prediction: dict[str, Any] = {"model_version": "quoteattr", "result": result}
    if confidences:
        prediction["score"] = round(min(confidences), 2)
    data = {"id": extraction.id, "text": text, "quoteattr": to_dict(extraction)}
    return {"data": data, "predictions": [prediction]}


def from_labelstudio(task: object, *, units: Units = "code-points") -> Extraction:
    """Return the claims of a task: the annotation where there is one, else the prediction.

    Args:
        task: as it is exported in the format ``JSON``.
        units: what offsets count.

    Returns:
        The extraction that the task was made of, its claims as they were annotated.

    Raises:
        ContractError: where the object is no task, or an offset is not in its text.

    >>> from quoteattr.pipeline import extract
    >>> text = "„Vin mâine”, a spus Ion Popescu."
    >>> from_labelstudio(to_labelstudio(extract(text), text)) == extract(text)
    True
    """
    data = task.get("data") if isinstance(task, Mapping) else None
    if not isinstance(task, Mapping) or not isinstance(data, Mapping):
        raise ContractError("a task is a JSON object with the field 'data'")
    text = data.get("text")
    if not isinstance(text, str):
        raise ContractError("$.data.text: missing or not a string")
    if "quoteattr" in data:
        base = from_dict(data["quoteattr"])
        check_text(base, text)
    else:
        base = empty_extraction(str(data.get("id", task.get("id", ""))), text)
    known = {str(placed.rest["id"]): placed.rest for placed in take_apart(base)}
    reader = _Reader(len(text), Offsets(text, units), known)
    try:
        claims = list(reader.claims(_result(task)))
    except ContractError as error:
        raise ContractError(f"{base.id}: {error}") from error
    return put_together(claims, text, without_claims(base))


class _Writer:
    """Makes regions, choices and relations of claims."""

    def __init__(self, text: str, offsets: Offsets) -> None:
        self._text = text
        self._offsets = offsets

    def items(self, placed: Placed) -> Iterator[dict[str, Any]]:
        """Yield the regions of a claim, each after the first with the relation that leads to it."""
        head = f"{placed.rest['id']}.content.0"
        regions = [("continues", "Content", span) for span in placed.content]
        regions += [(name, name.capitalize(), s) for name, s in placed.parts.items()]
        regions += [("relay", "Relay", span) for span in placed.relays]
        for index, (relation, label, span) in enumerate(regions):
            name = f"{placed.rest['id']}.{label.lower()}.{index}"
            yield self._item(name, "label", "labels", span, [label])
            if index:
                yield {
                    "type": "relation",
                    "from_id": head,
                    "to_id": name,
                    "direction": "right",
                    "labels": [relation],
                }
                continue
            yield self._item(name, "kind", "choices", span, [placed.kind])
            flags = [flag for flag in ("negated", "hedged") if getattr(placed, flag)]
            if flags:
                yield self._item(name, "flags", "choices", span, flags)

    def _item(
        self, name: str, control: str, kind: str, span: Span, values: list[str]
    ) -> dict[str, Any]:
        start, end = self._offsets.outward(span.start), self._offsets.outward(span.end)
        value = {"start": start, "end": end, "text": self._text[span.start : span.end]}
        head = {"id": name, "from_name": control, "to_name": "text", "type": kind}
        return head | {"value": value | {kind: values}}


@frozen
class _Region:
    label: str
    span: Span


class _Reader:
    """Makes claims of regions, choices and relations."""

    def __init__(self, length: int, offsets: Offsets, known: Mapping[str, Any]) -> None:
        self._length = length
        self._offsets = offsets
        self._known = known

    def claims(self, result: list[Mapping[str, Any]]) -> Iterator[Placed]:
        """Yield a claim for each content that continues no other."""
        regions = {
            str(item.get("id")): self._region(item)
            for item in result
            if item.get("type") == "labels"
        }
        choices: dict[tuple[str, str], list[str]] = {
            (str(item.get("id")), str(item.get("from_name"))): chosen
            for item in result
            if item.get("type") == "choices" and (chosen := _values(item, "choices"))
        }
        links: dict[str, list[str]] = {}
        continued = set()
        for item in result:
            if item.get("type") == "relation":
                links.setdefault(str(item.get("from_id")), []).append(str(item.get("to_id")))
                labels = item.get("labels")
                if isinstance(labels, list) and "continues" in labels:
                    continued.add(str(item.get("to_id")))
        for name, region in regions.items():
            if region.label == "Content" and name not in continued:
                linked = [regions[to] for to in links.get(name, ()) if to in regions]
                flags = choices.get((name, "flags"), [])
                kind = (choices.get((name, "kind")) or ["indirect"])[0]
                yield self._claim(name, [region, *linked], kind, flags)

    def _claim(self, name: str, regions: list[_Region], kind: str, flags: list[str]) -> Placed:
        spans: dict[str, list[Span]] = {}
        for region in regions:
            spans.setdefault(region.label.lower(), []).append(region.span)
        return Placed(
            content=tuple(sorted(spans["content"])),
            kind=kind,
            parts={part: spans[part][0] for part in PARTS if part in spans},
            relays=tuple(spans.get("relay", ())),
            negated="negated" in flags,
            hedged="hedged" in flags,
            rest=self._known.get(name.partition(".")[0], {}),
        )

    def _region(self, item: Mapping[str, Any]) -> _Region:
        value = item.get("value")
        labels = _values(item, "labels")
        if not isinstance(value, Mapping) or not labels:
            raise ContractError(f"region {item.get('id')!r}: no label")
        places = [value.get("start"), value.get("end")]
        if not all(isinstance(place, int) for place in places):
            raise ContractError(f"region {item.get('id')!r}: start and end are not integers")
        start, end = (self._offsets.inward(int(place or 0)) for place in places)
        if not 0 <= start <= end <= self._length:
            raise ContractError(
                f"region {item.get('id')!r}: {places} is not in the text of {self._length} "
                "characters; is it that of another task?"
            )
        return _Region(str(labels[0]), Span(start, end))


def _result(task: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the regions of the last annotation that was not cancelled, else of a prediction."""
    made = [one for one in _objects(task, "annotations") if not one.get("was_cancelled")]
    made = made[-1:] or _objects(task, "predictions")
    result = made[-1].get("result") if made else []
    if not isinstance(result, list):
        raise ContractError("'result' is not an array")
    return [item for item in result if isinstance(item, Mapping)]


def _objects(task: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the objects of an array of the task."""
    array = task.get(name)
    if array is not None and not isinstance(array, list):
        raise ContractError(f"{name!r} is not an array")
    return [one for one in array or () if isinstance(one, Mapping)]


def _values(item: Mapping[str, Any], name: str) -> list[Any]:
    """Return what was chosen for a region; nothing where that is no array."""
    value = item.get("value")
    values = value.get(name) if isinstance(value, Mapping) else None
    return values if isinstance(values, list) else []
