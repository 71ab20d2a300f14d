"""Common words of bodies' names in Korean, Chinese and Arabic script: "english: native, native | …", for `names.translation`."""

from __future__ import annotations

KOREAN = """
    trading company: 무역회사, 무역상사, 상사회사 | trading corporation: 무역총회사 | trading: 무역, 상사, 통상 | general corporation:
    총회사 | company: 회사 | co ltd: 주식회사, 유한회사, 유한책임회사 | joint venture company: 합영회사, 합작회사 | bank: 은행 | mining:
    광업 | mine: 광산, 탄광 | development: 개발 | development bank: 개발은행 | ministry: 성, 부 | department: 부서, 지도부 | bureau: 국 |
    general bureau: 총국 | committee: 위원회 | central committee: 중앙위원회 | central: 중앙 | workers party of korea: 조선로동당,
    조선노동당 | party: 당 | institute: 연구소, 연구원 | university: 대학, 대학교, 종합대학 | factory: 공장 | plant: 발전소 | enterprise:
    기업소, 기업 | shipping: 해운, 선박 | insurance: 보험 | finance: 금융, 재정 | oil: 석유, 원유 | chemical: 화학 | machinery: 기계 |
    electronics: 전자 | industry: 공업, 산업 | science: 과학 | technology: 기술, 테크놀로지, 테크놀러지 | academy of sciences: 과학원 |
    academy: 학원 | defence: 국방 | military: 군사 | korea: 조선, 한국 | economic: 경제 | external: 대외 | export: 수출 | import: 수입 |
    import export: 수출입 | group: 그룹, 집단 | investment: 투자 | construction: 건설 | transport: 운수, 운송 | airlines: 항공 |
    communications: 통신 | information: 정보 | computer: 컴퓨터 | center: 센터 | international: 국제 | general: 총 | foreign: 외국 | state
    security department: 국가안전보위부, 안전보위부, 보위부 | ministry of state security: 보위성, 국가보위성, 국가보위부 | ministry of
    peoples armed forces: 인민무력성, 인민무력부 | ministry of peoples security: 인민보안성, 인민보안부 | ministry of social security:
    사회안전성 | ministry of foreign affairs: 외무성 | ministry of atomic energy industry: 원자력공업성 | reconnaissance general bureau:
    정찰총국 | state affairs commission: 국무위원회 | national defence commission: 국방위원회 | second economic committee: 제2경제위원회 |
    second academy of natural sciences: 제2자연과학원 | national: 국가, 국립 | peoples: 인민 | army: 군 | atomic energy: 원자력 | energy:
    에네르기, 에너지 | metal: 금속 | steel: 제강, 철강 | cooperation: 협력 | joint: 합동, 련합, 연합 | union: 동맹 | association: 협회 |
    foundation: 재단 | kim il sung university: 김일성종합대학 | foreign trade bank: 무역은행 | holdings: 홀딩스, 지주, 지주회사 | bio:
    바이오 | pharmaceutical: 제약, 약품 | food: 식품 | telecom: 텔레콤 | medical: 메디칼, 의료 | systems: 시스템, 시스템즈 | tech: 테크 |
    motors: 자동차, 모터스 | precision: 정밀 | textile: 방직, 섬유 | paper: 제지 | cement: 시멘트, 양회 | securities: 증권 | fire marine
    insurance: 화재해상보험 | life insurance: 생명보험 | gas: 가스 | power: 전력 | electric: 전기 | broadcasting: 방송 | entertainment:
    엔터테인먼트 | solution: 솔루션, 솔루션스 | materials: 소재 | semiconductor: 반도체 | engineering: 엔지니어링 | ship: 조선소 |
    logistics: 물류, 로지스틱스 | corporation: 공사 | media: 미디어 | network: 네트웍스, 네트워크 | global: 글로벌 | industries:
    인더스트리 | commercial: 상업 | aerospace: 항공우주 | heavy industries: 중공업 | marine: 해양 | fisheries: 수산 | agricultural: 농업 |
    coal: 석탄 | service: 봉사 | tourism: 관광 | travel agency: 려행사, 여행사 | culture: 문화 | publishing: 출판 | newspaper: 신문 |
    space: 우주 | missile: 로케트, 미사일 | munitions: 군수 | munitions industry department: 군수공업부 | propaganda and agitation
    department: 선전선동부 | organization and guidance department: 조직지도부 | office 39: 39호실 | academy of national defense science:
    국방과학원 | nuclear: 핵 | hospital: 병원 | peoples army: 인민군 | supreme: 최고 | court: 재판소 | customs: 세관 | embassy: 대사관 |
    branch: 지사 | iron and steel: 제철 | store: 상점 | restaurant: 식당 | hotel: 호텔 | building materials: 건재 | design: 설계 | machine
    tool: 공작기계 | aviation: 항공기 | life: 생명 | card: 카드 | capital: 캐피탈 | partners: 파트너스 | labs: 랩스 | display: 디스플레이
    | chemicals: 케미칼 | robotics: 로보틱스 | energy solution: 에너지솔루션 | foods: 푸드 | resources: 자원 | environment: 환경 | real
    estate: 부동산 | trust: 신탁 | savings bank: 저축은행 | credit: 신용 | police: 경찰 | navy: 해군 | air force: 공군 | labour: 로동,
    노동
"""

CHINESE = """
    co ltd: 有限公司, 有限责任公司, 有限責任公司, 公司有限, 有限会社, 合同会社, 有限責任会社 | jsc: 股份有限公司, 股份公司, 株式会社,
    株式會社 | company: 公司, 会社, 會社, 社 | general corporation: 总公司, 總公司 | group: 集团, 集團 | holdings: 控股 | trading: 贸易,
    貿易, 商贸, 商貿, 经贸, 經貿 | import export: 进出口, 進出口 | export: 出口 | import: 进口, 進口 | technology: 科技, 技术, 技術 |
    science and technology: 科学技术, 科學技術 | bank: 银行, 銀行 | industry: 工业, 工業, 实业, 實業, 产业, 產業 | institute: 研究所,
    研究院, 学院, 學院 | research: 研究 | university: 大学, 大學 | international: 国际, 國際 | china: 中国, 中國, 中华, 中華 | hong kong:
    香港 | shanghai: 上海 | beijing: 北京 | shenzhen: 深圳 | guangzhou: 广州, 廣州 | dalian: 大连, 大連 | dandong: 丹东, 丹東 | tianjin:
    天津 | taiwan: 台湾, 臺灣 | shipping: 船务, 船務, 海运, 海運, 航运, 航運 | logistics: 物流 | electronics: 电子, 電子 | electric: 电气,
    電氣 | machinery: 机械, 機械 | chemical: 化工, 化学, 化學 | petroleum: 石油 | petrochemical: 石化 | oil: 油品 | energy: 能源 |
    investment: 投资, 投資 | development: 发展, 發展, 开发, 開發 | mining: 矿业, 礦業 | steel: 钢铁, 鋼鐵 | metal: 金属, 金屬 | material:
    材料 | construction: 建设, 建設, 建筑, 建築 | engineering: 工程 | communications: 通信, 通讯, 通訊 | network: 网络, 網絡 |
    information: 信息, 資訊 | state security department: 国家安全保卫部, 國家安全保衛部 | ministry of state security: 国家保卫省,
    國家保衛省 | ministry of peoples security: 人民保安省, 人民保安部 | ministry of social security: 社会安全省, 社會安全省 |
    semiconductor: 半导体, 半導體 | robotics: 机器人, 機器人 | aviation: 航空 | aerospace: 航天, 航空航天 | ministry: 部 | bureau: 局 |
    committee: 委员会, 委員會 | center: 中心 | insurance: 保险, 保險 | factory: 工厂, 工廠, 厂, 廠 | equipment: 设备, 設備, 装备, 裝備 |
    manufacturing: 制造, 製造 | medical: 医疗, 醫療 | pharmaceutical: 药业, 藥業, 医药, 醫藥, 制药, 製藥 | service: 服务, 服務 |
    consulting: 咨询, 諮詢 | foundation: 基金会, 基金會 | association: 协会, 協會 | branch: 分公司 | korea: 朝鲜, 朝鮮, 韩国, 韓國 |
    enterprise: 企业, 企業 | joint: 联合, 聯合 | metals: 五金 | textile: 纺织, 紡織 | automobile: 汽车, 汽車, 汽车工业 | optical: 光电,
    光電 | security: 安全, 公安 | public security bureau: 公安局 | city: 市 | province: 省 | machine tool: 机床, 機床 | power: 动力, 動力,
    电力, 電力 | machine: 机器, 機器 | supply chain: 供应链, 供應鏈 | new material: 新材料 | system: 系统, 系統 | software: 软件, 軟件 |
    laboratory: 实验室, 實驗室 | academy of sciences: 科学院, 科學院 | military: 军事, 軍事 | defence: 国防, 國防 | shoji trading: 商事 |
    trading company: 商社, 贸易公司, 貿易公司 | supply: 供应, 供應 | parts: 配件, 零件 | instruments: 仪器, 儀器 | pharmacy: 药房 |
    design: 设计, 設計 | electronic technology: 电子科技 | precision: 精密 | innovation: 创新, 創新 | intelligent: 智能 | sea: 海洋 |
    ship: 船舶 | shipbuilding: 造船 | automation: 自动化, 自動化 | exchange: 交易所 | securities: 证券, 證券 | fund: 基金 |
    microelectronics: 微电子, 微電子 | products: 制品, 製品 | optics: 光学, 光學 | laser: 激光 | university of technology: 理工大学,
    理工大學 | university of science and technology: 科技大学, 科技大學 | normal university: 师范大学, 師範大學 | medical university:
    医科大学, 醫科大學 | agricultural university: 农业大学, 農業大學 | agricultural: 农业, 農業 | polytechnic: 理工 | transport: 运输,
    運輸, 交通运输 | foreign studies: 外国语, 外國語 | peoples: 人民 | liberation army: 解放军, 解放軍 | general administration: 总局,
    總局 | management: 管理 | government: 政府 | national: 国家, 國家 | central: 中央 | navy: 海军, 海軍 | air force: 空军, 空軍 | army:
    陆军, 陸軍 | police: 警察 | court: 法院 | customs: 海关, 海關 | marine: 海事 | port: 港口 | airport: 机场, 機場 | railway: 铁路, 鐵路
    | highway: 公路 | freight: 货运, 貨運 | freight forwarding: 货代, 貨代 | food: 食品 | aquatic: 水产, 水產 | fishing: 渔业, 漁業,
    远洋渔业 | forestry: 林业, 林業 | wood: 木业, 木業 | paper: 纸业, 紙業 | printing: 印刷 | garments: 服装, 服裝 | shoes: 鞋业, 鞋業 |
    furniture: 家具 | plastics: 塑料, 塑胶, 塑膠 | rubber: 橡胶, 橡膠 | glass: 玻璃 | ceramics: 陶瓷 | cement: 水泥 | coal: 煤炭 | cable:
    电缆, 電纜 | battery: 电池, 電池 | lighting: 照明 | photovoltaic: 光伏 | solar: 太阳能, 太陽能 | nuclear industry: 核工业, 核工業 |
    nuclear power: 核电, 核電 | nuclear: 核能 | biological: 生物 | data: 数据, 數據 | computer: 计算机, 計算機, 电脑, 電腦 | computing:
    计算, 計算 | internet: 互联网, 互聯網 | media: 传媒, 傳媒 | culture: 文化 | education: 教育 | tourism: 旅游, 旅遊 | hotel: 酒店 |
    catering: 餐饮, 餐飲 | real estate: 房地产, 房地產, 地产, 地產 | leasing: 租赁, 租賃 | industrial and commercial bank: 工商银行,
    工商銀行 | foreign trade: 外贸, 外貿, 对外贸易 | state security: 国家安全, 國家安全 | ordnance: 兵器 | navigation: 导航, 導航 |
    satellite: 卫星, 衛星 | rocket: 火箭 | missile: 导弹, 導彈 | unmanned aerial: 无人机, 無人機 | radar: 雷达, 雷達 | acoustics: 声学,
    聲學 | integrated circuit: 集成电路, 集成電路 | digital: 数字, 數字 | heavy industry: 重工, 重工业 | shipyard: 船厂, 船廠 | tools:
    工具 | public: 公共 | water: 水务, 水務 | environment: 环境, 環境, 环保, 環保 | capital: 资本, 資本 | asset: 资产, 資產 | finance:
    金融, 财务, 財務 | life insurance: 人寿, 人壽 | trust: 信托, 信託
"""

ARABIC = """
    company: شرکه, شرکت, شرکات, شرکه مساهمه | bank: بنک, بانک, مصرف, بنوک | ministry: وزاره, وزارت | establishment: مؤسسه, موسسه |
    association: جمعیه, انجمن, رابطه | organization: منظمه, سازمان, تنظیم, هیئه | industries: صناعات, صنایع | industrial: صناعیه, صنعتی,
    صناعی | university: جامعه, دانشگاه | foundation: بنیاد, بنياد, صندوق | oil: نفت, نفط, نفطیه | gas: غاز, گاز | national: وطنیه, ملی,
    وطنی, قومیه | iran: ایران | trading: تجاره, تجارت, تجاریه, بازرگانی, للتجاره | petrochemical: پتروشیمی | center: مرکز | research:
    تحقیقات, پژوهش, پژوهشگاه, بحوث | security: امن, أمن | international: دولیه, بین المللی, عالمیه | general: عامه, عام | islamic:
    اسلامیه, اسلامی, إسلامیه | republic: جمهوریه, جمهوری | islamic revolutionary guard corps: سپاه | army: جیش, ارتش | group: مجموعه,
    گروه, جماعه | shipping: ملاحه, کشتیرانی | airlines: هواپیمایی, طیران, خطوط | transport: نقل | development: تنمیه, توسعه | investment:
    استثمار, سرمایه گذاری | exchange: صرافه, صرافی | engineering: هندسه, مهندسی, هندسیه | aerospace: هوافضا | defence: دفاع | syria:
    سوریا, سوریه, سوری | iraq: عراق | lebanon: لبنان | state: دوله | council: مجلس, شورا, شورای | office: مکتب, دفتر | party: حزب |
    movement: حرکه | institute: معهد, انستیتو | charity: خیریه, خیری | construction: إنشاءات, ساختمان, مقاولات | import: استیراد, واردات |
    export: تصدیر | network: شبکه | jihad: جهاد | front: جبهه | brigade: لواء, کتیبه, لشکر | forces: قوات, نیروی | media: اعلام, رسانه |
    palestine: فلسطین | yemen: یمن | egypt: مصر | libya: لیبیا | sudan: سودان | turkey: ترکیا | kuwait: کویت | electronics: الکترونیک |
    police: شرطه, پلیس | central: مرکزی | brothers: اخوان | sons: اولاد, أولاد | factory: مصنع, کارخانه, معمل | factories: مصانع |
    plastics: بلاستیک | cement: اسمنت, سیمان | steel: فولاد, حدید | power: طاقه, نیرو | electricity: کهرباء, برق | ports: موانئ, بنادر |
    port: میناء, بندر | insurance: تأمین, بیمه | textile: نسیج, نساجی | pharmaceutical: دارو, داروسازی, ادویه, دوائیه | food: أغذیه, غذایی
    | agricultural: زراعیه, کشاورزی, زراعی | tourism: سیاحه, گردشگری | real estate: عقاریه, عقارات, عقاری | technology: تقنیه, فناوری,
    تکنولوژی | communications: اتصالات, مخابرات | services: خدمات | contracting: للمقاولات, مقاولات عامه | studies: دراسات, مطالعات |
    relief: اغاثه, إغاثه | liberation: تحریر | peoples: شعبیه, مردمی | military: عسکریه, نظامی | special: خاصه, ویژه | railways: حدیدیه,
    سکک, راه آهن | gold: ذهب, طلا | jewelry: مجوهرات, جواهرات | money exchange: تحویل | cooperation: تعاون | interior: داخلیه | foreign
    affairs: خارجیه | finance: مالیه | economic: اقتصاد | industry: صناعه, صنعت | guard: حرس | revolutionary: ثوری, انقلابی | revolution:
    ثوره, انقلاب | guards: پاسداران | commercial: تجاری | holding: هلدینگ, قابضه | refining: پالایش | refinery: پالایشگاه, مصفاه, مصافی |
    drilling: حفاری | tanker: نفتکش | auto: خودرو | machine building: ماشین سازی | shipbuilding: کشتی سازی | marine: دریایی, بحری | air:
    هوایی, جویه | space: فضایی | polymer: پلیمر | chemical: شیمیایی, کیمیائیه, کیماویه | mines: معادن | mining: معدنی | headquarters:
    قرارگاه, ستاد | munitions: مهمات | nuclear: هسته ای, نوویه | atomic: اتمی | energy: انرژی | atomic energy: انرژی اتمی | scientific:
    علمی, علمیه | sciences: علوم | medical: پزشکی, طبیه | water: میاه | endowment: اوقاف | resistance: مقاومه, مقاومت | martyrs: شهداء,
    شهدا | mobilization: حشد | popular: شعبی | brigades: کتائب, سرایا, ألویه | league: عصائب | corps: فیلق | militia: میلیشیا | airport:
    مطار, فرودگاه | navy: بحریه | petroleum: بترول | fertilizers: أسمده | hospital: مستشفی, بیمارستان | school: مدرسه | academy: اکادیمیه
    | committee: لجنه, کمیته | directorate: مدیریه | administration: اداره | branch: فرع, شعبه | reconstruction: اعمار | marketing: تسویق
    | distribution: توزیع | freight: شحن | commission: مفوضیه | union: اتحاد, اتحادیه | federation: فدراسیون | newspaper: جریده, روزنامه |
    television: تلفزیون, تلویزیون | radio: اذاعه | broadcasting: صداوسیما | justice: عدل, دادگستری | intelligence: استخبارات, اطلاعات |
    textiles: منسوجات | commerce: بازرگانی و | sugar: سکر, شکر | motors: موتور
"""
