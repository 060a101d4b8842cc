"""The checks of the project; ``nox`` runs all that a change has to pass.

``python -m pip install nox && nox`` works in a fresh clone with Python and nothing else.
"""

from __future__ import annotations

from pathlib import Path

import nox

ROOT = Path(__file__).parent

nox.needs_version = ">=2024.4.15"
nox.options.sessions = ["lint", "typing", "tests", "extras", "corpus", "docs", "spark"]
nox.options.error_on_missing_interpreters = True

TEST_TOOLS = ("pytest>=8", "hypothesis>=6.100", "jsonschema>=4.20")
# What other people read the exported formats with; tests are skipped where one is missing.
OTHER_READERS = ("lxml>=5", "pandas>=2", "rdflib>=7")
# The module that an extra installs, and the tests that need it.
EXTRAS = {
    "arrow": ("pyarrow", "tests/readers/test_parquet.py", "tests/export/test_parquet.py"),
    "html": ("trafilatura", "tests/readers/test_html.py"),
    "pandas": ("pandas", "tests/export/test_frames.py"),
    "spacy": ("spacy", "tests/test_spacy.py"),
    "uima": ("cassis", "tests/export/test_cas.py"),
}
TEST_ENVIRONMENT = {
    "HYPOTHESIS_PROFILE": "ci",
    "PYTHONSAFEPATH": "1",  # keeps the checkout off sys.path, so that the wheel is what is tested
    "QUOTEATTR_TEST_INSTALLED": "1",
}


def install_wheel(session: nox.Session, *tools: str, extra: str = "") -> None:
    """Build the wheel and install that very file, with its dependencies and ``tools``."""
    folder = Path(session.create_tmp()) / "wheel"
    for old in folder.glob("*.whl"):
        old.unlink()
    session.run(
        *("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), "."),
        silent=True,
    )
    (wheel,) = folder.glob("*.whl")
    # The version alone does not tell a new wheel from the one already installed.
    session.install("--force-reinstall", "--no-deps", str(wheel))
    session.install(f"{wheel}[{extra}]" if extra else str(wheel), *tools)


def lowest_bounds() -> list[str]:
    """Return the dependencies of pyproject.toml, pinned to their lower bounds."""
    dependencies: list[str] = nox.project.load_toml(ROOT / "pyproject.toml")["project"][
        "dependencies"
    ]
    return [dependency.replace(">=", "==") for dependency in dependencies]


@nox.session
def lint(session: nox.Session) -> None:
    """Style and formatting."""
    session.install("ruff>=0.12")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def typing(session: nox.Session) -> None:
    """Types of the package, strictly."""
    dependencies = nox.project.load_toml(ROOT / "pyproject.toml")["project"]["dependencies"]
    session.install("mypy>=1.10", "types-regex", "types-tqdm", *TEST_TOOLS, *dependencies)
    session.run("mypy", "--strict", "quoteattr")


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, on the built wheel and not on the checkout."""
    install_wheel(session, *TEST_TOOLS, *OTHER_READERS)
    session.run("pytest", *(session.posargs or ["tests"]), env=TEST_ENVIRONMENT)


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests with the oldest dependencies that pyproject.toml allows."""
    install_wheel(session, *TEST_TOOLS, *lowest_bounds())
    session.run("pytest", *(session.posargs or ["tests"]), env=TEST_ENVIRONMENT)


@nox.session
@nox.parametrize("extra", [nox.param(name, id=name) for name in EXTRAS])
def extras(session: nox.Session, extra: str) -> None:
    """The tests of what needs an optional library, with that extra alone."""
    module, *tests = EXTRAS[extra]
    install_wheel(session, *TEST_TOOLS, extra=extra)
    # Tests are skipped where the library is missing; here it may not be.
    session.run("python", "-c", f"import {module}")
    session.run("pytest", *(session.posargs or tests), env=TEST_ENVIRONMENT)


@nox.session
def spark(session: nox.Session) -> None:
    """The tests of Arrow and of Spark, in Spark's local mode; needs Java 17."""
    install_wheel(session, *TEST_TOOLS, extra="spark")
    tests = ("tests/test_spark.py", "tests/test_arrow.py", "tests/export/test_columns.py")
    session.run("pytest", *(session.posargs or tests), env=TEST_ENVIRONMENT)


@nox.session
def stanza(session: nox.Session) -> None:
    """The tests of the analyzer Stanza: micro models trained on the spot, real ones if named."""
    # From the index for the CPU alone torch takes a tenth of the space, where that is reachable.
    session.install("torch==2.13.0")
    install_wheel(session, *TEST_TOOLS, "stanza>=1.15")
    session.run(
        *("pytest", *(session.posargs or ["tests/analysis", "tests/cli/test_analyzers.py"])),
        env=TEST_ENVIRONMENT,
    )


@nox.session
def corpus(session: nox.Session) -> None:
    """The scores on the corpus, which must not fall below their floors."""
    install_wheel(session, *TEST_TOOLS)
    session.run("pytest", "tests/test_corpus.py", env=TEST_ENVIRONMENT)


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, warnings as errors, and every example in it and in the docstrings."""
    install_wheel(
        *(session, "sphinx>=8", "furo>=2024.8.6", "myst-parser>=4", "sybil>=9", *TEST_TOOLS)
    )
    output = Path(session.create_tmp()) / "html"
    session.run(
        *("sphinx-build", "-W", "--keep-going", "-q", "-b", "html", "docs", str(output)),
        env=TEST_ENVIRONMENT,
    )
    session.run("pytest", "README.md", "docs", "quoteattr", env=TEST_ENVIRONMENT)


@nox.session
def readme(session: nox.Session) -> None:
    """Write the output of every console example in README and docs anew."""
    install_wheel(session, *TEST_TOOLS)
    session.run("pytest", "tests/test_readme.py", "--rewrite-consoles", env=TEST_ENVIRONMENT)


@nox.session
def floors(session: nox.Session) -> None:
    """Raise the floors of the corpus to the scores of today; none is lowered."""
    install_wheel(session, *TEST_TOOLS)
    session.run(
        *("pytest", "tests/test_corpus.py", "-k", "asked", "--raise-floors"), env=TEST_ENVIRONMENT
    )


@nox.session
def bench(session: nox.Session) -> None:
    """The speed of the wheel, as ratios within one run; ``--full`` takes the bars' sizes."""
    install_wheel(session)
    session.run("python", "tests/benchmarks", *session.posargs, env={"PYTHONSAFEPATH": "1"})


@nox.session
def peers(session: nox.Session) -> None:
    """The wheel beside other ways to find quotations: time and accuracy on the same articles."""
    install_wheel(session, "textacy>=0.13", "spacy>=3.7")
    session.run(
        *("python", "tests/benchmarks", "peers", *session.posargs), env={"PYTHONSAFEPATH": "1"}
    )
