"""The graph, or a part of it, as files for people and other programs."""
