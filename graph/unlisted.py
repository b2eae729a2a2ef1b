"""Nodes that texts and tables speak of and that no catalogue on hand lists."""

from extractors.designation.identifier import NotADesignation
from extractors.designation.parse import parse
from graph.records import Edge, Evidence, Node, Value

Additions = tuple[tuple[Node, ...] | None, tuple[Edge, ...]]
_TITLED = {"pol": "Policy", "org": "Organization"}


def unlisted(uid: str, evidence: Evidence) -> Additions:
    """The nodes (and edges between them) an edge end needs, or (None, ()) where its kind must be listed.

    A standard outside every catalogue still has its designation as a title, and `listed` false says the rest.
    """
    prefix, _, name = uid.partition(":")
    if prefix in _TITLED:
        return (Node(_TITLED[prefix], uid, {"title": name, "title_zh": name, "listed": False}),), ()
    if prefix not in ("std", "ed"):
        return None, ()
    try:
        return standard(name, evidence, dated=prefix == "ed")
    except NotADesignation:
        return None, ()


def standard(designation: str, evidence: Evidence, *, dated: bool) -> Additions:
    """A Standard node, and for a dated designation its Edition with the EDITION_OF edge."""
    parsed = parse(designation)
    common: dict[str, Value] = {
        "designation": parsed.undated,
        "title": parsed.undated,
        "body": parsed.body,
        "tier": parsed.tier,
    }
    work = Node("Standard", f"std:{parsed.undated}", {**common, "listed": False})
    if not dated:
        return (work,), ()
    own: dict[str, Value] = {"designation": designation, "title": designation, "status": "unknown", "listed": False}
    if parsed.year:
        own["year"] = parsed.year
    edition = Node("Edition", f"ed:{designation}", {**common, **own})
    return (work, edition), (Edge("EDITION_OF", edition.uid, work.uid, evidence),)
