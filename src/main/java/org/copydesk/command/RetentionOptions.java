package org.copydesk.command;

import java.time.Duration;
import org.copydesk.corpus.Retention;
import picocli.CommandLine.Option;

/** The settings about which generations are kept. */
final class RetentionOptions {
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

  Retention retention() {
    return new Retention(keepGenerations, Duration.ofDays(keepFailedDays));
  }
}
