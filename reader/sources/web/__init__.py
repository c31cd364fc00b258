"""Web pages: what they say of themselves, what of them is the report, and what is furniture."""
