"""The peers that our figures stand beside: plain rapidfuzz, and nomenklatura's matchers where they are installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process, utils

from sanctions.calibration import ClassRecall, searched_entities
from sanctions.model import Entity, Kind, Name, Party
from sanctions.screening import Screener
from tests.benchmarks.setting import SkippedError

Scorer = Callable[[str, str], float]

RAPIDFUZZ: dict[str, Scorer] = {
    "WRatio": lambda a, b: fuzz.WRatio(a, b, processor=utils.default_process) / 100,
    "token_set_ratio": lambda a, b: fuzz.token_set_ratio(a, b, processor=utils.default_process) / 100,
    "token_sort_ratio": lambda a, b: fuzz.token_sort_ratio(a, b, processor=utils.default_process) / 100,
}
"""Plain rapidfuzz scorers on two names, 0 to 1, as most homemade screenings use them."""

WRATIO_THRESHOLD = 86.0
"""What homemade screenings commonly ask of WRatio (85 to 90)."""


def wratio_recall(found: Sequence[ClassRecall], threshold: float) -> dict[str, float]:
    """For each class the share of the same names whose own entity has a name that WRatio puts at ``threshold`` or above."""
    shares = {}
    for one in found:
        hits = 0
        for answer in one.answers:
            asked = utils.default_process(answer.case.party.name)
            hits += any(fuzz.WRatio(asked, utils.default_process(name.full)) >= threshold for name in answer.case.entity.names)
        shares[one.manipulation.name] = hits / len(one.answers) if one.answers else 0.0
    return shares


def listed_names(screener: Screener) -> list[str]:
    """All names searched, as rapidfuzz's own preprocessing leaves them."""
    return [utils.default_process(name.full) for entity in searched_entities(screener) for name in entity.names]


RapidfuzzScorer = Callable[..., float]


def best_score(listed: Sequence[str], asked: str, scorer: RapidfuzzScorer = fuzz.WRatio) -> float:
    """The best score of a name over all listed ones (already preprocessed), 0 to 100: a plain scan."""
    return float(process.cdist([utils.default_process(asked)], listed, scorer=scorer, dtype=np.float32).max(initial=0.0))


def equally_quiet_threshold(listed: Sequence[str], ordinary: Sequence[str], rate: float, scorer: RapidfuzzScorer = fuzz.WRatio) -> float:
    """The score above which at most a share ``rate`` of the ordinary names has its best match."""
    best = sorted((best_score(listed, name, scorer) for name in ordinary), reverse=True)
    allowed = int(rate * len(best))
    return best[allowed] + 0.01 if best else 0.0


_SCHEMAS = {Kind.UNKNOWN: "LegalEntity"}


def nomenklatura_scorers() -> dict[str, Callable[[Any], float]]:
    """nomenklatura's logic-v1 and logic-v2 on our pairs. Raises SkippedError where it is not installed."""
    try:
        from nomenklatura.matching import LogicV1, LogicV2
    except ImportError:
        raise SkippedError("nomenklatura is not installed here; install the bench dependency group, which needs ICU's headers") from None

    def scorer(algorithm: Any) -> Callable[[Any], float]:
        config = algorithm.default_config()

        def score(pair: Any) -> float:
            return float(algorithm.compare(asked_proxy(pair.asked), listed_proxy(pair.listed), config).score)

        warm = Party(id="warm", names=(Name(full="Kim Won Hong"),), kind=Kind.PERSON)
        listed = Entity(id="x:1", list="x", kind=Kind.PERSON, names=warm.names)
        algorithm.compare(asked_proxy(warm), listed_proxy(listed), config)  # its tables are read at the first person's name
        return score

    return {"logic-v1": scorer(LogicV1), "logic-v2": scorer(LogicV2)}


def asked_proxy(party: Party) -> Any:
    """A party as nomenklatura's entity."""
    return _proxy(f"asked:{party.id}:{party.name}", party.kind, party.names, map(str, party.birth_dates), party.countries)


def listed_proxy(entity: Entity) -> Any:
    """A listed entity as nomenklatura's entity."""
    # its caches go by id, and one entity stands here with more names and with fewer
    return _proxy(
        f"{entity.id}:{len(entity.names)}:{entity.name}",
        entity.kind,
        entity.names,
        map(str, entity.birth_dates),
        (link.code for link in entity.countries),
    )


def _proxy(key: str, kind: Kind, names: Iterable[Name], dates: Iterable[str], countries: Iterable[str]) -> Any:
    from followthemoney import EntityProxy

    properties = {"name": [name.full for name in names], "country": [code.lower() for code in countries]}
    if kind is Kind.PERSON:
        properties["birthDate"] = [date[:10].rstrip("~").partition("/")[0] for date in dates]
    record = {"id": key, "schema": _SCHEMAS.get(kind, kind.schema), "properties": properties}
    return EntityProxy.from_dict(record)


def logic_v2_screening(entities: Iterable[Entity], folder: Path) -> Callable[[Sequence[Party]], int]:
    """Screens a batch as nomenklatura does: candidates from its blocker, each scored by logic-v2; gives the number of
    alerts at .7. Its index is built here, outside the time of a batch. Raises Skipped where it is not installed."""
    try:
        from nomenklatura.blocker.index import Index
        from nomenklatura.matching import LogicV2
    except ImportError:
        raise SkippedError("nomenklatura is not installed here; install the bench dependency group, which needs ICU's headers") from None
    listed = {proxy.id: proxy for proxy in map(listed_proxy, entities)}
    index = Index(_View(listed), folder)
    index.build()
    config = LogicV2.default_config()

    def screen(parties: Sequence[Party]) -> int:
        asked = {proxy.id: proxy for proxy in map(asked_proxy, parties)}
        alerts = 0
        for found, candidates in index.match_entities(asked.values()):
            for candidate, _ in candidates:
                alerts += LogicV2.compare(asked[str(found)], listed[str(candidate)], config).score >= LOGIC_THRESHOLD
        return alerts

    screen([Party(id="warm", names=(Name(full="Kim Won Hong"),), kind=Kind.PERSON)])
    return screen


LOGIC_THRESHOLD = 0.7
"""What nomenklatura's own tools take for a match of logic-v1 and logic-v2."""


class _View:
    """As much of nomenklatura's view of a dataset as its blocker asks for."""

    def __init__(self, listed: dict[Any, Any]) -> None:
        self._listed = listed

    def entities(self, include_schemata: object = None) -> Iterable[Any]:
        return iter(self._listed.values())
