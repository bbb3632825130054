package org.copydesk.command.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.corpus.Failure;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.dump.JsonKeys;
import org.copydesk.dump.SiteSource;
import org.copydesk.html.HtmlSettings;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.quality.QualityRules;
import org.copydesk.topic.TopicModel;
import picocli.CommandLine.Option;

/** The settings of the stages that look at pages and articles. */
public final class StageOptions {
  @Option(
      names = "--segment",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Take the text of JSON Lines apart as page text.")
  private boolean segment;

  @Option(
      names = "--spans",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Write the spans table: every byte of every page, labelled.")
  private boolean spans;

  @Option(
      names = "--keep-removed-text",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Keep the text of removed articles.")
  private boolean keepRemovedText;

  @Option(
      names = "--keep-version-text",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Keep the text of every state of a story, in the table versions.")
  private boolean keepVersionText;

  @Option(
      names = "--topics",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Say what articles and teasers are about.")
  private boolean topics;

  @Option(
      names = "--topic-model",
      paramLabel = "FILE",
      description = "A model made by train topics; by default the one in the jar.")
  private Path topicModel;

  @Option(
      names = "--language",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Identify languages.")
  private boolean language;

  @Option(
      names = "--quality",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Measure signals of quality and count personal data.")
  private boolean quality;

  @Option(
      names = "--rules",
      paramLabel = "FILE|RULE",
      description = {
        "Remove the articles a rule holds for: a file as those in pipelines/rules,",
        "or one rule: '{signal: words, op: \"<\", value: 5}'; repeatable."
      })
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--suppress",
      paramLabel = "FILE",
      description = {
        "Remove what is listed: a line an id, an address (https://...) or a site as the column",
        "site of articles has it (site:NAME where it has blanks); repeatable."
      })
  private List<Path> suppress = new ArrayList<>();

  @Option(
      names = "--decontaminate",
      paramLabel = "FILE",
      description = {
        "Look for the texts of a benchmark (any format of dumps, a record each) in the articles:",
        "contamination.jsonl of the generation has each with its passage; repeatable."
      })
  private List<Path> decontaminate = new ArrayList<>();

  @Option(
      names = "--decontaminate-action",
      paramLabel = "mark|remove",
      defaultValue = "mark",
      description = {
        "What becomes of articles that hold them: remove takes them out before copies are looked",
        "for (contaminated in removed, with the passage)."
      })
  private Contaminated decontaminateAction;

  /** What becomes of articles that hold texts of a benchmark. */
  private enum Contaminated {
    MARK,
    REMOVE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--min-confidence",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = {
        "Leave out titles, dates and authors whose confidence is less, and articles whose text's",
        "is (low_confidence in rejects); the column confidence keeps the values."
      })
  private double minConfidence;

  @Option(
      names = "--mask-pii",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = {
        "Write [email], [phone], [ip], [card] and [iban] for personal data in titles and",
        "texts; bylines are left alone."
      })
  private boolean maskPii;

  public boolean hasRules() {
    return !rules.isEmpty();
  }

  public boolean suppresses() {
    return !suppress.isEmpty();
  }

  public boolean decontaminates() {
    return !decontaminate.isEmpty();
  }

  /** Whether articles that hold them go. */
  public boolean removesContaminated() {
    return decontaminates() && decontaminateAction == Contaminated.REMOVE;
  }

  /** As they were named. */
  public List<String> decontaminated() {
    return decontaminate.stream().map(Path::toString).toList();
  }

  /** Absolute paths of the texts to look for; a failure where one cannot be read. */
  public List<String> benchmarks() throws Failure {
    for (Path file : decontaminate) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new Failure(Failure.USAGE, "--decontaminate: no file that can be read: " + file);
      }
    }
    return decontaminate.stream().map(file -> file.toAbsolutePath().toString()).toList();
  }

  /** The settings as the stages get them; files that they name are looked at first. */
  public BuildSettings settings(
      DuplicateSettings duplicates, HtmlSettings html, JsonKeys keys, SiteSource sites)
      throws Exception {
    QualityRules read = Removals.rules(rules, language);
    Removals.check(suppress);
    checkTopicModel();
    return new BuildSettings(
        segment,
        spans,
        keepRemovedText,
        topics,
        language,
        quality,
        topicModel == null ? null : topicModel.toString(),
        read,
        suppress.stream().map(Path::toString).toList(),
        duplicates,
        maskPii,
        html,
        keys,
        sites,
        keepVersionText,
        minConfidence);
  }

  /** Whether the user's model can be read: better told now than by a worker. */
  private void checkTopicModel() throws Failure {
    if (topicModel == null) {
      return;
    }
    try (InputStream in = Files.newInputStream(topicModel)) {
      TopicModel.load(in);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, topicModel + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(Failure.USAGE, "cannot read the topic model: " + Failure.reason(e), e);
    }
  }
}
