package org.copydesk.command.options;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.Night;
import picocli.CommandLine.Option;

/** How a build stands to the ones before it. */
public final class NightOptions {
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

  @Option(
      names = "--prove",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = {
        "Compute the published generation again, without the cache, and hold each part against it:",
        "unchanged, or 70 with what differs. Nothing is published."
      })
  private boolean proves;

  @Option(
      names = "--again",
      paramLabel = "rejects|site:X|file:Y",
      description = {
        "Read again although it is in the cache: the files in which records were left out, those",
        "of a site, one file (as source_file has it); repeatable, with --incremental."
      })
  private List<String> again = new ArrayList<>();

  @Option(
      names = "--erase",
      paramLabel = "FILE|ADDRESS",
      description = {
        "Remove what is listed, as --suppress does, with its copies and the teasers that have its",
        "headline or address, and leave it nowhere: older generations and the cache of before go,",
        "and all that is left is searched for headlines and texts: 70 says where one is. It stays",
        "away from later builds of the output without being named again; repeatable."
      })
  private List<String> erase = new ArrayList<>();

  @Option(
      names = "--recheck",
      paramLabel = "PERCENT",
      defaultValue = "1",
      description = {
        "Compute so much of what is taken from the cache again, other units each time, and end with",
        "70 where it is not the same. From 0 to 100."
      })
  private double recheck;

  /** What is asked for; a failure where two of these do not go together. */
  public Night night() throws Failure {
    if (newEpoch && (epochOf != null || proves)) {
      throw new Failure(
          Failure.USAGE, "--new-epoch begins an epoch, --epoch-of and --prove take one");
    }
    if (proves && incremental) {
      throw new Failure(
          Failure.USAGE, "--prove takes nothing from the cache: say --no-incremental");
    }
    if (proves && !erase.isEmpty()) {
      throw new Failure(Failure.USAGE, "--prove changes nothing, and --erase does");
    }
    if (!again.isEmpty() && !incremental) {
      throw new Failure(Failure.USAGE, "--again needs --incremental: all is read without it");
    }
    for (String each : again) {
      boolean isKnown = each.equals("rejects") || each.matches("(?s)(site|file):.+");
      if (!isKnown) {
        throw new Failure(Failure.USAGE, "--again is rejects, site:X or file:Y, not: " + each);
      }
    }
    return new Night(incremental, newEpoch, epochOf, proves, again, erase, recheck / 100);
  }
}
