"""How good a graph is, measured against labelled papers."""
