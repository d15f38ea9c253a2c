"""mycity: query, check and audit the figures that cities publish about deals."""

__version__ = "0.1.0"
