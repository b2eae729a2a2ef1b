"""The build the app reads: where it is, what it holds. Nothing here writes."""

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from errors import InputError

VARIABLE = "NORMATLAS_BUILD"
USUAL = Path(__file__).resolve().parents[1] / "data" / "build" / "current"


@dataclass(frozen=True, slots=True)
class Build:
    """A build folder, its manifest and its gap tables by policy uid, the main policy first."""

    folder: Path
    manifest: Mapping[str, Any]
    gaps: Mapping[str, Mapping[str, Any]]

    @property
    def as_of(self) -> str:
        return str(self.manifest["as_of"])

    @property
    def version(self) -> str:
        return str(self.manifest["data_version"])

    def gap_table(self, policy: str = "") -> Mapping[str, Any] | None:
        """The gap table of a policy, else of the main one; None when the build has none."""
        return self.gaps.get(policy) or next(iter(self.gaps.values()), None)


def place(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Path:
    """The folder named by `--build DIR`, else by the environment, else the usual one."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--build", type=Path)
    known, _ = parser.parse_known_args(list(arguments))
    return known.build or Path(environment.get(VARIABLE) or USUAL)


def stamp(folder: Path) -> tuple[int, int] | None:
    """What changes when another build is swapped in; None when there is no build."""
    try:
        found = (folder / "manifest.json").stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino


def read(folder: Path) -> Build:
    """Raises InputError when a file of the build is missing or is not JSON."""
    manifest = read_json(folder / "manifest.json")
    if missing := [key for key in ("as_of", "data_version") if key not in manifest]:
        raise InputError("key missing", file=folder / "manifest.json", value=", ".join(missing))
    main = [folder / "gaps.json"] if (folder / "gaps.json").exists() else []
    tables = [read_json(path) for path in (*main, *sorted((folder / "gaps").glob("*.json")))]
    by_policy: dict[str, Mapping[str, Any]] = {}
    for table in tables:
        by_policy.setdefault(str((table.get("policy") or {}).get("uid", "")), table)
    return Build(folder, manifest, by_policy)


def read_json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError("cannot be read", file=path, value=error) from error
    if not isinstance(content, dict):
        raise InputError("not an object", file=path)
    return content
