package org.copydesk.command;

import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.Night;
import picocli.CommandLine.Option;
import java.util.List;

/** How a build stands to the ones before it. */
final class NightOptions {
  @Option(
      names = "--incremental",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = {
        "Take from the output's cache what was read before, and put there what is read. The parts",
        "are those that a full build of the same epoch writes, byte by byte."
      })
  private boolean incremental;

  @Option(
      names = "--new-epoch",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = {
        "Learn the sites anew and fit units and buckets to the input: everything is read. Without",
        "it an incremental build does so where the published epoch does not fit, and says why."
      })
  private boolean newEpoch;

  @Option(
      names = "--epoch-of",
      paramLabel = "GENERATION",
      description = "Build in the epoch of another generation, wherever its folder is.")
  private String epochOf;

  Night night() throws Failure {
    if (newEpoch && epochOf != null) {
      throw new Failure(Failure.USAGE, "--new-epoch and --epoch-of: one or the other");
    }
    return new Night(incremental, newEpoch, epochOf, false, List.of());
  }
}
