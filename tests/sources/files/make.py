"""Makes the files here with the programs that make such files: run it where they are installed.

Needs LibreOffice (DOCX, ODT, RTF, PDF, EPUB), Chromium (MHTML), Wget (WARC), Mutt (EML), and
Pelican in a virtual environment of its own (Atom, RSS).
Run: python tests/sources/files/make.py PELICAN
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HERE = Path(__file__).parent
PARAGRAPHS = (HERE / "report.txt").read_text("utf-8").strip().split("\n\n")

FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>The Eastport Courier</dc:title></office:meta>
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
    """Office files and an e-book, from one document with all that may stand beside a text."""
    rows = [escape(row, quote=False) for row in PARAGRAPHS[1:]]
    rows[2] = rows[2].replace("two in the", f"two{REMARK} in the")
    body = "".join(f'<text:p text:style-name="Standard">{row}</text:p>' for row in rows)
    body = body.replace("board.", f"board{NOTE}.", 1)
    body = body.replace("standing queue", 'standing<text:change text:change-id="d1"/> queue', 1)
    flat = folder / "report.fodt"
    flat.write_text(FLAT.format(headline=escape(PARAGRAPHS[0]), body=body), "utf-8")
    for kind in ("odt", "docx", "rtf", "pdf", "epub"):
        if kind == "pdf":
            # On paper a deletion is not marked as one.
            text = flat.read_text("utf-8").replace('<text:change text:change-id="d1"/>', "")
            flat.write_text(text, "utf-8")
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, "--outdir", HERE, flat],
            check=True,
            env=os.environ | {"HOME": str(folder)},
        )


class Quiet(SimpleHTTPRequestHandler):
    """Serves the folder without a word."""

    def log_message(self, *_: object) -> None:
        return

    def translate_path(self, path: str) -> str:
        # A client that takes this for a proxy asks for whole addresses.
        return super().translate_path(urlsplit(path).path)


def browser(folder: Path) -> None:
    """The page as Chromium saves it whole, asked over a pipe as its developer tools do."""
    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=HERE))
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    asks, answers = os.pipe(), os.pipe()

    def take_ends() -> None:
        ends = os.dup(asks[0]), os.dup(answers[1])
        for end, number in zip(ends, (3, 4), strict=True):
            os.dup2(end, number)

    command = ["chromium", "--headless", "--no-sandbox", "--remote-debugging-pipe"]
    command += [f"--user-data-dir={folder}", "about:blank"]
    command += [f"--host-resolver-rules=MAP courier.example 127.0.0.1:{serving.server_port}"]
    running = subprocess.Popen(command, preexec_fn=take_ends, close_fds=False)
    with os.fdopen(asks[1], "wb", 0) as out, os.fdopen(answers[0], "rb", 0) as back:

        def call(number: int, method: str, session: str = "", **params: object) -> dict[str, Any]:
            message = {"id": number, "method": method, "params": params}
            message |= {"sessionId": session} if session else {}
            out.write(json.dumps(message).encode() + b"\0")
            while True:
                answer = b""
                while not answer.endswith(b"\0"):
                    answer += back.read(1)
                told = json.loads(answer[:-1])
                if told.get("id") == number:
                    return told["result"]

        target = call(1, "Target.createTarget", url="http://courier.example/page.html")["targetId"]
        session = call(2, "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        loaded = "document.readyState == 'complete' && location.pathname == '/page.html'"
        while not call(3, "Runtime.evaluate", session, expression=loaded)["result"]["value"]:
            continue
        saved = call(4, "Page.captureSnapshot", session, format="mhtml")["data"]
        (HERE / "page.mhtml").write_bytes(saved.encode())
        call(5, "Browser.close")
    running.wait()
    serving.shutdown()


def crawler(folder: Path) -> None:
    """The page as Wget archives it."""
    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=HERE))
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    proxy = f"http_proxy=http://127.0.0.1:{serving.server_port}"
    page = "http://courier.example/page.html"
    command = ["wget", "-q", "-e", proxy, "--warc-file=page", "--no-warc-keep-log"]
    subprocess.run([*command, page], check=True, cwd=folder)
    (HERE / "page.warc.gz").write_bytes((folder / "page.warc.gz").read_bytes())
    serving.shutdown()


def mail(folder: Path) -> None:
    """A newsletter as Mutt sends it: plain text, and HTML beside it."""
    text = "\n\n".join(PARAGRAPHS[2:])
    rows = "".join(f"<tr><td><p>{escape(row, quote=False)}</p></td></tr>" for row in PARAGRAPHS[2:])
    letter = (
        '<html><body><div style="display:none">Six lanes closed, ferries till two</div>'
        '<p><a href="https://courier.example/l/1">View this letter in your browser</a></p>'
        f"<table>{rows}</table>"
        '<p><a href="https://courier.example/u/1">Unsubscribe</a></p></body></html>'
    )
    (folder / "letter.html").write_text(f"text/html\n\n{letter}", "utf-8")
    rules = {
        "from": "'The Eastport Courier <letters@courier.example>'",
        "use_from": "yes",
        "hostname": "courier.example",
        "sendmail": f"'{folder / 'keep'}'",
        "send_multipart_alternative": "yes",
        "send_multipart_alternative_filter": f"'cat {folder / 'letter.html'}'",
        "send_charset": "utf-8",
        "charset": "utf-8",
        "copy": "no",
    }
    (folder / "keep").write_text(f"#!/bin/sh\ncat > '{HERE / 'letter.eml'}'\n")
    (folder / "keep").chmod(0o700)
    (folder / "muttrc").write_text("".join(f"set {key}={rule}\n" for key, rule in rules.items()))
    subprocess.run(
        ["mutt", "-n", "-F", folder / "muttrc", "-s", PARAGRAPHS[0], "reader@desk.example"],
        input=text.encode(),
        check=True,
    )


def feed(folder: Path, pelican: str) -> None:
    """Atom and RSS of two entries, as Pelican writes them."""
    content = folder / "content"
    content.mkdir()
    second = "Ferries to run all night\n\nThe port said so on Wednesday morning."
    for number, rows in enumerate((PARAGRAPHS[:1] + PARAGRAPHS[2:], second.split("\n\n")), 1):
        head = f"Title: {rows[0]}\nDate: 2024-06-{17 + number} 21:05\nAuthor: Nora Lindqvist\n\n"
        (content / f"{number}.md").write_text(head + "\n\n".join(rows[1:]), "utf-8")
    (folder / "conf.py").write_text(
        "SITENAME = 'The Eastport Courier'\nSITEURL = FEED_DOMAIN = 'https://courier.example'\n"
        "TIMEZONE = 'Europe/Stockholm'\nFEED_ALL_ATOM = 'feed.atom'\nFEED_ALL_RSS = 'feed.rss'\n"
        "RSS_FEED_SUMMARY_ONLY = True\n"
    )
    output = folder / "output"
    subprocess.run([pelican, content, "-o", output, "-s", folder / "conf.py"], check=True)
    for name in ("feed.atom", "feed.rss"):
        (HERE / name).write_bytes((output / name).read_bytes())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        office(Path(folder))
        browser(Path(folder))
        crawler(Path(folder))
        mail(Path(folder))
        feed(Path(folder), sys.argv[1] if len(sys.argv) > 1 else "pelican")
