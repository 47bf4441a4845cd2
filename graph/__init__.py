"""armsgraph: who supplies what to whom, and who said so."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("armsgraph")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0+unknown"
