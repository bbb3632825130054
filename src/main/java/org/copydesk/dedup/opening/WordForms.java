package org.copydesk.dedup.opening;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Words as they are compared: letters that look alike are one, and how far two words differ. */
public final class WordForms {
  /** Older forms of Han characters that names keep, each before the one in use. */
  private static final String HAN =
      "齋斎髙高﨑崎濵浜濱浜邊辺邉辺澤沢廣広國国龍竜櫻桜眞真嶋島德徳惠恵榮栄實実學学藏蔵齊斉壽寿靜静條条瀨瀬彌弥" + "與与曾曽鷗鴎巖巌淺浅圓円萬万會会關関醫医縣県區区廳庁驛駅";

  private static final Map<String, String> SIMPLIFIED = new ConcurrentHashMap<>();

  private static final int LEAST_ABBREVIATED = 3;
  private static final int LEAST_STEM = 3;

  /** Korean letters, into which {@link #fold} parts syllables. */
  private static final char FIRST_JAMO = '\u1100';

  private static final char LAST_JAMO = '\u11FF';

  /** Letters that endings of a name change. */
  private static final int MOST_ENDING = 2;

  private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
  private static final Pattern VOWELS = Pattern.compile("[aeiouyаеиоуыэюяієїαεηιουωy]");

  private WordForms() {}

  /**
   * A lower-case word without accents and with one letter for those that outlets write for one
   * another: "straße" and "strasse", "ещё" and "еще", Arabic and Persian yeh and kaf.
   */
  public static String fold(String word) {
    boolean isAscii = true;
    for (int i = 0; i < word.length(); i++) {
      isAscii &= word.charAt(i) < 0x80;
    }
    if (isAscii) {
      return word;
    }
    String parts = Normalizer.normalize(word, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(parts.length() + 2);
    boolean hasKana = false;
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      switch (c) {
        case 'ß' -> out.append("ss");
        case 'æ' -> out.append("ae");
        case 'œ' -> out.append("oe");
        case 'ø' -> out.append('o');
        case 'ı' -> out.append('i');
        case 'ي', 'ى' -> out.append('ی');
        case 'ك' -> out.append('ک');
        case 'ة' -> out.append('ه');
        case 'ـ' -> {}
        case 'ँ' -> out.append('ं');
        default -> {
          int type = Character.getType(c);
          // Marks of Indic scripts are vowels and those of kana are other consonants; those of the
          // others are accents and points.
          boolean isKana = c == 0x3099 || c == 0x309A;
          hasKana |= isKana;
          boolean isAccent =
              type == Character.NON_SPACING_MARK
                  && !isKana
                  && (c < 0x0900 || c > 0x0DFF || c == 0x093C);
          if (!isAccent && type != Character.FORMAT) {
            out.append(c);
          }
        }
      }
    }
    return hasKana ? Normalizer.normalize(out, Normalizer.Form.NFC) : out.toString();
  }

  /** The form in use of a Han character that stands in an older one. */
  static String han(String character) {
    int at = HAN.indexOf(character);
    if (at >= 0 && at % 2 == 0) {
      return HAN.substring(at + 1, at + 2);
    }
    return character;
  }

  /** Whether two Han characters are one, traditional and simplified. */
  static boolean isOneHan(String a, String b) {
    return a.length() == 1
        && b.length() == 1
        && Character.isIdeographic(a.charAt(0))
        && Character.isIdeographic(b.charAt(0))
        && simplified(a).equals(simplified(b));
  }

  /** Read when the first two Han characters differ, not before. */
  private static final class Simplifier {
    static final Transliterator OF_HAN = Transliterator.getInstance("Traditional-Simplified");
  }

  private static String simplified(String character) {
    return SIMPLIFIED.computeIfAbsent(character, Simplifier.OF_HAN::transliterate);
  }

  /**
   * Whether one is likely the other with a typing error, another ending or cut short: "Calif" and
   * "california", "mintues" and "minutes", "labor" and "labour".
   */
  static boolean isAlike(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = shorter.equals(a) ? b : a;
    if (shorter.length() >= LEAST_ABBREVIATED && longer.startsWith(shorter)) {
      return true;
    }
    if (longer.charAt(0) >= FIRST_JAMO && longer.charAt(0) <= LAST_JAMO) {
      return isAlike(composed(a), composed(b)); // by syllables, which are what changes places
    }
    int most = longer.length() >= 11 ? 3 : longer.length() >= 7 ? 2 : longer.length() >= 4 ? 1 : 0;
    boolean isNear = longer.length() - shorter.length() <= most && distance(a, b) <= most;
    return isNear || isMisread(a, b) || isMisread(b, a);
  }

  /** Whether a word without a vowel has the other's consonants: "prss" or "pprss", "press". */
  static boolean isMisread(String without, String word) {
    return without.length() >= LEAST_ABBREVIATED
        && !VOWELS.matcher(without).find()
        && once(without).equals(once(consonants(word)));
  }

  /** Letters that stand twice or more in a row, once. */
  private static String once(String word) {
    return REPEATED.matcher(word).replaceAll("$1");
  }

  /** A word with Korean letters put together to syllables again. */
  static String composed(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC);
  }

  /**
   * Whether one name is likely the other with a typing error, another ending, cut short or written
   * for the ear: "Mohammed" and "Muhammad", but not "Bogumil" and "Bohumir". Of names that differ
   * in two letters the consonants must be one, or all that differs is the ending.
   */
  static boolean isSlip(String a, String b) {
    if (!isAlike(a, b) || TerritoryNames.areTwo(a, b)) {
      return false;
    }
    int shared = sharedBeginning(a, b);
    return shared == Math.min(a.length(), b.length())
        || distance(a, b) <= 1
        || Math.max(a.length(), b.length()) - shared <= MOST_ENDING
        || once(consonants(a)).equals(once(consonants(b)));
  }

  private static String consonants(String word) {
    return VOWELS.matcher(word).replaceAll("");
  }

  /** Whether two words begin alike for most of the shorter one: forms of one word. */
  static boolean haveStem(String a, String b) {
    int shared = sharedBeginning(a, b);
    return shared >= LEAST_STEM && 5 * shared >= 3 * Math.min(a.length(), b.length());
  }

  private static int sharedBeginning(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int shared = 0;
    while (shared < shorter && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
