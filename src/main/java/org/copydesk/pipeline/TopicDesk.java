package org.copydesk.pipeline;

import java.util.List;
import org.copydesk.model.ArticleRecord;

/** Says what articles and teasers are about, with the model of the build. */
final class TopicDesk {
  /**
   * What a text is about.
   *
   * @param topic qcode; null when unsure
   * @param label of the topic; null when it is
   * @param confidence of the topic; null when it is
   * @param all rows of code, label and confidence that are at least likely; null when not looked for
   */
  record Topics(String topic, String label, Double confidence, List<Object> all) {
    static final Topics NOT_LOOKED_FOR = new Topics(null, null, null, null);
  }

  private TopicDesk() {}

  static TopicDesk open(BuildSettings settings) {
    return new TopicDesk();
  }

  Topics classify(ArticleRecord article) {
    return Topics.NOT_LOOKED_FOR;
  }

  Topics classify(String title, String snippet) {
    return Topics.NOT_LOOKED_FOR;
  }
}
