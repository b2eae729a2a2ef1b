"""normatlas: the command-line front door. Data on stdout, messages on stderr, exit code 1 on input that is refused."""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence

from commands import COMMANDS
from errors import InputError


def parser(called: str | None) -> argparse.ArgumentParser:
    """The parser of all commands; only the command that is called declares its arguments."""
    top = argparse.ArgumentParser(prog="normatlas", description="标准图谱: standards, patents, policies, technologies")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, told in COMMANDS.items():
        sub = commands.add_parser(name, help=told, description=told)
        if name == called:
            command = importlib.import_module(f"commands.{name}")
            sub.epilog = f"example: {command.EXAMPLE}"
            command.arguments(sub)
            sub.set_defaults(run=command.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; an InputError is one line on stderr."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended from outside is interrupted: clean up
        options = parser(given[0] if given else None).parse_args(given)
        return int(options.run(options) or 0)
    except InputError as error:
        print(f"normatlas: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("normatlas: interrupted; the last good build is untouched", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
