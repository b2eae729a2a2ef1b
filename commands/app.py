"""normatlas app: the web front door."""

import argparse
import os
import sys
from pathlib import Path

from commands.places import add_build

EXAMPLE = "normatlas app --port 8501"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_build(parser)
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--headless", action="store_true", help="do not open a browser")


def run(options: argparse.Namespace) -> None:
    """Becomes the Streamlit server, on loopback only."""
    script = Path(__file__).resolve().parents[1] / "app.py"
    server = ["--server.address", "127.0.0.1", "--server.port", str(options.port)]
    server += ["--server.headless", str(options.headless).lower()]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *server, "--", "--build", str(options.build)]
    os.execv(sys.executable, command)
