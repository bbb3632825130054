package org.copydesk.command.options;

import java.nio.file.Path;
import org.copydesk.train.TrainPages;
import picocli.CommandLine.Option;

/** What lines of page text are learned from: the same for all that stands on the line model. */
public final class LineSourceOptions {
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
      names = "--html",
      paramLabel = "DIR",
      description = "Folder of gold.jsonl and pages/: HTML whose article is known.")
  private Path html;

  @Option(
      names = "--written",
      paramLabel = "DIR",
      description = "Folder of pages written to be learned from, as testdata/pages.")
  private Path written;

  @Option(
      names = "--generated",
      paramLabel = "N",
      defaultValue = "80",
      description = "Pages to generate and learn from beside them.")
  private int generated;

  @Option(
      names = "--most-html",
      paramLabel = "N",
      defaultValue = "400",
      description = "Pages of HTML at most.")
  private int mostHtml;

  @Option(
      names = "--most-labelled",
      paramLabel = "N",
      defaultValue = "100000",
      description = {
        "Labelled pages at most that a model learns from, the first of the file; all are judged:",
        "how much more of them would bring."
      })
  private int mostLabelled;

  /** The sources these name. */
  public TrainPages.Sources sources() {
    return new TrainPages.Sources(gold, text, html, written, generated, mostHtml, mostLabelled);
  }
}
