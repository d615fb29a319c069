"""How the packaged data is made: `python -m paperlattice.extractors.training DATA_FOLDER`.

Nothing here runs when papers are read. It needs the extra `paperlattice[train]` and a folder with labelled
abstracts, a catalogue of names and a corpus; what it writes goes to `extractors/data`.
"""
