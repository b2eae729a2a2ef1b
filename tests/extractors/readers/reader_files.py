"""Real files for the reader tests: a PDF written by hand, zips, an OFD package."""

import io
import zipfile
from pathlib import Path

CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{count} beginbfchar
{pairs}
endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""


def pdf_bytes(pages: list[list[str]]) -> bytes:
    """A PDF whose pages show the given lines; every code is its own Unicode, so Chinese needs no font file."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append(
        "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    )
    objects.append(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >> /DW 1000 >>"
    )
    objects.append(stream(to_unicode({character for lines in pages for line in lines for character in line})))
    for number, lines in enumerate(pages):
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 595 842]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {7 + 2 * number} 0 R >>")
        objects.append(stream(shown(lines)))
    return assembled(objects)


def to_unicode(characters: set[str]) -> str:
    codes = sorted(character.encode("utf-16-be").hex() for character in characters | {" "})
    return CMAP.format(count=len(codes), pairs="\n".join(f"<{code}> <{code}>" for code in codes))


def shown(lines: list[str]) -> str:
    moves = [f"<{line.encode('utf-16-be').hex()}> Tj 0 -16 Td" for line in lines]
    return "BT /F1 12 Tf 50 780 Td " + "\n".join(moves) + " ET" if lines else ""


def stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def assembled(objects: list[str]) -> bytes:
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def zipped(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def repacked(path: Path, changes: dict[str, bytes]) -> Path:
    """The zip at `path` with some members replaced or added."""
    members = {name: data for name, data in members_of(path).items() if name not in changes}
    return zipped(path, {**members, **changes})


def members_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def ofd(path: Path, pages: list[list[tuple[float, str]]]) -> Path:
    """An OFD package: each page a list of (baseline in millimetres, text)."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    refs = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(len(pages))
    )
    members: dict[str, str | bytes] = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocInfo><ofd:Title>试验公文</ofd:Title></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:Pages>{refs}</ofd:Pages></ofd:Document>",
    }
    for number, pieces in enumerate(pages):
        objects = "".join(
            f'<ofd:TextObject Boundary="20 {top} 100 6" Size="5"><ofd:TextCode X="0" Y="5">{text}</ofd:TextCode>'
            "</ofd:TextObject>"
            for top, text in pieces
        )
        layer = f"<ofd:Page {space}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = layer
    return zipped(path, members)
