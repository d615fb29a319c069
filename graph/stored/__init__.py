"""A store read in pieces: rows for exports, places of nodes, questions, parts; never the whole in memory."""
