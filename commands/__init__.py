"""The commands by name; a module each with HELP, EXAMPLE, arguments(parser) and run(options)."""

from types import ModuleType

from commands import app, ask, build, check, extract, gaps, load, parse, report

COMMANDS: dict[str, ModuleType] = {
    "build": build,
    "extract": extract,
    "parse": parse,
    "ask": ask,
    "gaps": gaps,
    "report": report,
    "check": check,
    "load": load,
    "app": app,
}
