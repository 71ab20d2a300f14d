"""Tables of Chinese: the syllables of Pinyin and Wade-Giles, and family names as they are spelt in and out of China.

Pinyin by ISO 7098:2015; Wade-Giles by Giles 1912 in its usual form. Family names: the hundred commonest of the
2020 name report of China's Ministry of Public Security and others met on lists, with the Cantonese, Hokkien,
Teochew, Hakka and Taiwanese spellings in use in Hong Kong, Macau, Taiwan, Singapore, Malaysia and Indonesia.
"""

from __future__ import annotations

_FINALS = {
    # initials: the finals that stand after each of them
    "b p m": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "m": "e ou iu",
    "p": "ou",
    "d t": "a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "d": "ia iu en",
    "n l": "a e ai ei ao ou an ang eng ong i ie iao iu ian in iang ing u uo uan un ue",
    "l": "ia",
    "n": "en",
    "g k h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j q x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh ch sh": "a e i ai ao ou an en ang eng u ua uo uai ui uan un uang",
    "zh ch": "ong",
    "zh sh": "ei",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "z c s": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "z": "ei",
    "y": "a o e ao ou an in ang ing ong i u ue uan un",
    "w": "a o ai ei an en ang eng u",
    "": "a o e ai ei ao ou an en ang er",
}
PINYIN = frozenset(i + f for group, finals in _FINALS.items() for i in group.split() or [""] for f in finals.split())
"""Every syllable of Pinyin, ü as u (lu stands for lu and lü)."""

_WG_INITIALS = {"b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "zh": "ch", "z": "ts", "c": "ts", "x": "hs", "r": "j"}
_WG_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu tsu", "ci": "tzu tsu", "si": "ssu szu su",
    "yi": "i yi", "you": "yu", "yan": "yen", "ye": "yeh", "yong": "yung", "er": "erh", "yue": "yueh", "ge": "ko ke",
    "ke": "ko ke", "he": "ho he", "e": "o e", "gui": "kuei", "kui": "kuei", "guo": "kuo", "kuo": "kuo", "huo": "huo",
    "shuo": "shuo", "xu": "hsu shu", "lie": "lieh", "yo": "yo", "lue": "lueh", "nue": "nueh",
}  # fmt: skip
_WG_FINALS = {"ian": "ien", "ie": "ieh", "iong": "iung", "ong": "ung", "ue": "ueh", "uo": "o"}


def wade_giles(syllable: str) -> tuple[str, ...]:
    """A Pinyin syllable in Wade-Giles, apostrophe and diaeresis left out as lists leave them out."""
    if syllable in _WG_WHOLE:
        return tuple(_WG_WHOLE[syllable].split())
    initial = syllable[:2] if syllable[:2] in ("zh", "ch", "sh") else syllable[:1] if syllable[0] not in "aeo" else ""
    final = syllable[len(initial) :]
    return (_WG_INITIALS.get(initial, initial) + _WG_FINALS.get(final, final),)


def _reversed() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for syllable in sorted(PINYIN):
        for spelling in wade_giles(syllable):
            found.setdefault(spelling, []).append(syllable)
    return {spelling: tuple(syllables) for spelling, syllables in found.items()}


_TAIWAN = {
    "ing": ("ying",), "yih": ("yi",), "shyh": ("shi",), "jyh": ("zhi",), "jeou": ("jiu",), "shiou": ("xiu",), "hwa": ("hua",),
    "chyi": ("qi",), "je": ("zhe",),
}  # fmt: skip
WADE_GILES = _reversed() | _TAIWAN
"""A Wade-Giles syllable → the Pinyin syllables it may stand for."""

_FAMILIES = """
    wang: wong ong heng vong | li: lee lei lie le | zhang: cheung chang teo cheong chong tiu teoh tiong zoeng | liu: lau low lao
    lou liew liou | chen: chan tan chin tang chern can chun ting | yang: yeung yeong yong young iu ieong joeng eaw | huang: wong
    ng ooi uy oei hwang ung vang eng | zhao: chao chiu teoh jiu tio | wu: ng goh eng woo gouw go ngo | zhou: chow chau chou chew
    | xu: hsu tsui chui hui koh khoo shu hsui shyu | sun: suen soon suan | ma: mah beh | zhu: chu choo gee chue | hu: wu woo oh
    aw hoo | guo: kwok kuo quek koay kuok | he: ho hor hoe | lin: lam lim ling liem lum | gao: ko kao koh kou | luo: lo law loh
    low | zheng: cheng tay teh chang tee jeng | liang: leung leong neo niu liong | xie: tse hsieh chia cheah der che sie shieh |
    song: sung soong sang | tang: tong tng thong | han: hon | deng: tang teng tan dang | feng: fung foong pang | cao: tso tsao
    chow chao tsau | peng: pang phang pung | zeng: tsang tseng chan tjan jeng | xiao: siu shiu hsiao siew siaw shaw siau | tian:
    tien tin chan | dong: tung tang toong | pan: poon pun phua phoon phan | yuan: yuen wan oan yuin | cai: choi tsoi chua tsai
    tsay choy coi chai toy choa chhoa tsua | jiang: chiang kiang keung kong cheung | yu: yue yee iu u yu yui | du: to toh tu tow
    | ye: yip ip yap yeh yapp | cheng: ching thia tia | wei: ngai wai goi | su: so soh sou | lu: lui loo lo lyu liu lv loke |
    ding: ting teng tin | ren: yam jen yum | lv: lui lyu | shen: sum sham shum sim sem | yao: yiu yeow you | zhong: chung cheong
    choong tiong tseng | cui: tsui chui choy chooi tsuei | tan: tam tham tarm hom | fan: faan hwan huan | jin: kam chin kim king
    | shi: shek sek shih sze see sy | liao: liu lew leow liew | jia: ka chia kar | xia: ha hsia hah haa | fu: foo pho | fang:
    fong png foong | bai: pak pai peh | zou: chow tsou chau | meng: mang bang | xiong: hung hsiung | qin: chun chin chen tan |
    qiu: yau khoo chiu yao kew hew | hou: hau how | jiang: keung kiang | yin: wan ying | xue: sit hsueh sih | yan: yim ngan yen
    gan yam | duan: tuen tuan | lei: lui loei | long: lung loong | tao: to tow | shi: si su | mao: mo moe mau | hao: kok | gu:
    koo ku kou | gong: kung keung kiong | shao: siu shiu | wan: man ban maan | qian: chin chien tsien chee | dai: tai tye | mo:
    mok moh bok | kong: hung kung khong | xiang: heung hsiang | chang: sheung | tong: tung | kang: hong hoong | ouyang: auyeung
    auyang | situ: szeto seto soo | ou: au ow | guan: kwan koon kuan | zhan: chim chan | ruan: yuen | tu: to | geng: kang | bao:
    pao pow | lai: laai luai | qi: chi tsai | mei: mui moy | pang: pong | lan: nam | ji: kei chi gei kee | ning: ling | yi: yick
    yik i | zhuang: chong chuang chng | huo: fok | rao: yiu jao | gan: kom kan | ke: or kua kuo koh | ai: ngai | ge: kot ko |
    wen: man wan boon won | nie: nip nieh | tong: tong | you: yau yu | zhai: chaak chai | cen: shum sam | sheng: shing seng |
    shu: su | pu: po | xin: san hsin | le: lok | mu: muk | chai: tsai | che: cheh | chu: chor cho | xing: ying hsing | qu: wat
    chu chiu | fei: fai bee | lian: lin lien | shan: sin | zha: cha char | ni: ngai | hong: hung ang | jing: king ching | jiao:
    chiao | wo: yuk | qiao: kiu chiao | sima: szema | zhuge: chukot | shangguan: sheungkoon | xiahou: | huangfu: | dongfang: |
    linghu: | murong: | gongsun: | yuwen: | zhangsun: | dugu: | yuchi: | xi: si | bi: | bian: | bu: poh | chi: | cong: | dou: |
    hua: wah | huai: | jian: kan | ju: | kuang: kwong | lang: | leng: | ling: | lou: lau | miao: | mi: | min: | mou: | nan: |
    pei: pui | ping: | quan: | que: | rong: yung | sang: | sha: | shang: | she: | sui: | teng: | weng: yung | xian: sin | xun: |
    ying: | yong: | yun: | zang: | zhen: | zhi: | zuo: | kou: | lao: | gui: | gou: | tie: | bo: | ban: | chuan: | di: | dang: |
    gang: | hang: | ke: | luan: | na: | nong: | piao:
"""


def _family_table() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in _FAMILIES.replace("\n", " ").split("|"):
        family, _, spellings = entry.strip().partition(":")
        if not family:
            continue
        parts = wade_giles(family) if family in PINYIN else ()
        for spelling in (family, *spellings.split(), *parts):
            if family not in found.setdefault(spelling, []):
                found[spelling].append(family)
    return {spelling: _own_first(spelling, families) for spelling, families in found.items()}


def _own_first(spelling: str, families: list[str]) -> tuple[str, ...]:
    return tuple(sorted(families, key=lambda family: family != spelling))


FAMILY_OF = _family_table()
"""A family name's spelling → the Pinyin of the families it may stand for, its own Pinyin first."""

HAN_FAMILIES = {
    # characters that sound otherwise as family names
    "单": "shan", "單": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "区": "ou", "區": "ou", "翟": "zhai",
    "尉": "wei", "任": "ren", "朴": "piao", "乐": "yue", "樂": "yue", "盖": "ge", "蓋": "ge", "洗": "xian", "冼": "xian",
    "员": "yun", "缪": "miao", "繆": "miao", "覃": "qin", "宁": "ning", "燕": "yan", "华": "hua", "華": "hua", "纪": "ji",
    "紀": "ji", "种": "chong", "褚": "chu", "沈": "shen", "万": "wan", "祭": "zhai", "尉迟": "yuchi", "尉遲": "yuchi",
    "长孙": "zhangsun", "長孫": "zhangsun", "欧阳": "ouyang", "歐陽": "ouyang", "司马": "sima", "司馬": "sima", "诸葛": "zhuge",
    "諸葛": "zhuge", "上官": "shangguan", "夏侯": "xiahou", "皇甫": "huangfu", "东方": "dongfang", "東方": "dongfang",
    "令狐": "linghu", "慕容": "murong", "司徒": "situ", "公孙": "gongsun", "公孫": "gongsun", "宇文": "yuwen", "独孤": "dugu",
    "獨孤": "dugu",
}  # fmt: skip
"""One or two characters of a family name → its Pinyin, where that is not the characters' usual sound."""

_SOUNDS = """
    勒 le lei | 乐樂 le yue | 长長 chang zhang | 朝 chao zhao | 重 zhong chong | 行 xing hang heng | 会會 hui kuai | 盛 sheng cheng
    | 晟 sheng cheng | 柏 bai bo | 伯 bo bai | 车車 che ju | 茜 qian xi | 娜 na nuo | 赟贇 yun bin | 藏 zang cang | 降 jiang xiang
    | 传傳 chuan zhuan | 省 sheng xing | 台 tai yi | 说說 shuo yue | 宿 su xiu | 谷 gu yu | 莎 sha suo | 露 lu lou | 参參 can shen
"""
SOUNDS = {letter: tuple(sounds) for letters, *sounds in map(str.split, _SOUNDS.split("|")) for letter in letters}
"""A character that is read in two ways in given names → its sounds. Chosen by hand."""
