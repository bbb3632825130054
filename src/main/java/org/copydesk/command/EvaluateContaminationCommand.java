package org.copydesk.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.corpus.Failure;
import org.copydesk.evaluate.BenchmarkTexts;
import org.copydesk.evaluate.ContaminationInGeneration;
import org.copydesk.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the articles of a generation hold of the texts of a benchmark. */
@Command(
    name = "contamination",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for the texts of a benchmark in a generation's articles: runs of 13 words, those apart",
      "that many articles share, or several of one site."
    })
final class EvaluateContaminationCommand extends StoreCommand {
  @Option(
      names = "--gold",
      paramLabel = "TEXTS",
      required = true,
      description = "Texts to look for, in any format of dumps; repeatable. Held in memory.")
  private List<Path> gold;

  @Option(
      names = "--json-text",
      paramLabel = "KEY",
      split = ",",
      description = "Keys of their text in JSON and Parquet, the best first.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--hits",
      paramLabel = "FILE.jsonl",
      description = "Writes a line there for each text in each article, with the passage.")
  private Path hits;

  @Option(
      names = "--suppress-to",
      paramLabel = "FILE",
      description = "Writes the ids of these articles there: a list for build --suppress.")
  private Path suppress;

  @Parameters(paramLabel = "DIR", description = "A generation, or an output with a published one.")
  private String folder;

  @Override
  public Integer call() throws Exception {
    BenchmarkTexts texts;
    try {
      texts = ContaminationInGeneration.texts(gold, keys);
    } catch (IllegalArgumentException | IOException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    Storage generation = GenerationFolder.expectedIn(locations(), folder);
    ContaminationInGeneration.Result result;
    try (Writer lines = writer(hits);
        Writer ids = writer(suppress)) {
      result = ContaminationInGeneration.find(generation, texts, lines, ids);
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d texts (%d of them too short to be looked for) in %d articles: %d hits in %d articles%n",
            texts.items().size(),
            texts.tooShort(),
            result.articles(),
            result.hits(),
            result.contaminated());
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static Writer writer(Path file) throws IOException {
    return file == null ? Writer.nullWriter() : Files.newBufferedWriter(file);
  }
}
