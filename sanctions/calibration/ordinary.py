"""Ordinary names put together from common ones: who is on no list but by chance. Ours, from public facts of naming.

Each person has a given and a family name that are common together; each firm a name as registers hold by the
thousand. A book of the user's own customers says more of the user's own false alerts and should take their place.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from sanctions.model import Kind, Name, Party

_PEOPLE = {
    "US": "james mary robert patricia john jennifer michael linda david elizabeth william susan thomas karen|"
    "smith johnson williams brown jones miller davis wilson anderson taylor moore martin thompson white",
    "DE": "anna lukas maria jonas sophie felix laura paul julia maximilian katharina stefan|"
    "müller schmidt schneider fischer weber meyer wagner becker hoffmann schulz koch bauer",
    "FR": "jean marie pierre camille louis sophie antoine claire nicolas julie philippe isabelle|"
    "martin bernard dubois thomas robert richard petit durand leroy moreau simon laurent",
    "ES": "antonio carmen josé maría manuel ana francisco isabel juan laura javier marta|"
    "garcía gonzález rodríguez fernández lópez martínez sánchez pérez gómez ruiz díaz moreno",
    "IT": "giuseppe maria giovanni anna francesco giulia luca chiara marco paola alessandro elena|"
    "rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo",
    "PL": "jan anna piotr katarzyna krzysztof małgorzata tomasz agnieszka paweł ewa marcin magdalena|"
    "nowak kowalski wiśniewski wójcik kowalczyk kamiński lewandowski zieliński szymański woźniak",
    "RU": "aleksandr olga sergey elena dmitry natalia andrey irina alexey tatiana mikhail anna|"
    "ivanov smirnov kuznetsov popov vasiliev petrov sokolov mikhailov novikov fedorov morozov volkov",
    "TR": "mehmet fatma mustafa ayşe ahmet emine ali hatice hüseyin zeynep hasan elif|"
    "yılmaz kaya demir çelik şahin yıldız yıldırım öztürk aydın özdemir arslan doğan",
    "EG": "mohamed fatma ahmed mariam mahmoud nour omar salma hassan aya youssef heba|"
    "ibrahim hassan ali mahmoud abdelrahman khalil mostafa saleh farouk nasser mansour gaber",
    "IR": "ali fatemeh mohammad zahra reza maryam hossein narges mehdi leila amir sara|"
    "mohammadi hosseini ahmadi karimi rezaei moradi jafari rahimi kazemi mousavi sadeghi akbari",
    "IN": "rahul priya amit anjali sanjay pooja rajesh neha vijay kavita arjun deepa|"
    "sharma kumar singh patel gupta verma reddy nair mehta joshi iyer das",
    "CN": "wei fang lei na qiang min jun yan yong jing tao xia|wang li zhang liu chen yang huang zhao wu zhou xu sun",
    "KR": "min-jun seo-yeon ji-hoon ji-woo hyun-woo soo-jin sung-ho eun-ji jae-hyun mi-sook young-soo hye-jin|"
    "kim lee park choi jung kang cho yoon jang lim han oh",
    "JP": "hiroshi yoko takashi keiko kenji yuki satoshi naoko daisuke akiko kazuya emi|"
    "sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada",
    "NG": "chinedu amaka emeka ngozi tunde folake ibrahim aisha segun bola musa zainab|"
    "okafor adeyemi okeke balogun eze ibrahim nwosu ogunleye bello obi lawal chukwu",
    "VN": "anh linh minh hoa tuan lan hung mai dung thao nam huong|nguyen tran le pham hoang phan vu dang bui do ho ngo",
}
_FIRM_WORDS = (
    "alpine amber atlas beacon birch blue bridge cedar central cobalt coastal copper crescent delta eagle east emerald evergreen "
    "falcon first golden granite green harbour highland horizon iron island keystone lake liberty lotus maple meridian metro "
    "midland north northern oak ocean orchid pacific pearl phoenix pine pioneer polar prairie premier prime river rock royal ruby "
    "sapphire silver sky south star sterling summit sun swift triangle union united valley victoria vista west white willow"
).split()
_TRADES = (
    "advisory apparel architects automotive bakery biotech brewing cable capital catering ceramics chemicals clothing components "
    "construction consulting dairy data dental design distribution education electric electronics energy engineering entertainment "
    "farms films financial foods footwear furniture gas glass health homes hotels imaging insurance laboratories leasing lighting "
    "logistics machinery marine materials media medical metals mining motors networks oil packaging paper partners pharma plastics "
    "power press printing properties rail realty resources robotics security seeds semiconductor services shipping software solar "
    "steel storage systems technology telecom textiles therapeutics timber tools toys trading transport travel water wine wireless"
).split()
_FORMS = ("Inc.", "Ltd", "LLC", "Corp.", "Co., Ltd", "GmbH", "S.A.", "S.r.l.", "B.V.", "AB", "Pty Ltd", "Group", "Holdings", "PLC")


def ordinary_people(number: int, seed: int = 0) -> list[Party]:
    """``number`` people, a country as often as another; fewer only if there are not so many combinations."""
    chance = random.Random(f"people {seed}")  # noqa: S311 - a sample, not a secret
    every = [
        (f"{given.title()} {family.title()}", country)
        for country, table in _PEOPLE.items()
        for given in table.partition("|")[0].split()
        for family in table.partition("|")[2].split()
    ]
    return [_party(name, Kind.PERSON, country) for name, country in chance.sample(every, min(number, len(every)))]


def ordinary_firms(number: int, seed: int = 0) -> list[Party]:
    """``number`` firms: one or two words, a trade, a legal form."""
    chance = random.Random(f"firms {seed}")  # noqa: S311 - a sample, not a secret
    return [_party(name, Kind.COMPANY, "US") for name, _ in zip(_firms(chance), range(number), strict=False)]


def _firms(chance: random.Random) -> Iterator[str]:
    seen: set[str] = set()
    while True:
        words = chance.sample(_FIRM_WORDS, chance.choice((1, 1, 2)))
        name = f"{' '.join(words).title()} {chance.choice(_TRADES).title()} {chance.choice(_FORMS)}"
        if name not in seen:
            seen.add(name)
            yield name


def _party(name: str, kind: Kind, country: str) -> Party:
    return Party(id=name, names=(Name(full=name),), kind=kind, extra={"country": country})
