"""Where Stanza's Romanian models are, whether they are whole, and how to get them.

All of it is read from the files: importing Stanza takes seconds, a mistake is told at once.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import regex

from quoteattr.analysis.model_files import is_whole
from quoteattr.errors import AnalyzerUnavailableError

INSTALL = "install it with: pip install 'quoteattr[stanza]'"
_LANGUAGE = "ro"
_PROCESSORS = ("pos", "lemma", "depparse")
_VERSION = regex.compile(r"__resources_version__\s*+=\s*+[\"'](?P<version>[\w.]++)[\"']")


def check_installed() -> None:
    """Raise where Stanza or torch is not installed, without importing either."""
    for package in ("stanza", "torch"):
        if not _is_installed(package):
            raise AnalyzerUnavailableError(
                f"the analyzer stanza needs the package {package}; {INSTALL}"
            )


def _is_installed(package: str) -> bool:
    try:
        return importlib.util.find_spec(package) is not None
    except (ImportError, ValueError):
        return False


def default_folder() -> Path:
    """Return the folder in which Stanza itself looks for models.

    Raises:
        AnalyzerUnavailableError: Stanza is not installed.
    """
    given = os.environ.get("STANZA_RESOURCES_DIR")
    if given:
        return Path(given)
    check_installed()
    spec = importlib.util.find_spec("stanza")
    if spec is not None and spec.origin is not None:
        version = Path(spec.origin).with_name("_version.py")
        found = _VERSION.search(version.read_text("utf-8")) if version.is_file() else None
        if found and _is_installed("platformdirs"):
            import platformdirs

            cache = platformdirs.user_cache_dir("stanza", "StanfordNLP", found["version"])
            return Path(cache) / "resources"
    from stanza.resources.common import DEFAULT_MODEL_DIR

    return Path(DEFAULT_MODEL_DIR)


def how_to_download(folder: Path, package: str) -> str:
    """Return the end of a message: the command that gets the models."""
    wanted = "" if package == "default" else f" --package {package}"
    return f"get them with: quoteattr stanza-download --stanza-dir {folder}{wanted}"


def check_models(folder: Path, package: str) -> None:
    """Raise where the Romanian models of ``package`` are not in ``folder`` or not whole.

    Raises:
        AnalyzerUnavailableError: naming the file that is missing or broken.
    """
    hint = how_to_download(folder, package)
    if not folder.is_dir():
        raise AnalyzerUnavailableError(f"there is no folder {folder} with Stanza's models; {hint}")
    listing = folder / "resources.json"
    try:
        resources = json.loads(listing.read_text("utf-8"))
        language = resources[_LANGUAGE]
        packages = {"default": language.get("default_processors"), **language.get("packages", {})}
    except FileNotFoundError:
        raise AnalyzerUnavailableError(
            f"{folder} is no folder of Stanza's models: resources.json is missing; {hint}"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise AnalyzerUnavailableError(
            f"{listing} does not list Romanian models ({type(error).__name__}); {hint}"
        ) from error
    if not isinstance(packages.get(package), dict):
        names = ", ".join(sorted(name for name, value in packages.items() if value))
        raise AnalyzerUnavailableError(
            f"Stanza has no Romanian package {package!r} in {folder}; there are: {names}"
        )
    for path in _files(folder / _LANGUAGE, language, packages[package]):
        if not path.is_file():
            raise AnalyzerUnavailableError(f"the model {path} is missing; {hint}")
        if not is_whole(path):
            raise AnalyzerUnavailableError(f"the model {path} is broken; {hint}")


def _files(folder: Path, language: Mapping[str, Any], models: Mapping[str, str]) -> Iterator[Path]:
    """Yield the model files that tagging, lemmas and parsing need, and those they build on."""
    for processor in _PROCESSORS:
        name = models.get(processor)
        if name is None:
            continue
        yield folder / processor / f"{name}.pt"
        known = language.get(processor, {}).get(name, {})
        for needed in known.get("dependencies") or ():
            yield folder / needed["model"] / f"{needed['package']}.pt"


def download(model_dir: str | Path | None, package: str) -> Path:
    """Download the Romanian models of ``package``; see :meth:`StanzaAnalyzer.download`."""
    check_installed()
    folder = default_folder() if model_dir is None else Path(model_dir)
    try:
        import stanza

        folder.mkdir(parents=True, exist_ok=True)

        stanza.download(  # pyright: ignore[reportAttributeAccessIssue]
            _LANGUAGE,
            model_dir=str(folder),
            package=package,
            processors=",".join(("tokenize", *_PROCESSORS)),
            logging_level="INFO",
        )
    except (OSError, ValueError, ImportError) as error:
        # requests' ConnectionError is an OSError; so are a full disk and a folder not writable.
        reason = f"{type(error).__name__}: {str(error).partition(chr(10))[0]:.160}"
        raise AnalyzerUnavailableError(
            f"the Romanian models of Stanza cannot be downloaded to {folder} ({reason}); where "
            "there is no network, copy the folder from a machine that has it, and name it with "
            "--stanza-dir"
        ) from error
    return folder
