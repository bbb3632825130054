package org.copydesk.segment;

/**
 * Tells a credit line: "Provided by Anybody Media Inc.", "(Reporting by A. Person; Editing by B.)".
 */
final class ProviderReader {
  /** No credit. */
  static final int NONE = 0;

  /** Names the house that supplied the text. */
  static final int HOUSE = 1;

  /** Names who worked on it. */
  static final int WORK = 2;

  /** A copyright line, which may as well be the site's own footer. */
  static final int COPYRIGHT = 3;

  private static final int LONGEST_WORDS = 32;

  private ProviderReader() {}

  static int credit(Unit unit) {
    String folded = unit.folded;
    if (folded == null || folded.isEmpty() || unit.size() > LONGEST_WORDS) {
      return NONE;
    }
    if (unit.hasCopyright || Lexicon.shipped().saysCopyright(folded)) {
      return COPYRIGHT;
    }
    String text = folded;
    while (!text.isEmpty() && "-*•[".indexOf(text.charAt(0)) >= 0) {
      text = text.substring(1).strip();
    }
    int work = Lexicon.shipped().creditOfWork(text);
    if (work > 0 && text.length() > work) {
      return WORK;
    }
    String inner = text.startsWith("(") || text.startsWith("（") ? text.substring(1) : text;
    int house = Lexicon.shipped().creditOfHouse(inner);
    if (house > 0 && (inner.length() > house + 1 || house >= 8)) {
      // "Agencies said …" is a sentence: a credit without a colon is short.
      char last = inner.charAt(house - 1);
      boolean isMarked = last == ':' || last == '：' || inner.contains(" by ") || unit.size() <= 12;
      return isMarked ? HOUSE : NONE;
    }
    if (unit.size() <= 12 && Lexicon.shipped().endsLikeCredit(folded)) {
      return HOUSE;
    }
    String bare = inner.endsWith(")") ? inner.substring(0, inner.length() - 1) : inner;
    if (unit.words <= 3 && Lexicon.shipped().isAgency(bare.strip())) {
      return HOUSE;
    }
    return NONE;
  }
}
