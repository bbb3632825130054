package org.copydesk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.corpus.Check;
import org.copydesk.corpus.FailedMark;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.OutputLock;
import org.copydesk.corpus.Verification;
import org.copydesk.pipeline.FinishBuild;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.report.OutputIndex;
import org.copydesk.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes a finished generation the published one, also an older one. One whose submitter ended while
 * a cluster wrote it is finished first.
 */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Moves CURRENT to a finished generation, also to an older one (roll back). It is read whole",
      "first, as verify does.",
      "One that a cluster wrote for a submitter that is gone is checked and finished first;",
      "while its job runs the exit code is 75."
    })
final class PublishCommand extends StoreCommand {
  private static final Pattern GENERATION = Pattern.compile("(.+)/generations/([^/]+)");

  @Parameters(paramLabel = "GENERATION", description = "Folder of a finished generation.")
  private String generation;

  @Option(
      names = "--accept-drift",
      description = "Publish a generation that failed for drift alone.")
  private boolean acceptDrift;

  @Option(
      names = "--single-writer",
      description = "No build is writing there: needed where files cannot be created once.")
  private boolean singleWriter;

  @Override
  public Integer call() throws Exception {
    Locations locations = locations();
    Storage folder = locations.storage(generation);
    Matcher parts = GENERATION.matcher(folder.location());
    if (!parts.matches()) {
      throw new Failure(Failure.USAGE, "not a folder OUTPUT/generations/ID: " + generation);
    }
    Storage output = locations.storage(parts.group(1));
    String name = parts.group(2);
    checkWriter(output);
    PrintWriter err = spec.commandLine().getErr();
    Generations generations = new Generations(output, err::println);
    generations.checkName(name);
    try (OutputLock lock = OutputLock.take(output, "publish " + name)) {
      String published = generations.settle(name);
      FinishBuild.checkThatItErasesNothing(generations, name, published);
      FinishBuild begun = FinishBuild.abandoned(generations, name, err::println);
      if (begun != null) {
        Summary.print(begun.resume(published, acceptDrift), null, spec.commandLine().getOut());
        return 0;
      }
      checkGood(folder, name);
      // Where a process ended while it cleared its work away there is some left.
      folder.delete(Generations.WORK);
      generations.publish(name, published);
      OutputIndex.write(output, generations, err::println);
    }
    spec.commandLine().getOut().println("published " + name);
    return 0;
  }

  private void checkWriter(Storage output) throws IOException, Failure {
    if (!output.guarantees().createsOnce() && !singleWriter) {
      throw new Failure(
          Failure.USAGE, "say --single-writer if no build is writing to " + output + " now");
    }
  }

  /** A generation that failed is published only where drift was all, and accepted. */
  private void checkGood(Storage folder, String name) throws IOException, Failure {
    for (Check check : Verification.of(folder)) {
      if (!check.holds()) {
        throw new Failure(
            Failure.ACCOUNTING,
            name
                + " is not whole: "
                + check.name()
                + ": "
                + check.left()
                + " and "
                + check.right());
      }
    }
    FailedMark mark = FailedMark.read(folder);
    if (mark == null) {
      return;
    }
    boolean isDrift = mark.cause().equals(FailedMark.DRIFT);
    if (!isDrift || !acceptDrift) {
      throw new Failure(
          mark.exitCode(),
          name + " failed: " + mark.message() + (isDrift ? "\n--accept-drift publishes it" : ""));
    }
    folder.delete(FailedMark.NAME);
  }
}
