package org.copydesk.command.options;

import org.copydesk.compare.DriftGate;
import org.copydesk.compare.PublicationGate;
import picocli.CommandLine.Option;

/** The settings about what may be published. */
public final class GateOptions {
  @Option(
      names = "--max-rejected-files",
      paramLabel = "PERCENT",
      defaultValue = "5",
      description = "More rejected files end a build of 100 files or more with 65.")
  private double maxRejectedFiles;

  @Option(
      names = "--max-rejected-bytes",
      paramLabel = "PERCENT",
      defaultValue = "1",
      description = "The same for bytes.")
  private double maxRejectedBytes;

  @Option(
      names = "--max-forgotten",
      paramLabel = "PERCENT",
      defaultValue = "0.1",
      description = {
        "A larger share of the articles or teasers compared for which a cap on memory had no",
        "room ends a build with 65; see forgotten in manifest.json."
      })
  private double maxForgotten;

  @Option(
      names = "--accept-drift",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Publish although a limit on drift against the published generation is passed.")
  private boolean acceptDrift;

  @Option(
      names = "--max-articles-down",
      paramLabel = "PERCENT",
      defaultValue = "10",
      description = "Fewer articles than in the published generation by this much are drift.")
  private double maxArticlesDown;

  @Option(
      names = "--lost-site-articles",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "A site that had so many articles in the published generation and has none is drift.")
  private long lostSiteArticles;

  public PublicationGate gate() {
    return new PublicationGate(
        maxRejectedFiles / 100,
        maxRejectedBytes / 100,
        maxForgotten / 100,
        new DriftGate(maxArticlesDown / 100, lostSiteArticles),
        acceptDrift);
  }
}
