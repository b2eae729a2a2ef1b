"""normatlas: the command-line front door. Data on stdout, messages on stderr, exit code 1 on input that is refused."""

import argparse
import os
import sys
from collections.abc import Sequence

from commands import COMMANDS
from errors import InputError


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; each command declares its own arguments."""
    top = argparse.ArgumentParser(prog="normatlas", description="标准图谱: standards, patents, policies, technologies")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        sub = commands.add_parser(
            name,
            help=command.HELP,
            description=command.HELP,
            epilog=f"example: {command.EXAMPLE}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; an InputError is one line on stderr."""
    options = parser().parse_args(arguments)
    try:
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
