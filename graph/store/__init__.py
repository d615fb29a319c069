"""The store: one DuckDB file, or a folder of Parquet, that holds the tables of a graph."""
