"""Korean names in Chinese characters: 金正恩 is 김정은, read by syllable as Hangul is.

Sino-Korean readings of the characters that stand in personal names, in the North's spelling at a word's beginning left
aside (李 is 리, 류 for 柳). Traditional and simplified characters, since the UN gives 金铁三 for Kim Chol Sam. Readings are
those of the Korean Supreme Court's table of characters for names, chosen by hand; a character not here makes no reading.
"""

from __future__ import annotations

from sanctions.names.korean import hangul_syllables, korean_forms

_READINGS = """
    가 嘉佳歌家 | 각 珏 | 간 幹干 | 갑 甲 | 강 姜江强康鋼钢剛刚 | 개 凱凯 | 건 建健乾鍵 | 걸 傑杰 | 경 慶庆京敬景卿炅鏡镜璟 |
    계 桂季繼继 | 고 高古 | 곤 坤 | 공 孔 | 관 寬宽觀观官 | 광 光廣广 | 곽 郭 | 교 敎教 | 구 具九求 | 국 國国 | 군 君軍军 | 권 權权 |
    귀 貴贵 | 규 奎圭揆 | 균 均 | 극 克 | 근 根近勤 | 금 錦锦琴 | 기 基起琪奇紀纪麒 | 길 吉 | 김 金 | 나 羅罗 | 남 南男 | 년 年 |
    노 盧卢魯鲁 | 녀 女 | 단 丹端 | 달 達达 | 대 大 | 덕 德 | 도 道都度 | 동 東东同棟栋 | 두 斗 | 락 樂乐洛 | 란 蘭兰 | 량 梁亮良 |
    려 呂吕麗丽 | 력 力 | 련 蓮莲連连 | 렬 烈列 | 렴 廉 | 령 令玲寧宁 | 례 禮礼 | 로 路 | 록 祿禄 | 룡 龍龙 | 류 柳劉刘 | 률 律 |
    륜 倫伦 | 리 李利理 | 린 麟 | 림 林 | 립 立 | 만 萬万 | 명 明命 | 모 模 | 목 睦 | 무 武 | 문 文門门 | 미 美 | 민 敏民閔闵旻 |
    박 朴 | 방 方邦 | 배 裵裴 | 백 白百 | 범 範范 | 변 卞邊边 | 병 炳秉兵 | 보 寶宝保 | 복 福復复 | 봉 奉鳳凤峰 | 부 富 | 빈 彬斌 |
    사 史 | 삼 三 | 상 相尙尚祥 | 서 徐西瑞書书 | 석 石錫锡碩硕 | 선 善宣先 | 설 雪薛 | 섭 燮 | 성 成星聖圣誠诚 | 세 世 | 소 小素 |
    손 孫孙 | 송 松宋 | 수 秀洙守壽寿水 | 숙 淑 | 순 順顺淳 | 승 承勝胜昇升 | 시 時时 | 식 植式 | 신 申信新辛 | 심 沈 | 아 雅 |
    안 安 | 양 陽阳 | 어 魚鱼 | 엄 嚴严 | 여 汝 | 연 延妍 | 열 悅悦 | 염 閻阎 | 영 英永榮荣映 | 예 藝艺 | 오 吳吴五 | 옥 玉 | 온 溫温 |
    완 完 | 왕 王 | 용 勇容用 | 우 禹宇友 | 욱 旭 | 운 雲云 | 웅 雄 | 원 元源 | 위 魏 | 유 兪俞有 | 육 陸陆 | 윤 尹允潤润 |
    은 恩銀银 | 을 乙 | 의 義义 | 이 二 | 익 益 | 인 仁寅 | 일 日一 | 임 任 | 자 子 | 장 張张章 | 재 在載载才 | 전 全田 |
    정 正鄭郑丁貞贞政 | 제 濟济 | 조 趙赵曹 | 종 宗鍾钟 | 주 朱柱周珠 | 준 俊 | 중 重中 | 지 池智志 | 진 珍陳陈眞真鎭镇振 | 찬 贊赞 |
    창 昌 | 채 蔡 | 척 拓 | 천 天千 | 철 哲鐵铁澈 | 청 靑青 | 초 草 | 최 崔 | 춘 春 | 충 忠 | 치 治 | 태 太泰 | 택 澤泽 | 평 平 |
    표 表 | 필 弼 | 하 河夏 | 학 學学鶴鹤 | 한 韓韩漢汉 | 함 咸 | 해 海 | 혁 赫革 | 현 玄賢贤鉉铉 | 형 亨炯 | 혜 惠慧 |
    호 浩虎鎬镐湖 | 홍 洪弘 | 화 花和華华 | 환 煥焕 | 황 黃黄 | 회 會会 | 희 姬熙喜 |
    훈 勳勋訓训薰 | 실 實实 | 칠 七 | 팔 八 | 북 北 | 산 山 | 월 月 | 향 香 | 순 舜 | 욱 郁煜 | 섭 涉 |
    모 毛 | 맹 孟 | 탁 卓 | 변 弁 | 피 皮 | 표 杓 | 현 顯显
"""
HANGUL_OF = {
    letter: entry.split()[0] for entry in _READINGS.replace("\n", " ").split("|") if entry.strip() for letter in "".join(entry.split()[1:])
}
"""A Chinese character → the Hangul syllable it is read as in a Korean name."""

KOREAN_SYLLABLES = frozenset(hangul_syllables("".join(HANGUL_OF.values())))
"""The syllables that stand in Korean names, as `korean_forms` gives them."""

_MOST_LETTERS = 4


def hangul_of(text: str) -> str:
    """The Hangul of a name in Chinese characters; "" where a letter has no reading here or the length is no name's."""
    letters = [letter for letter in text if letter.isalpha()]
    if not 2 <= len(letters) <= _MOST_LETTERS or not all(letter in HANGUL_OF for letter in letters):
        return ""
    return "".join(HANGUL_OF[letter] for letter in letters)


def hanja_forms(text: str) -> tuple[tuple[str, ...], ...]:
    """The Korean form of a name in Chinese characters, as `korean_forms` gives it; () if it does not read as one.

    A Chinese person's name may have one, too (王明 reads 왕명): both readings are to be compared.
    """
    hangul = hangul_of(text)
    return korean_forms((), hangul) if hangul else ()
