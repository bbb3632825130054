package org.copydesk.pipeline.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Stated;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.row.TopicRow;
import org.copydesk.storage.Storage;
import org.copydesk.text.ArticleWords;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.copydesk.topic.SectionTopics;
import org.copydesk.topic.TopicGuess;
import org.copydesk.topic.TopicModel;
import org.copydesk.topic.TopicProbability;

/** Says what articles and teasers are about, with the model of the build. */
public final class ClassifyTopics {
  /**
   * The model in the jar, read once a process: it takes as long to read as 2,000 texts to class.
   */
  private static final class Shipped {
    private static final TopicModel MODEL = TopicModel.shipped();
  }

  /**
   * What a text is about.
   *
   * @param topic qcode; null when unsure
   * @param label of the topic; null when it is
   * @param confidence of the topic; null when it is
   * @param all those that are at least likely; null when not looked for
   */
  public record Topics(String topic, String label, Double confidence, List<TopicRow> all) {
    public static final Topics NOT_LOOKED_FOR = new Topics(null, null, null, null);
  }

  private final TopicModel model;

  private ClassifyTopics(TopicModel model) {
    this.model = model;
  }

  /**
   * @param work folder where a model of the user's was put
   * @param model the user's; null for the one in the jar
   */
  public static ClassifyTopics open(BuildSettings settings, Storage work, SideFile model)
      throws IOException {
    if (!settings.topics()) {
      return new ClassifyTopics(null);
    }
    return new ClassifyTopics(
        model == null
            ? Shipped.MODEL
            : TopicModel.load(new ByteArrayInputStream(model.read(work))));
  }

  /**
   * Of an article.
   *
   * @param words of it
   */
  public Topics classify(ArticleRecord article, ArticleWords words) {
    Stated stated = article.article().details().stated();
    return classify(
        words.titleTokens(),
        words.tokens(),
        article.language(),
        SectionTopics.of(stated.section(), stated.keywords(), article.article().url()));
  }

  /** Of a teaser, which stands in no section of its own. */
  public Topics classify(String title, String snippet, String language) {
    return model == null || !model.isFor(language)
        ? Topics.NOT_LOOKED_FOR
        : classify(tokens(title), tokens(snippet), language, List.of());
  }

  private Topics classify(Tokens title, Tokens body, String language, List<String> sections) {
    if (model == null || !model.isFor(language)) {
      return Topics.NOT_LOOKED_FOR;
    }
    TopicGuess guess = model.classify(title, body, sections);
    List<TopicRow> all = new ArrayList<>();
    for (TopicProbability topic : guess.topics()) {
      all.add(new TopicRow(topic.code(), topic.label(), topic.confidence()));
    }
    return new Topics(guess.topic(), guess.label(), guess.confidence(), all);
  }

  private Tokens tokens(String text) {
    return text == null ? null : Tokens.of(Normaliser.normalise(text), model.header().words());
  }
}
