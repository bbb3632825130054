package org.copydesk.topic;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * A text and what it is about.
 *
 * @param title null when it has none
 * @param text never null, may be empty when there is a title
 * @param topics codes, the first one primary; empty when nobody said
 * @param soft probability a code, from a teacher; null when there was none
 */
public record TopicExample(
    String title, String text, List<String> topics, Map<String, Double> soft) {
  /** Parts a text can fall into: a tenth each. */
  static final int PARTS = 10;

  public TopicExample {
    topics = List.copyOf(topics);
    text = text == null ? "" : text;
    title = title == null || title.isBlank() ? null : title;
  }

  static TopicExample of(String title, String text, List<String> topics) {
    return new TopicExample(title, text, topics, null);
  }

  String normalisedTitle() {
    return title == null ? null : Normaliser.normalise(title);
  }

  /** Tokens of the title; null when there is none. */
  public Tokens titleTokens() {
    return title == null ? null : Tokens.of(Normaliser.normalise(title));
  }

  /** At most {@code most} tokens of the text. */
  public Tokens textTokens(int most) {
    // 40 characters a word is more than any language needs; the rest is not even normalised.
    int end = (int) Math.min(text.length(), 40L * most);
    return Tokens.of(Normaliser.normalise(text.substring(0, end)), most);
  }

  /**
   * Its paragraphs of enough words as texts of their own, without the first, which is what the text
   * begins with.
   */
  Stream<TopicExample> paragraphs(int leastWords, int most) {
    return text.lines()
        .map(String::strip)
        .filter(paragraph -> paragraph.split("\\s+", leastWords).length == leastWords)
        .skip(1)
        .limit(most)
        .map(paragraph -> new TopicExample(null, paragraph, topics, null));
  }

  /** What makes two texts the same one: normalised title and text. */
  public ContentHash hash() {
    return ContentHash.of(normalisedTitle(), Normaliser.normalise(text));
  }

  /** The part (0 to 9) a text with this hash belongs to, today and always. */
  static int part(ContentHash hash) {
    return (int) Long.remainderUnsigned(hash.low(), PARTS);
  }
}
