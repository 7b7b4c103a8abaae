"""Settings every test shares: how hypothesis looks for counterexamples.

At a desk it searches anew on every run. In CI (the variable CI is set) it derives its examples from the test
itself, so that a run repeats exactly, and prints what reproduces a failure.
"""

import os

from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
