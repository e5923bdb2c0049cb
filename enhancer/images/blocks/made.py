"""The XMP packet of a picture that a model invented: how it was made, as JSON, and that it is no photograph.

What the values mean is `generate.origin`'s business. Reading needs no XML parser: only our own attribute is looked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, unescape

MAX_JSON = 1 << 20
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""IPTC's word for pictures made by a trained model, which other programs and services understand."""

_QUOTES = {'"': "&quot;"}
_UNQUOTES = {"&quot;": '"', "&apos;": "'", "&#34;": '"', "&#39;": "'"}
_ATTRIBUTE = re.compile(rb"""enhancer:generated\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:enhancer="urn:enhancer:1"'
    ' xmp:CreatorTool="{program}" Iptc4xmpExt:DigitalSourceType="{source}" enhancer:generated="{values}"/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def packet(values: Mapping[str, Any], program: str) -> bytes:
    """The block for plain JSON values; equal values give equal bytes."""
    text = json.dumps(dict(values), sort_keys=True, separators=(",", ":"), allow_nan=False)
    return _PACKET.format(program=escape(program, _QUOTES), source=SOURCE_TYPE, values=escape(text, _QUOTES)).encode()


def made(block: bytes | None) -> dict[str, Any] | None:
    """The values that `packet` wrote, from a block that other programs may have written again; None if there are none.

    They come from a file: plain JSON, nothing of it checked.
    """
    found = _ATTRIBUTE.search(block) if block else None
    text = (found[1] or found[2] or b"") if found else b""
    if not text or len(text) > MAX_JSON:
        return None
    try:
        values = json.loads(unescape(text.decode("utf-8"), _UNQUOTES))
    except (UnicodeDecodeError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
