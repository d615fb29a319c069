"""Which papers belong together: figures of pairs, the model over them, and which pairs are drawn."""
