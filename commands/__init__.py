"""The commands by name, with what `normatlas --help` says of each.

A command is the module of its name with EXAMPLE, arguments(parser) and run(options); it is imported when it is called,
so that `normatlas parse` does not wait for what `normatlas gaps` needs.
"""

COMMANDS: dict[str, str] = {
    "build": "rebuild the graph from data/; --add takes your own texts (txt md html docx pdf) and tables (csv xlsx)",
    "extract": "print what the extractors find in files: type, id, start, end, quote, properties",
    "parse": "parse identifiers: one a line on stdin, one JSON object a line on stdout, in order",
    "ask": "ask a ready question (a .cypher file); without a name, list them",
    "gaps": "print the gap table of a policy: the build's main one, or --policy",
    "backtest": "test the expectation on the past: ISO's catalogue as of 2003 … 2018 against what was published after",
    "report": "write the gap report of a plan as docx, xlsx, html, md or csv",
    "check": "check data/, the vocabulary, the ontology, the questions and the build; the first fault is named",
    "evaluate": "print precision, recall and F1 of the extractors over labelled cases, and where the labels came from",
    "export": "write the graph, a question's result or a neighbourhood as RDF, GraphML, GEXF, CSV or for neo4j-admin",
    "load": "load the build into Neo4j (NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE)",
    "app": "open the app in the browser; it reads the build and needs no network",
}
