"""Readers: files of every accepted type as `Document` or `Table`. Untrusted input: every refusal is an InputError."""

from extractors.readers.registry import READERS, TABLES, read, read_all, read_table
from extractors.readers.table import Table

__all__ = ["READERS", "TABLES", "Table", "read", "read_all", "read_table"]
