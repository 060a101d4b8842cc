"""Extractions written to and read from formats, one module each."""
