"""Pages from the web, when the reporter asks for one; nothing else in Reader uses the network."""

from __future__ import annotations

from reader.library.web.fetching import Fetched, Web, fetch

__all__ = ["Fetched", "Web", "fetch"]
