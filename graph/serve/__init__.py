"""The server that lets assistants ask a graph, by the Model Context Protocol; needs the extra `mcp`."""
