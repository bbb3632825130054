package org.copydesk.command.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.corpus.Failure;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.dedup.SurvivorOrder;
import picocli.CommandLine.Option;

/** The settings about copies of articles. */
public final class DuplicateOptions {
  @Option(
      names = "--near-duplicates",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Look for near duplicates; exact ones are always found.")
  private boolean near;

  @Option(
      names = "--duplicates",
      paramLabel = "remove|mark",
      defaultValue = "remove",
      description = "What becomes of copies: rows of removed, or rows of articles that say so.")
  private Copies duplicates;

  /** What becomes of copies. */
  private enum Copies {
    REMOVE,
    MARK;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--versions",
      paramLabel = "newest|all",
      defaultValue = "newest",
      description = "Of the states of a story the newest is kept, or all; relations tells of them.")
  private Versions versions;

  /** Which states of a story are kept. */
  private enum Versions {
    NEWEST,
    ALL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--min-jaccard",
      paramLabel = "SHARE",
      defaultValue = "0.7",
      description = "Two articles are copies from this Jaccard of their 5-word shingles on.")
  private double minJaccard;

  @Option(
      names = "--min-containment",
      paramLabel = "SHARE",
      defaultValue = "0.9",
      description =
          "They are, too, where this share of the shorter one's shingles is in the other.")
  private double minContainment;

  @Option(
      names = "--survivor",
      paramLabel = "longest|earliest|latest",
      defaultValue = "longest",
      description = "Which copy is kept; a full article is always kept before a stub.")
  private String survivor;

  @Option(
      names = "--site-ranking",
      paramLabel = "SITE,SITE",
      split = ",",
      description = "Sites whose copy is kept first, the best first.")
  private List<String> siteRanking = new ArrayList<>();

  public DuplicateSettings settings() throws Failure {
    try {
      return new DuplicateSettings(
          near,
          duplicates == Copies.MARK,
          versions == Versions.ALL,
          new NearDuplicatePolicy(minJaccard, minContainment),
          SurvivorOrder.Preference.parse(survivor),
          siteRanking.stream().map(String::strip).toList());
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
  }
}
