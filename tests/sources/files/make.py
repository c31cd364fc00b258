"""Makes the files here with the programs that make such files: run it where they are installed.

Needs LibreOffice (DOCX, ODT, RTF, PDF), Chromium (MHTML), Mutt (EML), and Pelican in a virtual
environment of its own (Atom, RSS). Run: python tests/sources/files/make.py
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
PARAGRAPHS = (HERE / "report.txt").read_text("utf-8").strip().split("\n\n")

FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
 <style:default-style style:family="paragraph">
  <style:paragraph-properties fo:hyphenation-ladder-count="no-limit"/>
  <style:text-properties fo:font-size="11pt" fo:language="en" fo:country="GB"
   fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/>
 </style:default-style>
 <style:style style:name="Standard" style:family="paragraph">
  <style:paragraph-properties fo:margin-bottom="0.2cm" fo:text-align="justify"/></style:style>
 <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
  style:default-outline-level="1"><style:text-properties fo:font-size="18pt"/></style:style>
</office:styles>
<office:automatic-styles>
 <style:page-layout style:name="page"><style:page-layout-properties fo:page-width="14.8cm"
  fo:page-height="21cm" fo:margin="1.5cm"/><style:header-style/><style:footer-style/>
 </style:page-layout>
 <style:style style:name="two" style:family="section"><style:section-properties>
  <style:columns fo:column-count="2" fo:column-gap="0.6cm"/></style:section-properties>
 </style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
 <style:header><text:p>The Eastport Courier, Wednesday edition</text:p></style:header>
 <style:footer><text:p>Page
  <text:page-number text:select-page="current">1</text:page-number></text:p>
 </style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="d1"><text:deletion>
 <office:change-info><dc:creator>Desk</dc:creator><dc:date>2024-06-19T08:00:00</dc:date>
 </office:change-info><text:p>and nobody was hurt in the queue</text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:h text:style-name="Heading_20_1" text:outline-level="1">{headline}</text:h>
<text:section text:name="body" text:style-name="two">{body}</text:section>
</office:text></office:body></office:document>
"""
REMARK = (
    "<office:annotation><dc:creator>Desk</dc:creator><dc:date>2024-06-19T08:00:00</dc:date>"
    "<text:p>Check the name with the authority.</text:p></office:annotation>"
)
NOTE = (
    '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Minutes of 12 February.</text:p></text:note-body></text:note>"
)


def office(folder: Path) -> None:
    """Word, OpenDocument, RTF and PDF, from one document with all that may stand beside a text."""
    rows = [escape(row, quote=False) for row in PARAGRAPHS[1:]]
    rows[2] = rows[2].replace("two in the", f"two{REMARK} in the")
    body = "".join(f'<text:p text:style-name="Standard">{row}</text:p>' for row in rows)
    body = body.replace("board.", f"board{NOTE}.", 1)
    body = body.replace("standing queue", 'standing<text:change text:change-id="d1"/> queue', 1)
    flat = folder / "report.fodt"
    flat.write_text(FLAT.format(headline=escape(PARAGRAPHS[0]), body=body), "utf-8")
    for kind in ("odt", "docx", "rtf", "pdf"):
        if kind == "pdf":
            # On paper a deletion is not marked as one.
            text = flat.read_text("utf-8").replace('<text:change text:change-id="d1"/>', "")
            flat.write_text(text, "utf-8")
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, "--outdir", HERE, flat],
            check=True,
            env=os.environ | {"HOME": str(folder)},
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        office(Path(folder))
