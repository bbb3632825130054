package org.copydesk.quality;

import java.util.Locale;
import java.util.Set;
import org.copydesk.text.Tokens;

/**
 * Words of labels, whatever they say: a few words each, one a line or parted by signs ("Home |
 * Sport | About us"), many together, without digits or the end of a sentence.
 */
final class MenuLabels {
  private static final int MOST_WORDS = 4;
  private static final int MOST_CHARACTERS = 32;

  /** In scripts without spaces, where each counts as a word. */
  private static final int MOST_ALONE = 12;

  /** Fewer lines or parts of a line may be a heading, a verse or names. */
  private static final int LEAST_LINES = 6;

  private static final int LEAST_PARTS = 4;
  private static final String PARTING =
      "|\u00B7\u2022\u203A\u00BB>/\u2192\u2013\u25CF\u25AA\u2502\u00A6\uFF5C\u30FB\uFF0F";

  /** What stands before the tags of an article. */
  private static final Set<String> HEADS =
      Set.of(
          "tags",
          "tag",
          "keywords",
          "topics",
          "related topics",
          "filed under",
          "schlagworte",
          "schlagwörter",
          "stichwörter",
          "themen",
          "mots-clés",
          "mots clés",
          "étiquettes",
          "etiquetas",
          "palabras clave",
          "temas",
          "palavras-chave",
          "parole chiave",
          "argomenti",
          "trefwoorden",
          "labels",
          "tagi",
          "słowa kluczowe",
          "štítky",
          "klíčová slova",
          "теги",
          "метки",
          "ключевые слова",
          "ключові слова",
          "мітки",
          "тагове",
          "etiketler",
          "anahtar kelimeler",
          "ετικέτες",
          "λέξεις κλειδιά",
          "nyckelord",
          "taggar",
          "ämnen",
          "emneord",
          "stikord",
          "avainsanat",
          "asiasanat",
          "címkék",
          "kulcsszavak",
          "etichete",
          "cuvinte cheie",
          "الوسوم",
          "وسوم",
          "كلمات مفتاحية",
          "الكلمات المفتاحية",
          "برچسب‌ها",
          "برچسب ها",
          "תגיות",
          "תגים",
          "टैग",
          "टैग्स",
          "标签",
          "標籤",
          "关键词",
          "關鍵字",
          "タグ",
          "キーワード",
          "태그",
          "키워드",
          "từ khóa",
          "thẻ",
          "แท็ก",
          "kata kunci",
          "oznake",
          "ключни думи");

  private static final int LONGEST_HEAD = 24;

  private MenuLabels() {}

  /**
   * Share of the words of a text, as white space parts them; of scripts without spaces of the
   * letters.
   */
  static double share(char[] text, int length) {
    int words = 0;
    int labels = 0;
    int inRun = 0;
    int runLines = 0;
    int start = 0;
    while (start <= length) {
      int end = start;
      while (end < length && text[end] != '\n') {
        end++;
      }
      int own = 0;
      int signs = 0;
      boolean isInside = false;
      for (int i = start; i < end; i++) {
        char c = text[i];
        if (c > ' ' && c < 0x80) {
          own += isInside ? 0 : 1;
          isInside = true;
          signs += c == '|' || c == '>' || c == '/' ? 1 : 0;
        } else if (c == ' ') {
          isInside = false;
        } else {
          boolean isAlone = isAlone(c);
          boolean isSpace = !isAlone && QualityMeter.isSpace(c);
          own += isAlone || !isSpace && !isInside ? 1 : 0;
          isInside = !isAlone && !isSpace;
          signs += c == '\t' || isSign(c) ? 1 : 0;
        }
      }
      words += own;
      if (own > 0) {
        int parts = signs >= LEAST_PARTS - 1 ? parted(text, start, end) : 0;
        if (parts == 0 && isTags(text, start, end)) {
          parts = own;
        }
        if (parts > 0) {
          labels += parts;
        }
        if (parts == 0 && end - start <= MOST_CHARACTERS && isLabel(text, start, end, own)) {
          inRun += own;
          runLines++;
        } else {
          labels += runLines >= LEAST_LINES ? inRun : 0;
          inRun = 0;
          runLines = 0;
        }
      }
      start = end + 1;
    }
    labels += runLines >= LEAST_LINES ? inRun : 0;
    return words == 0 ? 0 : Math.min(1, (double) labels / words);
  }

  /** "Tags: bins, Ward 7, town hall": such a word, a colon, and names that commas part. */
  private static boolean isTags(char[] text, int from, int to) {
    int colon = from;
    int most = Math.min(to, from + LONGEST_HEAD);
    while (colon < most && text[colon] != ':' && text[colon] != '\uFF1A') {
      colon++;
    }
    if (colon == most
        || !HEADS.contains(new String(text, from, colon - from).strip().toLowerCase(Locale.ROOT))) {
      return false;
    }
    int commas = 0;
    for (int i = colon; i < to; i++) {
      commas += text[i] == ',' || text[i] == '\u3001' || text[i] == '\u060C' ? 1 : 0;
    }
    return commas >= 2 && text[to - 1] != '.' && text[to - 1] != '\u3002';
  }

  /** Of signs beyond ASCII that part; letters are not looked up. */
  private static boolean isSign(char c) {
    boolean isBeyond =
        c >= '\u2010' && c < '\u2600' || c < '\u00C0' || c == '\u30FB' || c >= '\uFF00';
    return isBeyond && PARTING.indexOf(c) >= 0;
  }

  /** Words of a line that signs part into labels; 0 where they do not. */
  private static int parted(char[] text, int from, int to) {
    int parts = 0;
    int labels = 0;
    int signs = 0;
    int inLabels = 0;
    int start = from;
    for (int i = from; i <= to; i++) {
      boolean isParting = i < to && isParting(text, i, from, to);
      if (isParting || i == to) {
        int words = words(text, start, i);
        if (words > 0) {
          parts++;
          boolean isLabel = isLabel(text, start, i, words);
          labels += isLabel ? 1 : 0;
          inLabels += isLabel ? words : 0;
        }
        signs += isParting ? 1 : 0;
        start = i + 1;
      }
    }
    return parts >= LEAST_PARTS && 5 * labels >= 4 * parts ? inLabels + signs : 0;
  }

  /** A sign between spaces, or one that stands between words only. */
  private static boolean isParting(char[] text, int at, int from, int to) {
    if (text[at] == '\t') {
      return true;
    }
    if (PARTING.indexOf(text[at]) < 0) {
      return false;
    }
    return (at == from || QualityMeter.isSpace(text[at - 1]))
            && (at + 1 == to || QualityMeter.isSpace(text[at + 1]))
        || text[at] == '|'
        || text[at] >= '\u3000';
  }

  private static boolean isLabel(char[] text, int from, int to, int words) {
    int letters = 0;
    int alone = 0;
    char last = ' ';
    for (int i = from; i < to; i++) {
      char c = text[i];
      alone += isAlone(c) ? 1 : 0;
      if (PersonalData.isDigit(c)) {
        return false;
      }
      letters += Character.isLetter(c) ? 1 : 0;
      last = QualityMeter.isSpace(c) ? last : c;
    }
    boolean isEnding =
        ".!?:;,\"\u2026\u3002\uFF01\uFF1F\u061F\u0964\u201D\u00BB".indexOf(last) >= 0;
    boolean isShort = alone == 0 ? words <= MOST_WORDS : alone <= MOST_ALONE;
    return isShort && to - from <= MOST_CHARACTERS && letters > 1 && !isEnding;
  }

  private static boolean isAlone(char c) {
    return c >= '\u0E00' && Tokens.standsAlone(c);
  }

  private static int words(char[] text, int from, int to) {
    int words = 0;
    boolean isInside = false;
    for (int i = from; i < to; i++) {
      boolean isAlone = isAlone(text[i]);
      boolean isSpace = QualityMeter.isSpace(text[i]);
      words += isAlone || !isSpace && !isInside ? 1 : 0;
      isInside = !isAlone && !isSpace;
    }
    return words;
  }
}
