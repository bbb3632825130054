package org.copydesk.html;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;

/** The two open extractors of the JVM that ours is held against. */
final class Peers {
  private Peers() {}

  /** Main text by boilerpipe's extractor for articles; empty where it gives up. */
  static String boilerpipe(String html) {
    try {
      return ArticleExtractor.INSTANCE.getText(html);
    } catch (BoilerpipeProcessingException | RuntimeException e) {
      return "";
    }
  }

  /** Main text by readability4j; empty where it finds none or fails. */
  static String readability4j(String html, String url) {
    try {
      Article article = new Readability4J(url, html).parse();
      String text = article.getTextContent();
      return text == null ? "" : text;
    } catch (RuntimeException e) {
      // It throws on a few pages: "topCandidate.parent() must not be null".
      return "";
    }
  }
}
