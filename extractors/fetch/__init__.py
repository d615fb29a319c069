"""Papers from the interfaces of the web: asked for politely, kept page by page, written as JSON lines.

One module is one service: what it can be asked for, and how its pages follow each other. `fetch_papers` runs
one; what it needs for that (the client, the cache, the file) is the same for all.
"""
