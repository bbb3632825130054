package org.copydesk.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.copydesk.command.options.LineSourceOptions;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.segment.LineTrainer;
import org.copydesk.storage.Storage;
import org.copydesk.topic.TrainTopics;
import org.copydesk.topic.TrainingRecipe;
import org.copydesk.topic.TrainingSettings;
import org.copydesk.train.CorpusSections;
import org.copydesk.train.TrainPages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains models. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    subcommands = {
      TrainCommand.Topics.class,
      TrainCommand.Pages.class,
      TrainBlocksCommand.class,
      TrainConfidenceCommand.class,
      TrainNoticesCommand.class
    },
    synopsisSubcommandLabel = "topics|pages|blocks|confidence|notices",
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

    @Option(
        names = "--from-corpus",
        paramLabel = "OUTPUT",
        description =
            "Output or generation: its articles, labelled by the sections of their sites.")
    private String corpus;

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "File to write.")
    private Path model;

    @Override
    public Integer call() throws Exception {
      int given = (recipe == null ? 0 : 1) + (inputs.isEmpty() ? 0 : 1) + (corpus == null ? 0 : 1);
      if (given != 1) {
        throw new Failure(Failure.USAGE, "give --input files, a --recipe or --from-corpus");
      }
      try {
        if (corpus != null) {
          Storage generation = GenerationFolder.expectedIn(Locations.withFlags(), corpus);
          TrainTopics.run(
              CorpusSections.of(generation),
              vocabulary,
              TrainingSettings.standard(),
              model,
              "train topics --from-corpus",
              out());
          return 0;
        }
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

  @Command(
      name = "pages",
      mixinStandardHelpOptions = true,
      showDefaultValues = true,
      description = "Trains the model that labels lines of page text.")
  static final class Pages implements Callable<Integer> {
    @CommandLine.Mixin private LineSourceOptions sources;

    @Option(
        names = "--cross-validate",
        paramLabel = "true|false",
        arity = "1",
        defaultValue = "true",
        description = "Measure on hosts that the model has not seen, before training on all.")
    private boolean crossValidates;

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "File to write.")
    private Path model;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      PrintWriter out = spec.commandLine().getOut();
      try {
        TrainPages pages = TrainPages.of(sources.sources(), LineTrainer.Settings.standard(), out);
        if (crossValidates) {
          out.print(pages.crossValidate().text());
          out.flush();
        }
        Files.write(model, pages.trainOnAll().toBytes());
      } catch (IllegalArgumentException e) {
        throw new Failure(Failure.USAGE, e.getMessage(), e);
      }
      return 0;
    }
  }
}
