package org.copydesk.dedup.opening;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The beginning of a text as it is read: digits of all scripts are 0 to 9, quotes and dashes one of
 * a kind, entities that a dump left are characters, and what cannot be seen is gone.
 */
final class OpeningText {
  private static final Pattern ENTITY =
      Pattern.compile("& ?(?:# ?(x?[0-9a-fA-F]{2,6})|([a-zA-Z]{2,8})) ?;");

  /** "㎡", "㎞": units in one character. */
  private static final Pattern SQUARED = Pattern.compile("[\u3371-\u337A\u3380-\u33DF]");

  private OpeningText() {}

  /** At most {@link Opening#MOST_CHARS} characters of a text. */
  static String of(String raw) {
    String text = raw.length() > Opening.MOST_CHARS ? raw.substring(0, Opening.MOST_CHARS) : raw;
    if (text.indexOf('&') >= 0) {
      text = decode(text);
    }
    String form =
        isOfPlainLetters(text)
            ? text
            : Normalizer.normalize(SQUARED.matcher(text).replaceAll(" $0 "), Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c >= 0x80) {
        if (Character.isDigit(c)) {
          c = (char) ('0' + Character.digit(c, 10));
        } else if (c == '٫' || c == '٬') {
          c = c == '٫' ? '.' : ',';
        } else if (c == '⁄') {
          c = '/';
        } else if (c == '’' || c == '‘' || c == 'ʼ' || c == '´') {
          c = '\'';
        } else if (c >= '‐' && c <= '―' || c == '−') {
          c = c >= '–' && c != '−' ? '—' : '-';
        } else if (Character.getType(c) == Character.FORMAT || (c >= 0xFE00 && c <= 0xFE0F)) {
          continue;
        } else if (Character.isSpaceChar(c)) {
          c = ' ';
        }
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Whether all characters stand for themselves: letters of Latin-1 and Cyrillic, and quotes. */
  private static boolean isOfPlainLetters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain =
          c < 0xA0
              || (c >= 0xC0 && c <= 0xFF)
              || (c >= 0x400 && c <= 0x45F)
              || (c >= '–' && c <= '”' && c != '‗');
      if (!isPlain) {
        return false;
      }
    }
    return true;
  }

  private static String decode(String text) {
    Matcher entity = ENTITY.matcher(text);
    StringBuilder out = new StringBuilder();
    while (entity.find()) {
      String plain = " ";
      if (entity.group(1) != null) {
        String digits = entity.group(1);
        boolean isHex = digits.charAt(0) == 'x';
        String figures = isHex ? digits.substring(1) : digits.replaceAll("[a-fA-F]", "");
        int c = figures.isEmpty() ? -1 : Integer.parseInt(figures, isHex ? 16 : 10);
        plain = Character.isValidCodePoint(c) ? Character.toString(c) : " ";
      } else {
        plain = Parser.unescapeEntities("&" + entity.group(2) + ";", false);
      }
      boolean isQuote = plain.equals("'") || plain.equals("’");
      if (isQuote && out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
        out.setLength(out.length() - 1);
      }
      entity.appendReplacement(out, Matcher.quoteReplacement(plain));
    }
    return entity.appendTail(out).toString();
  }
}
