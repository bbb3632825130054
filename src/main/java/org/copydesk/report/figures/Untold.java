package org.copydesk.report.figures;

/** Why an article has no topic. */
public enum Untold {
  /** The model knows none of its language, or topics were not looked for. */
  OTHER_LANGUAGE("unclassified: no model for the language"),
  TOO_SHORT("unclassified: too short"),
  UNSURE("unclassified: unsure");

  /** Words below which a text is called too short rather than unsure: two or three sentences. */
  private static final long SHORT_WORDS = 60;

  private final String words;

  Untold(String words) {
    this.words = words;
  }

  /** As the report says it. */
  public String words() {
    return words;
  }

  /**
   * @param isLookedAt whether the model was asked
   * @param wordCount words of the article
   */
  public static Untold of(boolean isLookedAt, long wordCount) {
    if (!isLookedAt) {
      return OTHER_LANGUAGE;
    }
    return wordCount < SHORT_WORDS ? TOO_SHORT : UNSURE;
  }
}
