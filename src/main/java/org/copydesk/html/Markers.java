package org.copydesk.html;

import java.util.List;
import java.util.Locale;

/**
 * Truncation signs and "read more" markers at the end of a snippet: "The port opens ... Read more
 * »" is the text "The port opens", truncated, with the marker "Read more »".
 */
final class Markers {
  private static final List<String> SIGNS =
      List.of("[...]", "[…]", "(...)", "(…)", "[&hellip;]", "……", "...", ". . .", "…", "⋯", "‥");

  /** Translations of "read more" from nikola's catalogue (MIT) and other common forms. */
  private static final List<String> MARKERS =
      List.of(
          "read more",
          "read full story",
          "full story",
          "continue reading",
          "keep reading",
          "more",
          "read article",
          "read story",
          "read on",
          "click here to read",
          "learn more",
          "see more",
          "view more",
          "weiterlesen",
          "mehr lesen",
          "mehr",
          "mehr erfahren",
          "zum artikel",
          "weiter",
          "lire la suite",
          "lire plus",
          "en savoir plus",
          "leer más",
          "seguir leyendo",
          "ver más",
          "leggi tutto",
          "leggi di più",
          "continua la lettura",
          "ler mais",
          "leia mais",
          "continue lendo",
          "lees meer",
          "lees verder",
          "czytaj więcej",
          "czytaj dalej",
          "číst dál",
          "čítať ďalej",
          "læs mere",
          "les mer",
          "läs mer",
          "lue lisää",
          "loe veel",
          "lasīt vairāk",
          "skaityti daugiau",
          "citește mai mult",
          "olvass tovább",
          "tovább",
          "pročitaj više",
          "čitaj dalje",
          "več o tem",
          "прочитај више",
          "читать далее",
          "подробнее",
          "читать полностью",
          "читати далі",
          "чети нататък",
          "διαβάστε περισσότερα",
          "περισσότερα",
          "devamını oku",
          "devamı",
          "daha fazla",
          "قراءة المزيد",
          "اقرأ المزيد",
          "المزيد",
          "تابع القراءة",
          "بیشتر بخوانید",
          "ادامه مطلب",
          "مزید پڑھیں",
          "קרא עוד",
          "המשך קריאה",
          "और पढ़ें",
          "और पढ़िए",
          "आगे पढ़ें",
          "続きを読む",
          "もっと見る",
          "続きはこちら",
          "全文を読む",
          "阅读更多",
          "閱讀更多",
          "查看更多",
          "更多",
          "全文",
          "繼續閱讀",
          "더 읽기",
          "더보기",
          "자세히 보기",
          "อ่านเพิ่มเติม",
          "đọc thêm",
          "xem thêm",
          "baca selengkapnya",
          "soma zaidi",
          "lexo më shumë");

  private static final String GLYPHS = "»›→>←▶+« ";

  /**
   * A snippet taken apart.
   *
   * @param text without sign and marker
   * @param marker as printed; null when none
   * @param isTruncated whether a sign or a marker stood at the end
   */
  record Cut(String text, String marker, boolean isTruncated) {}

  private Markers() {}

  /** Whether a line is a marker and nothing else. */
  static boolean isMarker(String line) {
    return line.length() <= 40 && MARKERS.contains(plain(line));
  }

  /** Whether a line is a marker that names what it leads to: "Learn more about the ferry". */
  static boolean leadsOn(String line) {
    String lower = plain(line);
    for (String start :
        new String[] {
          "learn more about ",
          "find out more ",
          "read more about ",
          "more about ",
          "mehr über ",
          "en savoir plus sur ",
          "más sobre ",
          "leer más sobre "
        }) {
      if (lower.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  static Cut cut(String snippet) {
    String text = snippet.strip();
    String marker = null;
    String lower = text.toLowerCase(Locale.ROOT);
    String bare = withoutGlyphs(lower);
    for (String known : MARKERS) {
      if (bare.endsWith(known) && bare.length() == withoutGlyphs(text).length()) {
        int at = bare.length() - known.length();
        String before = text.substring(0, at).stripTrailing();
        boolean hasGlyph = bare.length() < text.length();
        boolean isLong = known.indexOf(' ') > 0 || TextBlock.isDense(known.charAt(0));
        boolean isWhole =
            at == 0
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || TextBlock.isDense(known.charAt(0));
        if (isWhole
            && (signLength(before) > 0 || (hasGlyph && isLong))
            && (marker == null || text.length() - at > marker.length())) {
          marker = text.substring(at);
        }
      }
    }
    if (marker != null) {
      text = text.substring(0, text.length() - marker.length()).stripTrailing();
    }
    int sign = signLength(text);
    if (sign > 0) {
      text = text.substring(0, text.length() - sign).stripTrailing();
    }
    return new Cut(text, marker, marker != null || sign > 0);
  }

  private static int signLength(String text) {
    for (String sign : SIGNS) {
      if (text.endsWith(sign)) {
        return sign.length();
      }
    }
    return 0;
  }

  private static String plain(String line) {
    String text = line.toLowerCase(Locale.ROOT).strip();
    for (String sign : SIGNS) {
      if (text.startsWith(sign)) {
        text = text.substring(sign.length()).strip();
      }
      if (text.endsWith(sign)) {
        text = text.substring(0, text.length() - sign.length()).strip();
      }
    }
    return withoutGlyphs(text);
  }

  private static String withoutGlyphs(String text) {
    int end = text.length();
    while (end > 0 && GLYPHS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
