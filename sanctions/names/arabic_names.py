"""Name words in Arabic script with their usual Latin spelling, vowels and all.

Arabic words are spelt as BGN/PCGN 1956 would without marks, Persian ones as BGN/PCGN 1958, each followed by other
spellings in wide use where they differ by more than sound; common words of personal names, chosen by hand.
"""

from __future__ import annotations

from functools import cache

_ARABIC = """
    محمد muhammad, احمد ahmad, محمود mahmud, علي ali, حسن hasan, حسين husayn, عمر umar, عثمان uthman, ابراهيم ibrahim, اسماعيل
    ismail, يوسف yusuf, يعقوب yaqub, موسي musa, عيسي isa, داود dawud, سليمان sulayman, هارون harun, نوح nuh, ادم adam, خالد
    khalid, وليد walid, سعيد said, سعد sad, صالح salih, صلاح salah, مصطفي mustafa, مرتضي murtada, طارق tariq, عادل adil, كامل
    kamil, كمال kamal, جمال jamal, جميل jamil, جلال jalal, حبيب habib, حامد hamid, حميد hamid, حمزة hamza, حمد hamad, راشد rashid,
    رشيد rashid, رياض riyad, زيد zayd, زياد ziyad, سالم salim, سليم salim, سامي sami, سيف sayf, شريف sharif, شكري shukri, صادق
    sadiq, صدام saddam, طه taha, طالب talib, طاهر tahir, عاصم asim, عباس abbas, عزيز aziz, عصام isam, عماد imad, عمار ammar, عمرو
    amr, عوض awad ewaz, غازي ghazi, فارس faris, فاروق faruq, فيصل faysal, فهد fahd, فؤاد fuad, قاسم qasim kacem, كريم karim, لطيف latif,
    ماجد majid, مالك malik, ماهر mahir, مبارك mubarak, مجيد majid, محسن muhsin, مختار mukhtar, مراد murad, مروان marwan, مسعود
    masud, معمر muammar, مهدي mahdi, مولوي mawlawi, ناصر nasir, نصر nasr, نبيل nabil, نجم najm, نور nur, هادي hadi, هاشم hashim,
    هاني hani, هشام hisham, ياسر yasir, ياسين yasin, يحيي yahya, يونس yunus yunis, انور anwar, انس anas, اسامة usama, اسامه usama,
    ايمن ayman, ايمان iman, اكرم akram, امين amin, امير amir, انصاري ansari, بشار bashar, بشير bashir, بكر bakr, بلال bilal, توفيق
    tawfiq, جابر jabir, جاسم jasim, جعفر jafar, جهاد jihad, حاتم hatim, حازم hazim, حافظ hafiz, حاج hajj, الحاج hajj, حسام husam,
    خليل khalil, خليفة khalifa, خميس khamis, دين din, ذو dhu, رجب rajab, رحيم rahim, رحمن rahman, رضا rida raza, رمضان ramadan,
    رؤوف rauf, زكريا zakariya, زهير zuhayr, زين zayn, سلطان sultan, سلمان salman, سمير samir, شعبان shaban, شيخ shaykh, عارف arif,
    عامر amir, عبيد ubayd, عدنان adnan, عدي uday, عقيل aqil, علاء ala, علوي alawi, عوني awni, غلام ghulam, فاضل fadil, فاطمة
    fatima, فاطمه fatima, فتح fath, فتحي fathi, فرج faraj, فضل fadl, فوزي fawzi, قادر qadir, قصي qusay, قدور qaddur, كاظم kazim,
    ليلي layla, مؤمن mumin, منصور mansur, منير munir, مفيد mufid, ملا mulla, ميلاد milad, نايف nayif, نعيم naim, هيثم haytham,
    وائل wail, وحيد wahid, وسام wisam, يزيد yazid, عائشة aisha, عبدالله abdallah, الله allah, قذافي qadhafi, حقاني haqqani, تكريتي
    tikriti, بغدادي baghdadi, ظواهري zawahiri, لادن ladin, سوري suri, ليبي libi, مصري misri, مغربي maghribi, تونسي tunisi, عراقي
    iraqi, يمني yamani, كويتي kuwayti, شامي shami, جزائري jazairi, قحطاني qahtani, عتيبي utaybi, شمري shammari, غامدي ghamdi, حربي
    harbi, زهراني zahrani, مطيري mutayri, دوسري dawsari, هاشمي hashimi, سيد sayyid, اخوند akhund, حاجي haji, قاري qari, خان khan,
    جان jan, گل gul, اغا agha, اسحاق ishaq, شير shir, زاده zada, شهاب shihab, شمس shams, خير khayr, غياث ghiyath ghias, عز izz,
    عزت izzat, محي muhyi, جمعه juma, جمعة juma, نظر nazar, رحمت rahmat, نعمت nimat, هدايت hidayat, فيض fayd faiz, حي hayy, جبار
    jabbar, رزاق razzaq, باسط basit, قيوم qayyum, ستار sattar, غفور ghafur, غني ghani, سلام salam, قدوس quddus, منان mannan, وهاب
    wahhab, حق haqq, ناجي naji, حمدي hamdi, صبري sabri, رشدي rushdi, لطفي lutfi, منذر mundhir, معاوية muawiya, مقداد miqdad, بهاء
    baha, نذير nadhir, مجاهد mujahid, جليل jalil, حليم halim, حكيم hakim, ظاهر zahir, زهرة zahra, عمري umari, معاذ muadh, مصعب
    musab, قتيبة qutayba, حذيفة hudhayfa, طلحة talha, خطاب khattab, دجانة dujana, صهيب suhayb, شعيب shuayb, ايوب ayyub, عيد id,
    كمالي kamali, حسيني husayni, حسني hasani, علاوي allawi, فلاح falah, اسد asad, مخلوف makhluf, حرب harb, نجار najjar, حداد
    haddad, حمود hammud, اسلام islam, اسلامي islami, سعودي saudi, بدر badr, تركي turki, قطر qatar, انتصار intisar, عبيدي ubaydi,
    عبيدة ubayda, عويس uways aweys, عودة awda odeh, عوده awda odeh, نمر nimr, زبيدي zubaydi, جبوري juburi, دليمي dulaymi, جنابي
    janabi, عاني ani, راوي rawi, حديثي hadithi, دوري duri, سامرائي samarrai, موصلي mawsili mosuli, بصري basri, نجفي najafi, كوفي
    kufi, مدني madani, مكي makki, طائي tai, ربيعي rubayi, سعدي sadi, خفاجي khafaji, عزاوي azzawi, ساعدي saidi, مالكي maliki, خزعلي
    khazali, صدر sadr, مهندس muhandis, عامري amiri, فياض fayyad, حسون hassun, بدران badran, رعد raad, شيباني shaybani, حوثي huthi,
    زيدي zaydi, صنعاني sanani, عولقي awlaqi, عدني adani, حضرمي hadrami, شهري shahri, عسيري asiri, جهني juhani, رشيدي rashidi, عنزي
    anazi, فضلي fadli, زنداني zindani, فقيه faqih, صالحي salihi, هلالي hilali, قرشي qurashi, بنا banna, سراج siraj, حفتر haftar,
    سنوسي sanusi, عبدلي abdali, ترابي turabi, بشري bushra, نميري numayri, درويش darwish, شاهين shahin, خوري khuri, خياط khayyat,
    قباني qabbani, حلبي halabi, حمصي himsi homsi, حموي hamawi, دمشقي dimashqi, طلاس talas, شوكت shawkat, ونوس wannus, سلوم sallum,
    شعار shaar, غزال ghazal, غزالي ghazali, زعيتر zuaytir, بزي bazzi, فرحات farhat, موسوي musawi, كنعان kanaan, دقدوق daqduq,
    شحادة shihada shehadeh, سنوار sinwar, ضيف dayf deif, هنية haniya haniyeh, مشعل mashal, رنتيسي rantisi, زهار zahhar, عاروري
    aruri, مرزوق marzuq, حية hayya, نخالة nakhala, شقاقي shaqaqi, حبش habash, جبريل jibril, عرفات arafat, برغوثي barghuthi, زرقاوي
    zarqawi, مقدسي maqdisi, قتادة qatada, فلسطيني filastini, اردني urduni, عطية atiya, عطا ata, عطاء ata, عبده abduh, بيومي
    bayyumi, مرسي mursi, بديع badi, قرضاوي qaradawi, غنوشي ghannushi, عياض iyad, اياد iyad, حنان hanan, سعاد suad, زينب zaynab,
    مريم maryam, خديجة khadija, سكينة sakina, اسماء asma, هناء hana, رنا rana, رغد raghad, ساجدة sajida, هدي huda, مني muna, سلمي
    salma, سهي suha, لطيفة latifa, صفية safiya, وفاء wafa, امل amal, سميرة samira, نادية nadia, فوزية fawziya, سهيل suhayl, ثاني
    thani, ربيع rabi, رامي rami, رائد raid, سفيان sufyan, شامل shamil, شاكر shakir, صخر sakhr, صقر saqr, ضياء diya, طلال talal,
    عابد abid, عتيق atiq, عدلي adli, عرفان irfan, عكلة ugla, عنتر antar, غالب ghalib, غسان ghassan, فائز faiz, فايز fayiz, فراس
    firas, فكري fikri, قيس qays, لؤي luay, ليث layth, مؤيد muayyad, مثني muthanna, مدحت midhat, مزاحم muzahim, مصلح muslih, معتز
    mutazz, مهند muhannad, نزار nizar, نضال nidal, نعمان numan, نوري nuri, نواف nawwaf, هلال hilal, همام hammam, وضاح waddah, وهيب
    wahib, يحي yahya, يعرب yarub, امام imam, الياس ilyas, ادريس idris, ارشد arshad, اشرف ashraf, اصغر asghar, اكبر akbar, افضل
    afdal afzal, اقبال iqbal, الطاف altaf, انعام inam, احسان ihsan, ازهر azhar, اسعد asad, ايهاب ihab, باسل basil, باسم basim,
    بدوي badawi, برهان burhan, بدري badri, تامر tamir, تاج taj, ثابت thabit, جودت jawdat, جواد jawad, حيدر haydar, حمدان hamdan,
    حنفي hanafi, خضر khidr khader, خالدي khalidi, خطيب khatib, دخيل dakhil, راضي radi, رافع rafi, زكي zaki, زهراء zahra, سامر
    samir, سرور sarwar surur, سلامة salama, صباح sabah, صبحي subhi, صابر sabir, صدقي sidqi, صديق siddiq sadiq, ظافر zafir, ظفر
    zafar, عبادي abadi, عساف assaf, علوش allush, علوان alwan, عمران imran, عياش ayyash, عيساوي isawi, غريب gharib, فرحان farhan,
    فهمي fahmi, قاضي qadi, قحطان qahtan, كعبي kabi, كردي kurdi, محرم muharram, مسلم muslim, مطلق mutlaq, مفتي mufti, منيف munif,
    نافع nafi, نجيب najib, نديم nadim, نهاد nihad, هزاع hazza, وجيه wajih, زيدان zaydan, رستم rustam, مجتبي mujtaba, تقي taqi, نقي
    naqi, رضوان ridwan, شاه shah, ميرزا mirza, بيك beg, لالا lala, جلالي jalali, صاحب sahib, خادم khadim, زاهد zahid, طيب tayyib,
    ثاقب thaqib saqib, دلاور dilawar, برادر baradar, خيل khel, زي zai, شهيد shahid, عابدين abidin, توبة tawba, حذيفه hudhayfa,
    عبيده ubayda, سليماني sulaymani, مزيدة mazida, جولاني jawlani julani, خراساني khurasani, افغاني afghani, تركماني turkmani,
    شيشاني shishani, داغستاني daghistani, صومالي sumali, سوداني sudani, حجازي hijazi, نجدي najdi, طرابلسي tarabulsi, بنغازي
    binghazi, مصراتي misrati, زليتني zlitni, ورفلي warfalli, اصبع usba, خويلد khuwaylid, زعيم zaim, سعداوي sadawi, بلقاسم belkacem
    belgacem, بلعيد belaid, ذوالفقار dhulfiqar zulfiqar, عوادي awadi, زين zayn, عقاد aqqad
"""
_PERSIAN = """
    رضا reza, رمضان ramezan, فضل fazl, حسين hossein, محمد mohammad, حضرت hazrat, مرتضي morteza, ذو zol, عليرضا alireza, محمدرضا
    mohammadreza, غلامرضا gholamreza, حميدرضا hamidreza, احمدرضا ahmadreza, نظر nazar, فيض fayz, نذير nazir, رضائي rezai, رضايي
    rezai, ضيا zia, ضياء zia, وحيد vahid, ولي vali wali, داود davud, جواد javad, خدا khoda, پور pur, فر far, نيا nia, نيازي niazi,
    نژاد nezhad, محسن mohsen, موسوي musavi, رضوي razavi, مهر mehr, شير shir, بهرام bahram, پرويز parviz, بيژن bizhan, فريدون
    fereydun, خسرو khosrow, شهرام shahram, سهراب sohrab, كوروش kurosh, هوشنگ hushang, سپاه sepah, متقي mottaghi muttaqi, مقدم
    moghaddam, تقي taghi, نقي naghi, قاسم ghasem qasim, قاسمي ghasemi, صادق sadegh, صادقي sadeghi, باقر bagher, باقري bagheri,
    اسماعيل esmail, ابراهيم ebrahim, رئيسي raisi, خامنه khamene, روحاني ruhani, سليماني soleimani, سلامي salami, جعفري jafari,
    نقدي naghdi, صفوي safavi, طائب taeb, نجات nejat, لاريجاني larijani, محسني mohseni, احمدي ahmadi, مرتضوي mortazavi, محمدي
    mohammadi, حسيني hosseini, كريمي karimi, اميري amiri, رستمي rostami, رستم rostam, عباسي abbasi, داوودي davudi, ابراهيمي
    ebrahimi, اسدي asadi, اكبري akbari, شريفي sharifi, ميرزائي mirzai, ميرزايي mirzai, جهانگيري jahangiri, زارع zare, پناه panah,
    دوست dust, راد rad, منش manesh, يار yar, الهي elahi, بختيار bakhtiar, عراقي araghi iraqi, سردار sardar, شهرياري shahriari,
    فخري fakhri, مهدوي mahdavi, طهراني tehrani, تهراني tehrani, اصفهاني esfahani, شيرازي shirazi, تبريزي tabrizi, خراساني
    khorasani, كرماني kermani, گيلاني gilani, همداني hamedani, كاشاني kashani, قمي qomi ghomi, يزدي yazdi, بروجردي borujerdi,
    سعيدي saidi, رسولي rasuli, ميلاني milani, هاشمي hashemi, هاشم hashem hashim, رفسنجاني rafsanjani, يونسي yunesi, ناصري naseri,
    ناصر naser nasir, نعمتي nemati, عزيزي azizi, غفاري ghaffari, قرباني ghorbani, قربان ghorban qurban, كاظمي kazemi, كاظم kazem,
    صالحي salehi, صالح saleh salih, ملكي maleki, منصوري mansuri, يوسفي yusefi, طاهري taheri, طاهر taher tahir, جليلي jalili, بهمن
    bahman, ارش arash, اردشير ardeshir, داريوش dariush, كامران kamran, كيومرث kiumars, منوچهر manuchehr, ايرج iraj, فرهاد farhad,
    فرزاد farzad, بابك babak, بهزاد behzad, بهروز behruz, مهران mehran, مهرداد mehrdad, اسفنديار esfandiar, رامين ramin, شاپور
    shapur, نادر nader, هومن human, حجت hojjat, عنايت enayat, نصرت nosrat, عزت ezzat, قدرت ghodrat qudrat, زاده zadeh zada, عبدي
    abdi, امامي emami, امام emam imam, خيل khel, زي zai, مل mal, وال wal, گل gul gol, اخوندزاده akhundzada, پوپلزي popalzai, نورزي
    nurzai, باركزي barakzai, اسحاقزي ishaqzai, هوتك hotak, متوكل mutawakil, وردگ wardak, وردك wardak, زدران zadran, ځدران zadran,
    ترين tarin, كاكر kakar, حكمتيار hekmatyar hikmatyar, ضعيف zaif, وحيدي vahidi, وهاب vahab wahhab, واحد vahed wahid, وكيل vakil
    wakil, نوروز nowruz, عوض avaz ewaz awad, مقدس moqaddas, مظفر mozaffar, مصطفوي mostafavi, مطهري motahari, معصوم masum, مومني
    momeni, مومن momen mumin, ميثم meysam, ناطق nategh, نعيمي naimi, نظري nazari, نيكو niku, هادوي hadavi, يعقوبي yaghubi, يزداني
    yazdani, تاج taj, ثابت sabet, جهان jahan, حامد hamed, حبيبي habibi, حداد haddad, خالق khalegh khaliq, خان khan, خليلي khalili,
    دهقان dehghan, ذبيح zabih, ذاكر zaker zakir, رازي razi, راشد rashed rashid, رحماني rahmani, رحيمي rahimi, رزاق razzagh razzaq,
    زماني zamani, سالار salar, ستاري sattari, سجاد sajjad, سليم salim, شهيد shahid, صابر saber sabir, صديق seddigh siddiq, صفا
    safa, طالب taleb talib, طالبي talebi, طيب tayyeb, عابديني abedini, عابد abed abid, عادل adel adil, عارف aref arif, عامر amer
    amir, علوي alavi, غلامي gholami, فاضل fazel fazil, فاطمه fatemeh fatima, فاطمي fatemi, فتاح fattah, فلاح fallah, كاوه kaveh,
    گودرز gudarz, مالك malek malik, ماهر maher mahir, مجتبي mojtaba, مجيدي majidi, مختار mokhtar mukhtar, مراد morad murad, مصطفي
    mostafa mustafa, معين moin, منتظري montazeri, مهاجر mohajer muhajir, ميرزا mirza, نجفي najafi, نعمت nemat nimat, واعظ vaez,
    يحيوي yahyavi, ذوالقدر zolghadr, ذوالفقار zolfaghar, اژه ezhe eje,
    خداي khodai khudai, غلام gholam ghulam, گلپايگاني golpaygani, مير mir
"""

ONE_LETTER = str.maketrans("أإآٱیىکہ", "ااااييكه")
"""Letters that are written for one another: alif with hamza and without, the Persian and Arabic ya and kaf."""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    entries = (entry.split() for entry in text.replace("\n", " ").split(",") if entry.strip())
    return {script.translate(ONE_LETTER): tuple(latin) for script, *latin in entries}


def _merged(first: dict[str, tuple[str, ...]], second: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(dict.fromkeys((*first.get(word, ()), *second.get(word, ())))) for word in {**first, **second}}


@cache
def from_arabic() -> dict[str, tuple[str, ...]]:
    """A word, its letters as ``ONE_LETTER`` makes them → its Latin spellings, the Arabic ones first."""
    return _merged(_table(_ARABIC), _table(_PERSIAN))


@cache
def from_persian() -> dict[str, tuple[str, ...]]:
    """The same for a text that is Persian, Dari, Pashto or Urdu by its letters: their spellings first."""
    return _merged(_table(_PERSIAN), _table(_ARABIC))


def latin_spellings() -> frozenset[str]:
    """Every Latin spelling of either."""
    return frozenset(latin for spellings in from_arabic().values() for latin in spellings)
