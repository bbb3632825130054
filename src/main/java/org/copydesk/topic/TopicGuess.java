package org.copydesk.topic;

import java.util.List;

/**
 * What a text is about, as the model sees it.
 *
 * @param topic code of the most likely class; null when the model is unsure
 * @param label its name; null when the topic is
 * @param confidence its probability; null when the topic is
 * @param topics the classes that are at least likely, most likely first, ties by code; given even
 *     when the topic is null, empty when the text has too few words the model knows
 */
public record TopicGuess(
    String topic, String label, Double confidence, List<TopicProbability> topics) {
  /** Nothing can be said: no words, or words the model never met. */
  public static final TopicGuess NONE = new TopicGuess(null, null, null, List.of());

  public TopicGuess {
    topics = List.copyOf(topics);
    if ((topic == null) != (confidence == null)) {
      throw new IllegalArgumentException("a topic and its confidence are known together");
    }
  }
}
