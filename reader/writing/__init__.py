"""Documents for other programs: text from outside as Markdown, and Markdown as a web page."""
