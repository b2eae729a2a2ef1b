"""A real Neo4j Community Edition on this machine, without Docker: its jars from Maven, a free port, loopback only.

`python -m graph.neo4j_server start` prints the file with NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD; `… stop` ends the
server and removes its data and password. The graph in it is a projection: `normatlas load` fills it again.
"""

import argparse
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from errors import InputError

TOOLS = Path(__file__).resolve().parents[1] / ".tools" / "neo4j"
POM = Path(__file__).with_name("neo4j_pom.xml")
MAIN = "org.neo4j.server.CommunityEntryPoint"
OPENS = ("java.nio", "java.io", "sun.nio.ch")
PACKAGES = {"java": "openjdk-17-jre-headless", "mvn": "maven"}
START_SECONDS = 120
STOP_SECONDS = 30
CONFIGURATION = """server.bolt.listen_address=127.0.0.1:{port}
server.default_listen_address=127.0.0.1
server.http.enabled=false
server.https.enabled=false
server.memory.heap.max_size=768m
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
"""


def main() -> int:
    """Command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m graph.neo4j_server", description=__doc__)
    parser.add_argument("do", choices=("start", "stop"))
    options = parser.parse_args()
    try:
        if options.do == "start":
            start(TOOLS / "home")
            print(f"set -a; . {os.path.relpath(TOOLS / 'home' / 'server.env')}; set +a")
        else:
            stop(TOOLS / "home")
    except InputError as error:
        print(f"neo4j: {error}", file=sys.stderr)
        return 1
    return 0


@contextmanager
def running(home: Path) -> Iterator[Mapping[str, str]]:
    """A server with an empty database in `home` for as long as the block lasts; gives its environment."""
    try:
        yield start(home)
    finally:
        stop(home)


def start(home: Path) -> dict[str, str]:
    """Starts a server in a new folder and waits until it answers.

    Returns:
        NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE; the same in `home/server.env`, with its process id.

    Raises:
        InputError: one runs there already, Java or Maven is missing and cannot be installed, or it does not answer.
    """
    if (home / "server.env").exists():
        raise InputError("a server is running here", file=home, allowed="stop it first")
    _require("java")
    jars = _jars()
    shutil.rmtree(home, ignore_errors=True)
    (home / "conf").mkdir(parents=True)
    port = _free_port()
    (home / "conf" / "neo4j.conf").write_text(CONFIGURATION.format(port=port), encoding="utf-8")
    process = _launch(home, jars)
    environment = {
        "NEO4J_URI": f"bolt://127.0.0.1:{port}",
        "NEO4J_USER": "neo4j",
        "NEO4J_PASSWORD": secrets.token_urlsafe(18),
        "NEO4J_DATABASE": "neo4j",
    }
    _remember(home, {**environment, "NEO4J_PID": str(process.pid)})
    try:
        _set_password(environment, process)
    except BaseException:
        stop(home)
        raise
    return environment


def stop(home: Path) -> None:
    """Ends the server started in `home` and removes the folder; does nothing when there is none."""
    remembered = home / "server.env"
    if not remembered.exists():
        return
    lines = dict(line.split("=", 1) for line in remembered.read_text(encoding="utf-8").splitlines())
    process = int(lines["NEO4J_PID"])
    if _is_ours(process, home):
        os.kill(process, signal.SIGTERM)
        _wait_for_end(process, home)
    shutil.rmtree(home)


def available() -> str:
    """Why no server can be started here, empty when one can."""
    missing = [name for name in PACKAGES if shutil.which(name) is None]
    return f"{' and '.join(missing)} not installed" if missing and not _can_install() else ""


def _launch(home: Path, jars: Path) -> "subprocess.Popen[bytes]":
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENS]
    command = ["java", "-Xmx768m", *opens, "-cp", f"{jars}/*", MAIN]
    with (home / "server.log").open("wb") as log:
        return subprocess.Popen(
            [*command, f"--home-dir={home}", f"--config-dir={home / 'conf'}"],
            stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip


def _set_password(environment: Mapping[str, str], process: "subprocess.Popen[bytes]") -> None:
    """Waits for Bolt, then replaces the first password, which a server demands before anything else."""
    deadline = time.monotonic() + START_SECONDS
    change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
    while True:
        try:
            with (
                neo4j.GraphDatabase.driver(environment["NEO4J_URI"], auth=("neo4j", "neo4j")) as driver,
                driver.session(database="system") as session,
            ):
                session.run(change, password=environment["NEO4J_PASSWORD"]).consume()
            return
        except (DriverError, Neo4jError, OSError) as error:
            if process.poll() is not None or time.monotonic() > deadline:
                raise InputError("server does not answer", file=environment["NEO4J_URI"], value=error) from error
            time.sleep(0.5)


def _remember(home: Path, environment: Mapping[str, str]) -> None:
    path = home / "server.env"
    path.touch(mode=0o600)
    path.write_text("".join(f"{name}={value}\n" for name, value in environment.items()), encoding="utf-8")


def _jars() -> Path:
    folder = TOOLS / "lib"
    if not any(folder.glob("neo4j-server-*.jar")):
        _require("mvn")
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
        _run(["mvn", "--quiet", "--batch-mode", "--file", str(POM), *goal], "jars cannot be fetched")
    return folder


def _require(program: str) -> None:
    if shutil.which(program) is not None:
        return
    if not _can_install():
        raise InputError("not installed", file=program, allowed=f"install {PACKAGES[program]}")
    _run(["apt-get", "update", "-qq"], "packages cannot be listed")
    _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", PACKAGES[program]], "cannot be installed")


def _can_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def _run(command: list[str], problem: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise InputError(problem, file=command[0], value=(done.stdout + done.stderr).strip()[-80:])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_ours(process: int, home: Path) -> bool:
    """A process id may have been given to another program since."""
    shown = subprocess.run(
        ["ps", "-ww", "-o", "stat=,args=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return str(home) in shown.stdout and not shown.stdout.startswith("Z")


def _wait_for_end(process: int, home: Path) -> None:
    deadline = time.monotonic() + STOP_SECONDS
    while _is_ours(process, home):
        if time.monotonic() > deadline:
            os.kill(process, signal.SIGKILL)
        time.sleep(0.2)


if __name__ == "__main__":
    sys.exit(main())
