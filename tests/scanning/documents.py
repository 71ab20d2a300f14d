"""Documents of every kind made from the same paragraphs, and hostile ones."""

from __future__ import annotations

import zipfile
from html import escape
from io import BytesIO

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SCRIPT = "app.launchURL('https://example.org/', true);"


def as_html(paragraphs: list[str]) -> bytes:
    body = "\n".join(f"<p>{escape(text).replace('Security', '<b>Security</b>')}</p>" for text in paragraphs)
    head = "<title>Detectors</title><script>var name = 'Kim Jong Il';</script><style>.kim{}</style>"
    return f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>{body}</body></html>".encode()


def as_docx(paragraphs: list[str], *, head: str = "") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(text[:9])}</w:t></w:r><w:r><w:t>{escape(text[9:])}</w:t></w:r></w:p>" for text in paragraphs)
    return _zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f"{head}<w:document {_WORD}><w:body>{body}</w:body></w:document>".encode(),
        }
    )


def as_pdf(pages: list[list[str]], *, script: bool = False) -> bytes:
    """A PDF of Latin text, each page's paragraphs under one another; with ``script``, JavaScript that opens with it."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1", "replace") if isinstance(body, str) else body)
        return len(objects)

    font = add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    first = len(objects) + 1
    tree = first + 2 * len(pages)
    for paragraphs in pages:
        lines = [line for text in paragraphs for line in (*_lines(text), "")]
        shown = "\n".join(f"({_escaped(line)}) Tj T*" for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 40 800 Td {shown} ET".encode("latin-1", "replace")
        content = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        needs = f"/Contents {content} 0 R /Resources << /Font << /F1 {font} 0 R >> >> /MediaBox [0 0 600 850]"
        add(f"<< /Type /Page /Parent {tree} 0 R {needs} >>")
    kids = " ".join(f"{first + 2 * place + 1} 0 R" for place in range(len(pages)))
    assert add(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>") == tree
    action = f"/OpenAction << /S /JavaScript /JS ({_escaped(SCRIPT)}) >>" if script else ""
    root = add(f"<< /Type /Catalog /Pages {tree} 0 R {action} >>")
    out = BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start))
    return out.getvalue()


def _lines(text: str, most: int = 90) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _zipped(members: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def bomb() -> bytes:
    """A Word file of some 100 KB whose body unpacks to 100 MB."""
    return _zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * (100 * 1024**2)})


def zip_of(name: str, content: bytes) -> bytes:
    return _zipped({name: content})


ENTITIES = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {b} '&{a};&{a};&{a};&{a};&{a};&{a};'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
