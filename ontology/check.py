"""Every record against the shapes, compiled to plain Python: the same verdicts as SHACL, at the speed of a build."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from errors import InputError
from ontology import schema
from ontology.rules import Rules, compile_rules, describe
from ontology.terms import Schema

if TYPE_CHECKING:
    from graph.records import Edge, Node

Places = tuple[tuple[int, ...], ...]
EVIDENCE = ("document", "quote", "extractor", "confidence", "start", "end", "row")
_EVIDENCE_OF = attrgetter(*EVIDENCE)


def check(nodes: Iterable["Node"], edges: Iterable["Edge"], ontology: Schema | None = None) -> None:
    """Raises InputError for the first record that violates the ontology.

    Nodes come first: an edge may only join nodes given here, and rest on a Document given here. A uid occurs once.
    """
    ontology = ontology or schema.load()
    labels = _check_nodes(nodes, {name: compile_rules(item.properties) for name, item in ontology.classes.items()})
    _check_edges(edges, labels, ontology)


def _check_nodes(nodes: Iterable["Node"], rules: Mapping[str, Rules]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for node in nodes:
        rule = rules.get(node.label)
        if rule is None:
            raise _error("unknown class", node.uid, "label", node.label, ", ".join(rules))
        if node.uid in labels:
            raise _error("uid given twice", node.uid, "uid", node.label, "one record for each uid")
        _check_value(rule, node.uid, "uid", node.uid)
        _check_properties(rule, node.uid, node.properties)
        labels[node.uid] = node.label
    return labels


def _check_edges(edges: Iterable["Edge"], labels: Mapping[str, str], ontology: Schema) -> None:
    rules = {type: compile_rules(item.properties) for type, item in ontology.relations.items()}
    pairs = {type: frozenset(item.pairs) for type, item in ontology.relations.items()}
    evidence = compile_rules(ontology.evidence)
    places = tuple(tuple(EVIDENCE.index(name) for name in group) for group in ontology.evidence_places)
    for edge in edges:
        rule = rules.get(edge.type)
        if rule is None:
            raise _error("unknown relation", edge.source, "type", edge.type, ", ".join(rules))
        if (labels.get(edge.source), labels.get(edge.target)) not in pairs[edge.type]:
            raise _bad_ends(edge, labels, ontology)
        if edge.properties:
            _check_properties(rule, edge, edge.properties)
        elif rule.required:
            raise _missing(rule, edge, edge.properties)
        _check_evidence(evidence, edge, labels, places)


def _check_properties(rules: Rules, record: object, values: Mapping[str, Any]) -> None:
    tests = rules.tests
    try:
        for name, value in values.items():
            kind, test = tests[name]
            if type(value) is not kind or (test is not None and not test(value)):
                _check_value(rules, record, name, value)
    except KeyError:
        raise _bad_value(rules, record, *_undeclared(rules, values)) from None
    if not values.keys() >= rules.required:
        raise _missing(rules, record, values)
    for low, high in rules.ordered:
        _check_order(record, low, values.get(low), values.get(high))


def _check_order(record: object, name: str, low: Any, high: Any) -> None:
    if low is not None and high is not None and low >= high:
        raise _error("value not allowed", record, name, low, f"below {high}")


def _check_value(rules: Rules, record: object, name: str, value: Any) -> None:
    kind, test = rules.tests[name]
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise _bad_value(rules, record, name, value)
    if test is not None and not test(value):
        raise _bad_value(rules, record, name, value)


def _undeclared(rules: Rules, values: Mapping[str, Any]) -> tuple[str, Any]:
    return next((name, value) for name, value in values.items() if name not in rules.tests)


def _check_evidence(rules: Rules, edge: "Edge", labels: Mapping[str, str], places: Places) -> None:
    given = _EVIDENCE_OF(edge.evidence)
    tests = rules.tests
    for name, value in zip(EVIDENCE, given, strict=True):
        if value is not None:
            kind, test = tests[name]
            if type(value) is not kind or (test is not None and not test(value)):
                _check_value(rules, edge, name, value)
        elif name in rules.required:
            raise _error("required property missing", edge, name, "", describe(rules.properties[name]))
    _check_order(edge, "start", given[4], given[5])
    if not _has_place(given, places):
        raise _error("evidence has no place", edge, "evidence", "", "start and end, or row")
    if labels.get(given[0]) != "Document":
        raise _error("evidence in an unknown document", edge, "document", given[0], "a Document node")


def _has_place(given: tuple[Any, ...], places: Places) -> bool:
    for group in places:
        for position in group:
            if given[position] is None:
                break
        else:
            return True
    return False


def _error(problem: str, record: object, name: str, value: object, allowed: object) -> InputError:
    return InputError(problem, file=_named(record), place=name, value=value, allowed=allowed)


def _named(record: object) -> str:
    if isinstance(record, str):
        return record
    return f"({getattr(record, 'source', '')})-[{getattr(record, 'type', '')}]->({getattr(record, 'target', '')})"


def _missing(rules: Rules, record: object, values: Mapping[str, Any]) -> InputError:
    name = min(rules.required - values.keys())
    return _error("required property missing", record, name, "", describe(rules.properties[name]))


def _bad_value(rules: Rules, record: object, name: str, value: Any) -> InputError:
    item = rules.properties.get(name)
    if item is None:
        return _error("unknown property", record, name, value, ", ".join(sorted(rules.properties)) or "none")
    shown = value if isinstance(value, str) else repr(value)
    return _error("value not allowed", record, name, shown, describe(item))


def _bad_ends(edge: "Edge", labels: Mapping[str, str], ontology: Schema) -> InputError:
    found = f"{labels.get(edge.source, 'no node')} → {labels.get(edge.target, 'no node')}"
    allowed = ", ".join(f"{source} → {target}" for source, target in ontology.relations[edge.type].pairs)
    return _error("relation between the wrong nodes", edge, "ends", found, allowed)
