"""Hebrew script read into Latin letters: names by their usual spellings, others by the vowels that the script shows.

Hebrew writes consonants and some vowels. Known words of names are spelt as passports and the press spell them; others by the
Academy of the Hebrew Language's simple rules (2006), with a or e where no vowel is written. Chosen by hand.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice, pairwise, product

from sanctions.patterns import regex

_WORDS = """
    אברהם avraham, אבי avi, אביגדור avigdor, אבנר avner, אהוד ehud, אהרון aharon, אורי uri ori, אורן oren, איתמר itamar, איתן
    eitan, אילן ilan, אלון alon, אלי eli, אליהו eliyahu, אלעזר elazar, אלישע elisha, אלכסנדר alexander, אמיר amir, אמנון amnon,
    אסף asaf, אפרים efraim, אריאל ariel, אריה arie, אשר asher, בועז boaz, בן ben, בני benny, בנימין binyamin, בצלאל betzalel, ברוך
    baruch, ברק barak, בר bar, גדעון gideon, גיל gil, גולן golan, גבריאל gavriel, גופשטיין gopstein, דוד david, דן dan, דניאל
    daniel, דניאלה daniella, דניאלא daniella, דורון doron, דב dov, דרור dror, הרצל herzl, וייס weiss, זאב zeev, זיו ziv, זכריה
    zecharia, חי chai, חיים chaim haim, חגי haggai, חנן hanan, חסדאי chasdai, חנה hana, טל tal, יאיר yair, יגאל yigal, יהודה
    yehuda, יהושע yehoshua, יואב yoav, יואל yoel, יוחנן yohanan, יונתן yonatan, יוסי yossi, יוסף yosef, יורם yoram, יחזקאל
    yehezkel, ינון yinon, יעל yael, יעקב yaakov, יצחק yitzhak, ירון yaron, ישי yishai, ישראל israel yisrael, יריב yariv, כהן
    cohen, לאה lea, לוי levi, ליאור lior, ליברמן lieberman, מאיר meir, מנחם menachem, מרדכי mordechai, משה moshe, מיכאל michael,
    מזרחי mizrahi, מרים miriam, נוה nave, נועם noam, נעם noam, נחמן nachman, נחום nahum, ניר nir, נמרוד nimrod, נפתלי naftali, נתן
    natan, נתניהו netanyahu, נריה neria, סמוטריץ smotrich, עדן eden, עדי adi, עוז oz, עוזי uzi, עופר ofer, עידו ido, עינן einan,
    עילאי ilay, עמוס amos, עמיר amir, עמית amit, עמיחי amihai, עמרי omri, עקיבא akiva, פדרמן federman, פרץ peretz, פזי pazi, פנחס
    pinhas, פרידמן friedman, צבי zvi tzvi, ציון zion, צחי tzahi, צדוק tzadok, קובי kobi, קליין klein, קופר cooper, רועי roi, רון
    ron, רונן ronen, רוני roni, רחל rachel, רמי rami, רפאל rafael, רזיאל raziel, שאול shaul, שגיא sagi, שחר shahar, שי shai, שירה
    shira, שלום shalom, שלמה shlomo, שמואל shmuel, שמעון shimon, שמחה simha, שקד shaked, שרה sara, שרון sharon, שריד sarid, שרביט
    sharvit, ששון sasson, תומר tomer, תמר tamar, אוחנה ohana, אזולאי azoulay, אלבז elbaz, אטינגר ettinger, ביטון biton, בנט
    bennett, גנץ gantz, גבאי gabbai, גולדברג goldberg, גולדשטיין goldstein, גרינברג greenberg, דיין dayan, דהן dahan, חדד hadad,
    חזן hazan, טביב tabib, יוספי yosefi, כץ katz, לביא lavi, לפיד lapid, מלכה malka, מור mor, סגל segal, עמר amar, פרנקל frenkel,
    פישר fisher, צור tzur, קפלן kaplan, קדוש kadosh, רביבו revivo, רוזן rosen, רוזנברג rosenberg, רוט roth, שוורץ schwartz, שטרן
    stern, שפירא shapira, שרעבי sharabi, שטיין stein, תורג'מן turgeman, ירד yered, זיכרמן zicherman, יצהרי yitzhari, לוין levin,
    שלומי shlomi, הרצי herzi, שמחון simhon, גרוס gross, רוטמן rotman rothman, אדלשטיין edelstein, ברגמן bergman, גלעד gilad, יונה yona,
    אליעזר eliezer, ישעיהו yeshayahu,
    ירמיהו yirmiyahu, שמריהו shmaryahu
"""
_LETTERS = {
    "א": "a", "ב": "v", "ג": "g", "ד": "d", "ה": "h", "ו": "o", "ז": "z", "ח": "h", "ט": "t", "י": "i", "כ": "kh", "ך": "kh",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "f", "ף": "f", "צ": "tz", "ץ": "tz", "ק": "k",
    "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_FIRST = {"ב": "b", "כ": "k", "פ": "p", "ו": "v", "י": "y"}
_CONSONANT = regex("(?<=[bcdfghklmnprstvyz])(?=[bdfgklmnprstvz])(?<!t(?=z))(?<![ks](?=h))")
_WORD = regex("[\u05d0-\u05ea](?:[\u05d0-\u05ea'’\u05f3\u05f4\"]*[\u05d0-\u05ea])?")
_MARKS = regex("[\u0591-\u05c7]")
_MOST_READINGS = 4


@cache
def _known() -> dict[str, tuple[str, ...]]:
    entries = (entry.split() for entry in _WORDS.replace("\n", " ").split(","))
    return {native: tuple(latin) for native, *latin in entries}


@lru_cache(maxsize=8192)
def hebrew_readings(text: str) -> tuple[str, ...]:
    """The text with its words in Hebrew script in Latin letters, in at most four ways, the likeliest first; the text itself where it
    has none."""
    text = _MARKS.sub("", text)
    found = list(_WORD.finditer(text))
    if not found:
        return (text,)
    between = [text[last.end() : word.start()] for last, word in pairwise(found)]
    readings = islice(product(*(_spellings(word.group()) for word in found)), _MOST_READINGS)
    head, tail = text[: found[0].start()], text[found[-1].end() :]
    return tuple(head + "".join(map("".join, zip(one, (*between, tail), strict=True))) for one in readings)


def _spellings(word: str) -> tuple[str, ...]:
    if word.startswith("ה") and (rest := _known().get(word[1:])) and word not in _known():  # the article: Halevi
        return tuple("ha" + one for one in rest)
    return _known().get(word) or tuple(dict.fromkeys(_guessed(word, vowel) for vowel in "ae"))


def _guessed(word: str, vowel: str) -> str:
    """A word with the vowels that are written and ``vowel`` between consonants that have none."""
    letters = [letter for letter in word if letter in _LETTERS]
    spelt = [_LETTERS[letter] for letter in letters]
    spelt[0] = _FIRST.get(letters[0], spelt[0])
    for place in range(1, len(letters) - 1):
        if letters[place] == letters[place + 1] == "ו":
            spelt[place : place + 2] = ["v", ""]
        elif letters[place] == "י" and spelt[place - 1] in ("a", "o"):
            spelt[place] = "y"
    if letters[-1] == "ה" and len(letters) > 2:
        spelt[-1] = "a"
    return _CONSONANT.sub(vowel, "".join(spelt))
