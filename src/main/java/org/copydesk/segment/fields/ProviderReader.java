package org.copydesk.segment.fields;

import java.nio.charset.StandardCharsets;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.CreditWords;

/**
 * Tells a credit line: "Provided by Anybody Media Inc.", "(Reporting by A. Person; Editing by B.)".
 */
public final class ProviderReader {
  /** No credit. */
  public static final int NONE = 0;

  /** Names the house that supplied the text. */
  public static final int HOUSE = 1;

  /** Names who worked on it. */
  public static final int WORK = 2;

  /** A copyright line, which may as well be the site's own footer. */
  public static final int COPYRIGHT = 3;

  private static final int LONGEST_WORDS = 32;

  private ProviderReader() {}

  /** What credit a line printed by itself gives: one of the constants of this class. */
  public static int credit(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    if (line.isBlank() || bytes.length > UnitScanner.SHORT_LINE) {
      return NONE;
    }
    return credit(new UnitScanner(bytes, Markers.LISTED).scan(0, bytes.length));
  }

  static int credit(Unit unit) {
    String folded = unit.folded;
    if (folded == null || folded.isEmpty() || unit.size() > LONGEST_WORDS) {
      return NONE;
    }
    if (unit.hasCopyright || CreditWords.SHIPPED.saysCopyright(folded)) {
      return COPYRIGHT;
    }
    String text = folded;
    while (!text.isEmpty() && "-*•[".indexOf(text.charAt(0)) >= 0) {
      text = text.substring(1).strip();
    }
    int work = CreditWords.SHIPPED.creditOfWork(text);
    if (work > 0 && text.length() > work) {
      return WORK;
    }
    String inner = text.startsWith("(") || text.startsWith("（") ? text.substring(1) : text;
    int house = CreditWords.SHIPPED.creditOfHouse(inner);
    if (house > 0 && (inner.length() > house + 1 || house >= 8)) {
      // "Agencies said …" is a sentence: a credit without a colon is short.
      char last = inner.charAt(house - 1);
      boolean isMarked = last == ':' || last == '：' || inner.contains(" by ") || unit.size() <= 12;
      return isMarked ? HOUSE : NONE;
    }
    if (unit.size() <= 12 && CreditWords.SHIPPED.endsLikeCredit(folded)) {
      return HOUSE;
    }
    String bare = inner.endsWith(")") ? inner.substring(0, inner.length() - 1) : inner;
    if (unit.words <= 3 && CreditWords.SHIPPED.isAgency(bare.strip())) {
      return HOUSE;
    }
    return NONE;
  }
}
