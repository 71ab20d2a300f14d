"""What ``names.translation`` knows: "english: native, native | …". Legal forms are given as ``names.organisations`` reads them."""

from __future__ import annotations

KOREAN = """
    trading company: 무역회사, 무역상사, 상사회사 | trading corporation: 무역총회사 | trading: 무역, 상사, 통상 | general corporation:
    총회사 | company: 회사 | co ltd: 주식회사, 유한회사, 유한책임회사 | joint venture company: 합영회사, 합작회사 | bank: 은행 | mining:
    광업 | mine: 광산, 탄광 | development: 개발 | development bank: 개발은행 | ministry: 성, 부 | department: 부서, 지도부 | bureau: 국
    | general bureau: 총국 | committee: 위원회 | central committee: 중앙위원회 | central: 중앙 | workers party of korea: 조선로동당,
    조선노동당 | party: 당 | institute: 연구소, 연구원 | university: 대학, 대학교, 종합대학 | factory: 공장 | plant: 발전소 |
    enterprise: 기업소, 기업 | shipping: 해운, 선박 | insurance: 보험 | finance: 금융, 재정 | oil: 석유, 원유 | chemical: 화학 |
    machinery: 기계 | electronics: 전자 | industry: 공업, 산업 | science: 과학 | technology: 기술 | academy of sciences: 과학원 |
    academy: 학원 | defence: 국방 | military: 군사 | korea: 조선, 한국 | economic: 경제 | external: 대외 | export: 수출 | import: 수입 |
    import export: 수출입 | group: 그룹, 집단 | investment: 투자 | construction: 건설 | transport: 운수, 운송 | airlines: 항공 |
    communications: 통신 | information: 정보 | computer: 컴퓨터 | center: 센터 | international: 국제 | general: 총 | foreign: 외국 |
    state security department: 국가안전보위부, 안전보위부, 보위부 | ministry of state security: 보위성 |
    ministry of peoples armed forces: 인민무력성, 인민무력부 | ministry of state security: 국가보위성, 국가보위부 | ministry of peoples
    security: 인민보안성, 인민보안부 | ministry of social security: 사회안전성 | ministry of foreign affairs: 외무성 | ministry of
    atomic energy industry: 원자력공업성 | reconnaissance general bureau: 정찰총국 | state affairs commission: 국무위원회 | national
    defence commission: 국방위원회 | second economic committee: 제2경제위원회 | second academy of natural sciences: 제2자연과학원 |
    national: 국가, 국립 | peoples: 인민 | army: 군 | atomic energy: 원자력 | energy: 에네르기, 에너지 | metal: 금속 | steel: 제강, 철강
    | cooperation: 협력 | joint: 합동, 련합, 연합 | union: 동맹 | association: 협회 | foundation: 재단 | kim il sung university:
    김일성종합대학 | foreign trade bank: 무역은행 | holdings: 홀딩스, 지주, 지주회사 | bio: 바이오 | pharmaceutical: 제약, 약품 | food:
    식품 |
    telecom: 텔레콤 | medical: 메디칼, 의료 | systems: 시스템, 시스템즈 | tech: 테크 | motors: 자동차, 모터스 | precision: 정밀 | textile:
    방직, 섬유
    | paper: 제지 | cement: 시멘트, 양회 | securities: 증권 | fire marine insurance: 화재해상보험 | life insurance: 생명보험 | gas: 가스 |
    power:
    전력 | electric: 전기 | broadcasting: 방송 | entertainment: 엔터테인먼트 | solution: 솔루션, 솔루션스 | materials: 소재 |
    semiconductor: 반도체 |
    engineering: 엔지니어링 | ship: 조선소 | logistics: 물류, 로지스틱스 | corporation: 공사 | technology: 테크놀로지, 테크놀러지 | media:
    미디어 |
    network: 네트웍스, 네트워크 | global: 글로벌 | industries: 인더스트리
"""

CHINESE = """
    co ltd: 有限公司, 有限责任公司, 有限責任公司, 公司有限 | jsc: 股份有限公司, 股份公司 | company: 公司, 会社, 會社, 社 | general
    corporation: 总公司, 總公司 | group: 集团, 集團 | holdings: 控股 | trading: 贸易, 貿易, 商贸, 商貿, 经贸, 經貿 | import export:
    进出口, 進出口 | export: 出口 | import: 进口, 進口 | technology: 科技, 技术, 技術 | science and technology: 科学技术, 科學技術 |
    bank: 银行, 銀行 | industry: 工业, 工業, 实业, 實業, 产业, 產業 | institute: 研究所, 研究院, 学院, 學院 | research: 研究 |
    university: 大学, 大學 | international: 国际, 國際 | china: 中国, 中國, 中华, 中華 | hong kong: 香港 | shanghai: 上海 | beijing:
    北京 | shenzhen: 深圳 | guangzhou: 广州, 廣州 | dalian: 大连, 大連 | dandong: 丹东, 丹東 | tianjin: 天津 | taiwan: 台湾, 臺灣 |
    shipping: 船务, 船務, 海运, 海運, 航运, 航運 | logistics: 物流 | electronics: 电子, 電子 | electric: 电气, 電氣 | machinery: 机械,
    機械 | chemical: 化工, 化学, 化學 | petroleum: 石油 | petrochemical: 石化 | oil: 油品 | energy: 能源 | investment: 投资, 投資 |
    development: 发展, 發展, 开发, 開發 | mining: 矿业, 礦業 | steel: 钢铁, 鋼鐵 | metal: 金属, 金屬 | material: 材料 | construction:
    建设, 建設, 建筑, 建築 | engineering: 工程 | communications: 通信, 通讯, 通訊 | network: 网络, 網絡 | information: 信息, 資訊 |
    state security department: 国家安全保卫部, 國家安全保衛部 | ministry of state security: 国家保卫省, 國家保衛省 | ministry of peoples
    security: 人民保安省, 人民保安部 | ministry of social security: 社会安全省, 社會安全省 |
    semiconductor: 半导体, 半導體 | robotics: 机器人, 機器人 | aviation: 航空 | aerospace: 航天 | ministry: 部 | bureau: 局 | committee:
    委员会, 委員會 | center: 中心 | insurance: 保险, 保險 | factory: 工厂, 工廠, 厂, 廠 | equipment: 设备, 設備 | manufacturing: 制造,
    製造 | medical: 医疗, 醫療 | pharmaceutical: 药业, 藥業, 医药, 醫藥 | service: 服务, 服務 | consulting: 咨询, 諮詢 | foundation:
    基金会, 基金會 | association: 协会, 協會 | branch: 分公司 | korea: 朝鲜, 朝鮮, 韩国, 韓國 | enterprise: 企业, 企業 | joint: 联合,
    聯合 | metals: 五金 | textile: 纺织, 紡織 | automobile: 汽车, 汽車 | optical: 光电, 光電 | security: 安全, 公安 | public security
    bureau: 公安局 | city: 市 | province: 省 | machine tool: 机床, 機床 | power: 动力, 動力, 电力, 電力 | machine: 机器, 機器 | supply
    chain: 供应链, 供應鏈 | new material: 新材料 | system: 系统, 系統 | software: 软件, 軟件 | laboratory: 实验室, 實驗室 | academy of
    sciences: 科学院, 科學院 | military: 军事, 軍事 | defence: 国防, 國防 | jsc: 株式会社, 株式會社 | co ltd: 有限会社, 合同会社,
    有限責任会社 | shoji trading:
    商事 | trading company: 商社, 贸易公司, 貿易公司 | logistics: 物流 | supply: 供应, 供應 | parts: 配件, 零件 | instruments: 仪器, 儀器
    | pharmacy:
    药房 | design: 设计, 設計 | electronic technology: 电子科技 | precision: 精密 | innovation: 创新, 創新 | intelligent: 智能 | sea: 海洋
    | ship: 船舶 |
    shipbuilding: 造船 | automation: 自动化, 自動化 | exchange: 交易所 | securities: 证券, 證券 | fund: 基金
"""

ARABIC = """
    company: شرکه, شرکت, شرکات | bank: بنک, بانک, مصرف | ministry: وزاره, وزارت | establishment: مؤسسه, موسسه | association: جمعیه,
    انجمن, رابطه | organization: منظمه, سازمان, تنظیم | industries: صناعات, صنایع | industrial: صناعیه, صنعتی | university: جامعه,
    دانشگاه | foundation: بنیاد, بنياد | oil: نفت, نفط, نفطیه | gas: غاز, گاز | national: وطنیه, ملی, وطنی, قومیه | iran: ایران |
    trading: تجاره, تجارت, تجاریه, بازرگانی, للتجاره | petrochemical: پتروشیمی | center: مرکز | research: تحقیقات, پژوهش, پژوهشگاه, بحوث
    | security: امن, أمن |
    international: دولیه, بین المللی, عالمیه | general: عامه, عام | islamic: اسلامیه, اسلامی, إسلامیه | republic: جمهوریه, جمهوری |
    islamic revolutionary guard corps: سپاه | army: جیش, ارتش | group: مجموعه, گروه, جماعه | shipping: ملاحه, کشتیرانی | airlines:
    هواپیمایی, طیران, خطوط | transport: نقل | development: تنمیه, توسعه | investment: استثمار | exchange: صرافه, صرافی | engineering:
    هندسه, مهندسی | aerospace: هوافضا | defence: دفاع | syria: سوریا, سوریه | iraq: عراق | lebanon: لبنان | state: دوله | council: مجلس,
    شورا, شورای | office: مکتب, دفتر | party: حزب | movement: حرکه | institute: معهد, انستیتو | charity: خیریه | construction: إنشاءات,
    ساختمان, مقاولات | import: استیراد | export: تصدیر | network: شبکه | organization: هیئه | jihad: جهاد | front: جبهه, جبهه | brigade:
    لواء, کتیبه, لشکر | forces: قوات, نیروی | media: اعلام | palestine: فلسطین | yemen: یمن | egypt: مصر | libya: لیبیا | sudan: سودان |
    turkey: ترکیا | kuwait: کویت | electronics: الکترونیک | police: شرطه, پلیس | central: مرکزی | syria: سوری |
    bank: بنوک | company: شرکه مساهمه | brothers: اخوان | sons: اولاد, أولاد | factory: مصنع, کارخانه, معمل | factories: مصانع | plastics:
    بلاستیک | cement: اسمنت, سیمان | steel: فولاد, حدید | power: طاقه, نیرو | electricity: کهرباء, برق | ports: موانئ, بنادر | port: میناء,
    بندر | insurance: تأمین, بیمه | textile: نسیج, نساجی | pharmaceutical: دارو, داروسازی, ادویه | food: أغذیه, غذایی | agricultural:
    زراعیه, کشاورزی | tourism: سیاحه, گردشگری | real estate: عقاریه, عقارات | technology: تقنیه, فناوری, تکنولوژی | communications:
    اتصالات, مخابرات | services: خدمات | contracting: للمقاولات | studies: دراسات, مطالعات | relief: اغاثه, إغاثه | charity: خیری |
    foundation: بنیاد, صندوق | liberation: تحریر | peoples: شعبیه, مردمی | military: عسکریه, نظامی | special: خاصه, ویژه | railways:
    حدیدیه | gold: ذهب, طلا | jewelry: مجوهرات, جواهرات | money exchange: تحویل | cooperation: تعاون | media: رسانه
"""

SLAVIC = """
    trading company: торговая компания, торгова компанія, торговая фирма | trading house: торговый дом, торговий дім | trading:
    торговый, торгівельний, торговля | company: компания, компанія, фирма, фірма, кампанія | plant: завод, заводъ | factory: фабрика |
    combine: комбинат, комбінат | bank: банк | commercial bank: коммерческий банк, комерційний банк, акционерный коммерческий банк |
    institute: институт, інститут | scientific: научный, науковий | scientific research institute: научно исследовательский институт,
    науково дослідний інститут | scientific production: научно производственный, науково виробничий | scientific production association:
    научно производственное объединение | scientific production enterprise: научно производственное предприятие | research:
    исследовательский, исследования, дослідний | production: производственный, производство, виробничий | association: объединение,
    об'єднання, ассоциация | enterprise: предприятие, підприємство, прадпрыемства | state: государственный, державний, дзяржаўны |
    federal: федеральный | unitary enterprise: унитарное предприятие | federal state unitary enterprise: федеральное государственное
    унитарное предприятие | state corporation: государственная корпорация | corporation: корпорация, корпорація | ltd: общество с
    ограниченной ответственностью, товариство з обмеженою відповідальністю | jsc: акционерное общество, акціонерне товариство, публичное
    акционерное общество, открытое акционерное общество, закрытое акционерное общество | ministry: министерство, міністерство |
    university: университет, університет | academy: академия, академія | center: центр, центральный | service: служба | committee:
    комитет, комітет | group: группа, група | industry: промышленность, промисловість | industrial: промышленный, промисловий | design
    bureau: конструкторское бюро | bureau: бюро | shipyard: судостроительный завод, верфь | shipbuilding: судостроительный | shipping:
    судоходный, пароходство | oil: нефтяной, нефть, нафтовий | gas: газовый, газ | oil and gas: нефтегазовый | energy: энергетический,
    энергия | electric: электрический | machine building plant: машиностроительный завод, машинобудівний завод | machine building:
    машиностроительный | mechanical: механический | military: военный, військовий | industrial: индустриальный | defence: оборона,
    оборонный | aviation: авиационный, авіаційний | instrument: приборостроительный | technology: технология, технології | technical:
    технический | international: международный, міжнародний | national: национальный, національний | russian: российский | repair:
    ремонтный | experimental: опытный, экспериментальный | chemical: химический | metallurgical: металлургический | steel: сталелитейный
    | insurance: страховой | construction: строительный, строительство | transport: транспортный | airlines: авиакомпания, авиалинии |
    railways: железные дороги | port: порт | foundation: фонд | movement: движение | party: партия, партія | peoples: народный |
    republic: республика, республіка | battalion: батальон | regiment: полк | union: союз | investment: инвестиционный | management:
    управляющий, управление | holding: холдинг | agency: агентство | system: система | development: развитие | organization:
    организация, організація | venture: венчурный | grain: зерновой | copper: медный | innovation: инновационный | private: частный |
    operating: эксплуатирующий | operator: оператор | reconstruction: реконструкция | black sea: черноморский | nuclear: атомный,
    ядерный | special: специальный | security: безопасность, охранный | jsc: адкрытае акцыянернае таварыства, акцыянернае таварыства |
    laboratory: лаборатория | television: телевидение, телеканал | radio: радио | electronic: электронный | optical: оптический |
    communications: связь | space: космический | management: менеджмент | engineering: инжиниринг, инжинеринг | consulting: консалтинг |
    trade:
    трейд, трэйд | trading: трейдинг | leasing: лизинг | logistics: логистика, логистик | business: бизнес | finance: финанс, финансовый |
    marketing:
    маркетинг | electronics: электроника, электроникс | systems: системс, системы | company: компани | development: девелопмент | group:
    груп |
    investment: инвестмент, инвестиции | ecommerce: экоммерс, екоммерц | energy: энергия, энерджи, энерго | building: билдинг | security:
    секьюрити |
    software: софт | medical: медицинский, медикал | marine: морской, марин | aviation: авиация | rocket: ракетный | radio technical:
    радиотехнический
    | precision: прецизионный | instrument making: приборостроение | machine building: машиностроение | tool: инструментальный | central:
    центральный
    | main: главный | union: союзный | regional: региональный | agency: агентство, агенство | commercial: коммерческий | trading house:
    торговый дом
    | management company: управляющая компания | military industrial: военно промышленный | foreign trade: внешнеторговый | foreign
    economic:
    внешнеэкономический | insurance company: страховая компания | shipyard: судоремонтный завод, судоверфь | food: пищевой,
    продовольственный |
    pharmaceutical: фармацевтический | agricultural: сельскохозяйственный | vineyard: виноградарский | research and production: научно
    внедренческий
    | joint: совместный | united: объединенный | concern: концерн | air defense: пво | private military company: чвк, частная военная
    компания | mining: горнодобывающий | coal: угольный | gold: золотой | diamond: алмазный | cable: кабельный |
    engine: двигательный, моторный | turbine: турбинный | aircraft: самолетный | helicopter: вертолетный | tank: танковый | cartridge:
    патронный |
    weapons: оружейный | arms: оружие | ammunition: боеприпасов | electromechanical: электромеханический | optical mechanical: оптико
    механический
    | semiconductor: полупроводниковый | microelectronics: микроэлектроника | telecommunications: телекоммуникации | broadcasting: вещание |
    newspaper: газета | magazine: журнал | publishing house: издательство, издательский дом | charitable: благотворительный | sports:
    спортивный
    | football club: футбольный клуб | night wolves: ночные волки | fleet: флот | river: речной | airport: аэропорт | passenger:
    пассажирский
"""

WESTERN = """
    trading: comercio, comercial, commercio, commerciale, handel, handels, handlowa, ticaret, perdagangan, comercializadora | trading
    company: handelsgesellschaft, sociedad comercial, societe commerciale, societa commerciale, sherkat bazargani, sherkat e bazargani,
    muyok hoesa, mooyok hoesa, muyeok hoesa, mao yi gong si, maoyi gongsi, handelsmaatschappij, handelskompagnie | general corporation:
    chonghoesa, chong hoesa | bank: banco, banque, banca, banka, bankasi, unhaeng, eunhaeng, yin hang, yinhang | company: empresa,
    entreprise commerciale, societe, sociedad, societa, sirket, compania, gesellschaft, perusahaan, hoesa, gong si, gongsi,
    maatschappij, spolka | enterprise: entreprise, impresa, unternehmen | group: grupo, groupe, gruppe, gruppo, ji tuan, jituan, grubu |
    industry: industria, industrias, industrie, industrien, industriale, industrielle, sanayi, sanayii, gongye, sanaye, sanayeh,
    indystria | export: exportacion, exportaciones, exportadora, exportation, ausfuhr, esportazione, ihracat | import: importacion,
    importaciones, importadora, importation, einfuhr, importazione, ithalat | import export: import eksport, jinchukou, jin chu kou,
    ithalat ihracat | transport: transporte, transportes, transporti, trasporti, nakliyat, spedition, transporty | construction:
    construccion, construcciones, constructora, construcoes, costruzioni, bau, insaat | mining: minera, mineria, miniere, bergbau,
    madencilik, kwangop, mineracao | investment: inversion, inversiones, investissement, investissements, investimenti, investimentos,
    investicii, yatirim, investitsii | services: servicios, servizi, servicos, dienstleistungen, hizmetleri | technology: tecnologia,
    tecnologias, technologie, technologien, teknoloji, keji | university: universidad, universite, universitat, universita,
    universidade, universitesi, danishgah | institute: instituto, istituto, institutt, enstitusu, yan jiu suo, yanjiusuo | ministry:
    ministerio, ministere, ministerium, ministero, bakanligi, wezarat, vezarat | foundation: fundacion, fondation, stiftung, fondazione,
    fundacao, vakfi, bonyad | association: asociacion, associacao, associazione, verein, dernegi | shipping: naviera, navegacion,
    navigation maritime, schiffahrt, schifffahrt, reederei, denizcilik, keshtirani, kashtirani, navigazione | oil: petroleo, petrole,
    petrolio, petrolera, erdol, naft | aviation: aviacion, luftfahrt, havacilik, hava yollari, hawapaymaei | airlines: aerolineas,
    lineas aereas, lignes aeriennes | international: internacional, internationale, internazionale, uluslararasi, guoji | national:
    nacional, nationale, nazionale, milli, melli | state: estatal, staatliche | engineering: ingenieria, ingenierie, ingegneria,
    muhendislik, ingenieurburo, mohandesi | agricultural: agricola, agricole, agropecuaria, landwirtschaft, tarim, ganadera |
    pharmaceutical: farmaceutica, pharmaceutique, pharma, ilac | insurance: seguros, assurances, versicherung, assicurazioni, sigorta |
    brothers: hermanos, freres, gebruder, fratelli, kardesler, irmaos, bracia | sons: hijos, fils, sohne, figli, filhos | sugar: azucar,
    azucarera | office: oficina, bureau de change, buro | exchange: casa de cambio, cambios, sarafi, sarrafi, saraafi | front: frente |
    army: ejercito, armee, esercito | party: partido, parti, partito | movement: movimiento, mouvement, movimento, harakat |
    revolutionary: revolucionario, revolucionaria, revolutionnaire | forces: fuerzas, forces armees | real estate: inmobiliaria,
    immobiliere, immobilien, immobiliare, emlak, imobiliaria, bienes raices | petrochemical: petroquimica, petroshimi, petrokimya |
    ministry of state security: ministerium fur staatssicherheit, ministerio de seguridad del estado, ministere de la securite detat |
    ministry of peoples security: ministerium fur volkssicherheit | state security: staatssicherheit |
    chemical: quimica, chimique, chemische, kimya, shimi | movement: harakat, harakah, haraka | army: jaysh, jaish, jeish, jaich |
    complex: mojtame, mojtama,
    majma, mujtama, complejo | martyrs: shohada, shuhada | foundation: bonyad, bunyad, bonyade | production trade and services:
    za proizvodnju promet i
    usluge, za proizvodnju trgovinu i usluge, za proizvodnju i usluge, za trgovinu i usluge, za proizvodnju promet trgovinu i usluge |
    company: preduzece, poduzece,
    podjetje, predpriyatie | university: daneshgah, jamia | scientific research: elmi pazhuheshi | research: pazhouhesh,
    tahghighat | aerospace: havafaza |
    studies center: centre d etudes, centro de estudios | research center: centre de recherche, centro de investigacion, forschungszentrum
    | electronics research: recherche
    electronique | general directorate: direction generale, direccion general | armed forces: fuerzas armadas, forces armees, streitkrafte
    | armed: armadas, armadas de |
    revolutionary: revolucionarias, revolucionarios | liberation: liberacion, befreiung, tahrir | peoples: popular, populaire, del pueblo,
    du peuple | union: sindicato,
    syndicat, gewerkschaft | islamic: islamico, islamique, islamische, islami, eslami, islamica | republic: republica, republique,
    republik, jomhuri, jomhori |
    resistance: muqawama, mogavemat, resistencia | supreme: supremo, superieur | scientific: scientifique, cientifico, wissenschaftliche |
    and: und, et, e |
    for the: pour le, pour la, para la, para el | of the: de la, de los, de las, du, des, della, delle |
    factory: usine, fabrica, fabrik, fabrique, fabbrica, karkhane, karkhaneh, fabrika | aircraft: avion, aeronaves, samolet | air: aerea,
    aerien, aero | line: linea, ligne, linie |
    house: casa, maison, haus, dom | world: mundo, monde, welt, mir, jahan, dunya | new: nuevo, nueva, nouveau, nouvelle, neue, novyi,
    novaya, jadid, nowin, novin | free: libre, freie | scientific production enterprise: npp, nauchno proizvodstvennoe predpriyatie |
    scientific
    production association: npo | scientific production center: npts, npc | scientific production company: npk, npf | scientific research
    institute: nii | central scientific research institute: tsnii, cnii | all russian scientific research institute: vnii | scientific
    technical center: nttc, ntts, ntc | experimental design bureau: okb | special design bureau: skb | central design bureau: tskb, ckb |
    production commercial firm: pkf | trading house: td | shipbuilding plant: ssz | machine building plant: mz | commercial bank: akb |
    management company: holding management company, kompaniya upravlyayushchaya | company: ste, shirket, enterprise company, firma,
    kompania,
    kampani, kompani, ettehadiye, sherkat e, corporatif | corporation: corporativo, korporatsiya, korporasi, korporatsia, corporacao,
    corporation group |
    trading: tejarat, tijarat, tidjarat, tijara, tijaria, tujjar, bazargani, thuong mai, ticari, kereskedelmi, trgovina, obchod,
    handlowe, niaga, maoyi, shangmao, muyok, muyeok, mooyok, mouyok, trgovinska, comercial y | trading house: trgovacka kuca | industries:
    sanaat, sanat, sanayeh, sinaat, sinaiya | import export: import y export, import and export trading, impex, impeks, imp exp,
    importadora y exportadora, importadora exportadora, xuat nhap khau, jinchukou trading | engineering: mohandesi, muhandisi, handasa,
    handasiya | services:
    khadamat, hizmet, uslugi, dich vu | construction: omran, imar, insaatcilik, stroitelstvo, byggnad, bouwbedrijf | transport: haml va
    naghl,
    hamlo naghl, transporti, vantai, van tai, transportadora, transportadores, transporters | shipping: bahri, denizyollari, rederi,
    rederij | exchange: sarafi, sarrafi, saraafi, sarraf,
    sarafy, currency exchange, money exchange, hawala | pharmaceutical: daru, darou, daroo, darusazi, dawa | steel: foolad, fulad, folad,
    acero, acier, stahl, stal |
    electronics: electronica, electronique, elektronik, elektronika, elektroniks, ilektronik | electric: electrica, electrique, elektrik,
    elektro | energy: energia, energie, enerji,
    energii, energiya, energya | oil: neft, nafti, minyak, dau khi | gas: gaz, gasi | holding: holdingi, hovding, kholdingi, holdinq |
    and: ve | metal: metalurgica, metallurgie,
    metaller, metals, metaux, metales | food: alimentos, aliments, lebensmittel, gida, alimentaire, alimenticia, makanan | agricultural:
    keshavarzi, agro industrial |
    fishing: pesquera, pesca, peche, fischerei | center: centro, centre, zentrum, merkezi, markaz, markez, merkaz, pusat, centr | school:
    escuela, ecole, schule, okul, madrasa, madrassa |
    hospital: hospitalier, krankenhaus, hastanesi | council: consejo, conseil, meclis, majlis, shura | agency: agencia, agence, agentur,
    ajansi | fund: fondo, fonds, fonu, sanduq, sandogh |
    corporation sons: e hijos | security: seguridad, securite, sicherheit, guvenlik, keamanan | hotel: hoteles, hoteleria | travel:
    viajes, voyages, reisen, seyahat | aviation: havayollari, hava |
    technical: tecnica, technique, technische, teknik, fanni | trust: fideicomiso, fiduciaria | consulting: consultores, consultoria,
    conseil en, beratung, danismanlik, consultancy, consultants |
    paper: papel, papier | telecommunications: telecomunicaciones, telekommunikation, telekomunikasyon, mokhaberat, telecom | textile:
    textiles, tekstil, nassaji | plastics: plasticos, plastik |
    machinery: maquinaria, maschinen, maschinenbau, makina, makine | auto: automotriz, automobiles, otomotiv, khodro | media: medios,
    medien, medya | cement: ciman, siman, cemento, ciment, zement |
    studies: etudes, detudes, estudios, studien, etude | research: recherches, recherche, investigaciones, investigacion, forschung,
    forschungs |
    scientific: scientifiques, cientificas, cientificos, cientifica, wissenschaften | national: nacionales, nationales, nationaler |
    industrial: industriales, industrielles, industriel | general: generale, generales, generaux, allgemeine |
    import export: i e, imp exp | scientific production association: rpa, r pa, r and pa, research and production association, research
    production association, scientific and production association | scientific production enterprise: spe, research and production
    enterprise, research production enterprise, scientific and production enterprise | research and development: r and d, r d |
    scientific technical center: stc, science and
    technology center, scientific and technical center | scientific production center: rpc, research and production center, scientific and
    production center | central bank: bank markazi, banco central, banque centrale, zentralbank, bank sentral, merkez bankasi | cartel:
    cartel del, cartel de, kartell | gulf: golfo, golfe | exchange: exchange shop, cambista, wechselstube, sarraf, doviz | jewelry:
    joyeria, joyerias, bijouterie, mucevherat, kuyumculuk | restaurant: restaurante, restaurants, ristorante | pharmacy: farmacia,
    farmacias, pharmacie, apotheke, eczane, apotek | clinic: clinica, clinique, klinik | charity: caritativa, benefica, caridad,
    wohltatigkeits, charite | relief: secours, socorro, hilfswerk | youth: juventud, jeunesse, jugend, genclik | women: mujeres, femmes,
    frauen | workers: trabajadores, travailleurs, arbeiter, pekerja | brigade: brigada, brigadas, brigate | fishing: pesqueras, pecheries,
    balikcilik, perikanan | cargo: carga, fracht, kargo | warehouse: almacen, almacenes, entrepot, lagerhaus | market: mercado, pazar,
    bazaar, bazar | store: tienda, tiendas, magasin, toko | foundation: fondasi, yayasan, stichting, stiftelse, stiftelsen, muassasat,
    muassasa, vaqf | association: foreningen, forening, perkumpulan, persatuan, perhimpunan, dernek, asosiasi, cemiyeti, vereinigung,
    vereniging | company: kompagnie, kompanie, perseroan, companhia, compagnia, corporacion mercantil | cooperative: cooperativa,
    genossenschaft, kooperatif, koperasi | state: estado, estatal, negara, devlet | federation: federacion, federacao, federazione,
    federasyonu, foderation | network: reseau, netzwerk, jaringan | intelligence: inteligencia, renseignement, istihbarat, intelijen |
    counterintelligence: contrainteligencia, contre espionnage | police: policia, polizei, polizia, polisi | navy: marine nationale,
    donanma | resistance: widerstand, direnis | salvation: salvacion | justice: justicia, justica, gerechtigkeit, adalet | north: norte,
    nord, kuzey, utara | south: sud, guney, selatan | east: oriente, dogu, timur | west: oeste, occidente, barat | central: centrale,
    zentral, pusat central | gold: oro, altin | diamond: diamante, diamant | development: pembangunan, kalkinma | tourism:
    turismo, tourisme, tourismus, turizm, pariwisata | agriculture: agricultura, tarimsal, pertanian | marine: maritima, maritimo,
    marittima | industrial: endustri, endustriyel | computer: bilgisayar, ordinateur, computador, komputer | information technology:
    bilisim, bilgi teknolojileri, bilgi tekn, informatica, informatique | foreign trade: dis ticaret, dis ti, aussenhandel, comercio
    exterior, commerce exterieur |
    development: desarrollo, developpement, desenvolvimento, entwicklung, entwicklungs, sviluppo, gelistirme | refining: raffinage,
    raffinerie, refinacion, refineria, refinaria, rafineri, raffinazione, palayesh | peoples: popolare, populares, volks, halk | oil:
    petrolleri, petroleos, petroles | bank: banking, bankers | caribbean: caribe, caraibes, karibik | sciences: ciencias, scienze,
    wissenschaften | research: ricerca, ricerche, arastirma, penelitian | mine: maadan, madan, mina, minas | industry and mine: sanat va
    maadan | private military company: pmc, chvk | company: compagnies, empresas, sociedades, societes | pharmaceutical: farmaceuticos,
    farmaceuticas, farmaceutico, pharmaceutiques | informatics: informaticas, informatiques | construction: constr, constrs, construct |
    petrochemical: petrochem | chemical: chem, chems | pharmaceutical: pharm, pharmaceut | telecommunications: telecomm |
    agricultural: agric, agri | commercial: coml | equipment: equip, eqpt | distribution: distr, distrib | product: prod, prods |
    tobacco: tabak, tobakko, tabaco, tabac, tutun | synthesis: sintez | century: veka, siecle, siglo | motor plant: motozavod |
    aviation repair plant: aviaremontnyi zavod, aviaremontniy zavod, aviaremontny factory | combat: combattant, combatiente |
    additive: additivnyi | satellite: satelite, sputnikovyi, uydu | casino: kazino | transit: tranzit
"""
