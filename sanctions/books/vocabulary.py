"""The words of books: how officers head their columns and what they write into them.

Each table gives, for one of our words, the spellings of others, folded by ``fold``: no case, no accents,
no spaces or punctuation. To know a new spelling, add it here.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from sanctions.model import IdentifierType, Kind, Quality

FIELDS = {
    # What a column can mean: its usual headings. The first word of each line is the name used in --columns.
    "id": "id|customer id|customer no|customer number|customer ref|client id|client no|client number|client ref|client code"
    "|customer code|party id|party no|party ref|reference|reference no|reference number|ref|ref no|record id|row id"
    "|account id|account no|account number|supplier id|supplier no|vendor id|vendor no|case no|case id|entity id|uid"
    "|unique id|internal id|our reference|nr|no|number|kundennummer|kunden nr|kunden id|lieferantennummer|lieferanten nr"
    "|referenz|aktenzeichen|numero|numero de client|numero client|numero de cliente|id cliente|identifiant|codigo"
    "|고객번호|번호|客户编号|编号|номер",
    "name": "name|names|full name|customer name|client name|party name|legal name|entity name|account name|counterparty"
    "|counterparty name|customer|client|party|supplier|supplier name|vendor|vendor name|partner name|business partner"
    "|business partner name|registered name|legal entity name|person name|company|company name|firm|firm name|firm s name"
    "|business name|corporation|corporate name|organisation|organization|organisation name|organization name|institution"
    "|firma|firmenname|firmenbezeichnung|unternehmen|kunde|kundenname|lieferant|nombre|nombre completo|nombre y apellidos"
    "|razon social|empresa|cliente|nom|nom complet|raison sociale|societe|client nom|denomination|denomination sociale"
    "|denominazione|ragione sociale|nome|nome completo|naam|nazwa|namn|navn|nimi|이름|성명|상호|회사명|姓名|名称|公司名称"
    "|氏名|会社名|имя|фио|наименование|название|primary name|display name",
    "given_name": "given name|given names|first name|first names|forename|forenames|christian name|vorname|vornamen|prenom"
    "|prenoms|nombre de pila|primer nombre|имя отчество|fname|이름(명)|given",
    "family_name": "family name|last name|surname|nachname|familienname|nom de famille|apellido|apellidos|primer apellido"
    "|cognome|achternaam|nazwisko|фамилия|lname|성|family",
    "middle_name": "middle name|middle names|second name|zweiter vorname|zweiter name|deuxieme prenom|segundo nombre|mname|middle",
    "patronymic": "patronymic|fathers name|father name|otchestvo|отчество|vatersname",
    "title": "title|titel|salutation|anrede|titre|titulo|honorific|courtesy title",
    "former_name": "former name|former names|formerly|formerly known as|fka|previous name|previous names|old name"
    "|maiden name|birth name|name at birth|geburtsname|fruherer name|fruherer firmenname|ehemals|ancien nom"
    "|nom de naissance|nombre anterior|прежнее название",
    "trading_name": "trading name|trading names|trading as|t a|dba|doing business as|trade name|brand|brand name"
    "|commercial name|handelsname|geschaftsbezeichnung|nom commercial|nombre comercial|enseigne",
    "alias": "alias|aliases|aka|also known as|other name|other names|alternative name|alternative names|alternate name"
    "|alternate names|alternative spelling|alternative spellings|nickname|known as|akas|auch bekannt als|weitere namen"
    "|autres noms|otros nombres|name variants|name variant|additional name|additional names",
    "native_name": "native name|native script|native script name|name native script|name in native script|original name"
    "|original script|original script name|name original script|name in original script|local name|local language name"
    "|name local|name in local language|non latin name|name non latin script|non latin script|korean name|chinese name"
    "|russian name|arabic name|japanese name|hangul|name korean|name in korean|name chinese|name in chinese|name russian"
    "|cyrillic name|name cyrillic|originalschrift|name in originalschrift|한글이름|한글명|한글|中文名|中文名称|本名",
    "kind": "kind|type|party type|customer type|client type|entity type|person type|legal type|record type|category"
    "|person or company|individual or entity|individual entity|art|personenart|rechtsform|kundentyp|typ|tipo"
    "|tipo de persona|type de personne|nature|구분|类型",
    "birth_date": "birth date|date of birth|dob|born|birthday|geburtsdatum|geboren|geboren am|geb datum|date de naissance"
    "|ne le|fecha de nacimiento|data di nascita|geboortedatum|data urodzenia|дата рождения|생년월일|出生日期|生年月日"
    "|year of birth|birth year|yob|geburtsjahr|annee de naissance",
    "birth_date_month_first": "dob us|us dob|birth date us|dob mm dd yyyy|date of birth mm dd yyyy|birth date mm dd yyyy",
    "birth_place": "birth place|place of birth|pob|city of birth|town of birth|birth city|country of birth|birth country"
    "|geburtsort|geburtsland|lieu de naissance|lugar de nacimiento|luogo di nascita|место рождения|출생지|出生地",
    "gender": "gender|sex|geschlecht|sexe|sexo|genere|пол|성별|性别",
    "country": "country|countries|country code|country name|land|pays|pais|paese|kraj|страна|국가|国家|country iso"
    "|iso country|jurisdiction|domicile|domicile country|country of domicile",
    "nationality": "nationality|nationalities|citizenship|citizenships|country of citizenship|country of nationality"
    "|staatsangehorigkeit|nationalitat|staatsburgerschaft|nationalite|nacionalidad|nazionalita|гражданство|국적|国籍",
    "residence": "residence|country of residence|residence country|residency|wohnsitz|wohnsitzland|wohnland"
    "|pays de residence|pais de residencia|resident country|거주국",
    "registration_country": "registration country|country of registration|country of incorporation|incorporation country"
    "|incorporated in|place of incorporation|sitzland|registrierungsland|pays d immatriculation|pais de registro"
    "|country of formation|country of establishment",
    "flag": "flag|flag state|flag country|flagge|pavillon|bandera",
    "address": "address|full address|street address|registered address|registered office|business address|home address"
    "|mailing address|postal address|address line|address lines|adresse|anschrift|direccion|indirizzo|адрес|주소|地址"
    "|住所|addr",
    "street": "street|street and number|street name|strasse|strasse und hausnummer|rue|calle|via",
    "city": "city|town|city town|ort|stadt|wohnort|ville|ciudad|citta|город|도시|城市|municipality",
    "region": "region|state|province|state province|county|bundesland|departement|provincia|estado|область|district|prefecture",
    "postal_code": "postal code|postcode|zip|zip code|plz|postleitzahl|code postal|codigo postal|cap|индекс|우편번호|邮编",
    "address_country": "address country|country of address|country address",
    "passport": "passport|passports|passport no|passport nr|passport number|passport id|passnummer|reisepass"
    "|reisepassnummer|pass nr|numero de passeport|passeport|pasaporte|numero de pasaporte|номер паспорта|паспорт|여권번호"
    "|护照号|护照号码",
    "national_id": "national id|national id no|national id number|national identity number|national identification number"
    "|id card|id card no|id card number|identity card|identity card number|identity number|personal id|personal number"
    "|personalausweis|ausweisnummer|personalausweisnummer|ssn|social security number|nin|national insurance number|dni"
    "|cedula|cpf|pesel|carte d identite|주민등록번호|身份证号",
    "tax": "tax id|tax no|tax number|tax identification number|tin|vat|vat id|vat no|vat number|vat registration number|ein"
    "|inn|steuernummer|steuer id|ust id|ust idnr|umsatzsteuer id|numero fiscal|nif|cif|rfc|rut|siret|tva|numero de tva"
    "|инн|사업자등록번호|fiscal code",
    "registration": "registration|registration no|registration nr|registration number|company number|company no"
    "|company registration no|company registration number|company reg no|reg no|business registration number"
    "|registered number|commercial register|commercial register no|commercial registry number|handelsregister"
    "|handelsregisternummer|hrb|hrb nummer|hr nummer|siren|rcs|ogrn|огрн|uscc|unified social credit code|crn|uen|cik"
    "|numero de registro|법인등록번호|统一社会信用代码",
    "imo": "imo|imo no|imo nr|imo number|imo nummer|lloyds number|numero omi|omi",
    "mmsi": "mmsi|mmsi no|mmsi number",
    "call_sign": "call sign|rufzeichen|radio call sign|indicatif",
    "aircraft_tail": "aircraft tail|tail number|tail no|aircraft registration|aircraft tail number|tail|luftfahrzeugkennzeichen",
    "aircraft_serial": "aircraft serial|aircraft serial number|manufacturer serial number|msn|construction number",
    "bic": "bic|swift|swift bic|swift code|bic code|bic swift|swift no",
    "lei": "lei|lei code|legal entity identifier|lei number",
    "duns": "duns|duns no|duns number",
    "wallet": "wallet|wallet address|wallet addresses|crypto address|crypto wallet|digital currency address"
    "|virtual currency address|xbt|btc|btc address|eth address|blockchain address|bitcoin address",
    "bank_account": "bank account|bank account no|bank account number|iban|kontonummer|konto|compte bancaire|cuenta bancaria|계좌번호",
    "email": "email|e mail address|emails|mail|correo|courriel|이메일",
    "phone": "phone|phone no|phone number|telephone|telephone no|telephone number|tel|mobile|mobile no|mobile number"
    "|telefon|telefonnummer|handy|telefono|전화번호|电话",
    "website": "website|web|url|homepage|domain|internet|webseite|site web",
    "identifier": "identifier|identifiers|identifications|identification|id numbers|id document|id documents"
    "|identity document|documents|document|identification number|identification no|other identifiers|other id|kennung"
    "|kennungen",
    "passport_country": "passport country|passport issuing country|passport issuer|passport issued by|issuing country|country of issue",
    "extra": "extra|note|notes|remark|remarks|comment|comments|bemerkung|bemerkungen|notiz|kommentar|notas|observaciones|비고|备注",
}

ROLES = {
    # Whom a column names beside the party, and its usual headings; ``owner dob`` is a role and a field.
    "related": "related|related party|related parties|related person|related persons|related people|related name"
    "|associated persons|associated parties|associate|associates|connected persons|connected parties|key persons"
    "|principals|persons|beteiligte|verbundene personen",
    "owner": "owner|owners|owned by|ship owner|vessel owner|owner of vessel|proprietor|registered owner|inhaber|eigentumer"
    "|proprietaire|propietario|titolare|소유자|소유주|владелец",
    "shareholder": "shareholder|shareholders|stockholder|gesellschafter|aktionar|anteilseigner|actionnaire|associe"
    "|accionista|socio|주주|股东|акционер|учредитель|member",
    "beneficial owner": "beneficial owner|beneficial owners|ubo|ubos|ultimate beneficial owner|ultimate owner|bo"
    "|wirtschaftlich berechtigter|wirtschaftlicher eigentumer|wirtschaftlich berechtigte|beneficiaire effectif"
    "|beneficiario final|실소유자|受益人",
    "director": "director|directors|board member|board members|managing director|md|geschaftsfuhrer|geschaftsfuhrung"
    "|vorstand|direktor|gerant|administrateur|directeur|administrador|director general|대표이사|이사|董事|法人代表"
    "|法定代表人|директор|генеральный директор|ceo|chief executive|president|chairman",
    "officer": "officer|officers|secretary|company secretary|executive|prokurist|manager|general manager|cfo",
    "agent": "agent|agents|attorney|proxy|power of attorney|bevollmachtigter|vertreter|mandataire|apoderado|대리인|代理人"
    "|broker|intermediary",
    "representative": "representative|representatives|legal representative|authorised representative"
    "|authorized representative|representante|representant|representant legal|gesetzlicher vertreter",
    "signatory": "signatory|signatories|authorised signatory|authorized signatory|signer|zeichnungsberechtigter",
    "parent": "parent|parent company|parent entity|holding|holding company|mother company|muttergesellschaft|konzernmutter"
    "|societe mere|empresa matriz|모회사|母公司|ultimate parent",
    "subsidiary": "subsidiary|subsidiaries|tochtergesellschaft|filiale|filial|자회사|子公司",
    "guarantor": "guarantor|guarantors|burge|garant",
    "beneficiary": "beneficiary|beneficiaries|begunstigter|beneficiaire|beneficiario",
    "trustee": "trustee|trustees|settlor|protector|treuhander",
    "spouse": "spouse|husband|wife|ehepartner|ehegatte|conjoint|conyuge",
    "contact": "contact|contact person|contact name|ansprechpartner|kontakt|kontaktperson|personne de contact|contacto|담당자|联系人",
    "operator": "operator|operators|ship operator|vessel operator|betreiber|charterer|ship manager|vessel manager",
    "vessel": "vessel|vessels|ship|ships|vessel name|ship name|schiff|schiffsname|navire|buque|선박|선박명|船名|судно",
    "aircraft": "aircraft|aircraft name|plane|flugzeug|aeronef|aeronave",
    "bank": "bank|bank name|beneficiary bank|correspondent bank|remitting bank|banque|banco|kreditinstitut",
    "consignee": "consignee|empfanger|destinataire|consignatario|수하인|收货人",
    "consignor": "consignor|shipper|absender|versender|expediteur",
    "end user": "end user|ultimate consignee|endverwender|utilisateur final|최종사용자|最终用户",
    "buyer": "buyer|purchaser|kaufer|acheteur|comprador",
    "manufacturer": "manufacturer|producer|hersteller|fabricant|fabricante",
}

MAIN_ROLES = ("vessel", "aircraft", "consignee", "end user", "buyer", "consignor", "manufacturer", "bank", "beneficiary", "contact")
"""Roles that are the party itself in a book that has no other name column (a book of vessels, of consignees)."""

ROLE_KINDS = {"vessel": Kind.VESSEL, "aircraft": Kind.AIRCRAFT, "bank": Kind.COMPANY, "spouse": Kind.PERSON}
"""Kinds that a role implies. An owner or a director may be a company; these cannot be mistaken."""

KINDS = {
    Kind.PERSON: "person|individual|natural person|private person|private individual|human|p|i|ind|indiv|pers"
    "|naturliche person|privatperson|personne physique|persona fisica|persona natural|particulier|private|개인|个人"
    "|физическое лицо|физлицо|people|people individual",
    Kind.COMPANY: "company|corporate|corporation|corp|business|firm|legal person|legal entity|juristische person|firma"
    "|unternehmen|gesellschaft|personne morale|societe|persona juridica|empresa|c|co|법인|회사|公司|юридическое лицо"
    "|юрлицо|bank|gmbh|ag|llc|ltd|limited|plc|inc|supplier|vendor|manufacturer|trading company|limited company",
    Kind.ORGANISATION: "entity|organisation|organization|org|ngo|charity|association|government|government body|authority"
    "|ministry|agency|public body|institution|trust|foundation|verein|stiftung|behorde|organisme|organizacion|기관|组织"
    "|organisation body|non profit|party",
    Kind.VESSEL: "vessel|ship|boat|tanker|schiff|navire|buque|선박|船|судно|v",
    Kind.AIRCRAFT: "aircraft|airplane|aeroplane|plane|helicopter|flugzeug|aeronef|aeronave",
    Kind.UNKNOWN: "unknown|other|n a|not known|unbekannt|sonstige|autre|otro",
}

GENDERS = {
    "male": "m|male|man|mr|herr|mann|mannlich|homme|masculin|hombre|masculino|남|남성|男|м|мужской",
    "female": "f|female|woman|mrs|ms|w|frau|weiblich|femme|feminin|mujer|femenino|여|여성|女|ж|женский",
}

NO_NAMES = frozenset({
    "n/a", "n.a.", "n.a", "#n/a", "-", "--", "---", "?", "unknown", "not known", "not available", "not applicable", "no name",
    "tbc", "tbd", "#ref!", "#value!", "#name?", "#null!", "#num!", "#div/0!",
})  # fmt: skip
"""What spreadsheets and people write for a missing name. "Null", "Nan", "None" and "Nil" are names of people and are screened."""

NOTHING = NO_NAMES | frozenset(("null", "none", "nan", "nil"))
"""The same for a value that is no name."""

COMPANY_HEADINGS = frozenset({
    "company", "companyname", "firm", "firmname", "firma", "firmenname", "unternehmen", "empresa", "societe", "회사명",
    "公司名称", "会社名", "organisation", "organization", "businessname",
})  # fmt: skip
"""Headings of a name column that, beside a first and a last name, make the person the company's contact."""

MAIN_PREFIXES = (
    "customer", "client", "company", "supplier", "vendor", "party", "counterparty", "entity", "kunde", "kunden", "firma",
    "firmen", "person", "individual", "address", "account", "partner",
)  # fmt: skip
"""Words that say nothing more before a field: "customer country", "client dob"."""

NAME_QUALITIES = {
    "name": Quality.STRONG,
    "native_name": Quality.STRONG,
    "former_name": Quality.FORMER,
    "trading_name": Quality.STRONG,
    "alias": Quality.STRONG,
}
"""The fields that hold a whole name, in the order in which they become a party's names."""

COUNTRY_FIELDS = ("country", "nationality", "residence", "registration_country", "flag", "address_country")
IDENTIFIER_FIELDS = tuple(field for field in FIELDS if field in set(IdentifierType))
PLACES = ("street", "city", "region", "postal_code", "birth_place")
REPEATABLE = frozenset(
    {"alias", "former_name", "trading_name", "native_name", *COUNTRY_FIELDS, *IDENTIFIER_FIELDS, "address", "identifier", *PLACES}
)
"""Fields that two columns may both carry if the headings differ by more than a number."""


def fold(text: str) -> str:
    """A heading or category word without case, accents, spaces and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c for c in unicodedata.normalize("NFC", plain).casefold() if c.isalnum())


@cache
def field_of() -> dict[str, str]:
    """Folded heading → field; a field's own name is one of its headings."""
    return _turned(FIELDS)


@cache
def role_of() -> dict[str, str]:
    """Folded heading → role."""
    return _turned(ROLES)


@cache
def kind_of() -> dict[str, Kind]:
    """Folded word → kind."""
    return {fold(word): kind for kind, words in KINDS.items() for word in words.split("|")}


@cache
def gender_of() -> dict[str, str]:
    """Folded word → "male" or "female"."""
    return _turned(GENDERS, own=False)


def _turned(table: dict[str, str], *, own: bool = True) -> dict[str, str]:
    turned = {fold(spelling): word for word, spellings in table.items() for spelling in spellings.split("|")}
    return turned | {fold(word): word for word in table} if own else turned
