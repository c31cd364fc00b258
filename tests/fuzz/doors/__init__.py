"""Every way in. Each takes a payload to its door and checks what comes out on the other side."""

from __future__ import annotations

from tests.fuzz.doors.answers import answers, proxies
from tests.fuzz.doors.binaries import binaries
from tests.fuzz.doors.incoming import article, config, notes, story
from tests.fuzz.doors.leaving import exports, printed, template
from tests.fuzz.doors.program import command_line, screens, shell

QUICK = (article, story, config, notes, exports, template, command_line)
SLOW = (answers, proxies, binaries, printed)
"""At these a payload takes a good part of a second."""
WHOLE = (shell, screens)
"""At these the whole program is started, several times or for some seconds."""
DOORS = (*QUICK, *SLOW, *WHOLE)
