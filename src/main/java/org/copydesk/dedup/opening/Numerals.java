package org.copydesk.dedup.opening;

/** What figures mean: 1.500.000 and 1,500,000, XIV, 三十万, 万 behind a figure. */
final class Numerals {
  static final String HAN_DIGITS = "〇一二三四五六七八九";
  private static final String HAN_UNITS = "十百千万億亿萬";

  private Numerals() {}

  static boolean isHangul(char c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  /** Value of a numeral of I, V and X. */
  static int roman(String word) {
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = digit(word.charAt(i));
      value += i + 1 < word.length() && digit(word.charAt(i + 1)) > digit ? -digit : digit;
    }
    return value;
  }

  private static int digit(char c) {
    return c == 'I' ? 1 : c == 'V' ? 5 : 10;
  }

  static boolean isHanNumeral(char c) {
    return c == '两' || c == '兩' || HAN_DIGITS.indexOf(c) >= 0 || HAN_UNITS.indexOf(c) >= 0;
  }

  /** Where the decimals of 四点五 end; {@code at} where there are none, as in 四点五分, a time. */
  static int decimalsEnd(String text, int at) {
    if (at >= text.length() || "点點・".indexOf(text.charAt(at)) < 0) {
      return at;
    }
    int end = at + 1;
    while (end < text.length() && HAN_DIGITS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean isTime = end < text.length() && "十分刻半".indexOf(text.charAt(end)) >= 0;
    return end == at + 1 || isTime || text.charAt(at + 1) == '〇' ? at : end;
  }

  /** Value of Han numerals: by place (二〇二五) or by unit (三十万). */
  static double han(String printed) {
    String numeral = printed.replace('两', '二').replace('兩', '二');
    boolean isPositional = true;
    for (int i = 0; i < numeral.length(); i++) {
      isPositional &= HAN_DIGITS.indexOf(numeral.charAt(i)) >= 0;
    }
    double total = 0;
    double section = 0;
    double digit = 0;
    double large = 0;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      int value = HAN_DIGITS.indexOf(c);
      if (value >= 0) {
        digit = isPositional ? digit * 10 + value : value;
        continue;
      }
      double unit =
          switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万', '萬' -> 1e4;
            default -> 1e8;
          };
      if (unit >= 1e4) {
        // 一万亿 is so many times 亿, 一亿二千万 is one and the other.
        double before = section + digit;
        total =
            unit < large
                ? total + (before == 0 ? 1 : before) * unit
                : (total + (before == 0 && total == 0 ? 1 : before)) * unit;
        large = unit;
        section = 0;
      } else {
        section += (digit == 0 ? 1 : digit) * unit;
      }
      digit = 0;
    }
    return total + section + digit;
  }

  /** Value of a figure, whatever parts its thousands and its decimals. */
  static double value(String piece) {
    String text = piece;
    int last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    boolean isDecimal =
        last > 0
            && (text.length() - last - 1 != 3
                || last > 3
                || text.charAt(0) == '0'
                || text.indexOf(text.charAt(last) == ',' ? '.' : ',') >= 0
                || text.indexOf(' ') >= 0);
    if (isDecimal && text.indexOf(text.charAt(last)) != last) {
      isDecimal = false; // 1,500,000
    }
    String whole = (isDecimal ? text.substring(0, last) : text).replaceAll("[^0-9]", "");
    String decimals = isDecimal ? text.substring(last + 1).replaceAll("[^0-9]", "") : "";
    return Double.parseDouble(decimals.isEmpty() ? whole : whole + "." + decimals);
  }
}
