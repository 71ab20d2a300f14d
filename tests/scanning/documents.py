"""Documents of every kind made from the same paragraphs, and hostile ones."""

from __future__ import annotations

import zipfile
import zlib
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


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (len(objects) + 1, table, len(objects) + 1, len(out))


_ROOT = b"<< /Type /Catalog /Pages 2 0 R >>"
_ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page_loop() -> bytes:
    """Pages that contain one another."""
    return raw_pdf(_ROOT, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>")


def form_loop() -> bytes:
    """A page whose form draws itself."""
    page = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> /MediaBox [0 0 600 800] >>"
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /F 5 0 R >> >> /Length 5 >>"
    stream = b"\nstream\n/F Do\nendstream"
    return raw_pdf(_ROOT, _ONE_PAGE, page, b"<< /Length 5 >>" + stream, form + stream)


def pdf_bomb() -> bytes:
    """A page of some 250 KB whose contents unpack to 256 MB."""
    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b" " * 1024**2) for _ in range(256)) + packer.flush()
    page = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 600 800] >>"
    return raw_pdf(_ROOT, _ONE_PAGE, page, b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream))


def encrypted_pdf(password: str) -> bytes:
    """A PDF that RC4 protects; with "" anybody may read it."""
    from pypdf import PdfReader, PdfWriter

    writer, held = PdfWriter(clone_from=PdfReader(BytesIO(as_pdf([["Kim Jong Un spoke."]])))), BytesIO()
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(held)
    return held.getvalue()


def aes_pdf() -> bytes:
    """A PDF that says it is encrypted with AES."""
    strings = b"/O <%s> /U <%s> /OE <%s> /UE <%s> /Perms <%s>" % (b"00" * 48, b"00" * 48, b"00" * 32, b"00" * 32, b"00" * 16)
    filters = b"/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF"
    protection = b"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -1 %s %s >> /ID [<00> <00>] " % (strings, filters)
    return as_pdf([["Kim"]]).replace(b"trailer << ", b"trailer << " + protection)


def outward_docx(paragraphs: list[str]) -> bytes:
    """A Word file whose template, picture and sub-document lie on somebody else's server."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    targets = {"attachedTemplate": "http://127.0.0.1:9/t.dotm", "image": "file:///etc/passwd", "subDocument": r"\\host\x.docx"}
    outward = 'TargetMode="External"'
    relations = "".join(f'<Relationship Id="{name}" Type="{kind}{name}" Target="{to}" {outward}/>' for name, to in targets.items())
    held = BytesIO(as_docx(paragraphs))
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
    return held.getvalue()


def crowded_docx() -> bytes:
    """A Word file of five headers of half a megabyte each."""
    body = f"<w:hdr {_WORD}>{'<w:p/>' * 90_000}</w:hdr>".encode()
    return _zipped({"word/document.xml": body} | {f"word/header{n}.xml": body for n in range(5)})


def deep_docx() -> bytes:
    """A Word file of elements in elements."""
    return _zipped({"word/document.xml": b"<w:document xmlns:w='x'>" + b"<w:p>" * 100_000 + b"</w:p>" * 100_000 + b"</w:document>"})


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
