"""One thread for matrices: ours are small, their sums never vary then, and cores are for processes.

Imported before numpy, which asks once, by whatever here may import that first.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
