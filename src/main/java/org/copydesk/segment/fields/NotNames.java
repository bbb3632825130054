package org.copydesk.segment.fields;

import java.util.Locale;
import java.util.Set;
import org.copydesk.segment.words.BylineWords;
import org.copydesk.segment.words.CreditWords;
import org.copydesk.text.Normaliser;

/**
 * What stands in a byline like a name and is none: accounts ("admin"), buttons ("share"), houses
 * ("Harbour Times"), degrees ("PhD"). Words are folded as {@link Normaliser} gives them.
 */
final class NotNames {
  /** Words that tell, after a name, that a house or a desk is named and not another author. */
  private static final Set<String> HOUSES =
      Set.of(
          ("news wire press agency times post desk staff bureau updated media magazine radio tv daily"
                  + " redaktion agentur presse nachrichten agence agencia agenzia agência редакция агентство")
              .split(" "));

  private static final Set<String> NOT_NAMES =
      Set.of(
          ("admin|administrator|editor|redaktion|redaction|redazione|staff|staff writer|staff reporter"
                  + "|webmaster|guest|user|author|unknown|anonymous|none|null|undefined|editorial"
                  + "|newsroom|root|newsdesk|our reporter|our foreign staff|foreign staff"
                  + "|our correspondent|own correspondent|web desk|die redaktion|the editors|n/a|online"
                  + "|facebook|twitter|instagram|linkedin|whatsapp|telegram|pinterest|youtube|tiktok"
                  + "|digital edition|insights|share|mins|min|comments|last update|last updated|read"
                  + "|e-mail|email|editorial staff|editorial team|la redazione|la rédaction|redacción"
                  + "|redação|redactie|redakcja|редакция|posted|published|publiziert|veröffentlicht"
                  + "|publié|publicado|updated|aktualisiert")
              .split("\\|"));

  /** Degrees and the like after a name; others are known by their capitals. */
  private static final Set<String> DEGREES =
      Set.of(
          ("jr jr. sr sr. ii iii iv md m.d. phd ph.d. ph.d dr dr. esq esq. mba msc bsc m.sc. b.sc. rn"
                  + " dvm jd j.d. cpa dds facp")
              .split(" "));

  private static final int LONGEST_DEGREE = 7;

  private NotNames() {}

  /** Whether this stands where names do and names nobody. */
  static boolean isOne(String folded) {
    return NOT_NAMES.contains(folded);
  }

  /** Whether two words name a house or what somebody is there: "Harbour Correspondent". */
  static boolean isHouse(String folded, String next) {
    String both = folded + ' ' + withoutSign(Normaliser.normalise(next));
    return BylineWords.SHIPPED.isRole(both) || CreditWords.SHIPPED.isAgency(both);
  }

  /** Whether a word behind a name is a degree. */
  static boolean isDegree(String word, String folded) {
    String bare = withoutSign(folded);
    return DEGREES.contains(folded)
        || DEGREES.contains(bare)
        || word.length() <= LONGEST_DEGREE
            && word.equals(word.toUpperCase(Locale.ROOT))
            && !word.equals(word.toLowerCase(Locale.ROOT));
  }

  /** Whether any of the words tells that a house is named. */
  static boolean hasHouse(String folded) {
    for (String word : folded.split(" ")) {
      if (HOUSES.contains(word) || CreditWords.SHIPPED.isAgency(word)) {
        return true;
      }
    }
    return false;
  }

  /** The word without a full stop or colon at its end. */
  static String withoutSign(String word) {
    return word.endsWith(".") || word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
  }
}
