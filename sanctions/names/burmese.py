"""Burmese script read into Latin letters, syllable by syllable: အောင်ဆန်းစုကြည် is Aung San Su Kyi.

Sounds by the BGN/PCGN agreement of 1970, which follows the conventional spelling of names; the Myanmar Language Commission's
system (MLCTS, 1980) writes letters, as no passport does. Other spellings of one sound as Okell's Guide to the Romanization of
Burmese (1971) has them: tone is not written but where names write it (Soe, Oo, Htay, Myint).
"""

from __future__ import annotations

import re
from functools import lru_cache

from sanctions.names.tables import runs_read
from sanctions.patterns import regex

_ONSETS = {
    "က": "k", "ခ": "kh", "ဂ": "g", "ဃ": "g", "င": "ng", "စ": "s", "ဆ": "s", "ဇ": "z", "ဈ": "z", "ည": "ny", "ဉ": "ny", "ဋ": "t", "ဌ": "ht",
    "ဍ": "d", "ဎ": "d", "ဏ": "n", "တ": "t", "ထ": "ht", "ဒ": "d", "ဓ": "d", "န": "n", "ပ": "p", "ဖ": "ph", "ဗ": "b", "ဘ": "b", "မ": "m",
    "ယ": "y", "ရ": "y", "လ": "l", "ဝ": "w", "သ": "th", "ဟ": "h", "ဠ": "l", "အ": "", "ဿ": "th",
}  # fmt: skip
_WITH_MEDIAL = {"khy": "ch", "yh": "sh", "thyh": "sh", "lyh": "sh", "gy": "gy", "ly": "ly", "yy": "y", "ngy": "ny"}
_INDEPENDENT = {
    "ဣ": ("i",), "ဤ": ("i",), "ဥ": ("u",), "ဦး": ("oo", "u"), "ဦ": ("u", "oo"), "ဧ": ("ay", "e"), "ဩ": ("aw",), "ဪ": ("aw",), "၏": ("i",),
}  # fmt: skip
_STOPS = {"က": "k", "စ": "c", "တ": "t", "ဋ": "t", "ပ": "t", "ဗ": "t", "ဒ": "t", "ဓ": "t", "ဂ": "k", "သ": "t", "ဖ": "t"}
_NASALS = {"င": "ng", "ည": "ny", "ဉ": "ng", "န": "n", "ဏ": "n", "မ": "n"}
_CLOSED = {
    # vowel, class of the final consonant: its spellings
    ("", "k"): ("et",), ("ော", "k"): ("auk",), ("ို", "k"): ("aik", "ike"), ("", "c"): ("it",), ("", "t"): ("at",), ("ိ", "t"): ("eik", "eit"),
    ("ု", "t"): ("ok", "oke"), ("", "ng"): ("in",), ("ော", "ng"): ("aung",), ("ို", "ng"): ("aing",), ("", "ny"): ("i", "e"),
    ("", "n"): ("an",), ("ိ", "n"): ("ein",), ("ု", "n"): ("on", "ohn", "one"), ("ော", "n"): ("aung",), ("ို", "n"): ("aing",),
}  # fmt: skip
_OPEN = {
    "": ("a",), "ာ": ("a", "ar"), "ိ": ("i",), "ီ": ("i",), "ု": ("u",), "ူ": ("u", "oo"), "ေ": ("ay", "e"), "ဲ": ("e", "ai"), "ော": ("aw",),
    "ို": ("o", "oe"), "ံ": ("an",), "ုံ": ("on", "ohn"), "ိံ": ("ein",),
}  # fmt: skip
_HIGH = {"ာ": ("a", "ar"), "ီ": ("i", "ee"), "ူ": ("oo", "u"), "ို": ("oe", "o"), "ေ": ("ay", "e"), "ဲ": ("e", "ai")}
"""Open vowels before the mark of the high tone."""

_SYLLABLE = regex(
    r"(?P<whole>ဦး|[ဣဤဥဦဧဩဪ၏])|(?P<onset>[က-အဿ])(?P<medials>[ျြွှ]*)(?P<vowel>[ိီုူဲောါံ]*)"
    r"(?P<first>့?)(?:(?P<final>[က-အ])့?်|(?P<stacked>[က-အ])္(?=[က-အ]))?(?P<asat>်?)(?P<tone>[့း]*)"
)
_RUN = regex("[\u1000-\u109f]+")
_DIGITS = str.maketrans("၀၁၂၃၄၅၆၇၈၉", "0123456789")
_MOST_READINGS = 6


@lru_cache(maxsize=8192)
def burmese_readings(text: str) -> tuple[str, ...]:
    """The text with what is in Burmese script in Latin letters, each syllable a word, the likeliest first, at most six; the text
    itself where it has none."""
    return runs_read(text, _RUN, lambda run: _syllables(run.translate(_DIGITS)), _MOST_READINGS)


def _syllables(run: str) -> list[tuple[str, ...]]:
    """The spellings of each syllable of a run, with a space behind."""
    found: list[tuple[str, ...]] = []
    end = 0
    for m in _SYLLABLE.finditer(run.replace("ါ", "ာ").replace("္ဂ္", "္")):
        if between := "".join(filter(str.isalnum, run[end : m.start()])):
            found.append((f"{between} ",))
        found.append(tuple(f"{one} " for one in _spellings(m, first=not found)))
        end = m.end()
    return [*found, (run[end:],)]


def _spellings(m: re.Match[str], *, first: bool) -> tuple[str, ...]:
    if m["whole"]:
        return _INDEPENDENT[m["whole"]]
    medials = m["medials"]
    onset = _ONSETS[m["onset"]] + ("y" if "ျ" in medials or "ြ" in medials else "") + ("h" if "ှ" in medials else "")
    onset = _WITH_MEDIAL.get(onset, "h" + onset[:-1] if onset.endswith("h") and "ှ" in medials else onset)
    rimes = _rimes(m, "w" if "ွ" in medials else "")
    if onset == "w" and rimes[0] == "ay":
        rimes = (*rimes, "ai")
    if m["onset"] == "ရ" and not medials and not first and not m["final"]:  # r in words from Pali: Thura
        return (*("r" + rime for rime in rimes[:1]), *(onset + rime for rime in rimes))
    return tuple(onset + rime for rime in rimes)


def _rimes(m: re.Match[str], glide: str) -> tuple[str, ...]:
    vowel, tone = m["vowel"], m["first"] + m["tone"] + ("့" if m["final"] and "့" in m.group() else "")
    final = m["final"] or m["stacked"] or ""
    if final and vowel == "ာ":  # the long a of Pali
        vowel = ""
    if final in _STOPS:
        rimes = _CLOSED.get((vowel, _STOPS[final]), _OPEN.get(vowel, ("a",)))
        return ("ut", "wut") if glide and rimes == ("at",) else tuple(glide + rime for rime in rimes)
    if final in _NASALS:
        rimes = _CLOSED.get((vowel, _NASALS[final]), _OPEN.get(vowel, ("a",)))
        if glide and rimes == ("an",):
            rimes, glide = ("un", "on"), ""
        creaky = "t" if "့" in tone else ""  # Myint, Nyunt, Thant
        return tuple(glide + rime + (creaky if rime.endswith("n") else "") for rime in rimes)
    if final == "ယ":
        return tuple(glide + rime for rime in ("e", "ai"))
    rimes = (_HIGH if "း" in tone and vowel in _HIGH else _OPEN).get(vowel, ("a",))
    if glide and rimes[0] == "ay":  # Swe, Htwe, Shwe
        rimes = rimes[::-1]
    return tuple(glide + rime for rime in rimes)
