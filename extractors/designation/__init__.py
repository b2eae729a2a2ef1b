"""Standard designations: one dataclass, one parser per family of bodies, one way to write each."""
