"""Questions to a graph: names to papers and entities, paths, parts."""
