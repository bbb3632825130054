package org.copydesk.text;

/**
 * The words of an article, normalised and tokenised once for everybody who looks at them: its id,
 * its fingerprint, its topics and its quality signals.
 *
 * @param title normalised; empty when there is none
 * @param titleTokens tokens of {@code title}
 * @param text the whole body, normalised
 * @param tokens all tokens of {@code text}
 */
public record ArticleWords(String title, Tokens titleTokens, String text, Tokens tokens) {
  /** The words of a title (null: none) and a body as printed. */
  public static ArticleWords of(String title, String text) {
    String normalisedTitle = title == null ? "" : Normaliser.normalise(title);
    String normalisedText = Normaliser.normalise(text);
    return new ArticleWords(
        normalisedTitle, Tokens.of(normalisedTitle), normalisedText, Tokens.of(normalisedText));
  }
}
