"""Builds the distributions with setuptools, after checking that the links to the two folders are links.

`.src/paperlattice` holds links to `graph` and `extractors`. Git without symbolic links, as on some Windows
machines, checks out small text files instead; setuptools would silently leave the packages out.

With PAPERLATTICE_COMPILE=1 in the environment a wheel holds the modules in which reading spends its time as
machine code too, made by mypyc; that takes a C compiler and a minute or two. What is found is the same.
"""

import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

import setuptools
from setuptools import build_meta
from setuptools.build_meta import *  # noqa: F403

_MISSING = [name for name in ("graph", "extractors") if not Path(__file__).with_name(name).is_dir()]
if _MISSING:
    sys.exit(
        f"paperlattice cannot be built: .src/paperlattice/{_MISSING[0]} is not a link to the folder "
        f"{_MISSING[0]}; run: git config core.symlinks true && git checkout -- .src"
    )

_COMPILES = os.environ.get("PAPERLATTICE_COMPILE", "") not in ("", "0")
_COMPILED = (
    "abbreviations", "candidates", "context", "features", "gazetteer", "hosts", "salience", "scorer",
    "selection", "term_features", "term_places", "term_scorer", "term_selection", "terms", "text", "urls",
    "word_weights",
)  # fmt: skip
"""The modules of `extractors` that are compiled."""


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    """Return what a wheel needs besides setuptools to be built."""
    return [*build_meta.get_requires_for_build_wheel(config_settings), *(["mypy>=1.11"] if _COMPILES else [])]


def build_wheel(wheel_directory: str, config_settings: Any = None, metadata_directory: Any = None) -> str:
    """Build a wheel, of Python alone or with compiled modules."""
    if _COMPILES:
        from mypyc.build import mypycify

        files = [f".src/paperlattice/extractors/{name}.py" for name in _COMPILED]
        # Types of other packages, and of what is not compiled, are left open; a checkout's own settings are
        # for its checks.
        options = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent"]
        modules = mypycify([*options, *files], group_name="paperlattice", debug_level="0")
        # The project has no setup.py, in which this would stand.
        setuptools.setup = partial(setuptools.setup, ext_modules=modules)
    built: str = build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
    return built
