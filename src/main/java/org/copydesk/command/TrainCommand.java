package org.copydesk.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.copydesk.corpus.Failure;
import org.copydesk.topic.TrainTopics;
import org.copydesk.topic.TrainingRecipe;
import org.copydesk.topic.TrainingSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains models. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    subcommands = TrainCommand.Topics.class,
    synopsisSubcommandLabel = "topics",
    description = "Trains a model.")
final class TrainCommand {

  @Command(
      name = "topics",
      mixinStandardHelpOptions = true,
      showDefaultValues = true,
      description = "Trains a topic model from labelled texts.")
  static final class Topics implements Callable<Integer> {
    @Option(
        names = "--input",
        paramLabel = "LABELLED.jsonl",
        description = "Lines of title, text and topics; plain or gzipped; repeatable.")
    private List<Path> inputs = List.of();

    @Option(
        names = "--vocabulary",
        paramLabel = "FILE",
        description = "IPTC's JSON or a list of code, label, broader: rolls codes up to their top.")
    private Path vocabulary;

    @Option(
        names = "--recipe",
        paramLabel = "FILE",
        description = "YAML of sources, caps and weights, instead of --input.")
    private Path recipe;

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "File to write.")
    private Path model;

    @Override
    public Integer call() throws Exception {
      if ((recipe == null) == inputs.isEmpty()) {
        throw new Failure(Failure.USAGE, "give --input files or a --recipe");
      }
      try {
        TrainingRecipe what =
            recipe != null ? TrainingRecipe.read(recipe) : TrainingRecipe.of(inputs, vocabulary);
        TrainTopics.run(what, TrainingSettings.standard(), model, command(), out());
      } catch (IllegalArgumentException e) {
        throw new Failure(Failure.USAGE, e.getMessage(), e);
      }
      return 0;
    }

    private String command() {
      return recipe != null ? "train topics --recipe=" + recipe : "train topics";
    }

    private static PrintStream out() {
      return System.out;
    }
  }
}
