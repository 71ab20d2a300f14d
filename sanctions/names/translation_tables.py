"""Common words of bodies' names in Slavic tongues, by Russian or Ukrainian stem, and in Latin letters: "english: native, native | …",
for `names.translation`. Legal forms are given as ``names.organisations`` reads them."""

from __future__ import annotations

SLAVIC = """
    trading company: торговая компания, торгова компанія, торговая фирма | trading house: торговый дом, торговий дім | trading: торговый,
    торгівельний, торговля, трейдинг | company: компания, компанія, фирма, фірма, кампанія, компани | plant: завод, заводъ | factory:
    фабрика | combine: комбинат, комбінат | bank: банк | commercial bank: коммерческий банк, комерційний банк, акционерный коммерческий
    банк | institute: институт, інститут | scientific: научный, науковий | scientific research institute: научно исследовательский
    институт, науково дослідний інститут | scientific production: научно производственный, науково виробничий | scientific production
    association: научно производственное объединение | scientific production enterprise: научно производственное предприятие | research:
    исследовательский, исследования, дослідний | production: производственный, производство, виробничий | association: объединение,
    об'єднання, ассоциация | enterprise: предприятие, підприємство, прадпрыемства | state: государственный, державний, дзяржаўны |
    federal: федеральный | unitary enterprise: унитарное предприятие | federal state unitary enterprise: федеральное государственное
    унитарное предприятие | state corporation: государственная корпорация | corporation: корпорация, корпорація | ltd: общество с
    ограниченной ответственностью, товариство з обмеженою відповідальністю | jsc: акционерное общество, акціонерне товариство, публичное
    акционерное общество, открытое акционерное общество, закрытое акционерное общество, адкрытае акцыянернае таварыства, акцыянернае
    таварыства | ministry: министерство, міністерство | university: университет, університет | academy: академия, академія | center: центр
    | central: центральный | service: служба | committee: комитет, комітет | group: группа, група, груп | industry: промышленность,
    промисловість | industrial: промышленный, промисловий, индустриальный | design bureau: конструкторское бюро | bureau: бюро | shipyard:
    судостроительный завод, верфь, судоремонтный завод, судоверфь | shipbuilding: судостроительный | shipping: судоходный, пароходство |
    oil: нефтяной, нефть, нафтовий | gas: газовый, газ | oil and gas: нефтегазовый | energy: энергетический, энергия, энерджи, энерго |
    electric: электрический | machine building plant: машиностроительный завод, машинобудівний завод | machine building:
    машиностроительный, машиностроение | mechanical: механический | military: военный, військовий | defence: оборона, оборонный |
    aviation: авиационный, авіаційний, авиация | instrument: приборостроительный | technology: технология, технології | technical:
    технический | international: международный, міжнародний | national: национальный, національний | russian: российский | repair:
    ремонтный | experimental: опытный, экспериментальный | chemical: химический | metallurgical: металлургический | steel: сталелитейный |
    insurance: страховой | construction: строительный, строительство | transport: транспортный | airlines: авиакомпания, авиалинии |
    railways: железные дороги | port: порт | foundation: фонд | movement: движение | party: партия, партія | peoples: народный | republic:
    республика, республіка | battalion: батальон | regiment: полк | union: союз, союзный | investment: инвестиционный, инвестмент,
    инвестиции | management: управляющий, управление, менеджмент | holding: холдинг | agency: агентство, агенство | system: система |
    development: развитие, девелопмент | organization: организация, організація | venture: венчурный | grain: зерновой | copper: медный |
    innovation: инновационный | private: частный | operating: эксплуатирующий | operator: оператор | reconstruction: реконструкция | black
    sea: черноморский | nuclear: атомный, ядерный | special: специальный | security: безопасность, охранный, секьюрити | laboratory:
    лаборатория | television: телевидение, телеканал | radio: радио | electronic: электронный | optical: оптический | communications:
    связь, коммуникации | space: космический | engineering: инжиниринг, инжинеринг | consulting: консалтинг | trade: трейд, трэйд |
    leasing: лизинг | logistics: логистика, логистик | business: бизнес | finance: финанс, финансовый, финансы | marketing: маркетинг |
    electronics: электроника, электроникс | systems: системс, системы | ecommerce: экоммерс, екоммерц | building: билдинг | software: софт
    | medical: медицинский, медикал | marine: морской, марин | rocket: ракетный | radio technical: радиотехнический | precision:
    прецизионный | instrument making: приборостроение | tool: инструментальный | main: главный | regional: региональный | commercial:
    коммерческий | management company: управляющая компания | military industrial: военно промышленный | foreign trade: внешнеторговый |
    foreign economic: внешнеэкономический | insurance company: страховая компания | food: пищевой, продовольственный | pharmaceutical:
    фармацевтический | agricultural: сельскохозяйственный | vineyard: виноградарский | research and production: научно внедренческий |
    joint: совместный | united: объединенный | concern: концерн | air defense: пво | private military company: чвк, частная военная
    компания | mining: горнодобывающий, горный | coal: угольный | gold: золотой | diamond: алмазный | cable: кабельный | engine:
    двигательный, моторный | turbine: турбинный | aircraft: самолетный | helicopter: вертолетный | tank: танковый | cartridge: патронный |
    weapons: оружейный | arms: оружие | ammunition: боеприпасов | electromechanical: электромеханический | optical mechanical: оптико
    механический | semiconductor: полупроводниковый | microelectronics: микроэлектроника | telecommunications: телекоммуникации |
    broadcasting: вещание | newspaper: газета | magazine: журнал | publishing house: издательство, издательский дом | charitable:
    благотворительный | sports: спортивный | football club: футбольный клуб | night wolves: ночные волки | fleet: флот | river: речной |
    airport: аэропорт | passenger: пассажирский | federation: федерация, федерація | foreign affairs: иностранных дел, закордонних справ,
    замежных спраў | internal affairs: внутренних дел, внутрішніх справ, унутраных спраў | separate: отдельный, окремий | motorized rifle:
    мотострелковый, мотострілецький | rifle: стрелковый | airborne: воздушно десантный, десантный, десантно | assault: штурмовой | guards:
    гвардейский | artillery: артиллерийский | division: дивизия, дивізія | brigade: бригада | mechanics: механика | physics: физика |
    mathematics: математика | biology: биология | news: новости | highways: автомобильные дороги, автодороги | civil: гражданский,
    цивільний | council: совет | government: правительство | real estate: недвижимость, нерухомість | properties: имоти | credit:
    кредитный | savings: сберегательный | mortgage: ипотечный | agricultural firm: агрофирма | wine: винный, винодельческий | sugar:
    сахарный, цукровий | meat plant: мясокомбинат | dairy: молочный | bread plant: хлебозавод, хлебокомбинат | confectionery: кондитерский
    | textile: текстильный | paper: бумажный | cellulose: целлюлозный | timber: лесной, лесопромышленный | furniture: мебельный | glass:
    стекольный | ceramic: керамический | cement: цементный | tyre: шинный | rubber: резиновый, каучук | synthetic: синтетический |
    fertilizers: удобрения | potash: калийный | pipe: трубный | foundry: литейный | ferroalloy: ферросплавы, ферросплавный | bearing:
    подшипник, подшипниковый | automobile: автомобильный | automobile plant: автозавод | tractor: тракторный | wagon building:
    вагоностроительный | locomotive: локомотивный | diesel: дизельный | radio electronic: радиоэлектронный | radio electronics:
    радиоэлектроника | computing: вычислительный | digital: цифровой | measuring: измерительный | certification: сертификация | testing:
    испытательный, испытание, испытаний | alloys: сплавы | laser: лазерный | acoustic: акустический | rocket space: ракетно космический |
    seaport: морской торговый порт, морской порт | ferry: паромный | railway: железнодорожный | power plant: электростанция | nuclear
    power plant: атомная электростанция | thermal: тепловой | network: сетевой | water: водный | pipeline: трубопроводный | geological:
    геологический | geophysics: геофизика | geophysical: геофизический | exploration: геологоразведочный | drilling: буровой, бурение |
    mine: шахта, рудник | mining and processing plant: горно обогатительный комбинат | processing: перерабатывающий, обогатительный |
    jewelry: ювелирный | printing house: типография | library: библиотека | theatre: театр | school: школа | hospital: больница | clinic:
    поликлиника | tourism: туристический | motorcycle club: мотоклуб | youth: молодежный, молодежь | veterans: ветераны | orthodox:
    православный | patriotic: патриотический | social: социальный | public: общественный, публичный | humanitarian: гуманитарный |
    detachment: отряд | volunteer: добровольческий | intelligence: разведывательный | counterintelligence: контрразведка | border:
    пограничный | customs: таможня, таможенный | tax: налоговый | treasury: казначейство | electoral commission: избирательная комиссия |
    commission: комиссия, комісія | supreme: верховный | prosecutor: прокуратура | investigative: следственный | police: милиция |
    national guard: национальная гвардия | guard: гвардия | military unit: войсковая часть | main directorate: главное управление, головне
    управління | general staff: генеральный штаб, генштаб | armed forces: вооруженные силы, збройні сили | air force: военно воздушные
    силы | navy: военно морской флот | academy of sciences: академия наук | polytechnic: политехнический | department: департамент |
    branch: филиал, отделение | representative office: представительство | subsidiary: дочерний | joint venture: совместное предприятие |
    fishing: рыболовный, рыбопромышленный | fish: рыбный | farm: хозяйство | poultry farm: птицефабрика | tobacco: табачный | information:
    информационный | payment: платежный | settlement: расчетный | clearing: клиринговый | exchange: биржа | stock exchange: фондовая биржа
    | registrar: регистратор | brokerage: брокерский | reinsurance: перестраховочный | pension: пенсионный | nonstate: негосударственный |
    oil refinery: нефтеперерабатывающий завод | oil products: нефтепродукты, нефтепродукт | petrochemical: нефтехимический, нефтехимия |
    gas processing: газоперерабатывающий | coke chemical: коксохимический | nonferrous metals: цветные металлы | precious metals:
    драгоценные металлы | building materials: строительные материалы, стройматериалы | concrete: железобетонный, бетонный | architectural:
    архитектурный | design: проектный, проектирование, конструкторский | house building: домостроительный | lighting: освещение | battery:
    аккумуляторный | vacuum: вакуумный | welding: сварочный | machine tool: станкостроительный, станкозавод | compressor: компрессорный |
    pump: насосный | boiler: котельный | aircraft engine: авиадвигатель | assembly: сборочный | armament: вооружение | gunpowder:
    пороховой | unmanned: беспилотный | complex: комплексный | special economic zone: особая экономическая зона | free economic zone:
    свободная экономическая зона | economic: экономический, экономика | region: область, областной | district: районный | city: городской
    | peoples republic: народная республика | democratic: демократический | republican: республиканский | scientific technical: научно
    технический | scientific and technical center: научно технический центр | medicine: медицина | health: здравоохранение | education:
    образование | culture: культура | justice: юстиция | agriculture: сельское хозяйство | emergency situations: чрезвычайных ситуаций |
    natural resources: природных ресурсов | atomic energy: атомной энергии | shipbuilding corporation: судостроительная корпорация |
    aircraft building: авиастроительный | engine building: двигателестроительный, двигателестроение | additive: аддитивный | aerospace:
    аэрокосмический, авиакосмический | cryogenic: криогенный | business center: бизнес центр | waterway: водный путь | dockyard:
    судоремонтный | motor transport: автотранспортный | customs service: таможенная служба | protection: защита | control: контроль |
    pharmaceuticals: фармацевтика | sanatorium: санаторий | brewery: пивоваренный | distillery: ликероводочный | lubricants: смазочных
    материалов
"""

WESTERN = """
    trading: comercio, comercial, commercio, commerciale, handel, handels, handlowa, ticaret, perdagangan, comercializadora, tejarat,
    tijarat, tidjarat, tijara, tijaria, tujjar, bazargani, thuong mai, ticari, kereskedelmi, trgovina, obchod, handlowe, niaga, maoyi,
    shangmao, muyok, muyeok, mooyok, mouyok, trgovinska, comercial y, negoce, shangye, tegaret, tedjarat, tejarate, trgovina na debelo |
    trading company: handelsgesellschaft, sociedad comercial, societe commerciale, societa commerciale, sherkat bazargani, sherkat e
    bazargani, muyok hoesa, mooyok hoesa, muyeok hoesa, mao yi gong si, maoyi gongsi, handelsmaatschappij, handelskompagnie | general
    corporation: chonghoesa, chong hoesa | bank: banco, banque, banca, banka, bankasi, unhaeng, eunhaeng, yin hang, yinhang, banking,
    bankers, masrif, masraf, bank e | company: empresa, entreprise commerciale, societe, sociedad, societa, sirket, compania,
    gesellschaft, perusahaan, hoesa, gong si, gongsi, maatschappij, spolka, preduzece, poduzece, podjetje, predpriyatie, ste, shirket,
    enterprise company, firma, kompania, kampani, kompani, ettehadiye, sherkat e, corporatif, kompagnie, kompanie, perseroan, companhia,
    compagnia, corporacion mercantil, compagnies, empresas, sociedades, societes | enterprise: entreprise, impresa, unternehmen, qiye |
    group: grupo, groupe, gruppe, gruppo, ji tuan, jituan, grubu, goruh, gorouh, gorooh | industry: industria, industrias, industrie,
    industrien, industriale, industrielle, sanayi, sanayii, gongye, sanaye, indystria, shiye, kongop, gongeop, industrii | industries:
    sanayeh, sanaat, sanat, sinaat, sinaiya | export: exportacion, exportaciones, exportadora, exportation, ausfuhr, esportazione, ihracat
    | import: importacion, importaciones, importadora, importation, einfuhr, importazione, ithalat | import export: import eksport,
    jinchukou, jin chu kou, ithalat ihracat, import y export, import and export trading, impex, impeks, imp exp, importadora y
    exportadora, importadora exportadora, xuat nhap khau, jinchukou trading, i e | transport: transporte, transportes, transporti,
    trasporti, nakliyat, spedition, transporty, haml va naghl, hamlo naghl, vantai, van tai, transportadora, transportadores,
    transporters, tasimacilik, yunshu | construction: construccion, construcciones, constructora, construcoes, costruzioni, bau, insaat,
    omran, imar, insaatcilik, stroitelstvo, byggnad, bouwbedrijf, constr, constrs, construct, jianshe, jianzhu, konsol, geonseol | mining:
    minera, mineria, miniere, bergbau, madencilik, kwangop, mineracao, maadani, kuangye, bergwerk, pertambangan | investment: inversion,
    inversiones, investissement, investissements, investimenti, investimentos, investicii, yatirim, investitsii, sarmayeh gozari, sarmaye
    gozari, istithmar, touzi | services: servicios, servizi, servicos, dienstleistungen, hizmetleri, khadamat, hizmet, uslugi, dich vu,
    fuwu, hizmetler, dienste | technology: tecnologia, tecnologias, technologie, technologien, teknoloji, keji, fanavari, fannavari,
    jishu, kisul, gisul, tehnologije, tehnologija, tehnologii, tekhnologiya, tekhnologiy, tehnologias, teknologi | university:
    universidad, universite, universitat, universita, universidade, universitesi, danishgah, daneshgah, jamia, daneshgah e, danesgah,
    daxue, taehak, daehak, hochschule | institute: instituto, istituto, institutt, enstitusu, yan jiu suo, yanjiusuo, yanjiuyuan, yonguso,
    yeonguso | ministry: ministerio, ministere, ministerium, ministero, bakanligi, wezarat, vezarat, vezarat e, wizarat, wizara, wezara |
    foundation: fundacion, fondation, stiftung, fondazione, fundacao, vakfi, bonyad, bunyad, bonyade, fondasi, yayasan, stichting,
    stiftelse, stiftelsen, muassasat, muassasa, vaqf | association: asociacion, associacao, associazione, verein, dernegi, foreningen,
    forening, perkumpulan, persatuan, perhimpunan, dernek, asosiasi, cemiyeti, vereinigung, vereniging | shipping: naviera, navegacion,
    navigation maritime, schiffahrt, schifffahrt, reederei, denizcilik, keshtirani, kashtirani, navigazione, bahri, denizyollari, rederi,
    rederij, haiyun, hangyun, chuanwu, haeun | oil: petroleo, petrole, petrolio, petrolera, erdol, naft, neft, nafti, minyak, dau khi,
    petrolleri, petroleos, petroles, lil naft, li naft, linaft, shiyou, petrolero, petroliere | aviation: aviacion, luftfahrt, havacilik,
    hava yollari, hawapaymaei, havayollari, hava, hangkong, aeronautique, aeronautica | airlines: aerolineas, lineas aereas, lignes
    aeriennes, havapeymaei, havapeymayi, havapeimaei, aereas | international: internacional, internationale, internazionale, uluslararasi,
    guoji, kukche, gukje, antarabangsa, internasional | national: nacional, nationale, nazionale, milli, melli, nacionales, nationales,
    nationaler, guojia, kukka, gukga, natsionalnogo, nacionalnogo, nasional | state: estatal, staatliche, estado, negara, devlet |
    engineering: ingenieria, ingenierie, ingegneria, muhendislik, ingenieurburo, mohandesi, muhandisi, handasa, handasiya, gongcheng |
    agricultural: agricola, agricole, agropecuaria, landwirtschaft, tarim, ganadera, keshavarzi, agro industrial, agric, agri, zemedelska,
    rolnicza | pharmaceutical: farmaceutica, pharmaceutique, pharma, ilac, daru, darou, daroo, darusazi, dawa, farmaceuticos,
    farmaceuticas, farmaceutico, pharmaceutiques, pharm, pharmaceut, zhiyao, yaoye | insurance: seguros, assurances, versicherung,
    assicurazioni, sigorta, bimeh, baoxian, pohom | brothers: hermanos, freres, gebruder, fratelli, kardesler, irmaos, bracia | sons:
    hijos, fils, sohne, figli, filhos | sugar: azucar, azucarera | office: oficina, bureau de change, buro | exchange: casa de cambio,
    cambios, sarafi, sarrafi, saraafi, sarraf, sarafy, currency exchange, money exchange, hawala, exchange shop, cambista, wechselstube,
    doviz, sarafa, sirafa, sayrafa, sayrafah | front: frente, jabhat, jabha, jebhat, jebha, cephesi | army: ejercito, armee, esercito,
    jaysh, jaish, jeish, jaich, armiya, armii, artesh, ordusu | party: partido, parti, partito, hizb, hezb, hizbul, partisi, partai,
    partei, stranka | movement: movimiento, mouvement, movimento, harakat, harakah, haraka | revolutionary: revolucionario,
    revolucionaria, revolutionnaire, revolucionarias, revolucionarios | forces: fuerzas, quwat, quwwat, quwaat, kuvvetleri, fuerza,
    niroohaye, nirouhaye | armed forces: forces armees, fuerzas armadas, streitkrafte, silahli kuvvetleri | real estate: inmobiliaria,
    immobiliere, immobilien, immobiliare, emlak, imobiliaria, bienes raices, aqariya, iqariyah, aqariyah, grundbesitz, grundstucks,
    immobilier | petrochemical: petroquimica, petroshimi, petrokimya, petrochem, shihua | ministry of state security: ministerium fur
    staatssicherheit, ministerio de seguridad del estado, ministere de la securite detat | ministry of peoples security: ministerium fur
    volkssicherheit | state security: staatssicherheit | chemical: quimica, chimique, chemische, kimya, shimi, chem, chems, shimiai,
    shimiaei, huagong, hwahak | complex: mojtame, mojtama, majma, mujtama, complejo | martyrs: shohada, shuhada | production trade and
    services: za proizvodnju promet i usluge, za proizvodnju trgovinu i usluge, za proizvodnju i usluge, za trgovinu i usluge, za
    proizvodnju promet trgovinu i usluge | scientific research: elmi pazhuheshi | research: pazhouhesh, tahghighat, recherches, recherche,
    investigaciones, investigacion, forschung, forschungs, ricerca, ricerche, arastirma, penelitian, pajouhesh, pajoohesh | aerospace:
    havafaza, havacilik ve uzay, hangtian, aeroespacial | studies center: centre d etudes, centro de estudios | research center: centre de
    recherche, centro de investigacion, forschungszentrum | electronics research: recherche electronique | general directorate: direction
    generale, direccion general, genel mudurlugu | armed: armadas, armadas de | liberation: liberacion, befreiung, tahrir, kurtulus |
    peoples: popular, populaire, del pueblo, du peuple, popolare, populares, volks, halk, renmin, inmin | union: sindicato, syndicat,
    gewerkschaft, ittihad, ettehad | islamic: islamico, islamique, islamische, islami, eslami, islamica, islamiya, islamiyya, islamiyah,
    islamiyyah, islamiyeh, eslamiye | republic: republica, republique, republik, jomhuri, jomhori | resistance: muqawama, mogavemat,
    resistencia, widerstand, direnis | supreme: supremo, superieur | scientific: scientifique, cientifico, wissenschaftliche,
    scientifiques, cientificas, cientificos, cientifica, kexue, kwahak, gwahak | and: und, et, e, ve | for the: pour le, pour la, para la,
    para el | of the: de la, de los, de las, du, des, della, delle | factory: usine, fabrica, fabrik, fabrique, fabbrica, karkhane,
    karkhaneh, fabrika | aircraft: avion, aeronaves, samolet | air: aerea, aerien, aero | line: linea, ligne, linie | house: casa, maison,
    haus, dom | world: mundo, monde, welt, mir, jahan, dunya | new: nuevo, nueva, nouveau, nouvelle, neue, novyi, novaya, jadid, nowin,
    novin | free: libre, freie | scientific production enterprise: npp, nauchno proizvodstvennoe predpriyatie, spe, research and
    production enterprise, research production enterprise, scientific and production enterprise | scientific production association: npo,
    rpa, r pa, r and pa, research and production association, research production association, scientific and production association |
    scientific production center: npts, npc, rpc, research and production center, scientific and production center | scientific production
    company: npk, npf | scientific research institute: nii | central scientific research institute: tsnii, cnii | all russian scientific
    research institute: vnii | scientific technical center: nttc, ntts, ntc, stc, science and technology center, scientific and technical
    center | experimental design bureau: okb | special design bureau: skb | central design bureau: tskb, ckb | production commercial firm:
    pkf | trading house: td, trgovacka kuca, handelshaus | shipbuilding plant: ssz | machine building plant: mz | commercial bank: akb |
    management company: holding management company, kompaniya upravlyayushchaya | corporation: corporativo, korporatsiya, korporasi,
    korporatsia, corporacao, corporation group | steel: foolad, fulad, folad, acero, acier, stahl, stal, foulad, celik, gangtie,
    siderurgica, siderurgie, aciers | electronics: electronica, electronique, elektronik, elektronika, elektroniks, ilektronik, dianzi,
    chonja, jeonja, elektronike | electric: electrica, electrique, elektrik, elektro, bargh, dianqi, kahraba | energy: energia, energie,
    enerji, energii, energiya, energya, taqa, nengyuan, energetique, enerjisi, enerhiya | gas: gaz, gasi | holding: holdingi, hovding,
    kholdingi, holdinq, beteiligungsgesellschaft, beteiligungs, konggu | metal: metalurgica, metallurgie, metaller, metals, metaux,
    metales, jinshu | food: alimentos, aliments, lebensmittel, gida, alimentaire, alimenticia, makanan | fishing: pesquera, pesca, peche,
    fischerei, pesqueras, pecheries, balikcilik, perikanan | center: centro, centre, zentrum, merkezi, markaz, markez, merkaz, pusat,
    centr | school: escuela, ecole, schule, okul, madrasa, madrassa | hospital: hospitalier, krankenhaus, hastanesi, hopital | council:
    consejo, conseil, meclis, majlis, shura | agency: agencia, agence, agentur, ajansi | fund: fondo, fonds, fonu, sanduq, sandogh |
    corporation sons: e hijos | security: seguridad, securite, sicherheit, guvenlik, keamanan, amniat, amniyat | hotel: hoteles,
    hoteleria, otel, otelcilik | travel: viajes, voyages, reisen, seyahat | technical: tecnica, technique, technische, teknik, fanni,
    tecnicos, tecnico, techniques | trust: fideicomiso, fiduciaria | consulting: consultores, consultoria, conseil en, beratung,
    danismanlik, consultancy, consultants, zixun | paper: papel, papier | telecommunications: telecomunicaciones, telekommunikation,
    telekomunikasyon, mokhaberat, telecom, telecomm | textile: textiles, tekstil, nassaji | plastics: plasticos, plastik | machinery:
    maquinaria, maschinen, maschinenbau, makina, makine, jixie, kigye, gigye | auto: automotriz, automobiles, otomotiv, khodro | media:
    medios, medien, medya | cement: ciman, siman, cemento, ciment, zement | studies: etudes, detudes, estudios, studien, etude, motaleat,
    motaleate | sciences: wissenschaften, ciencias, scienze | industrial: industriales, industrielles, industriel, endustri, endustriyel,
    sanati, sanaati | general: generale, generales, generaux, allgemeine | research and development: r and d, r d | central bank: bank
    markazi, banco central, banque centrale, zentralbank, bank sentral, merkez bankasi | cartel: cartel del, cartel de, kartell | gulf:
    golfo, golfe | jewelry: joyeria, joyerias, bijouterie, mucevherat, kuyumculuk | restaurant: restaurante, restaurants, ristorante |
    pharmacy: farmacia, farmacias, pharmacie, apotheke, eczane, apotek, drogueria, droguerias | clinic: clinica, clinique, klinik |
    charity: caritativa, benefica, caridad, wohltatigkeits, charite | relief: secours, socorro, hilfswerk | youth: juventud, jeunesse,
    jugend, genclik | women: mujeres, femmes, frauen | workers: trabajadores, travailleurs, arbeiter, pekerja, kargaran | brigade:
    brigada, brigadas, brigate | cargo: carga, fracht, kargo | warehouse: almacen, almacenes, entrepot, lagerhaus | market: mercado,
    pazar, bazaar, bazar | store: tienda, tiendas, magasin, toko | cooperative: cooperativa, genossenschaft, kooperatif, koperasi |
    federation: federacion, federacao, federazione, federasyonu, foderation | network: reseau, netzwerk, jaringan, wangluo, red de |
    intelligence: inteligencia, renseignement, istihbarat, intelijen, ettelaat, etelaat, renseignements | counterintelligence:
    contrainteligencia, contre espionnage | police: policia, polizei, polizia, polisi, policial, politsiya, politsii, politsiia | navy:
    marine nationale, donanma | salvation: salvacion | justice: justicia, justica, gerechtigkeit, adalet | north: norte, nord, kuzey,
    utara | south: sud, guney, selatan | east: oriente, dogu, timur | west: oeste, occidente, barat | central: centrale, zentral, pusat
    central, markazi, zhongyang | gold: oro, altin | diamond: diamante, diamant | development: pembangunan, kalkinma, desarrollo,
    developpement, desenvolvimento, entwicklung, entwicklungs, sviluppo, gelistirme, toseh, tosee, tose e, tosse, fazhan, kaebal, gaebal |
    tourism: turismo, tourisme, tourismus, turizm, pariwisata, siyaha, siyahah, turistica, turistico, touristique | agriculture:
    agricultura, tarimsal, pertanian | marine: maritima, maritimo, marittima | computer: bilgisayar, ordinateur, computador, komputer |
    information technology: bilisim, bilgi teknolojileri, bilgi tekn, informatica, informatique | foreign trade: dis ticaret, dis ti,
    aussenhandel, comercio exterior, commerce exterieur | refining: raffinage, raffinerie, refinacion, refineria, refinaria, rafineri,
    raffinazione, palayesh, palayeshgah | caribbean: caribe, caraibes, karibik | mine: maadan, madan, mina, minas | industry and mine:
    sanat va maadan | private military company: pmc, chvk | informatics: informaticas, informatiques | commercial: coml, commerciales,
    comerciales, kommerzielle | equipment: equip, eqpt, equipos, equipo, equipements, materiel, shebei | distribution: distr, distrib |
    product: prod, prods | tobacco: tabak, tobakko, tabaco, tabac, tutun | synthesis: sintez | century: veka, siecle, siglo | motor plant:
    motozavod | aviation repair plant: aviaremontnyi zavod, aviaremontniy zavod, aviaremontny factory | combat: combattant, combatiente |
    additive: additivnyi | satellite: satelite, sputnikovyi, uydu | casino: kazino | transit: tranzit | chemistry: khimiya, khimii,
    khimiia | organization: sazman, sazman e, sazmane, munazzamat, munadhamat, teskilati, teshkilati, organisasi | defense: defa, defae,
    savunma, defensa, difa | research institute: pajouheshgah, pazhuheshgah, pazhoheshgah, pajooheshgah, forschungsinstitut | machine
    building: mashin sazi, mashinsazi, machine sazi, machinesazi, mashinostroyenia, mashinostroyeniya, mashinostroeniya, mashinostroenie |
    motor building: motorsazi, motor sazi, motorbuilding | automobile: khodrosazi, khodro sazi | shipbuilding: keshtisazi, keshti sazi,
    zaochuan | railways: rahahan, rah ahan, ferrocarriles, chemins de fer, eisenbahn | medical: pezeshki, medica, medicos, medicas,
    medicale, yiliao | communications: ertebatat, comunicaciones, comunicacion, tongxin | revolution: enghelab, thawra | committee:
    komite, lajnat, lajna, comite, komitesi | headquarters: setad, gharargah | production: tolidi, produccion | munitions: mohemat,
    mohemmat | brigades: saraya | league: asaib, asaeb | contracting: muqawalat, moqawalat | ship: gemi, chuanbo | shipyard: tersane,
    tersanesi, tersanecilik, astillero, astilleros, chantier naval, chantiers navals, werft | port: limani, hafen | airport: aeropuerto,
    aeroport, flughafen, havalimani | publishing: yayincilik | education: egitim, educacion | health: saglik, salud, sante | space: uzay |
    clothing: giyim, ropa, vetements | logistics: lojistik, logistik, logistique, logistica, logistiks, lodzhistiks, lodzhistik, wuliu |
    directorate: mudurlugu | institution: kurumu | national intelligence: milli istihbarat | air force: fuerza aerea, fuerzas aereas,
    force aerienne, armee de l air, kongjun | national guard: guardia nacional, garde nationale | guard: guardia | supreme court: tribunal
    supremo | national electoral council: consejo nacional electoral | commission: comision, kommission, comissao | assembly: asamblea,
    assemblee | credit: credito | savings: ahorros, epargne | fleet: flota, flotte | gas station: gasolinera, gasolineras, gasolineria,
    gasolinerias | service station: estacion de servicio, estaciones de servicio | freight: fletes, flete | meat: carnes | livestock:
    ganaderia, ganado | ranch: rancho | grocery: abarrotes | hardware: ferreteria | materials: materiales, materiaux, materialien, cailiao
    | systems: sistemas, systemes, systeme, sistemleri, sistem, xitong | advertising: publicidad, publicite, reklam | newspaper:
    periodico, journal officiel | products: productos, produits, produkte, produtos | distributor: distribuidora, distribuidor,
    distributrice | operator: operadora | leasing: arrendadora, arrendamiento | advisors: asesores, asesoria, asesorias | projects:
    proyectos, projets, projekte, projeler | works: obras | engineers: ingenieros | laboratories: laboratorios, laboratoires |
    antiterrorist: antiterrorista | republican: republicaine, republicana | presidential: presidentielle, presidencial | customs: douanes,
    aduanas, aduana, gumruk | treasury: tresor | hydrocarbons: hydrocarbures, hidrocarburos | timber: bois, madera, maderas | water: eaux,
    agua, aguas | electricity: electricite, electricidad, elektrizitat | building: batiment | public works: travaux publics, obras
    publicas | civil engineering: genie civil | vehicles: vehicules, vehiculos, fahrzeuge | parts: repuestos, teile | general trading:
    commerce general, comercio general, ticaret genel | faculty: faculte, facultad, fakultat, daneshkade, daneshkadeh | democratic:
    democratique, democratico, democratica, demokratische, demokratik, demokratska | congress: congres, congreso, kongress | rally:
    rassemblement | ministry of defense: verteidigungsministerium | ministry of interior: innenministerium | ministry of foreign affairs:
    aussenministerium, ministere des affaires etrangeres, ministerio de relaciones exteriores, disisleri bakanligi, vezarat kharejeh |
    ministry of finance: finanzministerium, maliye bakanligi | plant: werke, werk | machine factory: maschinenfabrik | electrical
    engineering: elektrotechnik | plant engineering: anlagenbau | construction company: baugesellschaft, bauunternehmen | management:
    verwaltungsgesellschaft, verwaltungs, verwaltung, gestion, yonetim, yonetimi | asset management: vermogensverwaltung | shipping
    company: schifffahrtsgesellschaft, schiffahrtsgesellschaft | foreign trade bank: aussenhandelsbank | technical university: technische
    universitat, technische hochschule, teknik universitesi | power plant: kraftwerk | steel works: stahlwerke, stahlwerk | wholesale:
    grosshandel | scientific and technology: kexue jishu | power: dianli | machine tool: jichuang | information: xinxi, informacion, bilgi
    | semiconductor: bandaoti | manufacturing: zhizao, imalat | precision: jingmi | instruments: yiqi | software: ruanjian | data: shuju |
    intelligent: zhineng | national defense: guofang | liberation army: jiefangjun, jiefang jun | public: publica, publico, publique |
    plantation: perkebunan, plantaciones | in the field of: na podrocju | civil aviation: grazhdanskoy aviatsii, grazhdanskoi aviatsii,
    aviacion civil, aviation civile, sivil havacilik | news agency: agentstvo novostei, agentstvo novostey, agence de presse, agencia de
    noticias, khabargozari | electric instrument plant: zavod elektropribor | shipping agency: agencia naviera, agence maritime | maritime
    agency: agencia maritima | food industry: sanayee ghazaei, sanaye ghazaei | pilgrims: hojjaj | culture: farhangi, kultur, cultura,
    kulturel | news: akhbar | television: televizyon, televisione, telewizja, televisora | radio: radyo, radiodifusion | student:
    etudiants, estudiantes | teachers: maestros | engineering company: muhendislik sirketi | oil and gas: naft va gaz, neft va qaz,
    petrole et gaz, petroleo y gas | aluminium: aluminio | copper: cuivre, cobre | milk: leche, lait | tools: herramientas, outils,
    werkzeuge | lawyers: abogados, avocats, rechtsanwalte | accountants: contadores | cooperation: cooperacion, zusammenarbeit |
    relations: relaciones | interior: interieur, interiores, dakhiliya | foreign affairs: affaires etrangeres, relaciones exteriores,
    asuntos exteriores, kharejiye, kharijiya | relief: secours, ighatha, ighathah | project: proekt, proyekt, proyecto, projet, projekt |
    automobile: avto, avtomobil | helicopter: vertolety, vertolet, helikopter | shipyard: srz | association: obyedinenie, obedinenie,
    obyedineniye, obedineniye, obiedinenie, obyedinenye, sazeman, organizacion, munazzama | front: jabhet, jebhe | exchange: saraf | army:
    jeysh | insurance: strakhovanie, bimah | infrastructure: infrastruktura, infraestructura | housing: maskan, iskan | basic: bazovyi,
    bazovy | estate: inmoviliaria | consulting: consultadoria | zoo: zoologico | television: televizion | foreign: vneshnei, vneshney,
    vneshei, vneshniy, vneshnyaya | production: produktion | transport: naghliye, perevozki | metallurgy: metalurgia, metallurgiya,
    metallurgie | petrochemical: petrochimi, petrochemie | chemical: chimie, chemie | energy: energetika | cement: sement, tsement,
    cimento | mining: maaden | medical: medizin, tibbi | food: ghazaei | tire: lastik, llantas, reifen | nuclear: hastei, nucleare,
    nukleer | research: tahghighati, pajouheshi | group: guruh, majmoue, majmouah | industries: senaye | development: toseeh, tose |
    engineering: mohandesin | trade: tijarah | investment: sarmayegozari, estethmar | foundation: vakif | tourism: gardeshgari, turisticas
    | middle east: khavarmianeh, khavarmiyaneh, khavar mianeh, moyen orient, medio oriente, ortadogu, blizhnii vostok | far east:
    dalnevostochnoe, dalnevostochnoye, dalnevostochnyi, dalnevostochny, dalnevostochnaya
"""
