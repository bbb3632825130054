package org.copydesk.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds e-mail addresses (written out ones too), telephone numbers, IP addresses, card numbers and
 * IBANs in a text, counts and masks them: "call +49 30 1234567" becomes "call [phone]".
 *
 * <p>One pass from left to right, each place looked at a bounded number of times; cheap signs come
 * first, words and numbering plans are asked only where those speak for a find. Card numbers are
 * checked by Luhn's rule, IBANs by their remainder and length, telephone numbers by the plans of
 * the regions where the text's language is spoken. Names are not looked for: bylines stay.
 */
public final class PersonalData {
  /** Version of the rules, for manifests. */
  public static final int VERSION = 2;

  /** A kind of personal data; its key is the field of the {@code pii} struct. */
  public enum Kind {
    EMAIL,
    PHONE,
    IP,
    CARD,
    IBAN;

    /** Name in lower case, as {@code email}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where something was found: characters {@code start} to {@code end} of the text. */
  public record Found(Kind kind, int start, int end) {}

  /** How much of each kind a text holds. */
  public record Counts(int email, int phone, int ip, int card, int iban) {
    public int total() {
      return email + phone + ip + card + iban;
    }
  }

  // What a character may begin, or stand in the middle of; most of a text is nothing of the kind.
  private static final byte NO_SIGN = 0;
  private static final byte SPACE = 1;
  private static final byte AT_SIGN = 2;
  private static final byte LETTER = 3;
  private static final byte DIGIT = 4;
  private static final byte OPENING = 5;
  private static final byte HEX = 6;
  private static final byte[] SIGNS = new byte[128];

  static {
    for (char c = 0; c < SIGNS.length; c++) {
      SIGNS[c] =
          c == ' '
              ? SPACE
              : c == '@'
                  ? AT_SIGN
                  : c >= 'A' && c <= 'Z'
                      ? LETTER
                      : isDigit(c)
                          ? DIGIT
                          : c == '+' || WrittenOutEmail.isOpening(c)
                              ? OPENING
                              : isHex(c) ? HEX : NO_SIGN;
    }
  }

  private PersonalData() {}

  /** As {@link #find(String, String)}, of a text in a language that is not known. */
  public static List<Found> find(String text) {
    return find(text, null);
  }

  /**
   * What a text holds, from left to right, without overlaps.
   *
   * @param language of the text, ISO 639-1: whose regions' telephone numbers are known without a
   *     word before them; null when not known
   */
  public static List<Found> find(String text, String language) {
    List<Found> found = List.of();
    // Asking a String for one character after the other takes several times as long.
    char[] chars = text.toCharArray();
    int length = chars.length;
    int free = 0;
    // A third of all letters may begin an address of version 6: only few have a colon soon.
    int colon = text.indexOf(':');
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      byte sign = c < SIGNS.length ? SIGNS[c] : c == '\uFF20' ? AT_SIGN : NO_SIGN;
      if (sign == NO_SIGN || sign == SPACE && !mayBeWrittenOut(chars, i)) {
        continue;
      }
      if (sign == HEX || sign == LETTER) {
        colon = colon >= 0 && colon < i ? text.indexOf(':', i) : colon;
        boolean hasColon = colon >= 0 && colon - i < IpScanner.GROUP;
        if (!hasColon && (sign == HEX || !mayBeIban(chars, i))) {
          continue;
        }
      }
      Found next = at(text, i, sign, free, language);
      if (next != null) {
        if (found.isEmpty()) {
          found = new ArrayList<>();
        }
        found.add(next);
        i = next.end() - 1;
        free = next.end();
      }
    }
    return found;
  }

  private static Found at(String text, int i, byte sign, int free, String language) {
    Found next = null;
    switch (sign) {
      case SPACE:
        return afterSpace(text, i, free);
      case AT_SIGN:
        return EmailScanner.at(text, i, free);
      case LETTER:
        next = isIbanStart(text, i) ? IbanScanner.at(text, i) : null;
        break;
      case DIGIT:
        next = startsNumber(text, i, free) ? NumberScanner.at(text, i, language) : null;
        break;
      case OPENING:
        next = startsNumber(text, i, free) ? NumberScanner.at(text, i, language) : null;
        return next == null && WrittenOutEmail.isOpening(text.charAt(i))
            ? WrittenOutEmail.aroundBracket(text, i, free)
            : next;
      default:
    }
    return next == null && startsAddress(text, i) ? IpScanner.sixAt(text, i) : next;
  }

  /** Whether a word may follow that stands for a sign of an address: " at ", " dot ". */
  private static boolean mayBeWrittenOut(char[] text, int space) {
    if (space + 4 >= text.length) {
      return false;
    }
    char c = text[space + 1];
    return (c | ' ') == 'a'
        ? (text[space + 2] | ' ') == 't' && text[space + 3] == ' '
        : WrittenOutEmail.mayBeDot(c, text[space + 2], text[space + 3]);
  }

  /** Whether a country's letters and a digit stand here. */
  private static boolean mayBeIban(char[] text, int i) {
    return i + 2 < text.length && text[i + 1] >= 'A' && text[i + 1] <= 'Z' && isDigit(text[i + 2]);
  }

  private static Found afterSpace(String text, int i, int free) {
    return (text.charAt(i + 1) | ' ') == 'a'
        ? WrittenOutEmail.aroundAtWord(text, i, free)
        : WrittenOutEmail.aroundDotWord(text, i, free);
  }

  /** As {@link #count(String, String)}, of a text in a language that is not known. */
  public static Counts count(String text) {
    return count(text, null);
  }

  /** How much of each kind a text holds; the language as in {@link #find(String, String)}. */
  public static Counts count(String text, String language) {
    int[] counts = new int[Kind.values().length];
    for (Found found : find(text, language)) {
      counts[found.kind().ordinal()]++;
    }
    return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  /** As {@link #mask(String, String)}, of a text in a language that is not known. */
  public static String mask(String text) {
    return mask(text, null);
  }

  /**
   * The text with {@code [email]} and so on in place of what was found; null stays null. The
   * language as in {@link #find(String, String)}.
   */
  public static String mask(String text, String language) {
    if (text == null) {
      return null;
    }
    List<Found> all = find(text, language);
    if (all.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (Found found : all) {
      out.append(text, from, found.start()).append('[').append(found.kind().key()).append(']');
      from = found.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isIbanStart(String text, int i) {
    return i + 4 < text.length()
        && text.charAt(i + 1) >= 'A'
        && text.charAt(i + 1) <= 'Z'
        && isDigit(text.charAt(i + 2))
        && isDigit(text.charAt(i + 3))
        && (i == 0
            || !isWordPart(text.charAt(i - 1))
            || text.regionMatches(true, i - 4, "IBAN", 0, 4));
  }

  private static boolean startsNumber(String text, int i, int free) {
    char c = text.charAt(i);
    if (c != '+' && c != '(' && !isDigit(c)) {
      return false;
    }
    if (i == 0) {
      return true;
    }
    char before = text.charAt(i - 1);
    // Inside a number, a word, an amount or a decimal there is no beginning.
    boolean isInside = isJoined(before) || before == '+' || before == '$' || before == '#';
    // "1 234 567" is looked at once, from its beginning.
    boolean isContinued =
        c != '+'
            && i - 2 >= free
            && isDigit(text.charAt(i - 2))
            && (before == ',' || DigitGroups.isSeparator(before));
    return !isInside && !isContinued;
  }

  private static boolean startsAddress(String text, int i) {
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    return before != ':' && !isWordPart(before) && IpScanner.hasColonSoon(text, i);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':';
  }

  /** Part of a word that a number would belong to; scripts without spaces have no such words. */
  static boolean isJoined(char c) {
    return isWordPart(c) && c < '\u2E80' && (c < '\u0E00' || c > '\u0FFF');
  }

  static boolean isWordPart(char c) {
    return c < 128
        ? isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        : Character.isLetterOrDigit(c);
  }
}
