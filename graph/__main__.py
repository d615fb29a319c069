"""The program: `python -m paperlattice` and the command `paperlattice`."""

from __future__ import annotations

import sys

from paperlattice.graph.cli.run import main

if __name__ == "__main__":
    sys.exit(main())
