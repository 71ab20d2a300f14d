"""The phrases of organisations' names that one word stands for: words and abbreviations in the tongues of commerce, movements' names
in every spelling, places and legal forms.

Legal forms of one kind in different countries share a class (``names.legal_forms``), so that OOO, GmbH and Ltd agree
with one another. Abbreviations and spellings of places (``names.places``) are those that entries of the OFAC, UN and UK lists use
side by side, and usual ones of commerce.
"""

from __future__ import annotations

from sanctions.names.legal_forms import LEGAL_FORMS
from sanctions.names.places import SPELLINGS
from sanctions.names.vocabulary import LEGAL

_ALIKE = {
    # the word that stands for all: words and abbreviations that names use in its place
    "agency": "agencies|agents|agent",
    "association": (
        "assoc|assn|ass n|associations|associated|associates|associate|organization|organisation|organizations|organisations|org|orgn"
        "|society|societies|jamiyat|jamiyyat|jamiat|jamiyah|jamiyya|jamiyyah"
    ),
    "brigade": (
        "brigades|battalion|battalions|liwa|liwaa|lewa|lewaa|kataib|kata ib|kataeb|kataaib|katibat|katiba|khatiba|katibah|kateeb|bataillon"
        "|batallon"
    ),
    "bank": "banking|banks|bankers",
    "brothers": "bros",
    "bureau": "bureaus|buro|department|departments|dept|dep|directorate|direction|direccion|directory|office|offices",
    "charity": (
        "benevolence|welfare|charitable|charities|benevolent|khairiya|khayriyya|khairiyah|khayriyyah"
        "|khairia|khayriya|kheiriyeh|kheyriyeh|kairyia"
    ),
    "communications": "communication|telecommunications|telecommunication|telecom|telecoms|comm",
    "development": "dev|developments",
    "engineering": "eng|engg|engineers",
    "enterprise": "enterprises|ent",
    "export": "exp|exports|exporting",
    "general": "gen",
    "government": "govt",
    "group": "grp|grup|grupp|gruppa|groups",
    "holding": "holdings|hldg|hldgs|kholding",
    "import": "imp|imports|importing",
    "industry": "ind|inds|industries|industrial",
    "institute": "inst|institut",
    "international": "intl|int l|intern|internacional|internacionales|internationals",
    "manufacturing": "mfg|manuf|manufacture|manufacturers",
    "mining": "mines|min",
    "laboratory": "lab|labs|laboratories|laboratoire|laboratorio|laboratorios|laboratoires|laboratorium",
    "airlines": "airline|air lines|airways|air ways|air",
    "defense": "defence|defences|defenses",
    "center": "centre|centers|centres|ctr|cntr",
    "plant": "plants|factory|factories|works|zavod|combine|combinat",
    "force": "forces",
    "guard": "guards",
    "family": "families",
    "jewelry": "jewellery|jewelery|jewelers|jewellers",
    "marine": "maritime",
    "of": (
        "named after|named for|named by|in the name of|imeni|im|named after academician|imeni akademika|im akademika|named after professor"
    ),
    "venture": "ventures",
    "machinery": "machine building|machinebuilding|machinery building|machineries",
    "rocket": "rockets|missile|missiles",
    "aviation": "aircraft|aircrafts|avia",
    "offshore": "off shore",
    "fund": "funds",
    "exchange": (
        "exchanges|money exchange|currency exchange|money changer|money changers|money exchanger|money exchangers|exchange shop"
        "|money exchange shop|moneychanger|moneychangers"
    ),
    "instrument": "instruments|instrumentation|instrument making|devices|device",
    "refining": "refinery|refineries",
    "fishing": "fishery|fisheries",
    "managing": "management|mgmt|mgt|managers",
    "oil": "petroleum|petrol",
    "electric": "electrical|elec|electricity",
    "electronics": "electronic",
    "scientific": "science|sciences|scient",
    "technical": "technic|technics|technique",
    "studies": "study|etudes|estudios|studien",
    "armed": "military|militaire|militar",
    "revolutionary": "revolution|revolucion|revolutionnaire",
    "main": "chief",
    "aluminum": "aluminium",
    "precision": "precise",
    "automation": "avtomatizatsiya|automatizacion|automatisierung",
    "drive": "draiv",
    "publishing": "publication|publications|publishers",
    "printing": "press|printers",
    "properties": "property",
    "investment": "invest|investments|investors|inv",
    "corps": "corp s",
    "north": "northern|severnoe|severnoye|severnyi|severnyy|severny|shomal|shamal|nord",
    "south": "southern|yuzhnyi|yuzhnyy|yuzhny|yuzhnoe|jonoub|janub|sud|jonub",
    "east": "eastern|vostochnyi|vostochnyy|vostochny|vostochnoe|shargh|sharq|ost|iztok|istok",
    "west": "western|zapadnyi|zapadnyy|zapadny|zapadnoe|gharb|zapad",
    "province": "wilayat|wilayah|wilaya|vilayat",
    "army": "armee|ejercito",
    "national": "natl|nat",
    "service": "services|svc|svcs|serv|servicing",
    "shipping": "shpg|ships",
    "shipyard": "shipyards|ship yard|ship repair|ship repairs|shiprepair"
    "|shipbuilding plant|shipbuilding factory|ship building plant|dockyard|dockyards|shipbuilding yard|ship repair plant",
    "technology": "tech|technologies|techn|tekhnologii|tek|tekh|tec",
    "trading": "trade|trdg|traders",
    "university": "univ",
}

INFLECTED = {
    # one word of what bodies are and do, in the other forms that English has for it; none of them is mended
    "aerospace": "aeronautics and astronautics|aero space",
    "aviation": "aeronautics|aeronautical|aeronautic",
    "administration": "administrations",
    "agriculture": "agricultural|agrarian",
    "airport": "air port|airports",
    "ammunition": "munitions|munition|military supplies",
    "automobile": "auto|automotive|automobiles",
    "business": "businesses",
    "cargo": "freight",
    "chemical": "chemicals|chemistry",
    "combatant": "combatants|fighter|fighters|fighting",
    "commerce": "commercial",
    "computer": "computers|computing",
    "consulting": "consultancy|consultants|consultant|consultation|advisory|advisors|advisers",
    "contracting": "contractors|contractor|contracts",
    "council": "councils",
    "cooperation": "co operation",
    "distribution": "distributors|distributor|distributing",
    "economic": "economy|economics",
    "energy": "energies",
    "equipment": "equipments",
    "estate": "real estate|realty",
    "fertilizer": "fertilizers|fertiliser|fertilisers",
    "finance": "financial|financing",
    "food": "foods|foodstuff|foodstuffs",
    "garment": "garments|clothing|apparel|clothes",
    "gem": "gems|gemstones",
    "geological": "geology",
    "headquarters": "hq|headquarter",
    "helicopter": "helicopters",
    "hotel": "hotels",
    "infrastructure": "infrastructures",
    "insurance": "insurances",
    "interior": "internal affairs",
    "laundering": "money laundering organization|mlo",
    "line": "lines",
    "logistics": "logistic",
    "machine": "machines",
    "market": "markets|marketplace",
    "martyrs": "martyr",
    "material": "materials",
    "mechanical": "mechanics",
    "medical": "medicine|medicines|medicinal",
    "metal": "metals|metallic",
    "metallurgy": "metallurgical|metallurgic|metallurgies",
    "microelectronics": "micro electronics|microelectronic",
    "mineral": "minerals",
    "ministry": "ministries|min of",
    "mobilization": "mobilisation",
    "motor": "motors",
    "navy": "naval force|naval forces",
    "network": "networks|networking",
    "nuclear": "atomic",
    "optical": "optics",
    "part": "parts|spare parts",
    "partner": "partners",
    "peoples": "people|popular",
    "petrochemical": "petrochemicals|petrochemistry|petro chemical|petro chemicals",
    "pharmaceutical": "pharmaceuticals|pharma",
    "plastic": "plastics",
    "polymer": "polymers",
    "prison": "prisons|correctional|penitentiary",
    "product": "products",
    "production": "producers|producer|productive",
    "project": "projects",
    "railway": "railways|railroad|railroads",
    "repair": "repairs|repairing",
    "relief": "aid|aide",
    "resource": "resources",
    "restaurant": "restaurants",
    "rifle": "motor rifle|motorized rifle|motorised rifle",
    "seaport": (
        "sea port|marine port|maritime port|merchant sea port|merchant seaport|commercial sea port|commercial seaport|trading sea port"
        "|trade sea port|sea commercial port|sea trading port|sea trade port|sea merchant port"
    ),
    "semiconductor": "semiconductors|semi conductor|semi conductors",
    "radiological": "radiation",
    "separate": "detached",
    "shop": "shops|store|stores",
    "solution": "solutions",
    "supply": "supplies|suppliers|supplier",
    "system": "systems",
    "tanker": "tankers",
    "television": "tv|tv station|tv channel|television station|television channel|satellite television|satellite channel|satellite station",
    "testing": "test|tests",
    "textile": "textiles",
    "tire": "tyre|tires|tyres",
    "tool": "tools",
    "tourism": "tours|tourist|touristic",
    "trafficking": "drug trafficking organization|drug trafficking organisation|dto",
    "transport": "transportation|transports|transporting|transporters|transporter",
    "travel": "travels|travelling",
    "troops": "troop",
    "union": "unions",
    "vehicle": "vehicles",
    "vessel": "vessels",
    "weapon": "weapons|armament|armaments",
}

MOVEMENTS = {
    # words of movements' and charities' names as English, French, German and South Asian habits write them
    "qaida": "qaeda|qaidah|qaedah|kaida|kaeda|caida",
    "jaish": "jaysh|jeish|jaych|gaish|jaishe|jaish e",
    "harakat": "harakah|haraket|harkat|harka|haraka",
    "jamaat": "jamaa|jama at|jamaah|gamaa|gama a|jemaah|djamaat|gamaat|jamaat e|jama a|djamaa",
    "islamiya": "islamiyah|islamiyya|islamiyyah|islamia|islamiyeh",
    "mujahidin": "mujahideen|mujahedin|mujahedeen|moujahidin|mudjahidin|mojahedin|mujahidine|mojahedeen",
    "tayyiba": "toiba|taiba|tayba|tayyibah|tayyaba|taibah|tayba",
    "sharia": "shariah|charia|shari a|cheria|schari a",
    "tawhid": "tawheed|tauhid|touhid|tawhed",
    "hizb": "hezb|hizbe|hezbe|hizb e|hezb e|hizbul",
    "hizballah": "hezbollah|hizbollah|hizbullah|hezbullah|hezballah|hizb allah|hizb ullah|hisbollah|party of god",
    "lashkar": "lashkare|lashkar e|laskar|lashkar i",
    "shabaab": "shabab|chabab|shebab|chabaab",
    "taliban": "taleban|talibans|talibaan",
    "bayt": "beit|bait|beyt|bayit",
    "quran": "koran|qur an|coran",
    "jund": "jond|jound|djound",
    "firqa": "ferqat|firqat|firqah|ferqa",
    "dawa": "dawah|daawa|daawah|da wa|da wah|dawat|dawaa|dava|davat",
    "sunna": "sunnah|sunnat",
    "madrasa": "madrassa|madrasah|madrassah|medrese|medresa|madrasat",
    "khair": "khayr|kheir|kher",
    "shuhada": "shohada|chouhada|chuhada",
    "ansar": "anssar|ensar|ansarul|ansarour|ansaru|supporters|partisans|helpers",
    "jihad": "djihad|dschihad|jehad",
    "shahid": "shaheed|shahed|chahid",
    "muhajirin": "muhajireen|muhajirun|muhajiroun|mohajerin|emigrants|immigrants",
    "allah": "god",
    "haramain": "haramayn|haramein|haramaine|haramean",
}
LEGAL_PHRASES = {tuple(phrase.split()): LEGAL + cls for cls, phrases in LEGAL_FORMS.items() for phrase in phrases}
PHRASES = {
    tuple(phrase.split()): word for word, phrases in (_ALIKE | INFLECTED | MOVEMENTS | SPELLINGS).items() for phrase in phrases.split("|")
} | LEGAL_PHRASES
"""The words of a phrase → the word, or the class of legal forms, that stands for it."""

KNOWN = frozenset(word for phrase in PHRASES for word in phrase) | frozenset(_ALIKE)
"""Every word of a phrase, and those that stand for one."""


def _every_word(table: dict[str, str]) -> set[str]:
    return {word for entry in table.items() for text in entry for word in text.replace("|", " ").split()}


MISSPELT = KNOWN - (
    _every_word(INFLECTED | MOVEMENTS) - _every_word(_ALIKE | SPELLINGS) - {word for form in LEGAL_PHRASES for word in form}
)
"""The words that others are taken to be misspellings of. Not the forms of English words, which brands are near ("Medica"), nor
those of movements' names, which are near people's ("Shahab" is no slip for "Shabab")."""

BUSINESS_WORDS = frozenset(_ALIKE | INFLECTED) | {
    word for phrases in (_ALIKE | INFLECTED).values() for word in phrases.split("|") if len(word) > 3
}
"""The common words of organisations' names, and those that they stand for."""
