"""What names are changed into by `matching.manipulations`: our own tables of ordinary variants.

They are kept apart from the tables that names are compared with (`sanctions.names`), so that a class measures
what the comparison knows and not what it was told here.
"""

from __future__ import annotations


def _groups(text: str) -> dict[str, tuple[str, ...]]:
    """Lines of variants, divided by "|": each phrase → the others of its line."""
    table: dict[str, tuple[str, ...]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        variants = [variant.strip() for variant in line.split("|")]
        for variant in filter(None, variants):
            table[variant] = (*table.get(variant, ()), *(other for other in variants if other != variant))
    return table


LEGAL_FORMS = _groups(
    """
    limited | ltd | ltd. | l.t.d. |
    company limited | co., ltd. | co ltd | company ltd
    co., ltd | co. limited | company limited
    co. ltd. | company limited | co., limited
    limited liability company | llc | l.l.c. | ooo
    joint stock company | jsc | j.s.c.
    open joint stock company | ojsc | oao
    public joint stock company | pjsc | pao
    closed joint stock company | cjsc | zao
    corporation | corp | corp. |
    incorporated | inc | inc. |
    gmbh | g.m.b.h. | gesellschaft mit beschraenkter haftung
    s.a. | sa | societe anonyme | sociedad anonima
    d.o.o. | doo | d o o
    s.a.l. | sal
    fze | f.z.e. | free zone establishment
    fzco | f.z.c.o. | free zone company
    """
)
"""The last variant of some lines is empty: the form left out."""

ABBREVIATIONS = _groups(
    """
    international | intl | int'l
    development | dev
    engineering | eng | engg
    general | gen
    industries | ind | inds
    industrial | ind
    national | natl | nat'l
    manufacturing | mfg
    department | dept | dept.
    university | univ | univ.
    institute | inst | inst.
    association | assoc | assn
    brothers | bros | bros.
    technology | tech
    group | grp
    holding | hldg
    trading | trdg
    shipping | shpg
    and | &
    """
)

NUMBERS = _groups(
    """
    one | 1
    two | 2 | ii
    three | 3 | iii
    four | 4 | iv
    five | 5
    six | 6 | vi
    seven | 7 | vii
    eight | 8 | viii
    nine | 9 | ix
    ten | 10
    eleven | 11
    twelve | 12
    twenty | 20
    thirty | 30
    forty | 40
    fifty | 50
    hundred | 100
    first | 1st
    second | 2nd
    third | 3rd
    fourth | 4th
    fifth | 5th
    sixth | 6th
    seventh | 7th
    eighth | 8th
    ninth | 9th
    tenth | 10th
    """
)

BRITISH_AMERICAN = _groups(
    """
    organisation | organization
    organisations | organizations
    centre | center
    centres | centers
    defence | defense
    labour | labor
    aluminium | aluminum
    defences | defenses
    fibre | fiber
    honour | honor
    harbour | harbor
    programme | program
    theatre | theater
    catalogue | catalog
    colour | color
    fertiliser | fertilizer
    jewellery | jewelry
    travelling | traveling
    tyre | tire
    tyres | tires
    grey | gray
    mobilisation | mobilization
    modernisation | modernization
    revolutionising | revolutionizing
    utilisation | utilization
    """
)

PLACES = _groups(
    """
    cuba | kuba
    cubana | kubana
    habana | havana | la habana
    sudan | soudan | sudán
    syria | syrie | siria | syrien
    libya | libia | libye | libyen
    iraq | irak
    iran | irán
    yemen | jemen | yémen
    russia | rossiya | russland
    moscow | moskva | moskau
    ukraine | ukraina
    crimea | krym | krim
    lebanon | liban | libanon
    egypt | egypte
    turkey | türkiye | turkiye
    pyongyang | phyongyang | p'yongyang
    korea | corea | coree
    tehran | teheran
    damascus | damas | damaskus
    aleppo | halab
    baghdad | bagdad
    mexico | méxico
    panama | panamá
    colombia | kolumbien
    venezuela | vénézuela
    myanmar | burma
    belarus | byelorussia
    kiev | kyiv
    odessa | odesa
    """
)

SOUNDS_ALIKE = (
    ("ph", "f"),
    ("f(?!f)", "ph"),
    ("ck", "k"),
    (r"(?<=[aeiou])k(?=[aeiou])", "kk"),
    ("c(?=[aou])", "k"),
    ("kh", "h"),
    ("sch", "sh"),
    ("zh", "j"),
    ("v", "w"),
    ("w(?=[aeiou])", "v"),
    ("x", "ks"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("(?<=[bcdfgklmnprstvz])y(?![aeiou])", "i"),
    ("qu", "kw"),
    ("q(?!u)", "k"),
    ("dj", "j"),
    ("ie", "i"),
)
"""Pattern of letters → letters that an ear takes for the same."""

MARKED = {
    "a": "áàâäãåā", "c": "çćč", "d": "đ", "e": "éèêëēę", "g": "ğ", "i": "íìîïī", "l": "ł", "n": "ñńň", "o": "óòôöõøō",
    "r": "ř", "s": "śšş", "t": "ţ", "u": "úùûüū", "y": "ýÿ", "z": "źžż",
}  # fmt: skip

LOOK_ALIKES = dict(zip("ABCEHIKMOPTXaceiopxy", "АВСЕНІКМОРТХасеіорху", strict=True))
"""Latin letter → the Cyrillic letter that looks the same in most faces (Unicode's confusables, the plain ones)."""

TITLES = ("Mr", "Mr.", "Mrs.", "Dr.", "Prof.", "General", "Gen.", "Col.", "Sheikh", "Hajji", "Mullah", "Eng.", "His Excellency", "Comrade")
SHIP_PREFIXES = ("MV", "M/V", "M.V.", "MT", "M/T", "SS")

GIVEN_NAMES = tuple("ahmed ali anton carlos daniel elena george hassan ivan james john jose maria michael mustafa omar paul peter".split())
BUSINESS_WORDS = tuple("group trading international holding services global general enterprises".split())
