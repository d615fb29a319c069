"""Builds the distributions with setuptools, after checking that the links to the two folders are links.

`.src/paperlattice` holds links to `graph` and `extractors`. Git without symbolic links, as on some Windows
machines, checks out small text files instead; setuptools would silently leave the packages out.
"""

import sys
from pathlib import Path

from setuptools.build_meta import *  # noqa: F403

_MISSING = [name for name in ("graph", "extractors") if not Path(__file__).with_name(name).is_dir()]
if _MISSING:
    sys.exit(
        f"paperlattice cannot be built: .src/paperlattice/{_MISSING[0]} is not a link to the folder "
        f"{_MISSING[0]}; run: git config core.symlinks true && git checkout -- .src"
    )
