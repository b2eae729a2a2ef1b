"""Zip based files (DOCX, XLSX) made reproducible: their libraries stamp the clock into them."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]{0,300}>)[^<]{0,40}(</dcterms:)")
PROPERTIES = "docProps/core.xml"


def settle(data: bytes, as_of: str) -> bytes:
    """The same archive with every date in it that of the data; equal content gives equal bytes."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(entry(name), stamped(name, source.read(name), as_of))
    return made.getvalue()


def entry(name: str) -> ZipInfo:
    info = ZipInfo(name, EPOCH)
    info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0o600 << 16, 3
    return info


def stamped(name: str, content: bytes, as_of: str) -> bytes:
    if name != PROPERTIES:
        return content
    return STAMP.sub(rb"\g<1>" + f"{as_of}T00:00:00Z".encode() + rb"\g<3>", content)
