package org.copydesk.dedup.opening;

/**
 * Words that are nothing but words, whatever stands beside them: no number or part of one, no unit,
 * date, time, currency or word that is left out. Most words of a text are, so what was found is
 * remembered: for {@link #MOST} words, less than a MB, one table for all threads.
 */
final class PlainWords {
  /** Words that are remembered: a power of two. */
  private static final int MOST = 1 << 13;

  private static final WordMeanings WORDS = WordMeanings.SHIPPED;

  private record Known(String language, String form, boolean isPlain) {}

  /** By hash, the last one; a thread that misses what another one wrote asks again. */
  private static final Known[] KNOWN = new Known[MOST];

  private PlainWords() {}

  /** Whether a piece is such a word. */
  static boolean has(String language, OpeningPiece piece) {
    return piece.type == Opening.Type.WORD && has(language, piece.form);
  }

  private static boolean has(String language, String form) {
    int hash = 31 * form.hashCode() + language.hashCode();
    int at = (hash ^ hash >>> 15) & MOST - 1;
    Known known = KNOWN[at];
    if (known == null || !known.form.equals(form) || !known.language.equals(language)) {
      known = new Known(language, form, isPlain(language, form));
      KNOWN[at] = known;
    }
    return known.isPlain;
  }

  private static boolean isPlain(String language, String form) {
    return !beginsNumber(language, form) && !SpokenParts.mayBegin(form) && !isOther(language, form);
  }

  /** Whether a number, or a unit that a part of one follows, may begin with a word. */
  private static boolean beginsNumber(String language, String form) {
    return WORDS.minus.has(form)
        || WORDS.articles.has(form)
        || WORDS.dozen.has(form)
        || WORDS.before.containsKey(form)
        || WORDS.added.containsKey(form)
        || WORDS.fractions.containsKey(form)
        || WORDS.halves.containsKey(form)
        || NumberPhrases.YEARS.contains(form)
        || NumberPhrases.HALF.contains(form)
        || WORDS.measure(language, form) != null
        || NumberWords.part(language, form) != null
        || NumberWords.withoutConjunction(language, form) != null;
  }

  /** Whether a word may be a month, a time, so many or a currency, or be left out. */
  private static boolean isOther(String language, String form) {
    return WORDS.isDropped(language, form)
        || WORDS.polite.has(form)
        || WORDS.plus.has(form)
        || WORDS.months.containsKey(form)
        || WORDS.clock.containsKey(form)
        || WORDS.counted.containsKey(form)
        || WORDS.notations.currency(language, form) != null;
  }
}
