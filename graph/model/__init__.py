"""The records of the graph side, their attributes, and the words for them."""
