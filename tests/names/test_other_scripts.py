"""Names in scripts of South and South-East Asia, of Greece, Armenia and Ethiopia find their Latin spellings, and are found by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.burmese import burmese_readings
from sanctions.names.greek import greek_readings
from sanctions.names.indic import indic_readings
from sanctions.names.khmer import khmer_readings
from sanctions.names.tables import likeliest
from sanctions.names.text import words
from sanctions.names.thaana import thaana_readings
from sanctions.names.thai import thai_readings
from tests.names.likeness import likeness

SPELLINGS = {
    "Thai": [
        ("ทักษิณ ชินวัตร", "Thaksin Shinawatra"),
        ("ยิ่งลักษณ์ ชินวัตร", "SHINAWATRA, Yingluck"),
        ("ประยุทธ์ จันทร์โอชา", "Prayut Chan-o-cha"),
        ("พิธา ลิ้มเจริญรัตน์", "Pita Limjaroenrat"),
        ("ประวิตร วงษ์สุวรรณ", "Prawit Wongsuwan"),
        ("สมชาย วงศ์สวัสดิ์", "Somchai Wongsawat"),
        ("สมัคร สุนทรเวช", "Samak Sundaravej"),
        ("อนุทิน ชาญวีรกูล", "Anutin Charnvirakul"),
        ("เปรม ติณสูลานนท์", "Prem Tinsulanonda"),
        ("จตุพร พรหมพันธุ์", "Jatuporn Prompan"),
    ],
    "Lao": [("ທອງລຸນ ສີສຸລິດ", "Thongloun Sisoulith"), ("ໄກສອນ ພົມວິຫານ", "Kaysone Phomvihane")],
    "Burmese": [
        ("အောင်ဆန်းစုကြည်", "Aung San Suu Kyi"),
        ("မင်းအောင်လှိုင်", "MIN AUNG HLAING"),
        ("မြထွန်းဦး", "Mya Tun Oo"),
        ("မြင့်ဆွေ", "Myint Swe"),
        ("စိုးဝင်း", "SOE WIN"),
        ("ခင်ညွန့်", "Khin Nyunt"),
        ("သီဟသူရစိုးသိန်း", "Thiha Thura Soe Thein"),
        ("ဝဏ္ဏမောင်လွင်", "Wunna Maung Lwin"),
        ("ဌေးအောင်", "Htay Aung"),
        ("ဝီရသူ", "Wirathu"),
    ],
    "Khmer": [
        ("ហ៊ុន សែន", "Hun Sen"),
        ("ហ៊ុន ម៉ាណែត", "Hun Manet"),
        ("ប៉ុល ពត", "Pol Pot"),
        ("ខៀវ សំផន", "Khieu Samphan"),
        ("គន់ គីម", "Kun Kim"),
        ("ទ្រី ភាព", "Try Pheap"),
        ("ទៀ វិញ", "TEA Vinh"),
        ("កឹម សុខា", "Kem Sokha"),
    ],
    "Thaana": [
        ("މުހައްމަދު ނަޝީދު", "Mohamed Nasheed"),
        ("އިބްރާހިމް މުޙައްމަދު ޞާލިހު", "Ibrahim Mohamed Solih"),
        ("އަޙްމަދު އަދީބު", "Ahmed Adeeb"),
    ],
    "Devanagari": [
        ("नरेन्द्र मोदी", "Narendra Modi"),
        ("दाऊद इब्राहिम", "Dawood Ibrahim"),
        ("छोटा शकील", "Chhota Shakeel"),
        ("मनमोहन सिंह", "SINGH, Manmohan"),
        ("हाफ़िज़ सईद", "Hafiz Saeed"),
        ("मसूद अज़हर", "Masood Azhar"),
        ("नितिन गडकरी", "Nitin Gadkari"),
        ("देवेंद्र फडणवीस", "Devendra Fadnavis"),
        ("सुषमा स्वराज", "Sushma Swaraj"),
        ("शेर बहादुर देउबा", "Sher Bahadur Deuba"),
    ],
    "Bengali": [
        ("শেখ হাসিনা", "Sheikh Hasina"),
        ("খালেদা জিয়া", "Khaleda Zia"),
        ("মুহাম্মদ ইউনূস", "Muhammad Yunus"),
        ("শেখ মুজিবুর রহমান", "Sheikh Mujibur Rahman"),
        ("মমতা বন্দ্যোপাধ্যায়", "Mamata Bandyopadhyay"),
        ("আসাদুজ্জামান খান", "Asaduzzaman Khan"),
        ("দেলাওয়ার হোসাইন সাঈদী", "Delwar Hossain Sayeedi"),
    ],
    "other scripts of India and Sri Lanka": [
        ("ਜਰਨੈਲ ਸਿੰਘ ਭਿੰਡਰਾਂਵਾਲੇ", "Jarnail Singh Bhindranwale"),
        ("ਹਰਦੀਪ ਸਿੰਘ ਨਿੱਝਰ", "Hardeep Singh Nijjar"),
        ("ધીરુભાઈ અંબાણી", "Dhirubhai Ambani"),
        ("வேலுப்பிள்ளை பிரபாகரன்", "Velupillai Prabhakaran"),
        ("விநாயகமூர்த்தி முரளிதரன்", "Vinayagamoorthy Muralitharan"),
        ("నారా చంద్రబాబు నాయుడు", "Nara Chandrababu Naidu"),
        ("പിണറായി വിജയൻ", "Pinarayi Vijayan"),
        ("මහින්ද රාජපක්ෂ", "Mahinda Rajapaksa"),
        ("රනිල් වික්‍රමසිංහ", "Ranil Wickremesinghe"),
    ],
    "Greek": [
        ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
        ("Ντόρα Μπακογιάννη", "Dora Bakogianni"),
        ("Γιάννης Βαρουφάκης", "Yanis Varoufakis"),
        ("Χαράλαμπος Μπάμπης", "Haralambos Babis"),
        ("Μιχάλης Χρυσοχοΐδης", "Michalis Chrysochoidis"),
        ("Ευάγγελος Βενιζέλος", "Evangelos Venizelos"),
        ("Γκίκας Χαρδούβελης", "Gikas Hardouvelis"),
        ("ΑΛΕΞΗΣ ΤΣΙΠΡΑΣ", "Alexis Tsipras"),
    ],
    "Armenian": [
        ("Նիկոլ Փաշինյան", "Nikol Pashinyan"),
        ("Սերժ Սարգսյան", "Serzh Sargsyan"),
        ("Ռուբեն Վարդանյան", "Ruben Vardanyan"),
        ("Գագիկ Ծառուկյան", "Gagik Tsarukyan"),
        ("Էդվարդ Նալբանդյան", "Edward Nalbandian"),
        ("Եղիշե Չարենց", "Yeghishe Charents"),
    ],
    "Ethiopic": [
        ("አብይ አህመድ", "Abiy Ahmed"),
        ("ደብረጽዮን ገብረሚካኤል", "Debretsion Gebremichael"),
        ("ኢሳያስ አፈወርቂ", "Isaias Afwerki"),
        ("ጌታቸው ረዳ", "Getachew Reda"),
        ("ሐጎስ ገብረሕይወት", "Hagos Ghebrehiwet"),
        ("ፊሊጶስ ወልደዮሃንስ", "Filipos Woldeyohannes"),
    ],
}


@pytest.mark.parametrize(("native", "latin"), [pair for pairs in SPELLINGS.values() for pair in pairs])
def test_a_name_finds_its_latin_spelling_and_is_found_by_it(native: str, latin: str) -> None:
    assert likeness(native, latin) >= 0.83
    assert likeness(latin, native) >= 0.83


@pytest.mark.parametrize(
    ("own", "abroad"),
    [
        ("Željko Ražnatović", "Zhelyko Razhnatovich"),
        ("Aleksandar Vučić", "Aleksandar Vuchich"),
        ("Đorđe Đukić", "Dorde Dukic"),
        ("Đorđe Đukić", "Djordje Djukic"),
        ("Heydər Əliyev", "Heydar ALIYEV"),
        ("Məmməd Hüseynov", "Mammad Huseynov"),
        ("Đặng Thị Ngọc", "Dang Thi Ngoc"),
    ],
)
def test_latin_letters_of_one_tongue_as_others_write_them(own: str, abroad: str) -> None:
    assert likeness(own, abroad) >= 0.93
    assert likeness(abroad, own) >= 0.93


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("ทักษิณ ชินวัตร", "Thanathorn Juangroongruangkit"),
        ("สมชาย วงศ์สวัสดิ์", "Suthep Wongsawat"),
        ("มင်းအောင်လှိုင်", "Min Ko Naing"),
        ("မင်းအောင်လှိုင်", "Tin Aung San"),
        ("စိုးဝင်း", "Soe Thein"),
        ("नरेन्द्र मोदी", "Nirav Modi"),
        ("राहुल गांधी", "Rajiv Gandhi"),
        ("মুহাম্মদ ইউনূস", "Mahmud Hasan"),
        ("Κυριάκος Μητσοτάκης", "Konstantinos Mitsotakis"),
        ("ហ៊ុន សែន", "Hun Neng"),
        ("ទៀ វិញ", "Tea Banh"),
        ("މުހައްމަދު ނަޝީދު", "Mohamed Nasir"),
        ("Սերժ Սարգսյան", "Vazgen Sargsyan"),
        ("አብይ አህመድ", "Abebe Ahmed"),
    ],
)
def test_another_name_does_not(native: str, latin: str) -> None:
    assert likeness(native, latin) < 0.8


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ဗညား နိုင်", ("ba", "nya", "naing")),  # Burmese writes no space between the syllables of a name
        ("ဦးဝဏ္ဏ ၁၂", ("oo", "wan", "na", "12")),
        ("Dr. मनमोहन सिंह", ("dr", "manmohan", "singh")),
        ("Μπάμπης & Co", ("bampis", "and", "co")),
        ("ศรี", ("sri",)),
        ("ΑHMED", ("ahmed",)),  # a Greek letter that passes for a Latin one
    ],
)
def test_words_are_the_likeliest_reading(text: str, read: tuple[str, ...]) -> None:
    assert words(text) == read


READERS = {
    greek_readings: "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊΐΑΒΓΜΠ ",
    indic_readings: "कखगघनमयरवशसहािीुूेोंः़्अआইকখরাি্ংਕੱੰகபரி்ತ್ාරනි්ං ",
    thai_readings: "กขคงจชญณดตทนบปพภมยรลวศษสหอฤเแโใไะัาำิีึืุู็่้์ກຂຊຽົໜ ",
    khmer_readings: "កគងចដនបពមយរលវសហអឥ្៉៊់៍ាិីុូេែោំះ",
    thaana_readings: "ހނރބކއވމދލަާިުެޮްޝޢﷲ ",
    burmese_readings: "ကခဂငစဆညတထနပဖဘမယရလဝသဟအဦဧျြွှိီုူေဲာံ့း်္၁ ",
}


@given(st.sampled_from(list(READERS)), st.text("".join(READERS.values()), max_size=25) | st.text(max_size=30))
def test_any_text_is_read(reader: Callable[[str], tuple[str, ...]], text: str) -> None:
    assert 1 <= len(reader(text)) <= 8


def test_the_likeliest_readings_come_first() -> None:
    assert likeliest([("a", "b"), ("c",), ("d", "e", "f")], 4) == (("a", "c", "d"), ("a", "c", "e"), ("b", "c", "d"), ("a", "c", "f"))
    assert likeliest([("a", "b"), ()], 4) == ()
    assert len(likeliest([("a", "b", "c", "d", "e")] * 12, 8)) == 8
