package org.copydesk.language;

/**
 * The language of a text.
 *
 * @param language ISO 639-1 code, 639-3 where there is none, {@code und} when unsure
 * @param confidence of the most likely language, 0 to 1, also when it is und; 0 when there was
 *     nothing to go by
 */
public record LanguageGuess(String language, double confidence) {
  /** The code of an unknown language (ISO 639-2). */
  public static final String UNKNOWN = "und";

  public boolean isKnown() {
    return !language.equals(UNKNOWN);
  }
}
