"""Words for countries and regions, in the one form that ``names.organisations`` brings them to (ISO 3166-1's English short names)."""

from __future__ import annotations

COUNTRIES = frozenset(
    """
    afghanistan albania algeria andorra angola anguilla antigua arabia argentina armenia aruba australia austria azerbaijan bahamas
    bahrain bangladesh barbados barbuda belarus belgium belize benin bermuda bhutan bissau bolivia bosnia botswana brazil britain brunei
    bulgaria burkina burma burundi cambodia cameroon canada cayman chad chechnya chile china colombia comoros congo crimea croatia cuba
    curacao cyprus czech czechia denmark djibouti dominica dominican donetsk ecuador egypt emirates england eritrea estonia eswatini
    ethiopia faso fiji finland france gabon gambia georgia germany ghana gibraltar greece greenland grenada guatemala guernsey guinea
    guyana haiti herzegovina hk holland honduras hong hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
    jersey jordan kazakhstan kenya kiribati kong korea kosovo kuwait kyrgyzstan lanka laos latvia lebanon leone lesotho liberia libya
    liechtenstein lithuania luhansk luxembourg macao macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius
    mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
    pakistan palestine panama papua paraguay peru philippines poland portugal qatar rica rok romania russia rwanda samoa saudi scotland
    senegal serbia seychelles sierra singapore slovakia slovenia somalia spain sri sudan suriname swaziland sweden switzerland syria
    taiwan tajikistan tanzania thailand togo tonga trinidad tunisia turkey turkiye turkmenistan uae uganda ukraine uruguay usa
    uzbekistan vanuatu vatican venezuela vietnam wales yemen zaire zambia zealand zimbabwe
    """.split()
)
"""A body's country is left out or added from one spelling of its name to another; another country is another body."""

PLACES = COUNTRIES | frozenset(
    """
    africa america americas asia bay beijing beirut cape central city coast costa damascus district dprk dubai east eastern eu europe
    far geneva global gulf hamburg hongkong island islands istanbul ivory london macau marshall middle moscow north northern offshore
    overseas pacific prc province pyongyang region republic shanghai sharjah shenzhen south southern state tehran uk us verde west
    western worldwide zurich
    """.split()
)
"""What stands in brackets behind the name of one of several sister bodies."""

SPELLINGS = {
    # countries and towns as their own and other tongues write them, and countries' adjectives
    "moscow": "moskva|moskau|moskovskii|moskovskiy|moscou",
    "kyiv": "kiev|kiew|kyev",
    "kharkiv": "kharkov",
    "odesa": "odessa",
    "lviv": "lvov",
    "petersburg": "st petersburg|saint petersburg|sankt petersburg|sankt peterburg|peterburg",
    "beijing": "peking|pekin",
    "guangzhou": "canton",
    "tehran": "teheran",
    "baghdad": "bagdad",
    "damascus": "damas|dimashq|dimashk",
    "aleppo": "halab|haleb|alep",
    "havana": "habana|la habana|havane",
    "pyongyang": "phyongyang|pyeongyang|pyong yang",
    "cuba": "kuba|cuban|cubana|cubano|cubanos",
    "sudan": "soudan|sudanese|soudanais|soudanaise|sudanais|sudanesische",
    "corsica": "corse|korsika|corsican",
    "colombia": "kolumbien|colombian|colombie|kolombiya",
    "venezuela": "venezolana|venezolano|venezuelan|venezolanos|venezuelienne",
    "iraq": "irak|iraqi|iraki|irakien|irakienne|iraqui|irakische",
    "yemen": "jemen|yaman|yemeni|yemenite|jemenitische",
    "mexico": "mexique|mexicana|mexicano|mexican|mexiko|meksika",
    "germany": "deutschland|allemagne|alemania|german|aleman|alemana|allemand|allemande|deutsche|deutscher|deutsches",
    "turkey": "turkiye|turquie|turquia|turkish|turk|turc|turque|turco|turca|turkei|turkische",
    "ukraine": "ukraina|ukrainy|ukrainian|ukrainskii|ukrainskaya|ukrainska|ukrainien|ukrainienne|ukrainische",
    "belarus": (
        "belarusian|belarussian|byelorussian|belorusskii|belorusskiy|byelorussia|belorussia|belarusi"
        "|respublika belarus|respublika bielarus|republic of belarus|belorusskaya|belorusskoye|belarusskaya"
    ),
    "libya": "libia|libye|lybia|libyan|libyen|libyenne|libyjska|libysche",
    "egypt": "egipto|egypte|egyptian|egyptien|egyptienne|egipcio|agyptische",
    "lebanon": "liban|libano|lebanese|lubnan|libanais|libanaise|libanes|libanesa|libanesische",
    "levant": "sham|cham",
    "isis": (
        "isil|daesh|daish|daech|islamic state|islamic state of iraq and the levant|islamic state of iraq and syria"
        "|islamic state of iraq and sham|islamic state of iraq and al sham|islamic state in iraq and the levant"
        "|islamic state in iraq and syria|islamic state in iraq and al sham|islamic state of iraq and ash sham"
    ),
    "irgc": (
        "islamic revolutionary guard corps|islamic revolutionary guards corps|islamic revolution guard corps"
        "|islamic revolution guards corps|islamic revolutionary guard|islamic revolutionary guards|islamic revolutionary corps"
        "|iranian revolutionary guard corps|iranian revolutionary guards corps|iranian revolutionary guard|iranian revolutionary guards"
        "|iran revolutionary guards|revolutionary guard corps|revolutionary guards corps|revolutionary guard|revolutionary guards|pasdaran"
        "|sepah pasdaran|sepah e pasdaran|pasdaran e enghelab e islami|sepah e pasdaran e enghelab e islami"
        "|army of the guardians of the islamic revolution"
    ),
    "palestine": "palestinian|palestinians|filastin|falastin|falestin|palestina",
    "africa": "african|afrique|afrika",
    "america": "american|amerika|amerique",
    "asia": "asian|asie|asien",
    "europe": "european|europa|europeenne",
    "afghanistan": "afghan|afghani|afghane|afgano|afgana",
    "albania": "albanian",
    "algeria": "algerian|algerie|argelia|algerienne|algerien|argelino|algerische",
    "argentina": "argentine|argentinian",
    "armenia": "armenian",
    "australia": "australian",
    "austria": "austrian|osterreich|oesterreich",
    "azerbaijan": "azerbaijani",
    "bahrain": "bahraini",
    "bangladesh": "bangladeshi",
    "belgium": "belgian|belgique|belgie",
    "bolivia": "bolivian|boliviana|boliviano",
    "bosnia": "bosnian|bosna|bosnie",
    "brazil": "brazilian|brasil|bresil|brasileira|brasileiro",
    "britain": "british",
    "bulgaria": "bulgarian",
    "cambodia": "cambodian|kampuchea",
    "cameroon": "cameroun|cameroonian",
    "canada": "canadian",
    "chile": "chilean|chileno|chilena",
    "congo": "congolese|congolaise|congolais",
    "croatia": "croatian|hrvatska",
    "cyprus": "cypriot|kypros",
    "denmark": "danish|danmark",
    "ecuador": "ecuadorian|ecuatoriana|ecuatoriano",
    "eritrea": "eritrean",
    "ethiopia": "ethiopian",
    "finland": "finnish",
    "france": "french|francaise|francais",
    "georgia": "georgian",
    "greece": "greek|hellenic|grece",
    "haiti": "haitian",
    "honduras": "honduran|hondurena|hondureno",
    "hungary": "hungarian|magyar",
    "india": "indian|indien|indienne|hindustan",
    "indonesia": "indonesian",
    "israel": "israeli",
    "italy": "italian|italia|italiana|italiano|italie",
    "japan": "japanese|japon",
    "jordan": "jordanian",
    "kazakhstan": "kazakh|kazakhstani|kazakstan",
    "kenya": "kenyan",
    "khorasan": "khurasan|khorassan|khurassan",
    "kuwait": "kuwaiti|koweit",
    "kyrgyzstan": "kyrgyz|kirghizia|kirgizstan",
    "malaysia": "malaysian",
    "mongolia": "mongolian",
    "morocco": "moroccan|maroc|marruecos|marocain|marocaine|marroqui|marokko|marokkanische|maghribi",
    "netherlands": "dutch|nederland|nederlandse",
    "nicaragua": "nicaraguan",
    "nigeria": "nigerian",
    "norway": "norwegian|norge",
    "oman": "omani",
    "pakistan": "pakistani|pakistanais|pakistanaise",
    "panama": "panamanian|panamena|panameno",
    "peru": "peruvian|peruana|peruano",
    "philippines": "philippine|filipino|pilipinas",
    "poland": "polska|pologne",
    "portugal": "portuguese|portuguesa",
    "qatar": "qatari|katar",
    "romania": "romanian",
    "serbia": "serbian|srbija|srbije",
    "slovakia": "slovak",
    "slovenia": "slovenian",
    "somalia": "somali|somalian",
    "spain": "spanish|espana|espanola|espagne",
    "sweden": "swedish|sverige",
    "switzerland": "swiss|suisse|schweiz|svizzera",
    "tajikistan": "tajik",
    "thailand": "thai",
    "tunisia": "tunisian|tunisie|tunisienne|tunisien|tunisino|tunesien|tunesische",
    "turkmenistan": "turkmen",
    "uganda": "ugandan",
    "uzbekistan": "uzbek",
    "vietnam": "vietnamese|viet nam",
    "zimbabwe": "zimbabwean",
    "korea": (
        "korean|coree|corea|coreano|coreana|koreanische|koreya|koreia|chosun|choson|joson|joseon|hanguk|dprk"
        "|democratic peoples republic of korea|democratic people s republic of korea|dpr korea"
        "|dpr of korea|north korea|peoples democratic republic of korea|d p r k|democratic peoples republic of coree"
    ),
    "rok": "republic of korea|south korea",
    "myanmar": "burma|birmanie|birma|burmese",
    "iran": (
        "islamic republic of iran|jomhouri islami iran|jomhuri islami iran|jomhuri ye islami ye iran|iranian|irani|iranien|iranienne"
        "|iranische"
    ),
    "russia": (
        "russian federation|rossiyskaya federatsiya|rossiiskaya federatsiya|russian|russkaya|russkii|russkiy|russkoye|russe|ruso|rusa"
        "|russische|rossiyskaya|rossiyskiy|rossiiskii|rossiyskoye|rossiya|rossii|rossia|russie|rusia"
    ),
    "china": (
        "chinese|chine|chinois|chinoise|chinesische|zhongguo|peoples republic of china|people s republic of china|prc|p r china|pr china"
    ),
    "syria": "syrian arab republic|syrian arab|syrian|syrien|syrienne|syrische|sirio|syrie|siria",
    "usa": "united states of america|united states|u s a",
    "uae": "united arab emirates|u a e",
}
"""The word of a place → its spellings, adjectives and full names, parted by "|"."""
