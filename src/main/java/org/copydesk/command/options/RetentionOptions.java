package org.copydesk.command.options;

import java.time.Duration;
import org.copydesk.corpus.Retention;
import picocli.CommandLine.Option;

/** The settings about which generations are kept. */
public final class RetentionOptions {
  @Option(
      names = "--keep-generations",
      paramLabel = "N",
      defaultValue = "3",
      description = "Good generations kept, the published one among them.")
  private int keepGenerations;

  @Option(
      names = "--keep-failed-days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "How long failed generations are kept.")
  private int keepFailedDays;

  public Retention retention() {
    return new Retention(keepGenerations, Duration.ofDays(keepFailedDays));
  }
}
