"""What a person's name itself says of gender: patronymics, feminine surnames, forms of address, given names.

Only what is sure is said: Ivanovna is a daughter, Petrovich a son, "bint" a daughter, Mrs a woman; a surname in -ova or
-skaya stands beside a given name that is not known to be a man's. Names that say both, or nothing, say nothing.
"""

from __future__ import annotations

from functools import lru_cache

from sanctions.names.cyrillic import looks_slavic, masculine
from sanctions.names.patronymics import patronymic_of
from sanctions.names.text import words
from sanctions.names.western import nickname_class

_WOMEN = frozenset(
    """
    agnes alexandra anastasia angela anna barbara catherine christina claudia deborah diana dorothy eleanor elizabeth emma eugenia
    jane jennifer jessica judith julia larisa ludmila lydia margaret mary natalia olga oxana pamela patricia rebecca sarah sophia
    susan svetlana tamara tatiana theresa valentina veronica victoria zinaida jacqueline virginia dolores guadalupe concepcion
    rosario zhanna irene helen galina daria marina nina lyubov nadezhda vera milena dragana daniela carla paula luisa antonia josefa
    fernanda gabriela roberta zorica gordana jovana stefania bruna vladimira stanislava yaroslava karima amina samira jamila saida
    rashida nabila latifa khadija fatima aisha zaynab maryam layla
    """.split()
)
_BOTH = frozenset("alexei eugene christian leslie valery jamie valentine".split())
_EITHER = frozenset("robin andrea nicola simone michele gabriele jan jean sasha carol".split())
_WORDS = dict.fromkeys("mr bin ibn oglu ogly uly ould herr monsieur senor sheikh".split(), "male") | dict.fromkeys(
    "mrs ms miss madame bint binti kizi kyzy senora frau mme hajjah".split(), "female"
)


@lru_cache(maxsize=8192)
def gender_of(name: str) -> str:
    """ "male", "female", or "" where a name says neither for sure. Of given names the first is asked: behind a comma, else first."""
    before, _, behind = name.partition(",")
    plain, first = words(name), (words(behind) or words(before))[:1]
    said = {gender for word in plain if (gender := _said_by(word))}
    if not said and len(plain) > 1:
        given = {gender for word in first if (gender := _given(word))}
        said = given | {"female" for word in plain if looks_slavic(word) and masculine(word) != word and not nickname_class(word)}
    return said.pop() if len(said) == 1 else ""


def _said_by(word: str) -> str:
    if word in _WORDS:
        return _WORDS[word]
    patronymic = patronymic_of(word)
    return ("female" if patronymic.feminine else "male") if patronymic and patronymic.names else ""


def _given(word: str) -> str:
    names = nickname_class(word)
    if not names or names & _BOTH or word in _EITHER:
        return ""
    return "female" if names <= _WOMEN else "" if names & _WOMEN else "male"
