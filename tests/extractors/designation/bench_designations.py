"""How fast designations are found, and that time grows with length on hostile text. Run it by hand; it asserts nothing.

python tests/extractors/designation/bench_designations.py
"""

import time
from pathlib import Path

from extractors import designations
from extractors.document import Document

SHARED = Path(__file__).parents[3] / ".." / "shared" / "data"
HOSTILE = (
    "GB/T ",
    "9",
    "-",
    "GB/T 1.",
    "GB 1.1.1.1.1 ",
    "ISO/",
    "ISO-",
    "T/",
    "Q/A1",
    "、1234",
    "EN ISO/IEC ",
    "参考文献\n",
    "(",
)
LIST = "GB/T 1001-2020、YY/T 0316、ISO 9001、14001，DB50/T 867-2018；"
RUNS = {
    "GB and digits": "GB 1" + "1" * 999_996,
    "ISO and parts": "ISO 9001" + "-1" * 499_996,
    "a long title": "GB 9706《" + "字" * 999_000,
}


def seconds(text: str) -> float:
    started = time.process_time()
    designations.extract(Document("bench", text), {})
    return time.process_time() - started


def line(name: str, text: str) -> str:
    took = min(seconds(text) for _ in range(3))
    return f"{name:24} {len(text):>9,} chars {took:7.3f} s {len(text) / took / 1e6:7.2f} M chars/s"


def main() -> None:
    seconds("GB/T 1.1-2020")
    policies = sorted((SHARED / "policies").glob("*/*.txt"))
    if policies:
        print(line("policies", "\n".join(path.read_text("utf-8") for path in policies)))
    print(line("a bare list", LIST * 20_000))
    for unit in HOSTILE:
        for length in (250_000, 1_000_000):
            print(line(repr(unit), unit * (length // len(unit))))
    for name, text in RUNS.items():
        print(line(name, text))


if __name__ == "__main__":
    main()
