"""Given names that have hardly another spelling, by tongue: where two of them are near, they are two names and no slip.

Takeshi is not Takashi, Hakan not Hasan, Emine not Emin and Marcelle not Marcel. Names with forms in several tongues stand in
``names.western`` with them; spellings of one sound are one name here as everywhere. Chosen by hand from ordinary use; no
word that is oftener a syllable of a Chinese or Korean name.
"""

from __future__ import annotations

from sanctions.names.western import nickname_class

_JAPANESE = """
    akihiko akihiro akiko akinori akio akira asami atsuko atsushi ayako ayumi chieko chiyoko daisuke eiichi eiji eiko emiko etsuko fumiko
    fumio hajime harue haruka haruki haruko haruo hideaki hideki hideko hideo hidetoshi hiroaki hiroki hiroko hiromi hironobu hiroshi
    hiroyuki hisako hisao hisashi hitomi hitoshi ichiro ikuko isamu isao itsuki junichi junko kaori kaoru katsuhiko katsuo katsumi katsuya
    kayoko kazuhiko kazuhiro kazuki kazuko kazuo kazuya keiichi keiji keiko keisuke kenichi kenji kenta kenzo kimiko kiyoko kiyoshi koichi
    koji kosuke kumiko kunio kyoko machiko makoto mamoru manabu masaaki masahiko masahiro masaki masako masami masanori masao masaru
    masashi masato masayoshi masayuki mayumi michiko michio midori mieko mihoko minako minoru misako mitsuko mitsuo mitsuru miyoko motoko
    nanako naoki naoko naomi naoto natsuko nobuko nobuo nobuyuki noriko norio noriyuki osamu reiko ryoichi ryoji ryoko ryosuke ryota
    ryuichi ryuji saburo sachiko sadao satoko satoru satoshi sayuri seiichi seiji seiko setsuko shigeki shigeko shigeo shigeru shinichi
    shinji shinya shinzo shizuko shoichi shoji shoko shozo shuichi shuji shunichi shunsuke sumiko susumu tadao tadashi taichi takahiro
    takako takanori takao takashi takayuki takeo takeshi takuya tamiko tamotsu taro tatsuo tatsuya teruko teruo tetsuo tetsuya tomohiro
    tomoko tomoyuki toshiaki toshihiko toshihiro toshiko toshio toshiyuki tsutomu tsuyoshi wataru yasuhiro yasuko yasuo yasushi yoichi
    yoji yoko yoshiaki yoshihiro yoshiko yoshio yoshiyuki yukari yukiko yukio yumiko yusuke
"""

_TURKIC = """
    alparslan altan arda arif arzu ata atilla aydan aydin ayhan aykut aylin ayla aynur aysel aysun bahadir barbaros baris batuhan bayram
    berat berk berna betul beyza bilge birgul birol burak burcu bulent canan cem cenk ceyda cihan cigdem coskun cuneyt derya devrim dilek
    dogan dogu duygu ebru ece ecevit elif emel emrah emre ender engin enver ercan erdal erdem erdinc erdogan eren ergun erhan erkan erol
    ersin ertan ertugrul esra evren fadime fatih ferdi feridun feyza figen filiz firat funda gokhan gokce gonul gulay gulsen gulten gursel
    hakan handan hande hulya ilhan ilkay ilker inan irem irfan kaan kenan koray korkut kubilay levent melek melih meltem meral merve mert
    metin nalan necdet necla nermin nevin nevzat nihal nihat nilgun nuran nuray nurcan nurten oguz okan oktay olcay omur onder onur ozan
    ozcan ozer ozge ozgur ozkan ozlem pelin pinar polat savas seda sedat sefa selda selin semra serap serdar serhat serkan sermin sertan
    sevda sevgi sevil sevim sevinc sezen sezer sezgin sibel sinan soner suat suheyla sukran suna taner tanju tansu tarkan taylan tayfun
    tekin teoman tolga tulay tuncay tunc turan turgay turgut turhan ufuk ugur ulas umit umut unal volkan vural yasemin yavuz yelda yigit
    yildiray yilmaz yonca yucel zerrin zubeyde zuhal
"""

_PERSIAN = """
    afsaneh afshin alireza amirali anahita arash ardeshir armin asghar azadeh azita babak bahar bahareh bahman bahram behnam behrouz
    behzad bijan bita borzou dariush davar elaheh elham esfandiar fardin farhad fariba faribourz farshad farshid farzad farzaneh fereydoun
    firouz forouz golnaz homa homayoun hooman hormoz houshang iraj jahanbakhsh kambiz kamran kamyar katayoun kaveh keyvan kianoush kourosh
    ladan laleh mahin mahnaz mahshid mahtab mahvash mandana manouchehr marjan maziar mehran mehrdad mehri mina mitra mojgan mozhdeh nahid
    narges nasim nasrin nazanin neda negar niloufar nima parastoo parisa parvaneh parvin payam pejman peyman pooya pouya ramin ramtin
    roozbeh roya roxana sahar saman sanaz sara sepehr sepideh setareh shabnam shadi shahab shahin shahla shahram shahriar shahrokh
    shahrzad shahyar shapour shervin shirin shohreh siamak siavash simin sina siroos sohrab soroush soraya taraneh touraj yalda yasaman
    zohreh
"""

_WESTERN = """
    adrien adrienne bastienne emmanuelle fabienne joelle julienne lucienne noel noelle raphaelle
    adele adeline adolf alain alba alberta alfonsa alfonso alicia alina alison alma alvaro amanda amber amelia amelie anabel anibal anselm
    arlene arlette armand arnaud arnold arturo astrid audrey august augusta aurelia aurelio axel beatrice belinda berta bertha bertrand
    blanca bonnie brenda brendan brent brett brian brigitte bruce bryan byron camila camille camilo carmela carmelo carmen carolina cecil
    cecile cecilia celeste celestine celia celine cesar chantal charlene charlotte cheryl chloe clara clarence clarissa claude clayton
    cleopatra clifton clotilde clyde colette conrad constance cordelia cornelia cornelius craig curtis cynthia daisy damian damien damon
    daphne darren darryl dean delia della denise derek desmond dieter dietmar dietrich dirk dora doreen doris duane duncan dustin dwayne
    dwight earl edgar edith edmund edna edwin efrain eileen elaine elmer eloisa elvira elvis emerson emilia enid enzo eric erica erich
    erik erika erin ermin erna ernestine erwin esmeralda esperanza estela ester esther ethel eulalia eulogio eva evan evangelina evaristo
    evelyn everett fabiana fabiola fabrizio fatou fausto federica felicia feliciano fermin fidel flavia flavio flora florian floyd franca
    frida gail gaspar gaston gavin genevieve geneva georgette georgia georgina geraldine gerda germaine gertrude gilles gillian gina
    gisela giselle gladys glenda glenn gloria gordon grace graciela graham gregoria griselda gudrun guido gunter gunther gwen gwendolyn
    harriet harvey hazel hector heidi heike heiko helmut herbert hermine herminia hilary hilda hildegard holger holly homer horacio horst
    howard hubert humberto ingeborg ingrid irma irmgard irving irwin isidora isidoro ivy jared jason jasmine jenaro jerome jimena joanne
    jocelyn jodie joel jolanta jordan joyce juanita judit julieta juliana june jurgen justin justina karina karla keith kelly kelvin
    kerstin kevin kimberly kirk klara kurt lambert lance laura laurel lauren leandra leandro leila leland leopold leroy leticia lilia
    liliana lillian linda lionel lisandro lloyd lois lorena loretta lorna lorraine lothar lotte lucia luciana lucille lucinda lucio
    lucrecia luther lynn mabel madeleine madeline magdalena malcolm manfred manuela marcel marcela marcella marcelle marcia margot mariana
    mariano maribel maricela mariela marilena marilyn marisa marisol marissa marjorie marlene marlon marta martha martina martine marvin
    mathilde matilde maureen maurice maxine mayra melanie melinda melissa mercedes meredith michaela michelle mildred milton minerva
    mireille mireya mirta modesta modesto monica montserrat morgan morris muriel myra myrna nadine nancy naomi narciso natividad nelly
    nelson nestor neville nigel noelia nora norbert norma norman octavia octavio odette olaf oliva olivia ophelia orlanda oswald otto
    ottilie pascal pascale patience paulina penelope percy perla petra phoebe phyllis pilar placido priscilla prudence quentin rachel
    rainer raisa ramiro ramona regina reginald reinhard reinhold renata renato rene renee reyna rhonda rigoberto rita rocio rodolfa
    rogelia romeo romina romulo rosa rosalia rosalind rosanna rosemary rowena roxanne royal ruben ruby rufus ruth sabina sabrina salma
    samantha sandrine savannah scott selena serena seymour shannon sharon shawn sheila shelly sherry shirley siegfried sigmund sigrid
    silke silvia silvana silvano silvio simona solange sonia sonja spencer stella stanley sven sybil sylvain sylvia tabitha tatum teofila
    teofilo thelma tiffany tobias todd tracy travis trevor tristan troy ulrich ulrike ulises ursula ute uwe valeria vanessa velma vera
    vernon viola violet virgil vivian wallace wanda warren wayne wendy werner wilbur wilfred wilfredo wilfried wilma winifred winston
    wolfgang xavier ximena xiomara yolanda yvette yvonne zelda zoe zulema
"""

_SLAVIC_AND_CAUCASIAN = """
    akaki alim anahit arman armen arpine artak askar avtandil bella boyan daniyar davron dilshod dinara eldar elmar elmira elnur elvin
    emma eteri farida fikrat givi gocha guram gulnara gulsara hasmik hayk heydar ildar ilgar ilham inessa inga inna kakha kamila karine
    khatuna kira lali lasha lia lilit liya madina mamuka mariam marat manana marlen medea mher mirza natela nana narek nigora nino nodar
    nona nozim nurlan oktay omari otar polina radik rafik raisa ramaz ramil ramiz rashad rauf rimma rovshan ruslan ruslana rufat sabir
    sabina sayfulla sevda shota sona taisia tamaz taras tariel teimuraz tigran tofik tural ulviya vache vagif vahagn vano vardan varlam
    vasif vazgen vugar yadviga zaal zarina zaur zaza zoya zura
"""

_HEBREW = """
    adi amos amnon amos arie ariel aviad aviel avigail avigdor avihai avital aviv avner baruch batya boaz chaim chaya dafna dalia dganit
    dov dvora efraim eitan elad eli eliezer elisha erez esti gad gadi galit gideon gila gilad hadas hadassah hila idan igal ilan ilana
    itai itamar keren lior liora malka meir menachem meirav merav mordechai moshe nadav naftali nahum nehama nili nir nissim noam noga
    oded ofer ofir ofra omri oren orit orly osnat pinchas rami ran raz ronen ronit rotem sagi shaked shalom shaul shai shira shlomi shlomo
    shoshana shulamit sigal sivan smadar tal talia tamir tomer tzipi tzvi uriel uzi varda vered yael yair yaron yehuda yehoshua yeshayahu
    yigal yishai yonah yoram yossi yuval zeev zipora ziva zohar
"""

_INDIAN = """
    abhay abhijit abhishek aditi aditya ajay ajit akash akhil akshay alok amar amit amita amitabh anand anil anita anjali ankit ankita
    ankur anupam anuradha aparna arjun arun aruna arvind ashok asha ashish ashwin atul avinash bharat bhavna chandan chandra deepa deepak
    deepika devendra dev dhruv dilip dinesh divya ganesh gaurav gautam geeta girish gita gopal govind hari harish hemant indira ishaan
    jagdish jaya jayant jayesh jitendra jyoti kailash kamala kamlesh kapil karan kavita kiran kishore komal krishna lakshmi lalit lalita
    lata madhav madhu madhuri mahendra mahesh manish manisha manoj mayank meena meera megha mohan mohit mukesh mukul namrata nandini
    narayan narendra naveen neeraj neha nidhi nikhil nilesh nisha nishant nitin omkar padma pallavi pankaj parvati pooja prabhat pradeep
    prakash pramod pranav prasad prashant pratap pratik praveen preeti prem priya priyanka rahul raj raja rajat rajeev rajendra rajesh
    rajiv raju rakesh ram ramesh rani ranjan ranjit ratan ravi ravindra reena rekha renu rina ritu rohan rohit ruchi sachin sadhana sameer
    sandeep sandhya sangeeta sanjay sanjeev sanjiv santosh sapna sarita satish savita seema shalini shankar shanti sharad shashi sheela
    shekhar shilpa shiv shivani shobha shreya shweta shyam sita smita sneha sonal sonia srinivas subhash sudhir sujata suman sumit sunil
    sunita suraj surendra suresh surya sushil sushma swati tanvi tara tarun uday uma umesh urmila usha vandana varun vasant venkatesh
    vidya vijay vijaya vikas vikram vimal vinay vinod vipin virendra vishal vishnu vivek yash yashwant yogesh
"""

_LEAST = 4
"""Shorter ones are as often what a slip leaves of a longer name (Uma, Umar)."""

_ALONE = frozenset(
    word for word in f"{_JAPANESE}{_TURKIC}{_PERSIAN}{_WESTERN}{_SLAVIC_AND_CAUCASIAN}{_HEBREW}{_INDIAN}".split() if len(word) >= _LEAST
)


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of many people: in the tables here, or one with forms in several tongues."""
    return word in _ALONE or bool(nickname_class(word))
