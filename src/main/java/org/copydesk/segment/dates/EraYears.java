package org.copydesk.segment.dates;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes East Asian dates with the years of the common era and in digits: "令和五年六月四日" becomes
 * "2023年6月4日", "民國112年6月4日" and "R5.6.4" as well. A text without such dates stays as it is.
 */
final class EraYears {
  /** The year before the first of each era. */
  private static final Map<String, Integer> ERAS = new LinkedHashMap<>();

  static {
    ERAS.put("令和", 2018);
    ERAS.put("平成", 1988);
    ERAS.put("昭和", 1925);
    ERAS.put("大正", 1911);
    ERAS.put("明治", 1867);
    ERAS.put("民國", 1911);
    ERAS.put("民国", 1911);
  }

  private static final String NAMES = String.join("|", ERAS.keySet());
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern NUMERALS =
      Pattern.compile("([〇零○一二三四五六七八九十百]{1,6})(?=\\s?[年月日時时點点分])");
  private static final Pattern FIRST = Pattern.compile("(?<=" + NAMES + ")\\s?元(?=\\s?年)");

  /** "2023(令和5)年" and "令和5年(2023年)" say the year twice. */
  private static final Pattern TWICE =
      Pattern.compile(
          "\\((?:"
              + NAMES
              + ")\\s?\\d{1,3}年?\\)(?=\\s?年)|(?<=年)\\s?\\((?:\\d{4}|(?:"
              + NAMES
              + ")\\s?\\d{1,3})年?\\)");

  private static final Pattern YEAR =
      Pattern.compile("(" + NAMES + ")\\s?(\\d{1,3})(?=\\s?[年./-])");

  /** The eras' letters, as forms print them; nothing else may stand beside. */
  private static final Pattern LETTER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])([rhs])(\\d{1,2})(?=[./]\\d{1,2}[./]\\d{1,2}(?![\\d./]))");

  private EraYears() {}

  /** {@code folded} in normal form. */
  static String inCommonEra(String folded) {
    if (folded.indexOf('年') < 0 && !mayHaveEra(folded)) {
      return folded;
    }
    String text = NUMERALS.matcher(folded).replaceAll(m -> Integer.toString(value(m.group(1))));
    text = FIRST.matcher(text).replaceAll("1");
    text = TWICE.matcher(text).replaceAll("");
    text =
        YEAR.matcher(text)
            .replaceAll(m -> Integer.toString(ERAS.get(m.group(1)) + Integer.parseInt(m.group(2))));
    return LETTER.matcher(text).replaceAll(EraYears::ofLetter);
  }

  private static boolean mayHaveEra(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    boolean isLetter =
        start + 1 < text.length()
            && "rhs".indexOf(text.charAt(start)) >= 0
            && Character.isDigit(text.charAt(start + 1));
    return isLetter
        || text.indexOf('國') >= 0
        || text.indexOf('国') >= 0
        || text.indexOf('和') >= 0
        || text.indexOf("平成") >= 0;
  }

  private static String ofLetter(MatchResult found) {
    String era =
        switch (found.group(1)) {
          case "r" -> "令和";
          case "h" -> "平成";
          default -> "昭和";
        };
    return Integer.toString(ERAS.get(era) + Integer.parseInt(found.group(2)));
  }

  /** "二〇二三" is 2023, "三十一" is 31, "百十二" is 112. */
  private static int value(String numerals) {
    int whole = 0;
    int digit = 0;
    boolean isPlaced = false;
    int plain = 0;
    for (int i = 0; i < numerals.length(); i++) {
      char c = numerals.charAt(i);
      if (c == '十' || c == '百') {
        isPlaced = true;
        whole += Math.max(1, digit) * (c == '十' ? 10 : 100);
        digit = 0;
      } else {
        digit = Math.max(0, DIGITS.indexOf(c));
        plain = plain * 10 + digit;
      }
    }
    return isPlaced ? whole + digit : plain;
  }
}
