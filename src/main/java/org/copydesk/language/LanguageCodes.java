package org.copydesk.language;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The shortest ISO 639 code of a language: {@code deu} is {@code de}, {@code ceb} stays. */
final class LanguageCodes {
  // Written out, since the JDK's table answers by version ("iw" for Hebrew) and lacks the codes of
  // single languages that stand for a macrolanguage (cmn, pes, lvs, ekk, plt).
  private static final String PAIRS =
      "afr=af ara=ar aze=az bak=ba bel=be ben=bn bos=bs bre=br bul=bg cat=ca ces=cs che=ce cmn=zh"
          + " cym=cy dan=da deu=de ekk=et ell=el eng=en epo=eo est=et eus=eu fao=fo fas=fa fin=fi"
          + " fra=fr fry=fy gle=ga glg=gl guj=gu heb=he hin=hi hrv=hr hun=hu hye=hy ind=id isl=is"
          + " ita=it jav=jv jpn=ja kan=kn kat=ka kaz=kk kir=ky kor=ko lat=la lav=lv lim=li lit=lt"
          + " ltz=lb lvs=lv mal=ml mar=mr mkd=mk mlt=mt mon=mn mri=mi msa=ms nep=ne nld=nl nno=nn"
          + " nob=no oci=oc pan=pa pes=fa plt=mg pol=pl por=pt pus=ps ron=ro rus=ru san=sa sin=si"
          + " slk=sk slv=sl som=so spa=es sqi=sq srp=sr sun=su swa=sw swe=sv tam=ta tat=tt tel=te"
          + " tgk=tg tgl=tl tha=th tur=tr ukr=uk urd=ur uzb=uz vie=vi vol=vo zul=zu";

  private static final Map<String, String> SHORT = new TreeMap<>();

  static {
    for (String pair : PAIRS.split(" ")) {
      SHORT.put(pair.substring(0, 3), pair.substring(4));
    }
  }

  /** Languages close to one with many newspapers and themselves with few. */
  private static final Set<String> RARE =
      Set.of(
          "ast", "bs", "gsw", "jv", "la", "li", "min", "nds", "nn", "oc", "pnb", "sa", "su", "vo",
          "war");

  private LanguageCodes() {}

  static String shortest(String code) {
    return SHORT.getOrDefault(code, code);
  }

  static boolean isRareInNews(String code) {
    return RARE.contains(code);
  }
}
