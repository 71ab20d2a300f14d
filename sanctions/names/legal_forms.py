"""Legal forms of the world, by country: class: phrases. Forms of one kind in different countries share a class.

Facts from ISO 20275 (the list of entity legal forms that GLEIF keeps, version 1.4.1), from registers' own abbreviations
and from the forms that the OFAC, UN and UK lists write; classes and romanisations are our own. Phrases are written as
`names.text.words` gives them: lower case, without dots, marks and apostrophes (s.r.o. is "sro"; Ё.Ö. is transliterated).

    ltd      limited liability            jsc     shares, public or not        co      company, of no told kind
    lp       partners, sole traders       estab   establishment, foundation    unitary   of the state
    coop     co-operative                 assoc   association, not for profit  jv      joint venture
"""

from __future__ import annotations

_TABLE = """
en ltd: limited, ltd, lmtd, ltdd, private limited, pvt ltd, pvt limited, pvt, private ltd, pte ltd, pte limited, pte, pty ltd,
  pty limited, pty, proprietary, proprietary limited, proprietary ltd, proprietary company limited, co ltd, co limited, company limited,
  company ltd, coltd, limited company, limited co, limited liability company, limited liability co, ltd liability company, ltd liability co,
  limited liability, llc, l l c, lc, l3c, pllc, professional limited liability company, private company limited by shares,
  private company limited by guarantee, company limited by guarantee, dac, designated activity company, unltd, ultd,
  private limited company, private limited liability company, foreign limited liability company, ibc, international business company
en jsc: jsc, jpsc, joint public stock company, public stock company, jsco, join stock company, joint stoc company, joint stock company,
  joint stock co, joint stock, public joint stock company,
  public joint stock, pjsc,
  open joint stock company, ojsc, closed joint stock company, cjsc, private joint stock company, prjsc, private joint stock, closed joint
  stock,
  open joint stock, public limited company, public limited liability company, plc, public company limited, public company limited by shares,
  pcl, inc, incorporated, incorporation, corp, corporation, corpn, co inc, company inc, pjs, psc, pjc, public company, qsc, qpsc, bsc, bsc
  c, saog,
  saoc, kscc, kscp, ksc, wpjsc
en co: co, company, comp, coy, companies, private company, pvt co
en lp: lp, l p, limited partnership, llp, l l p, lllp, limited liability partnership, limited liability limited partnership, partnership,
  general partnership, gp, and co, sole proprietorship, sole proprietor, sole trader, sps
en jv: jv, jvc, j v, joint venture, joint ventures, joint operation, joint venture company, joint venture co, joint venture corporation
en estab: est, establishment, foundation, trust, fdn, waqf
en unitary: federal state unitary enterprise, state unitary enterprise, unitary enterprise, federal state enterprise, fsue, sue, soe,
  state owned enterprise, federal treasury enterprise, federal state budgetary institution, federal state autonomous institution,
  municipal unitary enterprise, republican unitary enterprise, republican subsidiary unitary enterprise, private unitary enterprise,
  sue rc, gup rk, federal government enterprise, government
  enterprise
en coop: cooperative, co operative, coop, co op, cooperative society, cooperative limited
en assoc: unincorporated association, npo, nonprofit corporation, non profit organization, autonomous non profit organization

de at ch li lu ltd: gmbh, ges m b h, gesmbh, gesellschaft mbh, mbh, gesellschaft m b h, gesellschaft mit beschrankter haftung, ggmbh, ug,
  gesellschaft mit beschraenkter haftung, ug haftungsbeschrankt, unternehmergesellschaft, unternehmergesellschaft haftungsbeschrankt
de at ch li jsc: ag, aktiengesellschaft, reit ag, invag, se, europaische gesellschaft, kgaa, kommanditgesellschaft auf aktien, gmbh and co
  kgaa,
  ag and co kgaa, se and co kgaa
de at ch lp: kg, kommanditgesellschaft, ohg, offene handelsgesellschaft, og, gbr, gmbh co kg, gmbh and co kg, gmbh and co, ag and co kg,
  ug and co kg, gmbh and co ohg, ag and co ohg, co kg, and co kg, ek, e k, einzelunternehmen, eingetragener kaufmann, e kfm, partg, partg
  mbb, inhaber
de at ch assoc: ev, e v, eingetragener verein, vvag, eg, eingetragene genossenschaft
de at ch li estab: anstalt, stiftung, privatstiftung

fr be ch lu ca ma tn dz sn ci cm ltd: sarl, s a r l, s ar l, sarlu, suarl, eurl, societe a responsabilite limitee, ste a responsabilite
  limitee,
  sprl, sprlu, societe privee a responsabilite limitee, limitee, ltee, societe a responsabilite limitee unipersonnelle, sarl au, selarl,
  surl
fr be ch lu ca ma tn dz jsc: sa, s a, societe anonyme, sas, s a s, sasu, societe par actions simplifiee, sca, societe en commandite par
  actions,
  incorporee, societe d economie mixte, sem, sicav, sicaf, saem, epic, spa
fr be ch lu ca co: cie, compagnie, ste, societe, et cie
fr be ch lu lp: snc, s n c, societe en nom collectif, scs, s c s, senc, sencrl, societe en commandite, societe en commandite simple, secs,
  secsp,
  entreprise individuelle, gie, geie, sci, societe civile, societe civile immobiliere
fr be ch lu assoc: asbl, aisbl, association sans but lucratif, association loi 1901
fr ch li estab: etablissement, ets, etabl, etablissements, fondation
fr be ca coop: scop, scrl, cvba, societe cooperative, cuma

es mx ar co pe cl ve cr pa uy ec gt hn ni sv do bo py cu ltd: srl, s r l, sl, s l, slu, s l u, sociedad limitada, sociedad de
  responsabilidad limitada,
  s de rl, s de r l, s de rl de cv, s de r l de c v, s de rl mi, sociedad de responsabilidad limitada de capital variable, ltda, limitada,
  cia ltda, compania limitada,
  sociedad limitada unipersonal, eirl, e i r l, empresa individual de responsabilidad limitada, srltda, sll, sociedad comercial de
  responsabilidad limitada
es mx ar co pe cl ve cr pa uy ec gt hn ni sv do bo py cu jsc: sa, sa de cv, s a de c v, sociedad anonima, sociedad anonima de capital
  variable,
  sociedad anonima cerrada, sac, s a c, saa, saic, s a i c, saci, saicf, sacif, sab de cv, sapi de cv, s a p i de c v, sociedad anonima
  bursatil de capital variable, sau, s a u, sas,
  s a s, sociedad por acciones simplificada, sociedad por acciones, spa, ca, c a, compania anonima, sociedad anonima promotora de
  inversion de capital variable,
  sofom enr, sa de cv sofom enr, sa de cv sofom e n r, sociedad anonima de economia mixta, saca, scala
es co mx ec ve co: compania, cia, comp
es co mx pe ec lp: s en c, scs, sociedad en comandita, sociedad en comandita simple, cia s en c, y cia s en c, y cia, y compania, sociedad
  colectiva, s en c s, s c a,
  sociedad civil, s en c por a, eu, e u, empresa unipersonal, y cia ltda, e hijos ltda
es mx pe co coop: s coop, sociedad cooperativa, s c l, scl, sccl, sc de rl de cv, sc de rl, spr de rl, s p r de r l, sociedad de
  produccion rural, sociedad de produccion rural de responsabilidad limitada, s de pr de rl, s de pr de rl de cv, spr de rl de cv,
  s p r de rl, s p r de rl de cv, s de p r de rl de cv, s de p r de r l de c v, s p r de r l de c v
es mx ar assoc: asociacion civil, a c, ac, sc de ap
es mx pa estab: fundacion, fip, fundacion de interes privado
pt br ao mz ltd: lda, ltda, limitada, sociedade por quotas, sociedade limitada, sociedade unipessoal por quotas, unipessoal lda,
  unipessoal, eireli,
  empresa individual de responsabilidade limitada, epp
pt br ao mz jsc: sociedade anonima, s a, sgps, sociedade gestora de participacoes sociais, sad
pt br co: companhia, cia
it sm ch ltd: srl, s r l, srls, s r l s, societa a responsabilita limitata, a responsabilita limitata, a r l, societa a responsabilita
  limitata semplificata, sagl,
  srl unipersonale, srlu
it sm jsc: spa, s p a, societa per azioni, sapa, societa in accomandita per azioni, societa europea
it sm lp: snc, s n c, societa in nome collettivo, societa in accomandita semplice, societa semplice, ditta individuale,
it coop: scarl, s c a r l, scrl, soc coop, societa cooperativa, soc coop a r l, consorzio, societa cooperativa a responsabilita limitata,
  scpa
nl be sr cw aw sx ltd: bv, b v, bvba, b v b a, besloten vennootschap, besloten vennootschap met beperkte aansprakelijkheid, ebvba, vba
nl be sr cw aw sx jsc: nv, n v, naamloze vennootschap, cva, commanditaire vennootschap op aandelen
nl be sr lp: vof, v o f, vennootschap onder firma, cv, commanditaire vennootschap, commv, comm v, eenmanszaak, maatschap
nl be assoc: vzw, vereniging zonder winstoogmerk, ivzw, vve
nl estab: stichting
se fi no dk is ltd: aps, anpartsselskab, ehf, einkahlutafelag, ivs, slf, smba
se fi no dk is jsc: ab, aktiebolag, ab publ, publ, oy, oy ab, oyj, abp, osakeyhtio, julkinen osakeyhtio, as, aktieselskab, aksjeselskap,
  asa, allmennaksjeselskap, hf, hlutafelag
se fi no dk lp: hb, handelsbolag, kb, kommanditbolag, ky, kommandiittiyhtio, ans, ks, k s, interessentskab, kommanditselskab, enk,
  enkeltpersonforetak, enkeltmandsvirksomhed, avoin yhtio, p s, tmi, toiminimi
se fi no dk assoc: ekonomisk forening, amba, a m b a, osk, osuuskunta, sa samvirkeforetak
se fi no dk estab: stiftelse, stiftelsen, saatio,
no unitary: statsforetak, kf, kommunalt foretak

ru by kz kg uz tm tj am ge md ltd: ooo, o o o, iooo, zooo, obshchestvo s ogranichennoi otvetstvennostiu, obshchestvo s ogranichennoy
  otvetstvennostyu,
  obshchestvo s ogranichennoi otvetstvennostyu, obschestvo s ogranichennoy otvetstvennostyu, obschestvo s ogranichennoi otvetstvennostiu,
  obshhestvo s ogranichennoj otvetstvennostju, inostrannoe obshchestvo s ogranichennoy otvetstvennostyu, inostrannoye obshchestvo s
  ogranichennoy otvetstvennostyu,
  sovmestnoe obshchestvo s ogranichennoy otvetstvennostyu, sooo, odo, obshchestvo s dopolnitelnoy otvetstvennostyu, obshchestvo s
  dopolnitelnoi otvetstvennostiu,
  tavarystva z abmezhavanay adkaznastsyu, taa, too, tovarishchestvo s ogranichennoi otvetstvennostiu, tovarishchestvo s ogranichennoy
  otvetstvennostyu, zhshs,
  zhauapkershiligi shekteuli seriktestigi, mchj, masuliyati cheklangan jamiyat, osoo, srl, spz, shps, shpk, s p s, mmc, mehdud
  mesuliyyetli cemiyyet, qoshma korxona
ru by kz kg uz tm tj am ge md az jsc: oao, o a o, pao, p a o, zao, z a o, ao, a o, aoot, aozt, nao, otkrytoe aktsionernoe obshchestvo,
  otkrytoye aktsionernoye obshchestvo,
  publichnoe aktsionernoe obshchestvo, publichnoye aktsionernoye obshchestvo, zakrytoe aktsionernoe obshchestvo, zakrytoye aktsionernoye
  obshchestvo,
  nepublichnoe aktsionernoe obshchestvo, aktsionernoe obshchestvo, aktsionernoye obshchestvo, aksionernoe obshchestvo, aktsionerno
  obshchestvo, otkrytoye aktsionernoe obshchestvo,
  otkrytoe aktsionernoye obshchestvo, publichnoe aktsionernoye obshchestvo, zakrytoe aktsionernoye obshchestvo, adkrytae aktsyyanernae
  tavarystva, zakrytae aktsyyanernae tavarystva,
  aat, zat, aktsionerlik zhamiyaty, aktsionerlik jamiyati, asc, qsc, aciq sehmdar cemiyyeti, qapali sehmdar cemiyyeti
ru by kz co: tk, kompaniya, kompaniia, kompania
ru by ua kz lp: ip, individualnyi predprinimatel, individualnyy predprinimatel, chp, pboyul, komanditnoe tovarishchestvo, individual
  entrepreneur, private entrepreneur, private enterprise
ru by kz unitary: fgup, f g u p, gup, mup, fkp, fgbu, fgau, fgku, fgbou, fgu, fgkou, gbu, up, rup, chup, chtup, chuup, proup, chastnoe
  unitarnoe predpriyatie, unitarnoe predpriyatie,
  unitarnoye predpriyatiye, gosudarstvennoe unitarnoe predpriyatie, gosudarstvennoye unitarnoye predpriyatiye, federalnoe gosudarstvennoe
  unitarnoe predpriyatie,
  federalnoye gosudarstvennoye unitarnoye predpriyatiye, federalnoe kazennoe predpriyatie, federalnoye kazennoye predpriyatiye, kazennoe
  predpriyatie, respublikanskoe unitarnoe predpriyatie,
  gosudarstvennoe predpriyatie, gosudarstvennoye predpriyatiye, federal state budgetary educational institution, federal state autonomous
  educational institution,
  federal state budgetary educational institution of higher education, federal state autonomous educational institution of higher
  education, goskorporatsiya, gosudarstvennaya korporatsiya,
  gosudarstvenoye predpriyatiye, fgaou vo, fgbou vo, fgaou, federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie, federal state
  institution, gku, rgp, goskorp
ru by assoc: ano, avtonomnaya nekommercheskaya organizatsiya, avtonomnaia nekommercheskaia organizatsiia, mezhregionalnaya
  obshchestvennaya organizatsiya, roo, moo
ua ltd: tov, tovarystvo z obmezhenoiu vidpovidalnistiu, tovarystvo z obmezhenoyu vidpovidalnistyu, tdv, tzov
ua jsc: pat, prat, at, vat, zat, aktsionerne tovarystvo, aktsionerne tovaristvo, publichne aktsionerne tovarystvo, pryvatne aktsionerne
  tovarystvo, vidkryte aktsionerne tovarystvo
ua unitary: dp, derzhavne pidpryiemstvo, derzhavne pidpryyemstvo, dk, derzhavna kompaniya, dochirnie pidpryiemstvo
ua lp: fop, pp, pryvatne pidpryiemstvo

pl ltd: sp zoo, sp z oo, sp z o o, spzoo, spolka z oo, spolka z ograniczona odpowiedzialnoscia, z ograniczona odpowiedzialnoscia
pl jsc: spolka akcyjna, psa, prosta spolka akcyjna
pl lp: sp k, spk, spolka komandytowa, sj, s j, sp j, spolka jawna, sp p, spolka partnerska, ska, s k a, spolka komandytowo akcyjna, sp zoo
  sp k, sp z oo sp k, sp z o o sp k, spolka cywilna
cz sk ltd: sro, s r o, spol sro, spol s ro, spol s r o, spolecnost s rucenim omezenym, spolocnost s rucenim obmedzenym
cz sk jsc: akciova spolecnost, akciova spolocnost, akc spol
cz sk lp: vos, v o s, verejna obchodni spolecnost, verejna obchodna spolocnost, kom spol, komanditni spolecnost
cz sk unitary: statni podnik, statny podnik
cz sk coop: druzstvo
hu ltd: kft, korlatolt felelossegu tarsasag
hu jsc: rt, zrt, nyrt, reszvenytarsasag, zartkoruen mukodo reszvenytarsasag, nyilvanosan mukodo reszvenytarsasag
hu lp: bt, beteti tarsasag, kkt, kozkereseti tarsasag,
ro md ltd: srl, s r l, societate cu raspundere limitata, srl d
ro md jsc: societate pe actiuni, sc, s c
ro md lp: pfa, snc, scs, intreprindere individuala
ro md unitary: r a, regie autonoma, compania nationala
bg ltd: ood, o o d, eood, e o o d, druzhestvo s ogranichena otgovornost, ednolichno druzhestvo s ogranichena otgovornost
bg jsc: ad, a d, ead, e a d, aktsionerno druzhestvo, ednolichno aktsionerno druzhestvo, kda, adsits
bg lp: et, sd, kd, ednolichen targovets, komanditno druzhestvo, sabiratelno druzhestvo, dzzd
rs hr ba si me mk xk ltd: doo, d o o, dooel, d o o e l, jdoo, drustvo s ogranicenom odgovornoscu, drustvo sa ogranicenom odgovornoscu,
  preduzece doo,
  druzba z omejeno odgovornostjo, drushtvo so ogranichena odgovornost, drushtvo sa ogranichenom odgovornoshcu, drustvo sa ogranicenom
  odgovornoscu, drustvo za proizvodnju trgovinu i usluge doo, zoo
rs hr ba si me mk jsc: dd, d d, ad, akcionarsko drustvo, dionicko drustvo, delniska druzba, aktsionersko drushtvo, aktsionarsko drushtvo,
  d n o
rs hr ba si me mk lp: kd, k d, od, o d, jtd, j t d, samostalna trgovinska radnja, trgovinska radnja, zanatska radnja, komanditno drustvo,
  ortacko drustvo, javno trgovacko drustvo, sztr, szr, s p,
  preduzetnik, obrt, tp, dno
rs hr ba si unitary: jp, javno preduzece, javno poduzece, javno podjetje, jugoimport
rs hr coop: zadruga
gr cy ltd: epe, e p e, ike, i k e, etaireia periorismenis efthynis, eteria periorismenis efthinis, mepe, monoprosopi epe
gr cy jsc: ae, a e, anonymi etaireia, anonymi eteria, abee, aebe, anonymos etairia, aeve
gr cy lp: oe, o e, ee, e e, omorrythmi etaireia, eterorrythmi etaireia
lt lv ee ltd: uab, uzdaroji akcine bendrove, sia, sabiedriba ar ierobezotu atbildibu, ou, osauhing, mb, mazoji bendrija
lt lv ee jsc: ab, akcine bendrove, as, akciju sabiedriba, aktsiaselts, vas, valsts akciju sabiedriba
lt lv ee lp: individuali imone, ik, individualais komersants, ks, fie, usaldusuhing
lt lv ee assoc: mtu, mittetulunduhing, vsi, viesoji istaiga, biedriba
lt unitary: valstybes imone
mt al xk ltd: shpk, sh p k, shoqeri me pergjegjesi te kufizuar
al xk jsc: sha, sh a, shoqeri aksionare

tr ltd: san ve tic ltd, sanayii ve ticaret limited sirketi, san tic ltd sti, ve ticaret limited sirketi, limited sirketi, ltd sti, limited
  sti, ltd sirketi, sti, sirketi, ticaret limited sirketi, ltd st, tic ltd sti, san ve tic ltd
  sti, sanayi ve ticaret limited sirketi
tr jsc: sanayii ve ticaret anonim sirketi, san tic as, ve ticaret anonim sirketi, as, a s, anonim sirketi, anonim sirket, anonim sti,
  sanayi ve ticaret anonim sirketi, san ve tic as, tas, t a s, aos, a o
tr lp: koll sti, kollektif sirket, komandit sirket, kom sti, sahis sirketi, adi ortakligi
tr estab: vakfi
ae sa qa kw bh om jo lb sy iq eg ye ly sd ma ltd: fze, f z e, fz llc, fzllc, fz l l c, fzc, f z c, fzco, f z c o, fz co, free zone
  establishment, free zone company, free zone co, free zone limited liability company,
  dmcc, dwc llc, dwc, wll, w l l, with limited liability, spc, single person company, sole proprietorship llc, llc spc, dht masuliya
  mahduda, dhat masuliyah mahdudah, that masooliya mahdooda, ltd liability,
  zat masulia mahduda, mmh
ae sa qa kw bh om jo lb sy iq eg jsc: pjsc, sal, s a l, sal holding, sal offshore, sal off shore, offshore sal, off shore sal,
  s a l holding, s a l offshore, sae, s
  a e, kscc,
  musahama, musahima, shm, sharika musahama, saudi joint stock company
ae sa iq lb sy lp: tadamun, tawsiya basita, sole establishment, individual institution
ae sa kw lb iq co: sharikat, sharika, sharikah, sharikeh, shareka, sherka, sharkat, cherkat, charikat
ae sa kw estab: muassasa, muassasat, muassasah, muasasa, mouassasat, mu assasat, fz est
ir af co: sherkat, sherkate, sherkat e, sherkat sahami, sherkat e sahami, shirkat, sherkati, sherkatha
ir af jsc: sahami khas, sahami khass, sahami am, sahami aam, sherkat sahami khas, sherkat sahami am, sherkate sahami khas, sherkat e
  sahami khas, private joint stock co, public joint stock co
ir af ltd: ba masouliat mahdoud, ba masuliyat mahdud, ba mas uliyat e mahdud, ba masouliyat e mahdoud, ba mas uliyat mahdud
ir estab: bonyad, moasseseh, muassiseh, mo asseseh, moassese, moasese
il ltd: bm, b m, baam, ba am
pk in bd lk np ltd: pvt co ltd, privet limited, smc pvt ltd, smc pvt limited, smc, private company limited, praivet limited, prayvet limited
in bd opc ltd: opc pvt ltd, opc private limited

cn hk tw mo sg ltd: you xian gong si, youxian gongsi, youxiangongsi, you xian ze ren gong si, youxian zeren gongsi, youxianzerengongsi,
  gufen youxian gongsi limited, jia you xian gong si, youhan gongsi
cn hk tw jsc: gu fen you xian gong si, gufen youxian gongsi, gufenyouxiangongsi, company limited by shares, gu fen gong si
cn hk tw co: gong si, gongsi, kung si, kungssu
jp ltd: yugen kaisha, yk, y k, godo kaisha, gk, g k, yugen gaisha, yugengaisha, yugenkaisha
jp jsc: kabushiki kaisha, kabushikigaisha, kabushikikaisha, kabushiki gaisha, kk, k k
jp lp: goshi kaisha, gomei kaisha
jp estab: zaidan hojin, shadan hojin, ippan shadan hojin
kr kp ltd: yuhan hoesa, yuhanhoesa, yuhan chaegim hoesa, yuhoe
kr kp jsc: jusik hoesa, jusikhoesa, chusik hoesa, chusikhoesa, jusighoesa
kr kp co: hoesa, hoisa, hwesa
th ltd: borisat chamkat, chamkat, bori sat cham kat, borisat
th jsc: mahachon, borisat mahachon, public co ltd, public company limited
th lp: hang hun suan chamkat, ltd part, limited partnership ltd
vn ltd: tnhh, cong ty tnhh, cong ty trach nhiem huu han, trach nhiem huu han, tnhh mtv, cong ty tnhh mtv, tnhh mot thanh vien
vn jsc: ctcp, ctycp, cong ty co phan
vn lp: dntn, doanh nghiep tu nhan
vn co: cong ty
id my bn ltd: sdn bhd, sendirian berhad, sdn, sendirian, s d n b h d, sdnbhd
id my bn jsc: pt, p t, perseroan terbatas, tbk, pt tbk, bhd, berhad, persero, pt persero, terbuka
id my lp: cv, ud, firma, persekutuan komanditer, pd, perusahaan daerah, perum
ph jsc: opc, one person corporation, stock corporation
ph lp: enterprises sole proprietorship
mm ltd: company ltd, myanmar co ltd
kh la ltd: sole co ltd, sole company limited
mn ltd: hhk, xxk, kh kh k, khyazgaarlagdmal khariutslagatai kompani
mn jsc: huvtsaat kompani, khuvitsaat kompani
za na zw ke ng ltd: cc, close corporation, ltd gte, pbc, private business corporation
za na jsc: rf ltd, soc ltd, nhc
et ltd: plc private limited, pvt ltd co, hlfym, hlm
et jsc: sh co, share company, sc
world jsc: societas europaea, societas europea
world coop: sce, societas cooperativa europaea
world co: company cia, cia co
"""


def _phrases() -> dict[str, dict[str, None]]:
    """class → phrases, each once, in the table's order."""
    found: dict[str, dict[str, None]] = {}
    entry = ""
    for line in (*_TABLE.splitlines(), "end :"):
        if line.startswith("  ") or not line.strip():
            entry += " " + line.strip()
            continue
        countries_class, _, phrases = entry.partition(":")
        if phrases.strip():
            cls = countries_class.split()[-1]
            found.setdefault(cls, {}).update(dict.fromkeys(" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip()))
        entry = line
    return found


LEGAL_FORMS = _phrases()
"""class → its phrases."""

ANYWHERE = frozenset(
    """
    ltd llc inc plc jsc llp ooo oao zao pao gmbh pte pty pvt fze fzc wll bhd sdn ojsc cjsc pjsc sarl eurl corp ltda srl bvba uab sro doo
    sas eood ood kft
    """.split()
)
"""Abbreviations that are no word of any tongue, and count wherever they stand in a name."""

AT_BEGINNING = frozenset(
    """
    ab ad ag ao as at chp co chup comp dd dp dk cie cia cv coop est ets eurl fgup fkp fop gk gup iooo ip jp ks kk kb mup nv odo ou oy oyj
  osoo pat pd pp
    prat pt pjs rup sa sab sal sia sl sp ste spa stichting stiftung sti taa tdv tk too tov ud up vat vof zat zrt sue fsue sc smc
    """.split()
)
"""Short abbreviations that some tongues also put first; all other short ones count at a name's end only."""
