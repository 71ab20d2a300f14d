"""A framework that is read without complaint, to be spoilt by tests."""

from __future__ import annotations

from pathlib import Path

GOOD = """
id = "xx_example"
title = "Example Act"
short_title = "Example"
jurisdiction = "US"
citations = ["Pub. L. 0"]
summary = "A summary."
scope = "Held: section 1."

[sources.act]
title = "The Act"
locator = "nowhere"
read = "section 1"

[[status]]
event = "in_force"
on = 2020-01-01
source = "act"

[[programmes]]
tag = "EXAMPLE"
lists = ["us_ofac_sdn"]
verified = false
verification = "A guess."

[terms.knowingly]
meaning = "Not defined."

[consequences.blocking]
kind = "blocking"
text = "Property is frozen."

[[provisions]]
id = "1(a)"
citation = "Example Act s.1(a)"
title = "Supply"
designation = "discretionary"
reaches = "any person"
mental_state = "knowingly"
criterion = \"\"\"
Has "knowingly"
    supplied.
\"\"\"
in_force = { from = 2020-01-01 }
source = "act"
verified = true
elements = [{ id = "knowledge", kind = "knowledge", question = 'Did it act "knowingly"?' }]
consequences = ["blocking"]
terms = ["knowingly"]
"""


def written(folder: Path, text: str, name: str = "xx_example") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path
