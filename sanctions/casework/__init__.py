"""Cases: a folder that a person can read, what its facts show of each element of the law, and a packet that can be checked.

A case is ``case.toml`` (who, what is asked, as of when), ``facts.toml`` (dated statements with their grades),
``exhibits/originals`` (never touched), ``exhibits/working`` and ``custody.jsonl`` (each line chained to the one
before). Nothing here says that anybody is guilty: it says which question is answered by which statement.
"""
