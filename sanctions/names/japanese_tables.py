"""Tables of Japanese: family names, the characters they are made of, given names and the readings of their characters.

Readings in Hepburn without marks or doubled vowels, as `names.japanese` writes them. Names and readings (nanori) in ordinary
use, chosen by hand; the characters of given names are among those that the Ministry of Justice allows there (joyo and
jinmeiyo kanji). New and old shapes of a character are both there (沢, 澤).
"""

from __future__ import annotations

from functools import cache

from sanctions.names.tables import spellings_first, writings_first

_FAMILIES = """
    sato 佐藤 佐東 | suzuki 鈴木 | takahashi 高橋 髙橋 | tanaka 田中 | watanabe 渡辺 渡邊 渡邉 渡部 | ito 伊藤 伊東 | nakamura
    中村 | kobayashi 小林 | yamamoto 山本 | kato 加藤 | yoshida 吉田 𠮷田 | yamada 山田 | sasaki 佐々木 佐佐木 | yamaguchi 山口 |
    matsumoto 松本 | inoue 井上 | kimura 木村 | shimizu 清水 | hayashi 林 | saito 斎藤 斉藤 齋藤 齊藤 | yamazaki 山崎 | yamasaki
    山崎 | nakajima 中島 中嶋 | nakashima 中島 中嶋 | mori 森 | abe 阿部 安倍 安部 阿倍 | ikeda 池田 | hashimoto 橋本 橋下 | ishikawa
    石川 | yamashita 山下 | ogawa 小川 | ishii 石井 | hasegawa 長谷川 | goto 後藤 五島 | okada 岡田 | kondo 近藤 | maeda 前田 |
    fujita 藤田 | endo 遠藤 | aoki 青木 | sakamoto 坂本 阪本 | murakami 村上 | ota 太田 大田 | kaneko 金子 | fujii 藤井 | fukuda
    福田 | nishimura 西村 | miura 三浦 | takeuchi 竹内 武内 | nakagawa 中川 | okamoto 岡本 | matsuda 松田 | harada 原田 | nakano
    中野 | ono 小野 大野 | tamura 田村 | fujiwara 藤原 | nakayama 中山 | ishida 石田 | kojima 小島 児島 | wada 和田 | morita 森田
    | uchida 内田 | shibata 柴田 | sakai 酒井 坂井 堺 | hara 原 | takagi 高木 | yokoyama 横山 | ando 安藤 安東 | miyazaki 宮崎
    宮﨑 | ueda 上田 植田 | shimada 島田 | kudo 工藤 | miyamoto 宮本 | sugiyama 杉山 | imai 今井 | maruyama 丸山 | masuda 増田
    益田 | takada 高田 | takata 高田 | murata 村田 | hirano 平野 | oshima 大島 | sugawara 菅原 | takeda 武田 竹田 | arai 新井 荒井
    | oyama 小山 大山 | koyama 小山 | noguchi 野口 | sakurai 桜井 櫻井 | chiba 千葉 | iwasaki 岩崎 | sano 佐野 | taniguchi 谷口 |
    ueno 上野 | matsui 松井 | kono 河野 高野 | kawano 河野 川野 | ichikawa 市川 | watabe 渡部 | nomura 野村 | kikuchi 菊地 菊池 |
    kinoshita 木下 | matsuo 松尾 | yamauchi 山内 | onishi 大西 | maekawa 前川 | kubo 久保 | kawamura 川村 河村 | kawasaki 川崎 |
    koike 小池 | aota 青田 | otsuka 大塚 | hirata 平田 | sugimoto 杉本 | iwata 岩田 | tsuchiya 土屋 | yoshimura 吉村 | yoshikawa
    吉川 | kikkawa 吉川 | kitamura 北村 | higuchi 樋口 | yasuda 安田 | honda 本田 本多 | kuroda 黒田 | nagai 永井 長井 | minami 南
    | kubota 久保田 窪田 | sekiguchi 関口 | akiyama 秋山 | ishihara 石原 | ishiba 石破 | kishi 岸 | kishida 岸田 | suga 菅 | kan
    菅 | aso 麻生 | asahara 麻原 | koizumi 小泉 | hatoyama 鳩山 | noda 野田 | tojo 東条 東條 | nakasone 中曽根 | motegi 茂木 |
    kamikawa 上川 | hayakawa 早川 | ozawa 小沢 小澤 | osawa 大沢 大澤 | nozawa 野沢 | kurosawa 黒沢 黒澤 | miyazawa 宮沢 宮澤 |
    matsuzawa 松沢 | fukuzawa 福沢 | nishizawa 西沢 西澤 | fukui 福井 | fukushima 福島 | fukumoto 福本 | furukawa 古川 | furuta
    古田 | hamada 浜田 濱田 | hattori 服部 | higashi 東 | azuma 東 | hirai 平井 | hirayama 平山 | honma 本間 | hori 堀 | horiuchi
    堀内 | hoshino 星野 | igarashi 五十嵐 | iida 飯田 | inaba 稲葉 | inagawa 稲川 | inagaki 稲垣 | ishiguro 石黒 | iwamoto 岩本 |
    kagawa 香川 | kamata 鎌田 | kamiya 神谷 | kanda 神田 | katayama 片山 | kawaguchi 川口 | kawai 河合 川合 | kawakami 川上 |
    kinjo 金城 | kitagawa 北川 | kitajima 北島 | konishi 小西 | kosaka 小坂 | koyanagi 小柳 | kumagai 熊谷 | kurihara 栗原 |
    makino 牧野 | maruta 丸田 | matsubara 松原 | matsumura 松村 | matsunaga 松永 | matsuoka 松岡 | matsushita 松下 | matsuura 松浦
    | mishima 三島 | mitani 三谷 | miyake 三宅 | miyata 宮田 | miyashita 宮下 | mizuno 水野 | mizutani 水谷 | mochizuki 望月 |
    morimoto 森本 | morikawa 森川 | moriyama 森山 | mukai 向井 | murayama 村山 | muto 武藤 | nagano 永野 長野 | nagashima 長島
    永島 | nagata 永田 | naito 内藤 | nakai 中井 | nakanishi 中西 | nakao 中尾 | nakata 中田 | nakatani 中谷 | nakazawa 中沢 中澤
    | nara 奈良 | narita 成田 | nishida 西田 | nishikawa 西川 | nishiguchi 西口 | nishioka 西岡 | nishiyama 西山 | noma 野間 | oba
    大場 | ochi 越智 | oda 小田 織田 | odagiri 小田切 | ogata 緒方 | ogura 小倉 | oguri 小栗 | ohara 大原 小原 | oikawa 及川 |
    oishi 大石 | oka 岡 | okabe 岡部 | okazaki 岡崎 | okubo 大久保 | okuda 奥田 | okumura 奥村 | okuyama 奥山 | omori 大森 | omura
    大村 | onodera 小野寺 | ooka 大岡 | osaki 大崎 | otani 大谷 | oe 大江 | ouchi 大内 | sada 佐田 | saeki 佐伯 | sakaguchi 坂口 |
    sakata 坂田 | sakuma 佐久間 | sanada 真田 | sasaki 佐崎 | sawada 沢田 澤田 | seki 関 | sekine 関根 | seto 瀬戸 | shibuya 渋谷
    | shigenobu 重信 | shimamura 島村 | shimazaki 島崎 | shimizu 志水 | shimoda 下田 | shinoda 篠田 | shinohara 篠原 | shiraishi
    白石 | shirai 白井 | shoji 庄司 | soga 曽我 | sonoda 園田 | sudo 須藤 | sugita 杉田 | sugiura 杉浦 | tachibana 橘 立花 |
    taguchi 田口 | tahara 田原 | taira 平 | tajima 田島 | takano 高野 | takashima 高島 | takasugi 高杉 | takayama 高山 | takei
    武井 | takemoto 竹本 | takenaka 竹中 | takeshita 竹下 | taki 滝 | tamaki 玉木 玉城 | tani 谷 | tanigawa 谷川 | tateishi 立石 |
    terada 寺田 | togo 東郷 | toda 戸田 | tokuda 徳田 | tokugawa 徳川 | tominaga 富永 | tomita 富田 冨田 | toyoda 豊田 | toyota
    豊田 | tsuda 津田 | tsuji 辻 | tsukamoto 塚本 | tsukasa 司 | tsutsumi 堤 | uehara 上原 | uemura 植村 上村 | umeda 梅田 | uno
    宇野 | usui 臼井 | wakabayashi 若林 | yabe 矢部 | yagi 八木 | yajima 矢島 | yamagata 山形 山県 | yamagishi 山岸 | yamaguchi
    山囗 | yamakawa 山川 | yamamura 山村 | yamanaka 山中 | yamane 山根 | yamaoka 山岡 | yanagi 柳 | yanagida 柳田 | yanagisawa
    柳沢 | yano 矢野 | yasui 安井 | yokota 横田 | yoneda 米田 | yoshino 吉野 | yoshioka 吉岡 | yoshizawa 吉沢 | yuasa 湯浅 | izumi
    泉 | hata 秦 畑 羽田 | hoshi 星 | baba 馬場 | ban 伴 | kaji 梶 | katsura 桂 | sakaki 榊 | iwai 岩井 | sumiyoshi 住吉 | aizawa
    相沢 会沢 | araki 荒木 | asai 浅井 | asano 浅野 | adachi 足立 安達 | amano 天野 | anzai 安西 安斎 | ebihara 海老原 | eguchi
    江口 | enomoto 榎本 | hagiwara 萩原 | hanada 花田 | handa 半田 | haneda 羽田 | higashino 東野 | hikita 疋田 | fujihara 藤原 |
    sugahara 菅原 | takaki 高木 | ueta 上田 | taketa 武田 | mikitani 三木谷
    | hagiuda 萩生田 | hanyu 羽生 | kaifu 海部 | shinkai 新海 | tanoue 田上 | tagami 田上 | shii 志位 | nikaido 二階堂 | nikai
    二階 | hirose 広瀬 廣瀬 | hirota 広田 | ogino 荻野 | ogawara 小川原 | kameda 亀田 | kamei 亀井 | kasai 葛西 笠井 | kasahara
    笠原 | kasuga 春日 | katsumata 勝又 勝俣 | kawabata 川端 | kawahara 川原 河原 | kawashima 川島 | kazama 風間 | kido 木戸 城戸
    | kiuchi 木内 | kobori 小堀 | kogure 木暮 小暮 | kokubo 小久保 | komatsu 小松 | komiya 小宮 | komori 小森 | komura 高村 小村 |
    kuwata 桑田 | kuwahara 桑原 | kusano 草野 | kuroki 黒木 | kurokawa 黒川 | machida 町田 | maki 牧 槙 | matsuzaki 松崎 | mita
    三田 | mitsui 三井 | miyagawa 宮川 | miyahara 宮原 | miyajima 宮島 | miki 三木 | momose 百瀬 | morioka 森岡 | morishita 森下 |
    motoyama 本山 | munakata 宗像 | murai 村井 | murakoshi 村越 | nagase 長瀬 永瀬 | nagashima 長嶋 | nagaoka 長岡 | nagayama 長山
    永山 | nakamoto 中本 | namiki 並木 | negishi 根岸 | nemoto 根本 | niimi 新見 | ninomiya 二宮 | nishihara 西原 | nishio 西尾 |
    nitta 新田 | nonaka 野中 | numata 沼田 | ochiai 落合 | okano 岡野 | okawa 大川 | okazawa 岡沢 | okita 沖田 | oku 奥 | onda
    恩田 | onuki 大貫 | onuma 大沼 | ooyama 大山 | osada 長田 | oshiro 大城 | osugi 大杉 | otake 大竹 | otomo 大友 | oyanagi 大柳
    | ozaki 尾崎 小崎 | sakaki 榊原 | sakakibara 榊原 | sakuragi 桜木 | sasagawa 笹川 | sawai 沢井 | segawa 瀬川 | senda 千田 |
    shida 志田 | shiga 志賀 | shimamoto 島本 | shimojo 下条 | shinjo 新庄 新城 | shiono 塩野 | shiota 塩田 | shiozaki 塩崎 |
    shirakawa 白川 | shiroyama 城山 | soejima 副島 | son 孫 | sone 曽根 | suda 須田 | sueyoshi 末吉 | sugai 菅井 須貝 | sugano
    菅野 | kanno 菅野 | sugihara 杉原 | suwa 諏訪 | suzaki 須崎 | tabata 田畑 田端 | tabuchi 田淵 | tada 多田 | takaoka 高岡 |
    takase 高瀬 | takaishi 高石 | takemura 竹村 武村 | takezawa 竹沢 | takigawa 滝川 | takizawa 滝沢 瀧澤 | tamai 玉井 | tanabe
    田辺 田邊 | tatsumi 辰巳 巽 | tokunaga 徳永 | toyama 遠山 富山 外山 | tsuboi 坪井 | tsuchida 土田 | tsukada 塚田 | tsunoda
    角田 | kakuta 角田 | tsuruta 鶴田 | uchiyama 内山 | udagawa 宇田川 | umemoto 梅本 | umehara 梅原 | urata 浦田 | ushijima 牛島
    | usami 宇佐美 | yamabe 山辺 | yamaji 山路 | yamazoe 山添 | yasuoka 安岡 | yokoi 横井 | yokomizo 横溝 | yonekura 米倉 |
    yonezawa 米沢 | yoshihara 吉原 | yoshimoto 吉本 | yoshimi 吉見 | yuki 結城 | tsuge 柘植 | doi 土井 土居 | dobashi 土橋 |
    domoto 堂本 | date 伊達 | fukasawa 深沢 | fukai 深井 | fukunaga 福永 | fukuyama 福山 | funakoshi 船越 | furuya 古谷 古屋 |
    hino 日野 | hirakawa 平川 | hiramatsu 平松 | hiraoka 平岡 | hiraga 平賀 | hisamatsu 久松 | horie 堀江 | horikawa 堀川 | hosoda
    細田 | hosoya 細谷 | ibuki 伊吹 | iguchi 井口 | ihara 井原 | iijima 飯島 | iizuka 飯塚 | ikegami 池上 | imamura 今村 |
    imanishi 今西 | inada 稲田 | irie 入江 | isobe 磯部 | isogai 磯貝 | itagaki 板垣 | itakura 板倉 | iwamura 岩村 | iwaya 岩屋 |
    iwase 岩瀬 | jinbo 神保 | joyu 上祐 | hiroshima 廣島
"""
_PARTS = """
    中 naka | 村 mura | 田 ta da | 山 yama | 川 kawa gawa | 河 kawa | 野 no | 本 moto | 井 i | 上 ue kami | 下 shita shimo | 木 ki
    gi | 藤 fuji to do | 原 hara wara bara | 島 shima jima | 嶋 shima jima | 崎 saki zaki | 﨑 saki zaki | 沢 sawa zawa | 澤 sawa
    zawa | 谷 tani ya | 橋 hashi bashi | 石 ishi | 大 o | 小 ko o | 高 taka | 松 matsu | 森 mori | 林 bayashi hayashi | 岡 oka |
    内 uchi | 西 nishi | 東 higashi azuma | 北 kita | 南 minami | 青 ao | 白 shira | 黒 kuro | 赤 aka | 金 kane | 浜 hama | 池 ike
    | 清 kiyo | 水 mizu | 杉 sugi | 安 yasu | 福 fuku | 宮 miya | 長 naga | 永 naga | 古 furu | 新 ara nii | 平 hira | 三 mi | 今
    ima | 前 mae | 坂 saka zaka | 口 guchi kuchi | 戸 to | 見 mi | 津 tsu | 塚 tsuka zuka | 寺 tera dera | 堀 hori | 竹 take | 武
    take | 丸 maru | 関 seki | 荒 ara | 秋 aki | 春 haru | 星 hoshi | 尾 o | 屋 ya | 根 ne | 部 be | 間 ma | 倉 kura | 桑 kuwa |
    柳 yanagi | 桜 sakura | 梅 ume | 栗 kuri | 熊 kuma | 牧 maki | 横 yoko | 吉 yoshi | 米 yone | 飯 ii | 稲 ina | 菅 suga | 浅
    asa | 深 fuka | 若 waka | 重 shige | 豊 toyo | 矢 ya | 羽 ha | 鳥 tori | 鶴 tsuru | 亀 kame | 城 shiro ki | 神 kami | 江 e |
    瀬 se | 波 nami | 岸 kishi gishi | 畑 hata | 垣 gaki | 園 sono zono | 辺 be | 岩 iwa | 片 kata | 角 kado | 向 mukai | 増 masu
    | 奥 oku | 樹 ki | 花 hana | 玉 tama | 村 mura | 室 muro | 植 ue | 仲 naka | 笠 kasa | 笹 sasa | 篠 shino | 芝 shiba | 柴
    shiba | 湯 yu | 滝 taki | 瀧 taki | 土 tsuchi | 生 o | 渕 buchi fuchi | 淵 buchi fuchi | 細 hoso | 海 kai umi | 枝 eda | 志
    shi | 盛 mori | 端 hata bata | 久 ku hisa | 市 ichi | 条 jo | 入 iri | 萩 hagi | 宇 u | 佐 sa | 伊 i | 加 ka | 須 su | 賀 ga |
    方 kata | 門 kado | 鎌 kama | 鹿 shika ka | 塩 shio | 菊 kiku | 窪 kubo | 葉 ba ha | 貝 kai gai | 越 koshi goshi | 近 chika |
    道 michi | 鈴 suzu | 駒 koma | 橘 tachibana | 町 machi | 船 fune funa | 磯 iso | 板 ita | 沖 oki | 落 ochi | 浦 ura | 末 sue |
    梶 kaji | 柏 kashiwa | 樋 hi | 渋 shibu | 湊 minato | 滑 name | 狩 kari | 瓜 uri | 曽 so | 添 zoe | 友 tomo | 多 ta | 宗 mune
    | 富 tomi | 千 chi | 二 ni | 八 ya | 五 go | 日 hi | 月 tsuki | 火 hi | 風 kaze | 桃 momo | 広 hiro | 廣 hiro | 徳 toku | 成
    nari | 敷 shiki | 早 haya | 昆 kon | 百 momo | 相 ai | 真 sana ma | 石 ishi | 藪 yabu | 薄 usui | 蔵 kura | 袋 bukuro | 貫
    nuki | 遠 to | 邑 mura | 里 sato | 隅 sumi | 雨 ame | 飛 tobi | 館 tate | 鬼 oni | 魚 uo
"""
_GIVEN_NAMES = """
    晋三 shinzo | 太郎 taro | 一郎 ichiro | 二郎 jiro | 次郎 jiro | 三郎 saburo | 四郎 shiro | 五郎 goro | 純一郎 junichiro |
    健太郎 kentaro | 慎太郎 shintaro | 康弘 yasuhiro | 由紀夫 yukio | 義偉 yoshihide | 大和 yamato | 陽葵 himari hinata hina |
    陽翔 haruto hinato | 颯真 soma fuma | 悠真 yuma haruma | 咲茉 ema | 芽依 mei | 結愛 yua | 結菜 yuina yuna | 陽菜 hina haruna |
    莉子 riko | 智津夫 chizuo | 彰晃 shoko | 房子 fusako | 翔太 shota | 大輔 daisuke | 大翔 hiroto | 蓮 ren | 湊 minato | 凪 nagi
    nagisa | 碧 ao aoi | 蒼 aoi so ao | 樹 itsuki tatsuki | 暖 dan haru | 凛 rin | 凜 rin | 詩 uta | 杏 an anzu | 澪 mio rei | 葵
    aoi | 翼 tsubasa | 薫 kaoru | 操 misao | 勉 tsutomu | 勝 masaru katsu | 実 minoru makoto | 茂 shigeru | 忍 shinobu | 清
    kiyoshi | 弘 hiroshi | 博 hiroshi | 浩 hiroshi | 寛 hiroshi | 洋 hiroshi yo | 誠 makoto | 真 makoto shin | 隆 takashi | 孝
    takashi | 崇 takashi | 武 takeshi | 毅 takeshi tsuyoshi | 剛 tsuyoshi takeshi | 健 ken takeshi | 猛 takeshi | 茂樹 shigeki |
    進 susumu | 豊 yutaka | 裕 yutaka hiroshi | 学 manabu | 治 osamu | 修 osamu | 収 osamu | 明 akira | 彰 akira | 昭 akira | 章
    akira | 晃 akira ko | 亮 ryo akira | 聡 satoshi | 智 satoshi tomo | 哲 satoshi tetsu | 悟 satoru | 覚 satoru | 正 tadashi
    masashi | 忠 tadashi | 仁 hitoshi jin | 均 hitoshi | 等 hitoshi | 徹 toru | 透 toru | 亨 toru | 渡 wataru | 亘 wataru | 稔
    minoru | 登 noboru | 昇 noboru | 満 mitsuru | 充 mitsuru | 淳 jun atsushi | 敦 atsushi | 篤 atsushi | 純 jun | 潤 jun | 準 jun
    | 潔 kiyoshi | 浄 kiyoshi | 巌 iwao | 巖 iwao | 功 isao | 勲 isao | 勇 isamu yu | 直 nao tadashi | 尚 hisashi nao | 久 hisashi
    | 寿 hisashi | 元 hajime gen | 肇 hajime | 始 hajime | 一 hajime kazu | 司 tsukasa | 守 mamoru | 護 mamoru | 衛 mamoru | 保
    tamotsu | 順 jun | 敬 takashi kei | 敏 satoshi toshi | 恵 megumi kei | 愛 ai megumi | 舞 mai | 翔 sho kakeru | 匠 takumi | 巧
    takumi | 拓 taku hiraku | 駿 shun | 俊 shun | 瞬 shun | 隼 hayato shun | 涼 ryo | 諒 ryo | 怜 rei ryo | 零 rei | 玲 rei | 光
    hikaru hikari ko | 輝 hikaru akira | 望 nozomi nozomu | 歩 ayumu ayumi | 渚 nagisa | 静 shizuka | 幸 sachi yuki | 雪 yuki | 桜
    sakura | 梓 azusa | 瞳 hitomi | 泉 izumi | 香 kaori | 薫子 kaoruko | 円 madoka | 遥 haruka | 悠 yu haruka | 陽 yo haru akira |
    圭 kei | 慶 kei | 啓 kei hiraku | 馨 kaoru | 早苗 sanae | 百合子 yuriko | 百合 yuri | 小百合 sayuri | 駿 hayao shun | 勇人
    hayato | 隼人 hayato | 孜 tsutomu | 譲 yuzuru jo | 努 tsutomu | 務 tsutomu | 力 chikara tsutomu | 稔 minoru | 肇 hajime | 卓
    takashi suguru | 優 yu masaru | 優子 yuko | 大 dai masaru | 太 futoshi | 強 tsuyoshi | 旭 akira | 顕 akira ken | 滋 shigeru |
    繁 shigeru | 秀 shigeru hide | 栄 sakae | 幹 miki | 要 kaname | 伝 tsutae | 恒 hisashi wataru | 博之 hiroyuki | 一 hajime
    makoto | 公 isao | 五十六 isoroku | 九 kyu | 丈 jo takeshi | 雅 masashi miyabi | 政 masashi | 将 sho masashi | 匡 tadashi
    masashi | 恭 yasushi kyo | 靖 yasushi | 泰 yasushi | 康 yasushi ko | 憲 ken akira | 研 ken | 賢 ken satoshi masaru | 謙 ken
    yuzuru | 弦 gen yuzuru
"""
_CHARACTERS = """
    国 kuni | 山 yama | 石 ishi | 木 ki | 金 kane | 銀 gin | 東 haru to | 北 kita | 井 i | 田 ta | 本 moto | 磨 ma | 昴 subaru |
    伍 go | 参 zo | 造 zo | 蔵 zo | 作 saku | 策 saku | 一 kazu ichi | 二 ji | 三 zo mitsu | 四 shi | 五 go | 六 roku | 七 nana |
    八 hachi ya | 九 ku | 十 ju | 郎 ro | 朗 ro | 太 ta | 大 dai hiro | 介 suke | 助 suke | 輔 suke | 佑 suke yu | 祐 yu suke | 亮
    ryo suke | 夫 o | 雄 o yu | 男 o | 生 o ki | 彦 hiko | 也 ya | 哉 ya | 弥 ya | 矢 ya | 人 to hito | 斗 to | 翔 sho to | 登 to
    nori | 士 shi ji | 司 shi ji | 志 shi | 史 shi fumi | 治 ji haru | 次 ji tsugu | 児 ji | 樹 ki ju | 輝 ki teru | 貴 taka ki |
    紀 nori ki | 記 ki nori | 規 nori | 希 ki nozomi | 則 nori | 典 nori | 憲 nori ken | 徳 nori toku | 範 nori | 宣 nori nobu |
    法 nori | 教 nori | 孝 taka | 隆 taka ryu | 高 taka | 崇 taka | 敬 taka kei | 尚 nao hisa | 直 nao | 正 masa sho | 政 masa |
    雅 masa | 昌 masa sho | 将 masa sho | 真 ma shin masa | 勝 katsu masa | 克 katsu | 和 kazu | 数 kazu | 博 hiro haku | 弘 hiro
    ko | 浩 hiro ko | 洋 hiro yo | 広 hiro | 宏 hiro ko | 寛 hiro kan | 裕 hiro yu | 紘 hiro ko | 啓 hiro kei | 明 aki mei | 昭
    aki sho | 秋 aki shu | 章 aki sho | 彰 aki sho | 晃 aki ko | 亜 a | 暁 aki | 朋 tomo | 友 tomo yu | 智 tomo chi | 知 tomo chi
    | 伴 tomo | 具 tomo | 俊 toshi shun | 敏 toshi | 利 toshi | 年 toshi | 寿 toshi hisa ju | 稔 toshi | 久 hisa | 永 naga hisa ei
    | 英 hide ei | 秀 hide shu | 栄 ei | 衛 e | 幸 yuki ko | 行 yuki | 之 yuki no | 雪 yuki | 由 yu yoshi | 有 yu ari | 義 yoshi
    gi | 吉 yoshi kichi | 良 yoshi ryo | 芳 yoshi | 喜 yoshi ki | 佳 yoshi ka kei | 嘉 yoshi ka | 善 yoshi zen | 美 mi yoshi | 好
    yoshi | 偉 hide | 信 nobu shin | 伸 nobu shin | 延 nobu | 暢 nobu | 晋 shin | 進 shin | 慎 shin | 新 shin ara | 心 shin | 健
    ken take | 賢 ken | 謙 ken | 研 ken | 建 ken take | 剣 ken | 武 take bu | 猛 take | 毅 take ki | 丈 take jo | 岳 take gaku |
    光 mitsu ko | 満 mitsu | 充 mitsu | 実 mi sane | 孝 taka ko | 公 kimi ko | 康 yasu ko | 安 yasu | 保 yasu | 泰 yasu tai | 靖
    yasu | 恭 yasu kyo | 文 fumi bun | 郁 iku fumi | 重 shige | 茂 shige | 繁 shige | 成 nari shige sei | 誠 sei masa | 清 kiyo
    sei | 聖 sei kiyo | 純 jun | 淳 jun atsu | 順 jun yori | 潤 jun | 準 jun | 隼 shun haya | 篤 atsu | 敦 atsu | 厚 atsu | 忠
    tada chu | 匡 masa | 哲 tetsu | 鉄 tetsu | 徹 tetsu | 道 michi | 路 ji michi | 倫 michi nori | 通 michi | 春 haru | 晴 haru
    sei | 陽 haru yo hi | 遥 haru | 悠 yu haru | 勇 yu isa | 優 yu | 祐 yu | 結 yu yui | 夕 yu | 遊 yu | 龍 ryu tatsu | 竜 ryu
    tatsu | 辰 tatsu | 達 tatsu | 立 tatsu ritsu | 虎 tora | 力 riki | 元 moto gen | 基 moto ki | 源 gen | 玄 gen | 厳 gen | 平
    hei | 兵 hei | 衡 hei | 門 mon | 衞 e | 右 u | 左 sa | 佐 sa suke | 沙 sa | 紗 sa | 早 sa | 咲 saki sa | 桜 sa o | 茉 ma | 麻
    ma asa | 万 ma | 摩 ma | 舞 mai | 奈 na | 菜 na | 那 na | 名 na | 南 mina na | 七 nana | 子 ko | 香 ka | 花 ka hana | 華 ka |
    夏 natsu ka | 加 ka | 歌 ka uta | 絵 e | 恵 e kei | 江 e | 枝 e | 依 i e | 伊 i | 衣 i | 緒 o | 央 o | 桃 momo | 百 momo | 里
    ri sato | 理 ri masa | 梨 ri | 莉 ri | 璃 ri | 利 ri | 凛 rin | 玲 rei | 麗 rei | 礼 rei nori | 怜 rei | 乃 no | 野 no | 葉 ha
    yo | 羽 ha wa | 波 ha nami | 芽 me | 愛 a ai mana | 彩 aya | 綾 aya | 綺 aya | 琴 koto | 鈴 suzu rin | 千 chi | 津 tsu zu | 都
    tsu | 鶴 tsuru tsu | 月 tsuki | 代 yo | 世 yo | 予 yo | 葵 ki aoi | 海 kai umi | 空 sora | 颯 so | 蒼 so | 壮 so take | 創 so
    | 宗 mune so | 草 so | 聡 satoshi so | 蓮 ren | 廉 ren | 連 ren | 航 ko wataru | 浩 ko | 耕 ko | 功 ko isa | 剛 go | 豪 go |
    吾 go | 悟 go | 午 go | 圭 kei | 慶 kei yoshi | 景 kage kei | 継 tsugu | 嗣 tsugu shi | 二 ji | 冶 ji | 市 ichi | 房 fusa | 総
    fusa | 富 tomi | 登 to | 仁 hito jin | 城 ki jo | 条 jo | 錠 jo | 瑞 mizu | 水 mizu | 翠 sui | 朱 shu | 珠 ju | 樹 ki | 梅 ume
    | 松 matsu | 竹 take | 藤 fuji | 貞 sada | 定 sada | 鎮 shige | 勲 isa | 功 isa | 節 setsu | 静 shizu | 鉦 sho | 祥 sho yoshi
    | 翔 sho | 匠 sho | 勝 sho | 晶 aki sho | 照 teru sho | 輝 teru | 耀 teru | 昇 sho | 一 it | 秋 aki | 留 ru tome | 瑠 ru | 流
    ru ryu | 琉 ryu ru | 柳 ryu | 累 rui | 塁 rui | 類 rui | 巳 mi | 見 mi | 実 mi | 海 mi | 未 mi | 心 koko | 暖 haru dan | 曜 yo
    | 耀 yo | 要 yo kaname | 幹 miki kan | 寛 kan | 完 kan | 歩 ayu ho | 帆 ho | 穂 ho | 星 sei hoshi | 角 kaku kado | 護 mori |
    熙 hiro | 熈 hiro | 珠 tama ju | 邦 kuni ho | 機 ki | 弦 zuru gen | 瞭 aki | 苗 nae | 作 saku | 三 zo mi | 恒 tsune hisa | 常
    tsune | 経 tsune | 嶺 mine | 峰 mine | 峯 mine | 岑 mine | 卓 taku | 拓 taku | 琢 taku | 冨 tomi | 豊 toyo | 温 atsu haru | 治
    haru ji | 脩 shu nobu | 周 shu | 柊 shu | 鷹 taka | 鷲 washi | 洲 shu | 州 shu | 宙 hiro | 尋 hiro | 拡 hiro | 宥 yu | 雄 o yu
    take | 丞 suke jo | 甫 suke ho | 允 mitsu masa | 庸 yo nobu | 養 yo | 洸 ko | 滉 ko | 煌 ko ki | 鴻 ko | 剣 ken | 憲 nori ken
    | 顕 ken aki | 賢 ken yoshi | 兼 kane ken | 鉄 tetsu | 鋼 ko | 鎌 kama | 銑 sen | 仙 sen | 千 chi sen | 泉 sen izumi | 宗 mune
    so | 惣 so | 総 so fusa | 操 misao | 慧 kei | 恵 kei megumi e | 京 kyo | 恭 kyo yasu | 匡 masa kyo | 響 kyo | 強 tsuyo | 尭
    taka aki | 堯 taka aki | 岳 gaku take | 学 gaku | 楽 gaku raku | 嵐 ran | 藍 ai ran | 蘭 ran | 乱 ran | 鵬 ho | 朋 tomo ho |
    芳 yoshi ho | 豊 toyo ho | 奉 ho | 鳳 ho | 錦 kin | 欣 kin yoshi | 勤 kin | 近 chika | 親 chika | 周 chika shu | 誓 chika | 愼
    shin | 槙 maki shin | 紳 shin | 臣 omi | 統 mune to | 冬 fuyu to | 灯 to | 透 to
"""


@cache
def families() -> dict[str, tuple[str, ...]]:
    """A family name → its readings."""
    return spellings_first(_FAMILIES)


@cache
def parts() -> dict[str, tuple[str, ...]]:
    """A character of family names that are made of two → its readings there."""
    return writings_first(_PARTS)


@cache
def given_names() -> dict[str, tuple[str, ...]]:
    """A given name → its readings."""
    return writings_first(_GIVEN_NAMES)


@cache
def characters() -> dict[str, tuple[str, ...]]:
    """A character of given names → its readings."""
    return writings_first(_CHARACTERS)
