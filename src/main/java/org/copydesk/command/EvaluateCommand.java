package org.copydesk.command;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.copydesk.corpus.Failure;
import org.copydesk.topic.EvaluateTopics;
import org.copydesk.topic.TopicModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures against labels. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    subcommands = {
      EvaluateCommand.Topics.class,
      EvaluatePagesCommand.class,
      EvaluateDuplicatesCommand.class,
      EvaluateStoriesCommand.class,
      EvaluateContaminationCommand.class
    },
    synopsisSubcommandLabel = "topics|pages|duplicates|stories|contamination",
    description = "Measures against labels.")
final class EvaluateCommand {

  @Command(
      name = "topics",
      mixinStandardHelpOptions = true,
      description = "Measures a topic model against labelled texts.")
  static final class Topics implements Callable<Integer> {
    @Option(
        names = "--gold",
        paramLabel = "LABELLED.jsonl",
        required = true,
        description = "Lines of title, text and topics; plain or gzipped; repeatable.")
    private List<Path> gold;

    @Option(
        names = "--model",
        paramLabel = "FILE",
        description = "A model made by train topics; by default the one in the jar.")
    private Path model;

    @Option(
        names = "--vocabulary",
        paramLabel = "FILE",
        description = "IPTC's JSON or a list of code, label, broader: rolls codes up to their top.")
    private Path vocabulary;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there.")
    private Path json;

    @Override
    public Integer call() throws Exception {
      try {
        EvaluateTopics.run(open(), gold, vocabulary, json, System.out);
      } catch (IllegalArgumentException e) {
        throw new Failure(Failure.USAGE, e.getMessage(), e);
      }
      return 0;
    }

    private TopicModel open() throws Exception {
      if (model == null) {
        return TopicModel.shipped();
      }
      try (InputStream in = Files.newInputStream(model)) {
        return TopicModel.load(in);
      }
    }
  }
}
