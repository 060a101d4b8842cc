"""The checks of the project; ``nox`` runs all that a change has to pass.

``python -m pip install nox && nox`` works in a fresh clone with Python and nothing else.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import nox

ROOT = Path(__file__).parent

nox.needs_version = ">=2024.4.15"
nox.options.sessions = [
    *(
        "lint",
        "typing",
        "api",
        "tests",
        "downstream",
        "sdist",
        "extras",
        "corpus",
        "docs",
        "spark",
        "stanza",
    )
]
nox.options.error_on_missing_interpreters = True

TEST_TOOLS = ("pytest>=8", "hypothesis>=6.100", "jsonschema>=4.20", "hatchling>=1.18")
TYPED = ("pytest>=8", "hypothesis>=6.100", "pandas-stubs")
# What other people read the exported formats with; tests are skipped where one is missing.
OTHER_READERS = ("lxml>=5", "pandas>=2", "pybrat>=0.1.7", "rdflib>=7")
CONSOLES = "tests/test_readme.py::test_consoles_show_what_comes_out"
CONVERTING = "tests/cli/test_converting.py"
# The module that an extra installs, and the tests and examples that need it.
EXTRAS = {
    "arrow": (
        "pyarrow",
        "tests/readers/test_parquet.py",
        "tests/export/test_parquet.py",
        "tests/export/test_columns.py",
        "tests/test_arrow.py",
        f"{CONVERTING}::test_parquet_and_back",
        f"{CONVERTING}::test_parquet_that_is_none",
    ),
    "html": (
        "trafilatura",
        "tests/readers/test_html.py",
        f"{CONSOLES}[docs/how-to/newsroom-page.md]",
    ),
    "pandas": ("pandas", "tests/export/test_frames.py", "docs/how-to/pandas.md"),
    "spacy": ("spacy", "tests/test_spacy.py", "docs/how-to/spacy.md"),
    "uima": (
        "cassis",
        "tests/export/test_cas.py",
        f"{CONVERTING}::test_cas_and_back",
        "docs/how-to/inception.md",
        f"{CONSOLES}[docs/how-to/inception.md]",
    ),
}
SCALE = "docs/how-to/scale.md"
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
    """Types of the package and of its use, strictly; every public symbol has a known one."""
    install_wheel(session, "mypy>=1.10", "pyright>=1.1.390", "types-regex", "types-tqdm", *TYPED)
    session.run("mypy", "--strict", "quoteattr", "tests/typing/public_functions.py")
    session.run("pyright")
    # Away from the checkout, which would hide the installed package with its py.typed.
    session.chdir(session.create_tmp())
    session.run("python", str(ROOT / "tests" / "typing" / "completeness.py"))


@nox.session
def api(session: nox.Session) -> None:
    """What broke in the public API since the last release, by the tags of git."""
    tag = session.run(
        *("git", "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"),
        external=True,
        silent=True,
        success_codes=[0, 128],
        log=False,
    )
    if not isinstance(tag, str) or not tag.startswith("v"):
        session.skip("there is no tag of a release yet: nothing to compare the API with")
    session.install("griffe>=1.5")
    session.run("python", "tests/api_changes.py", tag.strip())


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, on the built wheel and not on the checkout."""
    install_wheel(session, *TEST_TOOLS, *OTHER_READERS)
    session.run("pytest", *(session.posargs or ["tests"]), env=TEST_ENVIRONMENT)


@nox.session
@nox.parametrize("extra", ["", "pandas"], ids=["alone", "pandas"])
def downstream(session: nox.Session, extra: str) -> None:
    """The tests of a project that uses the package, in an environment of its own."""
    tools = ["pytest>=8", "hypothesis>=6.100"] if extra else ["pytest>=8"]
    install_wheel(session, *tools, extra=extra)
    session.install("--no-deps", "tests/downstream")
    session.run("pytest", "-c", "tests/downstream/pyproject.toml", "tests/downstream")


@nox.session
def sdist(session: nox.Session) -> None:
    """The source distribution builds the wheel, and both carry the same package."""
    session.install("build>=1.2")
    folder = Path(session.create_tmp()) / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    # Without options `build` makes the wheel from the sdist, not from the checkout.
    session.run("python", "-m", "build", "--outdir", str(folder), ".", silent=True)
    (wheel,) = folder.glob("*.whl")
    session.install("--force-reinstall", str(wheel), *TEST_TOOLS)
    session.run("pytest", "tests/test_package.py", env=TEST_ENVIRONMENT)


@nox.session
def weight(session: nox.Session) -> None:
    """Megabytes and seconds of ``pip install``, as docs/how-to/install.md gives them."""
    folder = Path(session.create_tmp()) / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "-m", "pip", "wheel", "--no-deps", "-qw", str(folder), ".", silent=True)
    (wheel,) = folder.glob("*.whl")
    session.run("python", "tests/weight.py", str(wheel))


@nox.session
def minimums(session: nox.Session) -> None:
    """The tests with the oldest dependencies that pyproject.toml allows."""
    install_wheel(session, *TEST_TOOLS, *lowest_bounds())
    session.run("pytest", *(session.posargs or ["tests"]), env=TEST_ENVIRONMENT)


@nox.session
@nox.parametrize("extra", [nox.param(name, id=name) for name in EXTRAS])
def extras(session: nox.Session, extra: str) -> None:
    """The tests of what needs an optional library, with that extra alone."""
    module, *tests = EXTRAS[extra]
    install_wheel(session, *TEST_TOOLS, "sybil>=9", extra=extra)
    # Tests are skipped where the library is missing; here it may not be.
    session.run("python", "-c", f"import {module}")
    session.run("pytest", *(session.posargs or tests), env=TEST_ENVIRONMENT)


@nox.session
def spark(session: nox.Session) -> None:
    """The tests of Arrow and of Spark, in Spark's local mode; needs Java 17."""
    install_wheel(session, *TEST_TOOLS, "sybil>=9", "datasets>=3", extra="spark")
    tests = ("tests/test_spark.py", "tests/test_arrow.py", "tests/export/test_columns.py", SCALE)
    # Spark warns of a pandas that is newer than itself; the examples do not use pandas.
    options = ("-W", "ignore::FutureWarning")
    session.run("pytest", *options, *(session.posargs or tests), env=TEST_ENVIRONMENT)


@nox.session
def ray(session: nox.Session) -> None:
    """The examples for Ray Data."""
    install_wheel(session, *TEST_TOOLS, "sybil>=9", "ray[data]>=2.40", extra="arrow")
    # Ray warns of its own settings.
    session.run("pytest", "-W", "ignore", *(session.posargs or (SCALE,)), env=TEST_ENVIRONMENT)


@nox.session
def tools(session: nox.Session) -> None:
    """Tasks for Label Studio, checked by its own library, which takes minutes to install."""
    install_wheel(session, *TEST_TOOLS, "label-studio-sdk>=1.0.8")
    session.run("python", "-W", "ignore", "-c", "import label_studio_sdk.label_interface")
    session.run("pytest", "tests/export/test_labelstudio.py", env=TEST_ENVIRONMENT)


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
    install_wheel(session, extra="spark" if "spark" in session.posargs else "")
    session.run("python", "tests/benchmarks", *session.posargs, env={"PYTHONSAFEPATH": "1"})


@nox.session
def fuzz(session: nox.Session) -> None:
    """Bytes of every kind against extractor, scanner, readers and exporters.

    ``nox -s fuzz -- 60 read-csv extract``: seconds for each, and which; all of them by default.
    """
    install_wheel(session, "atheris>=2.3", "trafilatura>=2", "lxml_html_clean", "pyarrow>=15")
    seconds, *targets = session.posargs or ["60"]
    listed = session.run(
        *("python", "tests/fuzz/run.py", "--list"), env=TEST_ENVIRONMENT, silent=True
    )
    for target in targets or str(listed).split():
        session.run(
            *("python", "tests/fuzz/run.py", target, "--seconds", seconds), env=TEST_ENVIRONMENT
        )


@nox.session
def peers(session: nox.Session) -> None:
    """The wheel beside other ways to find quotations: time and accuracy on the same articles."""
    install_wheel(session, "textacy>=0.13", "spacy>=3.7")
    session.run(
        *("python", "tests/benchmarks", "peers", *session.posargs), env={"PYTHONSAFEPATH": "1"}
    )
