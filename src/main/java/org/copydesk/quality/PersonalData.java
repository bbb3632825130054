package org.copydesk.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds e-mail addresses, telephone numbers, IP addresses, card numbers and IBANs in a text, counts
 * and masks them: "call +49 30 1234567" becomes "call [phone]".
 *
 * <p>One pass from left to right, each place looked at a bounded number of times, no regular
 * expressions. Card numbers are checked by Luhn's rule, IBANs by their remainder and length. Names
 * are not looked for: bylines stay.
 */
public final class PersonalData {
  /** Version of the rules, for manifests. */
  public static final int VERSION = 1;

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

  private PersonalData() {}

  /** What a text holds, from left to right, without overlaps. */
  public static List<Found> find(String text) {
    List<Found> found = List.of();
    int length = text.length();
    int free = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      Found next = null;
      if (c > '@' ? c >= 'A' && c <= 'Z' && isIbanStart(text, i) : c == '@') {
        next = c == '@' ? EmailScanner.at(text, i, free) : IbanScanner.at(text, i);
      } else if (c <= '9' && c >= '(' || c == ':') {
        if (startsNumber(text, i, c, free)) {
          next = NumberScanner.at(text, i);
        }
      }
      if (next == null && isHex(c) && startsAddress(text, i)) {
        next = IpScanner.sixAt(text, i);
      }
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

  /** How much of each kind a text holds. */
  public static Counts count(String text) {
    int[] counts = new int[Kind.values().length];
    for (Found found : find(text)) {
      counts[found.kind().ordinal()]++;
    }
    return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  /** The text with {@code [email]} and so on in place of what was found; null stays null. */
  public static String mask(String text) {
    if (text == null) {
      return null;
    }
    List<Found> all = find(text);
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
        && (i == 0 || !isWordPart(text.charAt(i - 1)));
  }

  private static boolean startsNumber(String text, int i, char c, int free) {
    if (c != '+' && c != '(' && !isDigit(c)) {
      return false;
    }
    if (i == 0) {
      return true;
    }
    char before = text.charAt(i - 1);
    // Inside a number, a word, an amount or a decimal there is no beginning.
    boolean isInside = isWordPart(before) || before == '+' || before == '$' || before == '#';
    // "1 234 567" is looked at once, from its beginning.
    boolean isContinued =
        c != '+'
            && i - 2 >= free
            && isDigit(text.charAt(i - 2))
            && (before == ',' || NumberScanner.isSeparator(before));
    return !isInside && !isContinued;
  }

  private static boolean startsAddress(String text, int i) {
    return i == 0 || !(isWordPart(text.charAt(i - 1)) || text.charAt(i - 1) == ':')
        ? IpScanner.hasColonSoon(text, i)
        : false;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':';
  }

  static boolean isWordPart(char c) {
    return c < 128
        ? isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        : Character.isLetterOrDigit(c);
  }
}
