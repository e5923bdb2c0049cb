"""`python -m cli`: the same program where no script is installed."""

import sys

from .main import main

sys.exit(main())
