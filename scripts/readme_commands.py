"""Types what the README tells a newcomer to type, so that the first page never lies.

`make test` is left to its own stage of CI; every other command in a block marked `sh` of README.md is run from the
root of the checkout, in order, and must succeed. They write into out/, which must not be there yet.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> int:
    if (ROOT / "out").exists():
        print("out/ is there already: remove it first, so that what the commands write is new", file=sys.stderr)
        return 1
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    for line in lines:
        if line and line != "make test":
            print(f"$ {line}", flush=True)
            if subprocess.run(line, shell=True, cwd=ROOT).returncode != 0:
                print(f"README.md: this command failed: {line}", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
