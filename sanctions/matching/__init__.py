"""Matching: candidates, comparison, explanation. What this project exists for."""
