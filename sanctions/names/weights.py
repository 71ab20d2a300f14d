"""How much a word tells of an organisation, ship or aircraft.

A proper name tells most. What a body is and does ("bank", "plant", "movement", "refinery") many bodies are and do, however rare the
word on lists; and it is what translators, publishers and the bodies themselves put another word for.
"""

from __future__ import annotations

from functools import lru_cache

from sanctions.names.phrases import BUSINESS_WORDS
from sanctions.names.places import COUNTRIES
from sanctions.names.translation import ENGLISH_WORDS
from sanctions.names.vocabulary import body_commonness, fixed_weight, is_joining, is_title, level_weight

_MORE = frozenset(
    """
    arab arabian islamic activities agriculture aid aide air aircraft airline airways alliance ammunition amalgamated apparatus arm armed
    arms artillery
    assembly asset assets
    authority base basic battalion board body brand branch brigade broadcasting broker brokers building business camp capital care cargo
    carrier carriers
    cell cells chamber charitable children clinic club coal coalition college command commander commerce commission committee community
    companies
    complex component components concern congress consortium consultancy consulting contractor contracting cooperation corps council
    credit customs
    dairy data dealer defense delegation design devices digital directorate distribution district division drug economic economy education
    electrical electricity employment energies entertainment equipment estate estates exploration express facility faculty family farm
    farms fashion
    federation fighters financial firm fisheries fishery fishing fleet food foods force formation freight fuel fuels furniture garden
    gardens gem gems
    goods grain guard guards gold health heavy home homes hospital hotel house humanitarian income information initiative innovation
    innovations
    institution insurance intelligence investments investors island islands jewelry joint justice knowledge labor land laboratories
    laundering
    league leasing liberation life light line lines link links local logistic magazine mail maintenance management managing maritime
    market marketing
    markets martyr martyrs materials mechanical media medicine militia mill mills mine mineral minerals missile missiles mobile modern
    money motor motors
    munitions museum mutual natural naval navigation navy network new news nuclear office offices online operation operations operator
    optics order
    organisation oriental outlet parts partner partners pension people petroleum phone phones plastic plastics platform platoon police
    popular post power
    precise precision press prison private process processing procurement product products program project projects promotion propaganda
    properties property
    provision public publishing purchase railway range real recruitment recycling refinery refining region regional registry relief
    religious
    renewal repairs representative reserve resistance resort resource resources restaurant retail revolution revolutionary rights road
    rocket royal school
    science scientific sea secretariat section sector security semiconductors senior shop show society soft software solution solutions
    special sport sports
    staff stars station stone stones storage store stores student studies studio supply support system tactical tank tanker tankers team
    technical technics
    technique terminal textiles theater tourism tours tower traffic trafficking training transfer transit transportation travel treasury
    tribal troops
    trust tv united unit unity utility venture ventures vessel voice war warehouse water weapon weapons welfare wing women wood workers
    workshop world youth zone
    """.split()
)
GENERIC = (BUSINESS_WORDS | ENGLISH_WORDS | _MORE) - COUNTRIES

_SMALLER = 0.06
_GENERIC_MOST = 0.55
_COUNTRY = 0.7


@lru_cache(maxsize=8192)
def body_weight(word: str) -> float:
    """From 1 for a proper name met nowhere else, over .7 for countries, down to .06 for joining words, which come and
    go between two spellings."""
    if is_joining(word) and len(word) > 1:
        return _SMALLER
    fixed = None if is_title(word) else fixed_weight(word)
    worth = level_weight(body_commonness(word)) if fixed is None else fixed
    if word in COUNTRIES:
        return _COUNTRY
    return min(worth, _GENERIC_MOST) if is_generic(word) else worth


def is_generic(word: str) -> bool:
    """Whether a word, or its singular, says what bodies are and do."""
    return word in GENERIC or (word not in COUNTRIES and word.removesuffix("s") in GENERIC)


def craft_weight(word: str) -> float:
    """The same of a ship or aircraft: a single letter tells one of a series (VIKING A, VIKING B) as a number does."""
    return _LETTER if len(word) == 1 else body_weight(word)


_LETTER = 0.7
