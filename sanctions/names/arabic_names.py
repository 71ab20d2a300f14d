"""Name words in Arabic script with their usual Latin spelling, vowels and all.

Arabic words are spelt as BGN/PCGN 1956 would without marks, Persian ones as BGN/PCGN 1958; common words of personal
names, chosen by hand.
"""

from __future__ import annotations

_ARABIC = """
    محمد muhammad, احمد ahmad, محمود mahmud, علي ali, على ali, علی ali, حسن hasan, حسين husayn, حسین husayn, عمر umar,
    عثمان uthman, ابراهيم ibrahim, اسماعيل ismail, يوسف yusuf, یوسف yusuf, يعقوب yaqub, موسى musa, موسي musa, عيسى
    isa, عيسي isa, داود dawud, سليمان sulayman, هارون harun, نوح nuh, ادم adam, خالد khalid, وليد walid, سعيد said,
    سعید said, سعد sad, صالح salih, صلاح salah, مصطفى mustafa, مصطفی mustafa, مرتضى murtada, طارق tariq, عادل adil,
    كامل kamil, كمال kamal, جمال jamal, جميل jamil, جلال jalal, حبيب habib, حامد hamid, حميد hamid, حمید hamid, حمزة
    hamza, حمد hamad, راشد rashid, رشيد rashid, رياض riyad, زيد zayd, زياد ziyad, سالم salim, سليم salim, سامي sami,
    سيف sayf, شريف sharif, شكري shukri, صادق sadiq, صدام saddam, طه taha, طالب talib, طاهر tahir, عاصم asim, عباس
    abbas, عزيز aziz, عصام isam, عماد imad, عمار ammar, عمرو amr, عوض awad, غازي ghazi, فارس faris, فاروق faruq, فيصل
    faysal, فهد fahd, فؤاد fuad, قاسم qasim, كريم karim, لطيف latif, ماجد majid, مالك malik, ماهر mahir, مبارك
    mubarak, مجيد majid, محسن muhsin, مختار mukhtar, مراد murad, مروان marwan, مسعود masud, معمر muammar, مهدي mahdi,
    مهدی mahdi, مولوي mawlawi, ناصر nasir, نصر nasr, نبيل nabil, نجم najm, نور nur, هادي hadi, هاشم hashim, هاني hani,
    هشام hisham, ياسر yasir, ياسين yasin, يحيى yahya, یحیی yahya, يونس yunus, انور anwar, انس anas, اسامة usama, اسامه
    usama, ايمن ayman, ايمان iman, اكرم akram, امين amin, امیر amir, امير amir, انصاري ansari, بشار bashar, بشير
    bashir, بكر bakr, بلال bilal, توفيق tawfiq, جابر jabir, جاسم jasim, جعفر jafar, جهاد jihad, حاتم hatim, حازم
    hazim, حافظ hafiz, حاج hajj, الحاج hajj, حسام husam, خليل khalil, خليفة khalifa, خميس khamis, دين din, ذو dhu, رجب
    rajab, رحيم rahim, رحمن rahman, رضا rida, رمضان ramadan, رؤوف rauf, زكريا zakariya, زهير zuhayr, زين zayn, سلطان
    sultan, سلمان salman, سمير samir, شعبان shaban, شيخ shaykh, عارف arif, عامر amir, عبيد ubayd, عدنان adnan, عدي
    uday, عقيل aqil, علاء ala, علوي alawi, عوني awni, غلام ghulam, فاضل fadil, فاطمة fatima, فاطمه fatima, فتح fath,
    فتحي fathi, فرج faraj, فضل fadl, فوزي fawzi, قادر qadir, قصي qusay, قدور qaddur, كاظم kazim, ليلى layla, مؤمن
    mumin, منصور mansur, منير munir, مفيد mufid, ملا mulla, ميلاد milad, نايف nayif, نعيم naim, هيثم haytham, وائل
    wail, وحيد wahid, وسام wisam, يزيد yazid, عائشة aisha, عبدالله abdallah, الله allah, قذافي qadhafi, قذافى qadhafi,
    حقاني haqqani, حقانی haqqani, تكريتي tikriti, بغدادي baghdadi, ظواهري zawahiri, لادن ladin, سوري suri, ليبي libi,
    مصري misri, مغربي maghribi, تونسي tunisi, عراقي iraqi, يمني yamani, كويتي kuwayti, شامي shami, جزائري jazairi,
    قحطاني qahtani, عتيبي utaybi, شمري shammari, غامدي ghamdi, حربي harbi, زهراني zahrani, مطيري mutayri, دوسري
    dawsari, هاشمي hashimi, سيد sayyid, اخوند akhund, حاجي haji, قاري qari, خان khan, جان jan, گل gul, اغا agha, اسحاق
    ishaq, شير shir, زاده zada, شهاب shihab, شمس shams, خير khayr, غياث ghiyath, عز izz, عزت izzat, محي muhyi, جمعه
    juma, جمعة juma, نظر nazar, رحمت rahmat, نعمت nimat, هدايت hidayat, فيض fayd, حي hayy, جبار jabbar, رزاق razzaq,
    باسط basit, قيوم qayyum, ستار sattar, غفور ghafur, غني ghani, سلام salam, قدوس quddus, منان mannan, وهاب wahhab,
    حق haqq, ناجي naji, حمدي hamdi, صبري sabri, رشدي rushdi, لطفي lutfi, منذر mundhir, معاوية muawiya, مقداد miqdad,
    بهاء baha, نذير nadhir, مجاهد mujahid, جليل jalil, حليم halim, حكيم hakim, ظاهر zahir, زهرة zahra, عمري umari,
    معاذ muadh, مصعب musab, قتيبة qutayba, حذيفة hudhayfa, طلحة talha, خطاب khattab, دجانة dujana, صهيب suhayb, شعيب
    shuayb, ايوب ayyub, عيد id, كمالي kamali, حسيني husayni, حسني hasani, علاوي allawi, فلاح falah, اسد asad, مخلوف
    makhluf, حرب harb, نجار najjar, حداد haddad, حمود hammud, اسلام islam, اسلامي islami, سعودي saudi, بدر badr, تركي
    turki, قطر qatar
"""
_PERSIAN = """
    رضا reza, رمضان ramezan, فضل fazl, حسين hossein, محمد mohammad, حضرت hazrat, مرتضي morteza, ذو zol, عليرضا
    alireza, محمدرضا mohammadreza, غلامرضا gholamreza, حميدرضا hamidreza, احمدرضا ahmadreza, نظر nazar, فيض fayz, نذير
    nazir, رضائي rezai, رضايي rezai, ضيا zia, ضياء zia, وحيد vahid, ولي vali, داود davud, جواد javad, خدا khoda, پور
    pur, فر far, نيا nia, نژاد nezhad, محسن mohsen, موسوي musavi, رضوي razavi, مهر mehr, شير shir, بهرام bahram, پرويز
    parviz, بيژن bizhan, فريدون fereydun, خسرو khosrow, شهرام shahram, سهراب sohrab, كوروش kurosh, هوشنگ hushang, سپاه
    sepah
"""

ONE_LETTER = str.maketrans("أإآٱیىکہ", "ااااييكه")
"""Letters that are written for one another: alif with hamza and without, the Persian and Arabic ya and kaf."""


def _table(text: str) -> dict[str, str]:
    entries = (entry.split() for entry in text.replace("\n", " ").split(",") if entry.strip())
    return {script.translate(ONE_LETTER): latin for script, latin in entries}


ARABIC_WORDS = _table(_ARABIC)
"""A word, its letters as ``ONE_LETTER`` makes them → its Latin spelling."""

PERSIAN_WORDS = ARABIC_WORDS | _table(_PERSIAN)
"""The same for a text that is Persian, Dari, Pashto or Urdu by its letters."""
