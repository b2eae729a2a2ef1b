"""Policy texts: their outline, their own data, what they cite, the figures they set and the standards they ask for.

Each module with an `extract(document, found)` is an extractor; the others are its parts.
Cue words, units, marker forms and issuers are data in `extractors/patterns/policy/`.
"""
