"""The program: `python -m paperlattice`."""

import sys

from paperlattice.graph.cli.run import main

if __name__ == "__main__":
    sys.exit(main())
