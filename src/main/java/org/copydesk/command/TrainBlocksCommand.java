package org.copydesk.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copydesk.corpus.Failure;
import org.copydesk.train.TrainBlocks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains what tells the blocks of an article's body from those that only stand in it. */
@Command(
    name = "blocks",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Trains the weights that tell which blocks of a page of HTML are its article's body, and",
      "measures them on hosts that they have not seen."
    })
final class TrainBlocksCommand implements Callable<Integer> {
  @Option(
      names = "--html",
      paramLabel = "DIR",
      required = true,
      description = "Folder of gold.jsonl and pages/: HTML whose article is known.")
  private Path html;

  @Option(
      names = "--gold",
      paramLabel = "LABELS.tsv",
      description = {
        "Labels of page texts, some of whose HTML html.tsv beside it names: learned from too.",
        "The folders it names lie beside that of --html."
      })
  private Path gold;

  @Option(
      names = "--text",
      paramLabel = "DIR",
      description = "Folder with the texts that LABELS.tsv names.")
  private Path text;

  @Option(names = "--model", paramLabel = "FILE", required = true, description = "File to write.")
  private Path model;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if ((gold == null) != (text == null)) {
      throw new Failure(Failure.USAGE, "--gold and --text go together: labels and their texts");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      TrainBlocks blocks = new TrainBlocks(html, gold, text);
      blocks.write(model, out);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    return 0;
  }
}
