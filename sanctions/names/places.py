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

TOWNS = frozenset(
    """
    abadan abidjan abuja accra ahvaz aktau aleppo algiers almaty amman amsterdam angarsk ankara antalya antwerp arak ardabil arkhangelsk
    ashgabat asmara astana astrakhan athens baghdad baku bandung bangkok barcelona barnaul basra batumi beijing beirut belgrade benghazi
    berlin bishkek bogota brest bryansk bucharest budapest busan bushehr cairo caracas casablanca changsha chelyabinsk chengdu cherepovets
    chisinau chita chongqing chongjin colombo copenhagen dakar dalian damascus dandong dhaka dnipro dnepropetrovsk doha donetsk dubai dublin
    dushanbe erbil frankfurt fuzhou gdansk gomel gorlovka grodno grozny guangzhou guayaquil guiyang haifa hamburg hamhung handan hangzhou
    hanoi harare harbin havana hefei helsinki herat homs idlib irkutsk isfahan islamabad istanbul ivanovo izhevsk izmir jakarta jeddah
    jerusalem jinan jinzhou kabul kaluga kandahar karachi karaj kashan kazan kemerovo kerch kerman kermanshah khabarovsk kharkiv khartoum
    kherson khorramabad kigali kinshasa kirov kirkuk kolomna kostroma kovrov krasnodar krasnoyarsk kunming kunduz kurgan kursk kyiv lagos
    lahore lanzhou latakia lima lipetsk lisbon london luanda luoyang lviv lyon madrid magadan magnitogorsk makhachkala managua manila
    maputo mariupol marseille mashhad medellin melitopol mersin milan minsk mogadishu mombasa moscow mosul mumbai munich murmansk muscat
    mykolaiv nairobi najaf nampo nanchang nanjing nanning naples nicosia ningbo norilsk novokuznetsk novorossiysk novosibirsk odesa omsk
    orel orenburg osaka oslo ouagadougou palermo paris penza perm peshawar petersburg petrozavodsk podolsk poltava prague pristina pskov
    pyongyang qazvin qingdao qom quetta quito rangoon rasht riga riyadh rome rostov rotterdam ryazan saigon samara samarkand sanaa saransk
    saratov sarajevo semnan seoul sevastopol shanghai sharjah shenyang shenzhen shiraz shijiazhuang simferopol sinuiju skopje smolensk sofia
    stavropol stockholm surgut suzhou syktyvkar tabriz taganrog taipei taiyuan tallinn tambov tartus tashkent tbilisi tehran tianjin tirana
    togliatti tokyo tomsk tripoli tula tver tyumen ufa ulyanovsk urmia urumqi valencia vienna vilnius vitebsk vladimir vladivostok volgograd
    vologda voronezh votkinsk warsaw wenzhou wonsan wuhan wuxi xiamen xian yakutsk yangon yantai yaroslavl yazd yekaterinburg yerevan zagreb
    zahedan zanjan zaporizhzhia zelenograd zhengzhou zhuhai zurich
    """.split()
)
"""Towns whose names bodies bear: another town is another body's, however few letters apart (Omsk, Tomsk)."""

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
    "cuba": "kuba|cuban|cubana|cubano|cubanos|cubaine|kubinskaya",
    "sudan": "soudan|sudanese|soudanais|soudanaise|sudanais|sudanesische",
    "corsica": "corse|korsika|corsican",
    "colombia": "kolumbien|colombian|colombie|kolombiya",
    "venezuela": "venezolana|venezolano|venezuelan|venezolanos|venezuelienne",
    "iraq": "irak|iraqi|iraki|irakien|irakienne|iraqui|irakische",
    "yemen": "jemen|yaman|yemeni|yemenite|jemenitische",
    "mexico": "mexique|mexicana|mexicano|mexican|mexiko|meksika|meksiko",
    "germany": (
        "deutschland|allemagne|alemania|german|aleman|alemana|allemand|allemande|deutsche|deutscher|deutsches|germaniya|alemanha|germania"
    ),
    "turkey": "turkiye|turquie|turquia|turkish|turk|turc|turque|turco|turca|turkei|turkische|turtsiya",
    "ukraine": "ukraina|ukrainy|ukrainian|ukrainskii|ukrainskaya|ukrainska|ukrainien|ukrainienne|ukrainische|ucrania",
    "belarus": (
        "belarusian|belarussian|byelorussian|belorusskii|belorusskiy|byelorussia|belorussia|belarusi|respublika belarus"
        "|respublika bielarus|republic of belarus|belorusskaya|belorusskoye|belarusskaya|weissrussland|bielorussie|bielorrusia|belorus"
    ),
    "libya": "libia|libye|lybia|libyan|libyen|libyenne|libyjska|libysche|liviya",
    "egypt": "egipto|egypte|egyptian|egyptien|egyptienne|egipcio|agyptische|egipet|misr|masr|agypten",
    "lebanon": "liban|libano|lebanese|lubnan|libanais|libanaise|libanes|libanesa|libanesische|livan|libanon",
    "levant": "sham|cham",
    "isis": (
        "isil|daesh|daish|daech|islamic state|islamic state of iraq and the levant|islamic state of iraq and syria"
        "|islamic state of iraq and sham|islamic state of iraq and al sham|islamic state in iraq and the levant"
        "|islamic state in iraq and syria|islamic state in iraq and al sham|islamic state of iraq and ash sham"
    ),
    "irgc": (
        "islamic revolutionary guard corps|islamic revolutionary guards corps|islamic revolution guard corps"
        "|islamic revolution guards corps|islamic revolutionary guard|islamic revolutionary guards|islamic revolutionary corps"
        "|iranian revolutionary guard corps|iranian revolutionary guards corps|iranian revolutionary guard"
        "|iranian revolutionary guards|iran revolutionary guards|revolutionary guard corps|revolutionary guards corps"
        "|revolutionary guard|revolutionary guards|pasdaran|sepah pasdaran|sepah e pasdaran|pasdaran e enghelab e islami"
        "|sepah e pasdaran e enghelab e islami|army of the guardians of the islamic revolution"
    ),
    "palestine": "palestinian|palestinians|filastin|falastin|falestin|palestina|palestinskaya|palestinien",
    "africa": "african|afrique|afrika",
    "america": "american|amerika|amerique",
    "asia": "asian|asie|asien",
    "europe": "european|europa|europeenne",
    "afghanistan": "afghan|afghani|afghane|afgano|afgana",
    "albania": "albanian",
    "algeria": "algerian|algerie|argelia|algerienne|algerien|argelino|algerische|alzhir",
    "argentina": "argentine|argentinian",
    "armenia": "armenian|armeniya|armenie",
    "australia": "australian",
    "austria": "austrian|osterreich|oesterreich|avstriya|autriche",
    "azerbaijan": "azerbaijani|azerbaidzhan|azerbaycan|azerbaidjan",
    "bahrain": "bahraini",
    "bangladesh": "bangladeshi",
    "belgium": "belgian|belgique|belgie|belgien|belgica",
    "bolivia": "bolivian|boliviana|boliviano",
    "bosnia": "bosnian|bosna|bosnie",
    "brazil": "brazilian|brasil|bresil|brasileira|brasileiro|braziliya",
    "britain": "british",
    "bulgaria": "bulgarian|bolgariya|bulgarie|bulgarien",
    "cambodia": "cambodian|kampuchea",
    "cameroon": "cameroun|cameroonian",
    "canada": "canadian",
    "chile": "chilean|chileno|chilena",
    "congo": "congolese|congolaise|congolais|kongo",
    "croatia": "croatian|hrvatska|kroatien|croatie|croacia",
    "cyprus": "cypriot|kypros|kipr|chypre|zypern|chipre",
    "denmark": "danish|danmark|daniya|danemark|dinamarca",
    "ecuador": "ecuadorian|ecuatoriana|ecuatoriano",
    "eritrea": "eritrean",
    "ethiopia": "ethiopian",
    "finland": "finnish|finlyandiya|suomi|finlande|finlandia",
    "france": "french|francaise|francais|frantsiya|francia|frankreich",
    "georgia": "georgian|gruziya|georgie",
    "greece": "greek|hellenic|grece|gretsiya|grecia|griechenland|hellas",
    "haiti": "haitian",
    "honduras": "honduran|hondurena|hondureno",
    "hungary": "hungarian|magyar|ungarn|hongrie|hungria|vengriya",
    "india": "indian|indien|indienne|hindustan|indiya|inde",
    "indonesia": "indonesian|indonesie|indonesien",
    "israel": "israeli|izrail",
    "italy": "italian|italia|italiana|italiano|italie|italiya|italien|italienne",
    "japan": "japanese|japon|yaponiya|nippon|nihon|japonais",
    "jordan": "jordanian|iordaniya|jordanie|jordania|urdun",
    "kazakhstan": "kazakh|kazakhstani|kazakstan|kazakhstana|qazaqstan|kasachstan",
    "kenya": "kenyan",
    "khorasan": "khurasan|khorassan|khurassan",
    "kuwait": "kuwaiti|koweit",
    "kyrgyzstan": "kyrgyz|kirghizia|kirgizstan|kyrgyzskaya",
    "malaysia": "malaysian",
    "mongolia": "mongolian|mongoliya",
    "morocco": "moroccan|maroc|marruecos|marocain|marocaine|marroqui|marokko|marokkanische|maghribi",
    "netherlands": "dutch|nederland|nederlandse|niederlande|holland|holanda|gollandiya",
    "nicaragua": "nicaraguan",
    "nigeria": "nigerian",
    "norway": "norwegian|norge|norvegiya|norvege|noruega|norwegen",
    "oman": "omani",
    "pakistan": "pakistani|pakistanais|pakistanaise",
    "panama": "panamanian|panamena|panameno",
    "peru": "peruvian|peruana|peruano",
    "philippines": "philippine|filipino|pilipinas|filippiny|filipinas",
    "poland": "polska|pologne|polsha|polen|polonia|polish",
    "portugal": "portuguese|portuguesa",
    "qatar": "qatari|katar",
    "romania": "romanian|rumania|rumanien|roumanie",
    "serbia": "serbian|srbija|srbije|serbiya|serbie|serbien",
    "slovakia": "slovak",
    "slovenia": "slovenian",
    "somalia": "somali|somalian|somalie",
    "spain": "spanish|espana|espanola|espagne|ispaniya|spanien|espanol|espagnol",
    "sweden": "swedish|sverige|schweden|suede|suecia",
    "switzerland": "swiss|suisse|schweiz|svizzera|shveitsariya|suiza",
    "tajikistan": "tajik|tadzhikistan|tadjikistan",
    "thailand": "thai|tailand|thailande",
    "tunisia": "tunisian|tunisie|tunisienne|tunisien|tunisino|tunesien|tunesische|tunis",
    "turkmenistan": "turkmen|turkmenistana",
    "uganda": "ugandan",
    "uzbekistan": "uzbek|uzbekistana|ozbekiston|usbekistan",
    "vietnam": "vietnamese|viet nam|vetnam",
    "zimbabwe": "zimbabwean",
    "korea": (
        "korean|coree|corea|coreano|coreana|koreanische|koreya|koreia|chosun|choson|joson|joseon|hanguk|dprk"
        "|democratic peoples republic of korea|democratic people s republic of korea|dpr korea|dpr of korea|north korea"
        "|peoples democratic republic of korea|d p r k|democratic peoples republic of coree|koreiskaya|koreas"
    ),
    "rok": "republic of korea|south korea",
    "myanmar": "burma|birmanie|birma|burmese|myanma",
    "iran": (
        "islamic republic of iran|jomhouri islami iran|jomhuri islami iran|jomhuri ye islami ye iran|iranian|irani|iranien|iranienne"
        "|iranische|irana"
    ),
    "russia": (
        "russian federation|rossiyskaya federatsiya|rossiiskaya federatsiya|russian|russkaya|russkii|russkiy|russkoye|russe|ruso|rusa"
        "|russische|rossiyskaya|rossiyskiy|rossiiskii|rossiyskoye|rossiya|rossii|rossia|russie|rusia|russland|rossiiskaya|russia s"
    ),
    "china": (
        "chinese|chine|chinois|chinoise|chinesische|zhongguo|peoples republic of china|people s republic of china|prc|p r china"
        "|pr china|kitai|kitay|kitaiskii|kitaiskaya"
    ),
    "syria": "syrian arab republic|syrian arab|syrian|syrien|syrienne|syrische|sirio|syrie|siria|siriya|siriiskii",
    "usa": "united states of america|united states|u s a|etats unis|estados unidos|vereinigte staaten",
    "uae": "united arab emirates|u a e|emirats arabes unis|emiratos arabes unidos",
    "moldova": "moldaviya|moldavie|moldavia|moldovan",
    "estonia": "estoniya|eesti|estonie",
    "latvia": "latviya|latvija|lettland|latvian",
    "lithuania": "litva|lietuva|lituanie|lithuanian",
    "uk": "united kingdom|great britain|royaume uni|reino unido",
    "singapore": "singapur|singapour|singaporean",
    "crimea": "krym|crimean|krim",
    "mali": "malian|malien",
    "niger": "nigerien",
    "chad": "tchad|chadian",
    "senegal": "senegalese|senegalais",
    "ghana": "ghanaian",
    "angola": "angolan",
    "rwanda": "rwandan|rwandais",
    "iceland": "icelandic",
    "ireland": "irish|irlande|irlanda",
    "scotland": "scottish",
    "malta": "maltese",
    "nepal": "nepalese|nepali",
    "cayman": "caymans",
    "paraguay": "paraguayan",
    "uruguay": "uruguayan",
    "guatemala": "guatemalan",
    "burundi": "burundian",
}
"""The word of a place → its spellings, adjectives and full names, parted by "|"."""
