"""`python -m cxdesk`: the command line."""

import sys

from cxdesk.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
