"""How fast the extractors are, beside a spaCy EntityRuler and eyecite in the same run. It asserts nothing.

python -m tests.bench   (or make bench)

The text is that of the policies in ../shared when they are here, else generated sentences. Times are processor time of
one core, the best of three runs after one that is not counted, each over a text that differs a little from the last.
The EntityRuler does comparable work: token patterns for designations, phrase patterns for the labels of the vocabulary.
Eyecite reads English legal citations, on a part of the text.
"""

import importlib
import importlib.util
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy

from extractors import designations
from extractors.designation import chinese_forms, parse
from extractors.document import Document
from extractors.labels import entries_of
from extractors.registry import EXTRACTORS, extract
from extractors.technologies import Linker
from extractors.tokens import Tokenizer, annotate
from ontology import vocabulary

POLICIES = Path(__file__).parents[1] / ".." / "shared" / "data" / "policies"
IDENTIFIERS = Path(__file__).parent / "extractors" / "designation" / "cases_international.tsv"
SENTENCE = "到2027年，研制智能网联汽车国家标准12项，执行GB/T 1.1-2020和YY/T 0316，推动集成电路标准化。\n"
PLAIN = "各有关单位按照分工抓好落实，及时报送进展情况。\n"
LIST = "GB/T 1001-2020、YY/T 0316、ISO 9001、14001，DB50/T 867-2018；"
NUMBERS = "GB/T " + "、".join(map(str, range(10_000, 60_000)))
LONGEST = 2_000_000
RUNS, PART = 4, 200_000
Work = Callable[[Document], object]


def main() -> None:
    """Prints the table."""
    text = policies() or SENTENCE * 10_000
    rulers = {"designations": designation_ruler(), "labels of the vocabulary": phrase_ruler()}
    ruled = {f"spaCy EntityRuler, {name}": speed(ruler, text) for name, ruler in rulers.items()}
    first = next(iter(ruled.values()))
    print(f"{'work':<46} {'M chars/s':>10} {'to EntityRuler':>15}   ({len(text):,} characters)")
    for name, rate in (*one_by_one(text), *whole(text), *ruled.items(), *eyecite(text)):
        print(f"{name:<46} {rate:>10.3f} {rate / first:>15.1f}")
    if not eyecite_is_here():
        print("eyecite: not installed")
    print(parsing())
    print(memory(text))


def policies() -> str:
    """The policy texts run together; empty when they are not here."""
    return "\n".join(path.read_text("utf-8") for path in sorted(POLICIES.glob("*/*.txt")))[:LONGEST]


def one_by_one(text: str) -> Iterator[tuple[str, float]]:
    """Each extractor, given what the ones before it found."""
    best: dict[str, float] = {}
    for run in range(RUNS):
        document, found = fresh(text, run), {}
        for name, extractor in EXTRACTORS.items():
            started = time.process_time()
            found[name] = extractor(document, found)
            took = time.process_time() - started
            best[name] = min(took, best.get(name, took)) if run > 1 else took
    yield from ((name, len(text) / took / 1e6) for name, took in best.items())


def whole(text: str) -> Iterator[tuple[str, float]]:
    """All extractors together, designations where they stand close, the dictionary where it finds little."""
    yield "all extractors together", speed(extract, text)
    yield "all extractors together, as a spaCy Doc", speed(annotate, text)
    for name, dense in (("designations in a list", LIST * 10_000), ("designations, bare numbers only", NUMBERS)):
        yield name, speed(lambda document: designations.extract(document, {}), dense)
    linker = Linker(vocabulary.load())
    yield "dictionary alone, nothing to find", speed(lambda document: linker.find(document.text), PLAIN * 20_000)


def fresh(text: str, run: int) -> Document:
    """The text as one not seen before: what the extractors keep of the last text does not count."""
    return Document("bench", text + "\n" * run, kind="policy")


def speed(work: Work, text: str) -> float:
    """Millions of characters a second."""
    return len(text) / min([seconds(work, fresh(text, run)) for run in range(RUNS)][1:]) / 1e6


def seconds(work: Work, document: Document) -> float:
    """Processor time of one run."""
    started = time.process_time()
    work(document)
    return time.process_time() - started


def designation_ruler() -> Work:
    """Token patterns for Chinese and international designations."""
    number = [{"TEXT": {"REGEX": "^ +$"}, "OP": "?"}, {"TEXT": {"REGEX": "^[0-9]+$"}}]
    prefix = {"TEXT": {"IN": [*chinese_forms.prefixes(), "ISO", "IEC", "EN", "ETSI", "ASTM"]}}
    suffix = [{"TEXT": "/"}, {"TEXT": {"IN": ["T", "Z", "IEC"]}}]
    return ruled([{"label": "standard", "pattern": [prefix, *more, *number]} for more in ([], suffix)])


def phrase_ruler() -> Work:
    """Phrase patterns for every label of the vocabulary."""
    labels = {entry.label for concept in vocabulary.load() for entry in entries_of(concept)}
    return ruled([{"label": "technology", "pattern": label} for label in sorted(labels)])


def ruled(patterns: list[dict[str, object]]) -> Work:
    """A pipeline of our tokenizer and an EntityRuler."""
    nlp = spacy.blank("zh")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.max_length = LONGEST + 1
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    return lambda document: nlp(document.text)


def eyecite_is_here() -> bool:
    """Whether eyecite can be imported."""
    return importlib.util.find_spec("eyecite") is not None


def eyecite(text: str) -> Iterator[tuple[str, float]]:
    """Eyecite on a part of the same text, where it is installed."""
    if eyecite_is_here():
        find = importlib.import_module("eyecite").get_citations
        yield "eyecite, its own citations", speed(lambda document: find(document.text), text[:PART])


def parsing() -> str:
    """Single identifiers a second."""
    written = [line.split("\t")[0] for line in IDENTIFIERS.read_text("utf-8").splitlines()[1:]]
    document = Document("identifiers", "")
    took = min(seconds(lambda _: [parse.parse(line) for line in written], document) for _ in range(RUNS))
    return f"parse: {len(written) / took:,.0f} designations a second ({len(written)} of many bodies)"


def memory(text: str) -> str:
    """The peak of this process before and after ten more texts."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for run in range(10):
        extract(fresh(text, run))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"memory: peak {before / 1024:,.0f} MB; after ten more texts {after / 1024:,.0f} MB"


if __name__ == "__main__":
    main()
