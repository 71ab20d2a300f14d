"""Chinese names as Hong Kong and Macau spell them: 李家超 is Lee Ka-chiu, 鄧炳強 Tang Ping-keung.

Cantonese readings in the spelling that Hong Kong's identity cards use (the Government's practice since 1888, after Eitel and
Barnett), for family names and the characters of given names in common use; chosen by hand. A character not here makes
no reading. Latin names are not read back: they are compared as the words they are.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice, product

from sanctions.names.tables import spellings_first

_FAMILIES = """
    chan 陳 陈 | lee 李 利 | li 李 | chiang 蔣 蒋 | wong 黃 黄 王 汪 | cheung 張 张 章 蔣 蒋 | lam 林 | ng 吳 吴 伍 | lau 劉 刘 |
    ho 何 | cheng 鄭 郑 | leung 梁 | choi 蔡 崔 | tsoi 蔡 | yip 葉 叶 | yeung 楊 杨 | chow 周 鄒 邹 | chau 周 鄒 | tsang 曾 | tang
    鄧 邓 | hui 許 许 | tse 謝 谢 | fung 馮 冯 | kwok 郭 | lo 羅 罗 盧 卢 | law 羅 罗 | chu 朱 | wu 胡 | yu 余 于 俞 | chui 徐 崔
    | tsui 徐 | poon 潘 | kan 簡 简 | so 蘇 苏 | ma 馬 马 | fong 方 鄺 | kong 江 | ko 高 | chiu 趙 赵 | luk 陸 陆 | tam 譚 谭 |
    tong 唐 湯 汤 | chung 鍾 钟 | kwan 關 关 | mak 麥 麦 | yuen 袁 阮 | shek 石 | tso 曹 | pang 彭 | wan 溫 温 尹 | pong 龐 庞 |
    shum 岑 沈 | sum 岑 | mok 莫 | au 歐 欧 區 区 | liu 廖 | lai 黎 賴 赖 | hung 孔 洪 熊 | sze 施 史 | yiu 姚 | yam 任 | ching 程
    | yau 邱 | suen 孫 孙 | ha 夏 | ngai 魏 | szeto 司徒 | auyeung 歐陽 欧阳 | sin 冼 | yan 甄 | yung 翁 容 | lui 雷 呂 吕 | to 杜
    | pak 白 | kwong 鄺 邝 | lung 龍 龙 | tai 戴 | fok 霍 | fu 傅 | hon 韓 韩 | man 萬 万 文 | siu 蕭 萧 邵 | tin 田 | ku 古 顧 顾
    | ting 丁 | kam 金 甘 | sit 薛 | hau 侯 | lok 駱 骆 | kung 龔 龚 | chuk 祝 | mui 梅 | chin 錢 钱
"""
_GIVEN = """
    ka 家 嘉 佳 | shek 石 | chee 智 | chi 賜 赐 | pang 鵬 鹏 | chu 柱 | wah 驊 骅 | kai 介 | yat 溢 | cho 早 | ki 基 琪 棋 | ki 其
    | chiu 超 釗 钊 昭 朝 照 潮 | yuet 月 悅 悦 粵 | ngor 娥 | kwok 國 国 | keung 強 强 | ming 明 銘 铭 鳴 鸣 | wah 華 华 | wai 偉
    伟 惠 慧 威 維 维 衞 卫 衛 為 蕙 煒 炜 | man 文 敏 民 萬 万 曼 汶 雯 | tak 德 | chi 志 智 芝 子 之 誌 治 | wing 永 榮 荣 穎 颖
    詠 咏 泳 | mei 美 媚 微 | lai 麗 丽 禮 礼 | ling 玲 凌 靈 灵 令 鈴 齡 | ying 英 應 应 瑩 莹 影 | chun 珍 俊 真 振 進 进 震 春
    駿 骏 津 晉 | chu 珠 | yee 儀 仪 怡 義 义 宜 誼 | fong 芳 方 | fan 芬 勳 勋 訓 训 奮 | wan 雲 云 允 韻 運 环 環 寰 | ting 婷
    定 庭 廷 鼎 | yan 欣 恩 仁 人 忻 | sze 詩 诗 思 時 时 師 仕 士 斯 | kei 琪 基 其 奇 祺 紀 | kin 健 堅 坚 建 乾 | kit 傑 杰 潔
    洁 結 | ho 豪 浩 可 河 賀 贺 好 | wang 宏 弘 | hung 洪 雄 虹 紅 红 鴻 鸿 孔 | fai 輝 辉 | kwong 光 廣 广 | kuen 權 权 娟 |
    chuen 泉 全 存 川 傳 尊 | shing 成 盛 誠 诚 承 | sing 勝 胜 昇 升 星 聲 | cheong 昌 | cheung 祥 長 长 翔 | sang 生 | sum 森 心
    | lam 林 琳 霖 嵐 臨 | lap 立 | lik 力 | lok 樂 乐 洛 | lung 龍 龙 隆 | lun 麟 倫 伦 | leung 亮 良 樑 梁 | lei 理 莉 | lee 利
    | mau 茂 | ning 寧 宁 | on 安 | yu 儒 如 愉 裕 宇 予 瑜 | yuk 玉 旭 育 鈺 煜 | yuen 遠 远 元 源 婉 | yiu 耀 堯 尧 瑤 | yau 友
    有 佑 | yung 勇 容 蓉 | yin 賢 贤 然 燕 妍 彥 彦 研 | yat 日 一 逸 | yip 業 业 | king 景 敬 京 瓊 琼 | kam 錦 锦 金 琴 鑑 |
    kan 勤 根 | kat 吉 | kau 球 求 九 | kai 啟 启 繼 继 佳 | kiu 嬌 娇 喬 乔 | kwan 君 軍 军 鈞 坤 昆 群 | kwai 貴 贵 桂 | koon 冠
    觀 官 | kung 公 功 恭 | kong 剛 刚 江 港 | hong 康 | ko 高 | hoi 海 開 开 凱 凯 愷 | hon 漢 汉 翰 瀚 | hang 行 恆 恒 衡 幸 杏
    鏗 | heung 香 向 | hiu 曉 晓 | hei 喜 希 熙 曦 禧 | him 謙 谦 | hin 軒 轩 憲 宪 顯 显 獻 | hing 慶 庆 興 兴 卿 馨 | hok 學 学
    鶴 鹤 | hau 孝 厚 | ha 霞 夏 | fat 發 发 法 | fei 飛 飞 菲 | fu 富 夫 扶 | fuk 福 | foon 寬 宽 歡 欢 | fung 峰 鋒 锋 鳳 凤 豐
    丰 楓 風 | pong 邦 | po 寶 宝 保 | pok 博 | bok 博 | pak 伯 柏 百 白 | biu 標 彪 | ping 炳 秉 平 萍 屏 冰 鵬 | boon 本 | ban
    斌 彬 賓 | pik 碧 | tai 大 泰 太 | tat 達 达 | tang 騰 腾 登 | to 道 圖 韜 多 | tung 東 东 棟 栋 冬 同 桐 通 | tin 天 田 | tim
    添 | tit 鐵 铁 | tuen 端 | choi 才 財 财 彩 材 | chik 植 直 | chit 哲 捷 | ching 正 政 貞 贞 靜 静 清 青 晶 程 澄 菁 | chin 展
    前 | chung 忠 仲 鍾 钟 宗 松 聰 聪 充 重 | cho 祖 | chor 楚 初 佐 | cheuk 卓 焯 綽 | yeuk 若 約 | chui 翠 聚 | chau 秋 就 |
    sau 壽 寿 秀 修 守 | shu 樹 树 舒 書 | shuk 淑 | siu 少 小 兆 紹 绍 肇 韶 笑 | sheung 尚 常 湘 雙 双 | shun 順 顺 信 舜 純 淳
    | sui 瑞 | shui 水 | suet 雪 | suen 旋 宣 璇 | wong 煌 旺 | wo 和 | wu 護 湖 | sun 燊 新 | san 新 申 伸 | chan 燦 灿 贊 | sin
    善 仙 倩 | lin 蓮 莲 連 | lim 廉 | nin 年 | nim 念 | nai 乃 | nam 男 南 | nok 諾 | mang 孟 | miu 妙 | min 勉 冕 | mui 梅 | mo
    武 慕 模 | muk 睦 穆 木 | mung 夢 | lan 蘭 兰 | luen 聯 戀 | lo 露 | long 朗 | loi 來 来 | luk 祿 禄 | lut 律
"""
_MOST_READINGS = 4
_MOST_LETTERS = 4


@cache
def family_spellings() -> dict[str, tuple[str, ...]]:
    """A family name of one or two characters → its spellings."""
    return spellings_first(_FAMILIES)


@cache
def given_spellings() -> dict[str, tuple[str, ...]]:
    """A character of given names → its spellings."""
    return spellings_first(_GIVEN)


@lru_cache(maxsize=8192)
def cantonese_words(text: str) -> tuple[tuple[str, ...], ...]:
    """The Cantonese spellings of a name in Chinese characters, family name first: (lee, ka, chiu); () where it has none. A
    married woman's name may begin with two family names (林鄭月娥). At most four."""
    letters = "".join(letter for letter in text if letter.isalpha())
    if not 2 <= len(letters) <= _MOST_LETTERS:
        return ()
    families, characters = family_spellings(), given_spellings()
    for size in (2, 1):
        family = families.get(letters[:size])
        given = [characters.get(letter, ()) for letter in letters[size:]]
        if family and given and len(given) <= 2 and all(given):
            return tuple(islice(product(family, *given), _MOST_READINGS))
    if len(letters) == _MOST_LETTERS and letters[0] in families and letters[1] in families:
        names = families[letters[0]], families[letters[1]], *(characters.get(letter, ()) for letter in letters[2:])
        return tuple(islice(product(*names), _MOST_READINGS))
    return ()
