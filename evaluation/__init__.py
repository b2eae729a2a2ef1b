"""Precision, recall and F1 of the extractors over labelled cases; `normatlas evaluate` prints it.

Labels are data in `tests/`; where they came from is said with every figure (`provenance.yaml`).
"""
