"""Topics and subtopics of papers: communities of their links, with names."""
