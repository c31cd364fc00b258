"""Nothing that Reader is built on keeps or reports what was compared."""

import os
import subprocess
import sys

from tests.test_cli_process import FROM_SOURCE, A, B


def test_comparing_leaves_nothing_at_home(tmp_path):
    # Without the rest of the environment: libraries hold back where they see that they are tested.
    bare = {"PATH": os.defpath, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "reader", "compare", str(A), str(B)]
    done = subprocess.run(command, env=bare | FROM_SOURCE, capture_output=True, timeout=120)
    assert done.stdout
    assert list(tmp_path.rglob("*")) == []
