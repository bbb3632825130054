package org.copydesk.pipeline;

import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;

/** What makes two articles or two teasers the same: their normalised words. */
final class Identities {
  private Identities() {}

  static ContentHash article(String title, String text) {
    return ContentHash.of("article", normal(title), normal(text));
  }

  static ContentHash teaser(String title, String snippet) {
    return ContentHash.of("teaser", normal(title), normal(snippet));
  }

  private static String normal(String text) {
    return text == null ? null : Normaliser.normalise(text);
  }
}
