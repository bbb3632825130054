package org.copydesk.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
  private static final int GENERATED = 240;
  private static final int MOST_HTML = 400;

  @Option(
      names = "--html",
      paramLabel = "DIR",
      required = true,
      description = "Folder of gold.jsonl and pages/: HTML whose article is known.")
  private Path html;

  @Option(
      names = "--gold",
      paramLabel = "LABELS.tsv",
      required = true,
      description = "source_file, host, language, labels of the lines that are not blank.")
  private Path gold;

  @Option(
      names = "--text",
      paramLabel = "DIR",
      required = true,
      description = "Folder with the texts that LABELS.tsv names.")
  private Path text;

  @Option(
      names = "--written",
      paramLabel = "DIR",
      description = "Folder of pages written to be learned from, as testdata/pages.")
  private Path written;

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
      new TrainConfidence(html, out)
          .run(
              new TrainPages.Sources(
                  gold, text, html, written, GENERATED, MOST_HTML, Integer.MAX_VALUE),
              judged,
              model);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    return 0;
  }
}
