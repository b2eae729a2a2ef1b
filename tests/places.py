"""Where tests find shipped and shared material."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
SHARED = ROOT.parent / "shared"
SEED = SHARED / "seed" / "000_407b22456606babf.txt"
