"""normatlas load: the records of a build into Neo4j."""

import argparse
import os
import sys

from tqdm import tqdm

from commands.places import add_build, built
from graph.engine_neo4j import Neo4jStore
from graph.folder import read_edges, read_nodes
from graph.neo4j_ledger import version

EXAMPLE = "NEO4J_URI=bolt://localhost:7687 NEO4J_USER=neo4j NEO4J_PASSWORD=… normatlas load"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_build(parser)


def run(options: argparse.Namespace) -> None:
    """Streams nodes, then edges: what changed is merged by uid, what vanished is removed, what is not ours stays."""
    folder = built(options.build)
    with Neo4jStore.from_environment(os.environ) as store:
        nodes, edges = tqdm(read_nodes(folder), desc="nodes"), tqdm(read_edges(folder), desc="edges")
        tally = store.replace(nodes, edges, version(folder))
    print(f"normatlas: loaded: {tally}", file=sys.stderr)
