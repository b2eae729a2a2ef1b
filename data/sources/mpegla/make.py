"""US patents of the video-codec pools of one licensing body."""

from reading import tsv


def tables(shared):
    """Publication numbers; the upstream list does not tell the pools apart."""
    rows = tsv(shared / "data/patents/sep/google__patents-public-data__mpegla_video_codec_us_patents.tsv.gz")
    yield "patents.csv.gz", ("number",), ([row["publication_no"]] for row in rows)
