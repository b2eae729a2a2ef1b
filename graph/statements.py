"""What a document says, as records: its policy, provisions, targets, demands, citations and technologies."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from extractors.document import Document, Mention
from extractors.patents import refusals
from graph.records import Edge, Evidence, Issue, Node, Value

Found = Mapping[str, Sequence[Mention]]
Record = Node | Edge | Issue
Holder = Callable[[int], str | None]

_RELATIONS = {"implements": "IMPLEMENTS", "based_on": "BASED_ON", "repeals": "REPEALS", "publicises": "PUBLICISES"}
_POLICY = ("document_number", "issuer", "status", "issued", "valid_from", "valid_to", "level")
_TARGET = ("subject", "value", "unit", "comparator", "year", "level", "baseline")


def statements(document: Document, found: Found, titles: Mapping[str, str]) -> Iterator[Record]:
    """Records of one document.

    Args:
        titles: normalised title → uid of the policies loaded in this build, so that a citation of one of them
            points to it.
    """
    yield document_node(document)
    yield from _refused(document)
    if document.kind != "policy":
        yield from _citations(document, found, f"doc:{document.id}", lambda _: f"doc:{document.id}")
        yield from _mentioned(document, found, lambda _: f"doc:{document.id}")
        return
    policy = f"pol:{document.id}"
    provisions = Provisions(document, found.get("structure", ()))
    yield from _policy(document, found, policy)
    yield from provisions.records(policy)
    yield from _citations(document, found, policy, lambda start: provisions.holding(start) or policy)
    yield from _policies(document, found, policy, titles)
    yield from _targets(document, found, provisions, policy)
    yield from _demands(document, found, provisions)
    yield from _mentioned(document, found, provisions.holding)


def _refused(document: Document) -> Iterator[Issue]:
    """Numbers called a patent number that are none: masked, invented, damaged."""
    for start, end, reason in refusals(document):
        yield Issue("patent", f"doc:{document.id}", f"characters {start}-{end}", document.text[start:end], reason)


def document_node(document: Document) -> Node:
    """The Document node of a text that was read."""
    title = document.title or document.path or document.id
    facts = {"title": title, "media_type": document.media_type, "sha256": document.sha256, "lang": document.lang}
    return Node("Document", f"doc:{document.id}", {name: value for name, value in facts.items() if value})


def normalised(title: str) -> str:
    """A title with quotation and book-title marks and spaces dropped: the key under which citations meet it."""
    return "".join(letter for letter in title if letter not in "《》〈〉“”\"' 　\n")


def _evidence(document: Document, mention: Mention) -> Evidence:
    return Evidence(
        f"doc:{document.id}", mention.quote, mention.extractor, mention.confidence, mention.start, mention.end
    )


class Provisions:
    """The provisions of a policy, to ask which one holds an offset."""

    def __init__(self, document: Document, mentions: Sequence[Mention]):
        self._document = document
        self._mentions = [mention for mention in mentions if mention.type == "provision"]
        self._starts = [mention.start for mention in self._mentions]
        self._uids = {mention.start: f"prov:{document.id}#{mention.id}" for mention in self._mentions}

    def holding(self, start: int) -> str | None:
        """The uid of the innermost provision around an offset; None outside all of them."""
        position = bisect_right(self._starts, start) - 1
        while position >= 0:
            if start < self._mentions[position].end:
                return self._uids[self._starts[position]]
            position -= 1
        return None

    def records(self, policy: str) -> Iterator[Record]:
        uids = {mention.id: self._uids[mention.start] for mention in self._mentions}
        for order, mention in enumerate(self._mentions):
            uid = self._uids[mention.start]
            heading = mention.properties.get("heading")
            facts: dict[str, Value] = {"title": heading or mention.id or "", "path": mention.id, "order": order}
            facts |= {name: mention.properties.get(name) for name in ("number", "heading", "level")}
            yield Node("Provision", uid, {name: value for name, value in facts.items() if value is not None})
            parent = uids.get(str(mention.properties.get("parent") or ""), policy)
            yield Edge("PART_OF", uid, parent, _heading(self._document, mention))


def _heading(document: Document, mention: Mention) -> Evidence:
    """A provision rests on its heading: the whole text of a chapter would be no evidence to read."""
    line_end = document.text.find("\n", mention.start, mention.end)
    end = mention.end if line_end < 0 else line_end
    end = min(end, mention.start + 200)
    quote = document.text[mention.start : end]
    return Evidence(f"doc:{document.id}", quote, mention.extractor, mention.confidence, mention.start, end)


def _policy(document: Document, found: Found, uid: str) -> Iterator[Record]:
    own = next((m for m in found.get("metadata", ()) if m.properties.get("role") == "self"), None)
    facts: dict[str, Value] = {"title": document.title or document.id}
    if own is not None:
        facts["title"] = document.title or own.properties.get("title") or document.id
        facts |= {name: own.properties.get(name) for name in _POLICY}
    facts |= {name: document.facts[name] for name in ("title_en", *_POLICY) if name in document.facts}
    yield Node("Policy", uid, {name: value for name, value in facts.items() if value is not None})
    evidence = _evidence(document, own) if own else _opening(document)
    yield Edge("DERIVED_FROM", uid, f"doc:{document.id}", evidence)
    if issuer := facts.get("issuer"):
        yield Edge("ISSUED_BY", uid, f"org:{issuer}", evidence)


def _opening(document: Document) -> Evidence:
    """The first line with words: what a policy rests on that says nothing of itself."""
    start = len(document.text) - len(document.text.lstrip())
    quote = document.text[start:].partition("\n")[0][:200].rstrip()
    return Evidence(f"doc:{document.id}", quote, "metadata", 0.5, start, start + len(quote))


def _citations(document: Document, found: Found, whole: str, holder: Holder) -> Iterator[Record]:
    for mention in found.get("designations", ()):
        if mention.id:
            prefix = "ed" if mention.properties.get("dated") else "std"
            source = whole if document.kind != "policy" else (holder(mention.start) or whole)
            section = mention.properties.get("section", "body")
            yield Edge("CITES", source, f"{prefix}:{mention.id}", _evidence(document, mention), {"section": section})


def _policies(document: Document, found: Found, policy: str, titles: Mapping[str, str]) -> Iterator[Record]:
    for mention in found.get("citations", ()):
        title = mention.properties.get("title") or mention.id
        if not title:
            continue
        target = titles.get(normalised(title), f"pol:{normalised(title)}")
        relation = _RELATIONS.get(str(mention.properties.get("relation")), "CITES")
        if target != policy and mention.properties.get("relation") != "self":
            yield Edge(relation, policy, target, _evidence(document, mention))


def _targets(document: Document, found: Found, provisions: Provisions, policy: str) -> Iterator[Record]:
    for number, mention in enumerate((m for m in found.get("targets", ()) if m.type == "target"), 1):
        uid = f"target:{document.id}#{number}"
        facts: dict[str, Value] = {name: mention.properties.get(name) for name in _TARGET}
        facts["title"] = f"{facts['subject'] or ''} {mention.quote}".strip()
        yield Node("Target", uid, {name: value for name, value in facts.items() if value is not None})
        yield Edge("SETS", provisions.holding(mention.start) or policy, uid, _evidence(document, mention))


def _demands(document: Document, found: Found, provisions: Provisions) -> Iterator[Record]:
    for mention in found.get("demands", ()):
        source = provisions.holding(mention.start)
        if source is None:
            continue
        facts = {
            name: mention.properties.get(name)
            for name in ("ask", "about", "modality", "actor", "tier", "year", "programme")
        }
        properties = {name: value for name, value in facts.items() if value is not None}
        for technology in mention.properties.get("technologies", ()):
            yield Edge("CALLS_FOR", source, technology, _evidence(document, mention), properties)


def _mentioned(document: Document, found: Found, holder: Holder) -> Iterator[Record]:
    seen = set()
    for mention in found.get("technologies", ()):
        source = holder(mention.start)
        if source and mention.id and (source, mention.id) not in seen:
            seen.add((source, mention.id))
            yield Edge("MENTIONS", source, mention.id, _evidence(document, mention))
