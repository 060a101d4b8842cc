"""The benchmark says what it measured: sizes are met, and a missed bar is called missed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "benchmarks"


@pytest.fixture
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The modules of the benchmark, which import each other by their bare names."""
    monkeypatch.syspath_prepend(str(FOLDER))


@pytest.mark.parametrize(
    ("value", "bar", "is_least", "note", "verdict"),
    [
        (8.0, 8.0, False, "", "held"),
        (8.1, 8.0, False, "", "missed"),
        (1.7, 1.7, True, "", "held"),
        (1.69, 1.7, True, "", "missed"),
        (8.1, None, False, "", ""),
        (None, 11.0, False, "over 300 s", "missed"),
        (None, 1.7, True, "not there yet", "not measured"),
    ],
)
def test_verdicts(
    benchmarks: None,
    value: float | None,
    bar: float | None,
    is_least: bool,
    note: str,
    verdict: str,
) -> None:
    from report import Row, to_table

    row = Row("part", "what", value, bar=bar, is_least=is_least, note=note)
    assert row.verdict == verdict
    assert to_table([row]).splitlines()[-1].split("|")[-2].strip() == verdict


def test_a_page_keeps_what_stands_around_its_table(benchmarks: None, tmp_path: Path) -> None:
    from report import write_between_marks

    page = tmp_path / "speed.md"
    page.write_text("Before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n", "utf-8")
    write_between_marks(page, "bench", "new\n")
    assert page.read_text("utf-8") == "Before\n<!-- bench -->\nnew\n<!-- /bench -->\nafter\n"
    with pytest.raises(SystemExit, match="peers"):
        write_between_marks(page, "peers", "new\n")


def test_documents_have_the_size_asked_for(benchmarks: None) -> None:
    from texts import documents

    sizes = {name: len(make(20_000).encode()) for name, make in documents().items()}
    assert len(sizes) >= 12
    assert {name: size for name, size in sizes.items() if not 19_000 < size <= 20_000} == {}


def test_a_document_of_many_people_has_them(benchmarks: None) -> None:
    from texts import people, person

    assert len({person(number) for number in range(10_000)}) == 10_000
    assert person(199) in people(60_000, 200)
    assert person(200) not in people(60_000, 200)


def test_parts_of_a_text_make_it_up_again(benchmarks: None) -> None:
    from growth import in_parts
    from texts import documents

    for name, make in documents().items():
        text = make(5_000)
        parts = in_parts(text, 10)
        assert "".join(parts) == text, name
        assert len(parts) == 10


def test_the_program_writes_what_it_prints(
    tmp_path: Path, subprocess_environment: dict[str, str]
) -> None:
    result = subprocess.run(
        [
            sys.executable,
            str(FOLDER),
            "growth",
            "--only",
            "„",
            "--size",
            "20000",
            "--json",
            "figures.json",
        ],
        env=subprocess_environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    rows = json.loads((tmp_path / "figures.json").read_text("utf-8"))["rows"]
    assert [row["part"] for row in rows] == ["growth", "memory"]
    assert rows[0]["value"] > 0
    assert all(f"| {row['what']}" in result.stdout for row in rows)


def test_every_stage_is_one_of_the_package(benchmarks: None, package: Path) -> None:
    from rate import STAGES

    there = {path.stem for path in package.iterdir()}
    assert set(STAGES) - there == set()


def test_a_frame_counts_for_the_stage_that_called(benchmarks: None) -> None:
    from types import FrameType

    from rate import stage_of

    from quoteattr.zones import find_zones

    seen: set[str] = set()

    def look(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and "quoteattr" in frame.f_globals.get("__name__", ""):
            seen.add(stage_of(frame))

    sys.setprofile(look)
    try:
        find_zones("Titlu\n\nText.", ())
    finally:
        sys.setprofile(None)
    assert seen == {"zones"}
