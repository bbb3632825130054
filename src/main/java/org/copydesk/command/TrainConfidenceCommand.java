package org.copydesk.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.copydesk.command.options.LineSourceOptions;
import org.copydesk.corpus.Failure;
import org.copydesk.train.TrainConfidence;
import org.copydesk.train.TrainPages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains what says how likely fields are right. */
@Command(
    name = "confidence",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Trains what says how likely the fields of an article are right, and measures it on hosts",
      "that it has not seen."
    })
final class TrainConfidenceCommand implements Callable<Integer> {
  @CommandLine.Mixin private LineSourceOptions sources;

  @Option(
      names = "--judge",
      paramLabel = "DIR",
      description = "Further folder as --html, which is measured on alone; repeatable.")
  private List<Path> judged = new ArrayList<>();

  @Option(names = "--model", paramLabel = "FILE", required = true, description = "File to write.")
  private Path model;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try {
      TrainPages.Sources given = sources.sources();
      if (given.html() == null) {
        throw new Failure(Failure.USAGE, "confidence is learned from HTML too: --html=DIR");
      }
      new TrainConfidence(given.html(), out).run(given, judged, model);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    return 0;
  }
}
