"""The stages of a build: read, merge, extract, resolve, link, index; and what a change touches."""
